"""A replay takes its record by a lease; since when the outbox and the topics wait is known."""

from alembic import op

from kezek.platform.migrate import add_leases, drop_leases

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_leases(op.get_bind())


def downgrade() -> None:
    drop_leases(op.get_bind())
