"""Papers are about a subject of some kind, not always a referral.

What the release before writes and reads stays true beside it: a trigger keeps `referral_id` and the subject the same.
A later release takes the column and the trigger away.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEEP_BOTH = """
create function document_subject() returns trigger language plpgsql as $$
begin
  if new.subject_id is null then
    new.subject_kind := 'referral';
    new.subject_id := new.referral_id;
  elsif new.subject_kind = 'referral' then
    new.referral_id := new.subject_id;
  end if;
  return new;
end $$
"""


def upgrade() -> None:
    op.execute("alter table document add column subject_kind text, add column subject_id uuid")
    op.execute(KEEP_BOTH)
    op.execute(
        "create trigger document_subject before insert on document for each row execute function document_subject()"
    )
    op.execute("update document set subject_kind = 'referral', subject_id = referral_id")
    op.execute("alter table document alter column subject_kind set not null, alter column subject_id set not null")
    op.execute("alter table document alter column referral_id drop not null")
    op.execute(
        "alter table document add constraint uq_document_kind_subject_kind_subject_id "
        "unique (kind, subject_kind, subject_id)"
    )


def downgrade() -> None:
    op.execute("drop trigger document_subject on document")
    op.execute("drop function document_subject()")
    op.execute("delete from document where subject_kind <> 'referral'")
    op.execute("alter table document drop constraint uq_document_kind_subject_kind_subject_id")
    op.execute("alter table document alter column referral_id set not null")
    op.execute("alter table document drop column subject_kind, drop column subject_id")
