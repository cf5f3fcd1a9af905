"""The region's districts: a policy is changed for one of them only."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TABLE = """
CREATE TABLE district (
    code TEXT NOT NULL,
    version BIGINT NOT NULL,
    name JSONB NOT NULL,
    CONSTRAINT pk_district PRIMARY KEY (code)
);
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(TABLE)


def downgrade() -> None:
    op.execute("drop table district")
