"""Files that people hand in, in parts."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        CREATE TABLE upload (
            id UUID NOT NULL,
            owner_id UUID NOT NULL,
            purpose TEXT NOT NULL,
            draft_id UUID NOT NULL,
            name TEXT NOT NULL,
            size INTEGER NOT NULL,
            sha256 TEXT,
            received INTEGER NOT NULL,
            state TEXT NOT NULL,
            media_type TEXT,
            fault TEXT,
            created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
            checked_at TIMESTAMP WITH TIME ZONE,
            discarded_at TIMESTAMP WITH TIME ZONE,
            receipt_until TIMESTAMP WITH TIME ZONE,
            erased_at TIMESTAMP WITH TIME ZONE,
            CONSTRAINT pk_upload PRIMARY KEY (id)
        )
    """)
    op.execute("CREATE INDEX ix_upload_owner_id_created_at ON upload (owner_id, created_at)")
    op.execute("CREATE INDEX ix_upload_state_created_at ON upload (state, created_at)")
    op.execute("""
        CREATE TABLE upload_part (
            upload_id UUID NOT NULL,
            begins INTEGER NOT NULL,
            size INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            stored_as TEXT NOT NULL,
            CONSTRAINT pk_upload_part PRIMARY KEY (upload_id, begins),
            CONSTRAINT fk_upload_part_upload_id FOREIGN KEY (upload_id) REFERENCES upload (id) ON DELETE CASCADE
        )
    """)


def downgrade() -> None:
    op.execute("DROP TABLE upload_part")
    op.execute("DROP TABLE upload")
