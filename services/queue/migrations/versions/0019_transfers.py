"""Enrolled children who ask for another kindergarten: a class behind all others (domain §7.transfer)."""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

UP = """
ALTER TABLE entry ADD COLUMN transfer_of UUID, ADD COLUMN leaves UUID;
ALTER TABLE entry DROP CONSTRAINT ck_entry_queue_class_known;
ALTER TABLE entry ADD CONSTRAINT ck_entry_queue_class_known
    CHECK (queue_class in ('extraordinary', 'priority', 'general', 'transfer'));
ALTER TABLE entry ADD CONSTRAINT ck_entry_transfer_whole CHECK ((transfer_of is null) = (leaves is null));
"""
# who stood behind all stands behind them still: at the end of the general ones
DOWN = """
UPDATE entry SET queue_class = 'general', order_class = 'general' WHERE queue_class = 'transfer';
ALTER TABLE entry DROP CONSTRAINT ck_entry_transfer_whole;
ALTER TABLE entry DROP CONSTRAINT ck_entry_queue_class_known;
ALTER TABLE entry ADD CONSTRAINT ck_entry_queue_class_known
    CHECK (queue_class in ('extraordinary', 'priority', 'general'));
ALTER TABLE entry DROP COLUMN transfer_of, DROP COLUMN leaves;
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(UP)


def downgrade() -> None:
    op.get_bind().exec_driver_sql(DOWN)
