"""A district's data are refreshed before it is sorted anew: who asked for it when, and how far that has come."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

TABLE = """
CREATE TABLE refresh (
    id UUID NOT NULL,
    district TEXT NOT NULL,
    asked_at TIMESTAMP WITH TIME ZONE NOT NULL,
    asked_by UUID NOT NULL,
    version BIGINT DEFAULT 0 NOT NULL,
    total INTEGER,
    asked INTEGER DEFAULT 0 NOT NULL,
    silent INTEGER DEFAULT 0 NOT NULL,
    changed INTEGER DEFAULT 0 NOT NULL,
    finished_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_refresh PRIMARY KEY (id)
);
CREATE INDEX ix_refresh_district ON refresh (district, asked_at);
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(TABLE)


def downgrade() -> None:
    op.execute("drop table refresh")
