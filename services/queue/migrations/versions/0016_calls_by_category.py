"""A call made by numbered categories does not count in the phase; until now all were made by classes."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.get_bind().exec_driver_sql("ALTER TABLE call ADD COLUMN by_category BOOLEAN DEFAULT false NOT NULL")


def downgrade() -> None:
    op.get_bind().exec_driver_sql("ALTER TABLE call DROP COLUMN by_category")
