"""The BIN of a kindergarten, for contracts (domain §8.contract)."""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table kindergarten add column bin text")


def downgrade() -> None:
    op.execute("alter table kindergarten drop column bin")
