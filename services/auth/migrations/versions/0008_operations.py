"""Who asked for the replay of a parked record and what came of it; and that the workers live."""

from alembic import op

from kezek.platform.migrate import add_operations, drop_operations

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_operations(op.get_bind())


def downgrade() -> None:
    drop_operations(op.get_bind())
