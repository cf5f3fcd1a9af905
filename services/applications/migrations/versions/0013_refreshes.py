"""A district's children are asked about once more before it is sorted anew: how far that has come."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

TABLE = """
CREATE TABLE refresh (
    id UUID NOT NULL,
    district TEXT NOT NULL,
    version INTEGER NOT NULL,
    total INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    silent INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    last_id UUID,
    CONSTRAINT pk_refresh PRIMARY KEY (id)
);
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(TABLE)


def downgrade() -> None:
    op.execute("drop table refresh")
