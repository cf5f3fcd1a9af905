"""By what a child stands in the order: its own class, time and number, or what its twins who wait share with it."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

# nobody is a twin before this: everybody stands by what is their own, also whom the release before still enters
UP = """
ALTER TABLE entry ADD COLUMN order_class TEXT, ADD COLUMN order_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN order_number TEXT COLLATE "C";
UPDATE entry SET order_class = queue_class, order_at = submitted_at, order_number = number;
ALTER TABLE entry ALTER COLUMN order_class SET NOT NULL, ALTER COLUMN order_at SET NOT NULL,
    ALTER COLUMN order_number SET NOT NULL;
CREATE FUNCTION stand_by_ones_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.order_class := NEW.queue_class;
    NEW.order_at := NEW.submitted_at;
    NEW.order_number := NEW.number;
    RETURN NEW;
END $$;
CREATE TRIGGER entry_stands BEFORE INSERT ON entry FOR EACH ROW WHEN (NEW.order_class IS NULL)
    EXECUTE FUNCTION stand_by_ones_own();
DROP INDEX ix_entry_order;
CREATE INDEX ix_entry_order ON entry
    (queue_id, order_class, order_at, order_number, submitted_at, number) WHERE waiting and open_call_id is null;
CREATE INDEX ix_entry_twins ON entry (queue_id, twins) WHERE twins is not null;
"""
DOWN = """
DROP FUNCTION stand_by_ones_own CASCADE;
DROP INDEX ix_entry_order, ix_entry_twins;
ALTER TABLE entry DROP COLUMN order_class, DROP COLUMN order_at, DROP COLUMN order_number;
CREATE INDEX ix_entry_order ON entry (queue_id, queue_class, submitted_at, number)
    WHERE waiting and open_call_id is null;
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(UP)


def downgrade() -> None:
    op.get_bind().exec_driver_sql(DOWN)
