"""Who wished something at a round and got nothing; when a round's call was made last (§9.rounds)."""

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
ALTER TABLE round_seat ADD COLUMN asked_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now();
CREATE INDEX ix_call_open ON call (id) WHERE state = 'open';
"""
BACK = """
DROP INDEX ix_call_open;
ALTER TABLE round_seat DROP COLUMN asked_at;
DROP INDEX ix_round_seat_call_id;
DROP TABLE round_unseated;
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(TABLES)


def downgrade() -> None:
    op.get_bind().exec_driver_sql(BACK)
