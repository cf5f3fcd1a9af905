"""Which files other services keep."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        CREATE TABLE kept_file (
            file_id UUID NOT NULL,
            version BIGINT NOT NULL,
            state JSONB NOT NULL,
            CONSTRAINT pk_kept_file PRIMARY KEY (file_id)
        )
    """)


def downgrade() -> None:
    op.execute("DROP TABLE kept_file")
