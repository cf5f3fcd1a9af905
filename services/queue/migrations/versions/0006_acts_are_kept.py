"""The queue has signed acts: finished ones and receipts can be neither changed nor deleted by whoever runs it."""

from alembic import op

from kezek.platform.migrate import keep_acts, let_acts_go

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    keep_acts(op.get_bind())


def downgrade() -> None:
    let_acts_go(op.get_bind())
