"""A tie keeps the phone with which it began; each kindergarten says for itself why a child does not come."""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table entrustment add column phone text")
    op.execute("update entrustment set phone = escort.phone from escort where escort.id = entrustment.escort_id")


def downgrade() -> None:
    op.execute("alter table entrustment drop column phone")
