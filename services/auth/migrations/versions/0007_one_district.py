"""An officer is one of one district (domain §1)."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "create unique index uq_staff_grant_officer on staff_grant (iin) where role = 'officer' and ended_at is null"
    )


def downgrade() -> None:
    op.execute("drop index uq_staff_grant_officer")
