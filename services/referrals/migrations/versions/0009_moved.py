"""A candidate that has moved to another district tells as which application it goes on."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table candidate add column moved_to uuid")


def downgrade() -> None:
    op.execute("alter table candidate drop column moved_to")
