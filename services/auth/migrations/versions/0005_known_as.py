"""Readings name people whom their service knows by IIN only, by a keyed digest."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table account add column known_as text constraint uq_account_known_as unique")
    op.execute("alter table reading add column known_as text")
    op.execute("create index ix_reading_known_as_id on reading (known_as, id) where known_as is not null")


def downgrade() -> None:
    op.execute("alter table reading drop column known_as")
    op.execute("alter table account drop column known_as")
