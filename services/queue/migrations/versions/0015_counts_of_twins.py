"""How many of the children who stand in the order have twins; children who enter together are counted together.

Where nobody has twins whose places matter, a new child's number follows from counts alone.
"""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

UP = """
-- in the order in which they are written, so that nobody waits for us who has what we need
LOCK TABLE entry, in_order IN ACCESS EXCLUSIVE MODE;
ALTER TABLE in_order ADD COLUMN twins BIGINT NOT NULL DEFAULT 0;

CREATE FUNCTION count_who_enters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO in_order AS counted (queue_id, order_class, children, twins)
        SELECT queue_id, order_class, count(*), count(twins) FROM entered
        WHERE waiting AND open_call_id IS NULL GROUP BY queue_id, order_class ORDER BY queue_id, order_class
        ON CONFLICT (queue_id, order_class) DO UPDATE
            SET children = counted.children + EXCLUDED.children, twins = counted.twins + EXCLUDED.twins;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION count_who_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    stood BOOLEAN := OLD.waiting AND OLD.open_call_id IS NULL;
    stands BOOLEAN := NEW.waiting AND NEW.open_call_id IS NULL;
    had INT := (OLD.twins IS NOT NULL)::int;
    has INT := (NEW.twins IS NOT NULL)::int;
BEGIN
    IF stood AND stands AND OLD.queue_id = NEW.queue_id AND OLD.order_class = NEW.order_class AND had = has THEN
        RETURN NULL;
    END IF;
    IF stood THEN
        UPDATE in_order SET children = children - 1, twins = in_order.twins - had
            WHERE queue_id = OLD.queue_id AND order_class = OLD.order_class;
    END IF;
    IF stands THEN
        INSERT INTO in_order (queue_id, order_class, children, twins) VALUES (NEW.queue_id, NEW.order_class, 1, has)
            ON CONFLICT (queue_id, order_class) DO UPDATE
                SET children = in_order.children + 1, twins = in_order.twins + has;
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER entry_is_counted ON entry;
CREATE TRIGGER entry_is_counted
    AFTER UPDATE OF waiting, open_call_id, queue_id, order_class, queue_class, twins ON entry
    FOR EACH ROW EXECUTE FUNCTION count_who_stands();
CREATE TRIGGER entries_are_counted AFTER INSERT ON entry REFERENCING NEW TABLE AS entered
    FOR EACH STATEMENT EXECUTE FUNCTION count_who_enters();

UPDATE in_order SET twins = counted.twins FROM (
    SELECT queue_id, order_class, count(*) AS twins FROM entry
    WHERE twins IS NOT NULL AND waiting AND open_call_id IS NULL GROUP BY 1, 2
) AS counted WHERE counted.queue_id = in_order.queue_id AND counted.order_class = in_order.order_class;
"""
DOWN = """
LOCK TABLE entry, in_order IN ACCESS EXCLUSIVE MODE;
DROP FUNCTION count_who_enters CASCADE;
CREATE OR REPLACE FUNCTION count_who_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    stood BOOLEAN := TG_OP = 'UPDATE' AND OLD.waiting AND OLD.open_call_id IS NULL;
    stands BOOLEAN := NEW.waiting AND NEW.open_call_id IS NULL;
BEGIN
    IF stood AND stands AND OLD.queue_id = NEW.queue_id AND OLD.order_class = NEW.order_class THEN
        RETURN NULL;
    END IF;
    IF stood THEN
        UPDATE in_order SET children = children - 1 WHERE queue_id = OLD.queue_id AND order_class = OLD.order_class;
    END IF;
    IF stands THEN
        INSERT INTO in_order VALUES (NEW.queue_id, NEW.order_class, 1)
            ON CONFLICT (queue_id, order_class) DO UPDATE SET children = in_order.children + 1;
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER entry_is_counted ON entry;
CREATE TRIGGER entry_is_counted
    AFTER INSERT OR UPDATE OF waiting, open_call_id, queue_id, order_class, queue_class ON entry
    FOR EACH ROW EXECUTE FUNCTION count_who_stands();
ALTER TABLE in_order DROP COLUMN twins;
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(UP)


def downgrade() -> None:
    op.get_bind().exec_driver_sql(DOWN)
