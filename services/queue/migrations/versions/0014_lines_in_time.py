"""No line is earlier than the one before it; what the release before changes of a child moves it in the order.

When a queue's last line was written stands beside its number, so that the next one cannot be earlier. The keys by which
a child stands follow its class and time also where a release writes them that does not know the keys (0009), and are
counted.
"""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

UP = """
ALTER TABLE queue ADD COLUMN recorded_at TIMESTAMP WITH TIME ZONE;
UPDATE queue SET recorded_at = (SELECT max(recorded_at) FROM ledger WHERE ledger.queue_id = queue.id);

CREATE TRIGGER entry_stands_otherwise BEFORE UPDATE OF queue_class, submitted_at, number ON entry
    FOR EACH ROW WHEN (
        NEW.twins IS NULL
        AND (NEW.queue_class, NEW.submitted_at, NEW.number)
            IS DISTINCT FROM (OLD.queue_class, OLD.submitted_at, OLD.number)
    ) EXECUTE FUNCTION stand_by_ones_own();
DROP TRIGGER entry_is_counted ON entry;
CREATE TRIGGER entry_is_counted
    AFTER INSERT OR UPDATE OF waiting, open_call_id, queue_id, order_class, queue_class ON entry
    FOR EACH ROW EXECUTE FUNCTION count_who_stands();
"""
DOWN = """
DROP TRIGGER entry_is_counted ON entry;
CREATE TRIGGER entry_is_counted AFTER INSERT OR UPDATE OF waiting, open_call_id, queue_id, order_class ON entry
    FOR EACH ROW EXECUTE FUNCTION count_who_stands();
DROP TRIGGER entry_stands_otherwise ON entry;
ALTER TABLE queue DROP COLUMN recorded_at;
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(UP)


def downgrade() -> None:
    op.get_bind().exec_driver_sql(DOWN)
