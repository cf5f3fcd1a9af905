"""When a candidate's last term ran out: the next may begin with that midnight (domain §6.7)."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table candidate add column term_ended_at timestamptz")


def downgrade() -> None:
    op.execute("alter table candidate drop column term_ended_at")
