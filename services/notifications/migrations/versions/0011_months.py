"""Which month of attendance a notice is about: its way leads there. Those told before do not say it."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table notice add column month date")


def downgrade() -> None:
    op.execute("alter table notice drop column month")
