"""How many children stand in the order of each queue, by class: counted with each row that comes, changes or goes.

Who enters last needs its position at once, however long the queue is. A trigger counts, so no statement forgets it.
"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

UP = """
CREATE TABLE in_order (
    queue_id TEXT NOT NULL,
    order_class TEXT NOT NULL,
    children BIGINT NOT NULL,
    CONSTRAINT pk_in_order PRIMARY KEY (queue_id, order_class),
    CONSTRAINT fk_in_order_queue_id FOREIGN KEY(queue_id) REFERENCES queue (id)
);

CREATE FUNCTION count_who_stands() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER entry_is_counted AFTER INSERT OR UPDATE OF waiting, open_call_id, queue_id, order_class ON entry
    FOR EACH ROW EXECUTE FUNCTION count_who_stands();

INSERT INTO in_order
    SELECT queue_id, order_class, count(*) FROM entry WHERE waiting AND open_call_id IS NULL GROUP BY 1, 2;
"""
DOWN = """
DROP FUNCTION count_who_stands CASCADE;
DROP TABLE in_order;
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(UP)


def downgrade() -> None:
    op.get_bind().exec_driver_sql(DOWN)
