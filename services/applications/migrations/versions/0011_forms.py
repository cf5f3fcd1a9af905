"""The list of benefits, drafts of forms, and claims that twins share."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("ALTER TABLE claim ADD COLUMN shared_with UUID")
    op.execute("CREATE INDEX ix_claim_shared_with ON claim (shared_with)")
    op.execute("ALTER TABLE claim_file ADD COLUMN owner_id UUID")
    op.execute("""
        CREATE TABLE benefit_list (
            key TEXT NOT NULL,
            version BIGINT NOT NULL,
            benefits JSONB NOT NULL,
            CONSTRAINT pk_benefit_list PRIMARY KEY (key)
        )
    """)
    op.execute("""
        CREATE TABLE draft (
            person_id UUID NOT NULL,
            name TEXT NOT NULL,
            sealed TEXT NOT NULL,
            saved_at TIMESTAMP WITH TIME ZONE NOT NULL,
            CONSTRAINT pk_draft PRIMARY KEY (person_id, name)
        )
    """)
    op.execute("CREATE INDEX ix_draft_saved_at ON draft (saved_at)")


def downgrade() -> None:
    op.execute("DROP TABLE draft, benefit_list")
    op.execute("ALTER TABLE claim_file DROP COLUMN owner_id")
    op.execute("ALTER TABLE claim DROP COLUMN shared_with")
