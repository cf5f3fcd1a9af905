"""Devices are forgotten when all sessions are ended; the row stays, so that a return is told as a new device."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table known_device add column forgotten_at timestamptz")


def downgrade() -> None:
    op.execute("delete from known_device where forgotten_at is not null")
    op.execute("alter table known_device drop column forgotten_at")
