"""Who confirmed free places, as their certificate calls them; the worker names those of before by their signatures."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table vacancy add column confirmed_by_name text")


def downgrade() -> None:
    op.execute("alter table vacancy drop column confirmed_by_name")
