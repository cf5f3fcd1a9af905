"""Where a child is enrolled by now: after a swap in another kindergarten than that of its referral (domain §7.swap)."""

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

UP = "ALTER TABLE candidate ADD COLUMN swapped_to UUID, ADD COLUMN roster_version BIGINT NOT NULL DEFAULT 0;"
DOWN = "ALTER TABLE candidate DROP COLUMN roster_version, DROP COLUMN swapped_to;"


def upgrade() -> None:
    op.get_bind().exec_driver_sql(UP)


def downgrade() -> None:
    op.get_bind().exec_driver_sql(DOWN)
