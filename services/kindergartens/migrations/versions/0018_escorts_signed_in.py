"""The parent sees whether an escort has signed in yet."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("entrustment", sa.Column("signed_in_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    op.drop_column("entrustment", "signed_in_at")
