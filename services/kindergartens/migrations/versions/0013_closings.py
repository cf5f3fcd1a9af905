"""Which kindergartens were closed, by whose signature and why."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import UUID

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "closing",
        sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), primary_key=True),
        sa.Column("act_id", UUID(as_uuid=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_by", UUID(as_uuid=True), nullable=False),
        sa.Column("remark", sa.Text, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("closing")
