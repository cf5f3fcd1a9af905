"""Lines of the ledger are chained by hash and can be neither changed nor deleted.

Lines of the release before have no hash, and it may still write some: with a queue's next line what they have led to is
carried over (ADR 29). Rights keep the service's role from changing a line; the triggers say the same to the owner, who
can take them away, and is found out by the chain.
"""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

UP = """
ALTER TABLE queue ADD COLUMN head BYTEA NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
    ADD COLUMN chained BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ledger ALTER COLUMN application_id DROP NOT NULL;
ALTER TABLE ledger ADD COLUMN rule TEXT, ADD COLUMN actor TEXT, ADD COLUMN facts JSONB, ADD COLUMN hash BYTEA;
CREATE INDEX ix_ledger_queue_id_recorded_at ON ledger (queue_id, recorded_at);

CREATE FUNCTION refuse_to_change_the_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING
        ERRCODE = 'insufficient_privilege',
        MESSAGE = TG_OP || ' of the ledger is refused: a line is added, never changed';
END $$;
CREATE TRIGGER ledger_is_kept BEFORE UPDATE OR DELETE ON ledger FOR EACH ROW
    EXECUTE FUNCTION refuse_to_change_the_ledger();
CREATE TRIGGER ledger_is_not_emptied BEFORE TRUNCATE ON ledger FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_to_change_the_ledger();

DO $$
DECLARE
    somebody TEXT;
BEGIN
    FOR somebody IN
        SELECT DISTINCT grantee FROM information_schema.role_table_grants
        WHERE table_schema = current_schema() AND table_name = 'ledger' AND grantee <> current_user
    LOOP
        EXECUTE 'REVOKE UPDATE, DELETE, TRUNCATE ON ledger FROM ' || quote_ident(somebody);
    END LOOP;
END $$;
"""
DOWN = """
DROP FUNCTION refuse_to_change_the_ledger CASCADE;
DELETE FROM ledger WHERE application_id IS NULL;
DROP INDEX ix_ledger_queue_id_recorded_at;
ALTER TABLE ledger DROP COLUMN rule, DROP COLUMN actor, DROP COLUMN facts, DROP COLUMN hash;
ALTER TABLE ledger ALTER COLUMN application_id SET NOT NULL;
ALTER TABLE queue DROP COLUMN head, DROP COLUMN chained;
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(UP)


def downgrade() -> None:
    op.get_bind().exec_driver_sql(DOWN)
