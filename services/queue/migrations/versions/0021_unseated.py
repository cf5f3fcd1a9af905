"""Who wished something at a round and got nothing: told exactly that, and once (§9.rounds)."""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE round_unseated (
    round_id UUID NOT NULL,
    application_id UUID NOT NULL,
    queue_id TEXT NOT NULL,
    CONSTRAINT pk_round_unseated PRIMARY KEY (round_id, application_id),
    CONSTRAINT fk_round_unseated_round_id_round FOREIGN KEY (round_id) REFERENCES round (id),
    CONSTRAINT fk_round_unseated_application_id_entry FOREIGN KEY (application_id) REFERENCES entry (application_id)
);
CREATE INDEX ix_round_seat_call_id ON round_seat (call_id);
"""
BACK = """
DROP INDEX ix_round_seat_call_id;
DROP TABLE round_unseated;
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(TABLES)


def downgrade() -> None:
    op.get_bind().exec_driver_sql(BACK)
