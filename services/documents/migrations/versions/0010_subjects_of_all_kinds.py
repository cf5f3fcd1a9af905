"""What papers are about beside referrals is kept; a paper may stand in no application's list."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        create table subject (
            kind text not null,
            id uuid not null,
            application_id uuid,
            applicant_id uuid,
            kindergarten_id uuid,
            number text not null,
            check_code text not null,
            constraint pk_subject primary key (kind, id)
        )
    """)
    op.execute("alter table document alter column application_id drop not null")


def downgrade() -> None:
    # the release before kept a paper of how it ended with its referral, and would not make it again
    op.execute("""
        update document set subject_kind = 'referral', subject_id = referral.id, referral_id = referral.id
        from subject join referral on referral.check_code = subject.check_code
        where subject.kind = document.subject_kind and subject.id = document.subject_id
    """)
    op.execute("delete from document where subject_kind <> 'referral'")
    op.execute("alter table document alter column application_id set not null")
    op.execute("drop table subject")
