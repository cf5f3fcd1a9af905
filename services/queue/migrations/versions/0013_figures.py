"""Public figures of the queues: free places, who is called, and an application by its number."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

UP = """
CREATE TABLE place (
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    queue_id TEXT NOT NULL,
    status TEXT NOT NULL,
    CONSTRAINT pk_place PRIMARY KEY (id)
);
CREATE INDEX ix_place_free ON place (queue_id) WHERE status in ('offered', 'held', 'open');
CREATE INDEX ix_candidate_notified ON candidate (application_id) WHERE status = 'notified';
CREATE INDEX ix_entry_number ON entry (number);
"""

DOWN = """
DROP INDEX ix_entry_number;
DROP INDEX ix_candidate_notified;
DROP TABLE place;
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(UP)


def downgrade() -> None:
    op.get_bind().exec_driver_sql(DOWN)
