"""Policies, the working calendar and the list of benefits in versions; what is shipped the worker publishes first."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLE = """
CREATE TABLE publication (
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    district TEXT,
    state JSONB NOT NULL,
    published_at TIMESTAMP WITH TIME ZONE NOT NULL,
    act_id UUID,
    signed_by UUID,
    signed_by_name TEXT,
    CONSTRAINT pk_publication PRIMARY KEY (key, version),
    CONSTRAINT ck_publication_kind_known CHECK (kind in ('policy', 'calendar', 'benefits'))
);

CREATE INDEX ix_publication_kind_district ON publication (kind, district);
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(TABLE)


def downgrade() -> None:
    op.execute("drop table publication")
