"""Who is an escort no more may for some days sign in to send what was marked before."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("entrustment", sa.Column("ended_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    op.execute("delete from entrustment where ended_at is not null")
    op.drop_column("entrustment", "ended_at")
