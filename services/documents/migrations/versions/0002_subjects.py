"""Papers are about a subject of some kind, not always a referral."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table document drop constraint fk_document_referral_id")
    op.execute("alter table document drop constraint uq_document_kind_referral_id")
    op.execute("alter table document rename column referral_id to subject_id")
    op.execute("alter table document add column subject_kind text not null default 'referral'")
    op.execute("alter table document alter column subject_kind drop default")
    op.execute(
        "alter table document add constraint uq_document_kind_subject_kind_subject_id "
        "unique (kind, subject_kind, subject_id)"
    )


def downgrade() -> None:
    op.execute("delete from document where subject_kind <> 'referral'")
    op.execute("alter table document drop constraint uq_document_kind_subject_kind_subject_id")
    op.execute("alter table document drop column subject_kind")
    op.execute("alter table document rename column subject_id to referral_id")
    op.execute("alter table document add constraint uq_document_kind_referral_id unique (kind, referral_id)")
    op.execute(
        "alter table document add constraint fk_document_referral_id foreign key (referral_id) references referral (id)"
    )
