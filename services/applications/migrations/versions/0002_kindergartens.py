"""Names and addresses of kindergartens, for the journal."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        CREATE TABLE kindergarten (
            id UUID NOT NULL,
            name JSONB NOT NULL,
            address JSONB NOT NULL,
            CONSTRAINT pk_kindergarten PRIMARY KEY (id)
        )
    """)


def downgrade() -> None:
    op.execute("DROP TABLE kindergarten")
