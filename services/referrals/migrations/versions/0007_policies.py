"""Copies of policies and of the working calendar."""

from alembic import op

from kezek.platform.migrate import add_policies, drop_policies

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    add_policies(op.get_bind())


def downgrade() -> None:
    drop_policies(op.get_bind())
