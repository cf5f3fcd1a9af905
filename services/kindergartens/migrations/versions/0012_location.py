"""Where a kindergarten stands, for families who look for a near one (domain §6.3)."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table kindergarten add column latitude double precision, add column longitude double precision")


def downgrade() -> None:
    op.execute("alter table kindergarten drop column latitude, drop column longitude")
