"""Districts are sorted anew once a year: by which act, and what that did to each queue."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

UP = """
CREATE TABLE sorting (
    id UUID NOT NULL,
    district TEXT NOT NULL,
    year INTEGER NOT NULL,
    reason TEXT,
    signed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    signed_by UUID NOT NULL,
    signed_by_name TEXT NOT NULL,
    CONSTRAINT pk_sorting PRIMARY KEY (id)
);
CREATE INDEX ix_sorting_district ON sorting (district, signed_at);
CREATE TABLE sorting_queue (
    sorting_id UUID NOT NULL,
    queue_id TEXT NOT NULL,
    of_district BOOLEAN NOT NULL,
    children INTEGER DEFAULT 0 NOT NULL,
    went INTEGER DEFAULT 0 NOT NULL,
    came INTEGER DEFAULT 0 NOT NULL,
    corrected INTEGER DEFAULT 0 NOT NULL,
    sorted_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_sorting_queue PRIMARY KEY (sorting_id, queue_id),
    CONSTRAINT fk_sorting_queue_sorting_id FOREIGN KEY(sorting_id) REFERENCES sorting (id)
);
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(UP)


def downgrade() -> None:
    op.execute("drop table sorting_queue")
    op.execute("drop table sorting")
