"""A place waits for the hour of free choice; turns that hold places of a queue are found (domain §6.3, §6.4)."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table place add column opens_at timestamptz")
    op.execute("create index ix_place_queue_held on place (queue) where status in ('held', 'opening')")


def downgrade() -> None:
    op.execute("drop index ix_place_queue_held")
    op.execute("update place set status = 'open' where status = 'opening'")
    op.execute("delete from deadline where kind = 'opening'")
    op.execute("alter table place drop column opens_at")
