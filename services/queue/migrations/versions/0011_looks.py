"""When a family looked at its child's place, and how the child stood then."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TABLE = """
CREATE TABLE look (
    application_id UUID NOT NULL,
    queue_id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    position INTEGER,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    before_queue_id TEXT,
    before_sequence BIGINT,
    before_position INTEGER,
    before_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_look PRIMARY KEY (application_id),
    CONSTRAINT fk_look_application_id FOREIGN KEY(application_id) REFERENCES entry (application_id)
);
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(TABLE)


def downgrade() -> None:
    op.execute("drop table look")
