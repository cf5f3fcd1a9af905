"""A referral whose term does not run is valid beyond its last day."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table referral add column stopped boolean default false not null")


def downgrade() -> None:
    op.execute("alter table referral drop column stopped")
