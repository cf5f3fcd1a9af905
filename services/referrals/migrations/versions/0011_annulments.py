"""Who annulled places of a vacancy, and why."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import UUID

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "annulment",
        sa.Column("act_id", UUID(as_uuid=True), primary_key=True),
        sa.Column("vacancy_id", UUID(as_uuid=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("officer_id", UUID(as_uuid=True), nullable=False),
        sa.Column("officer_name", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("remark", sa.Text, nullable=False),
        sa.Column("places", sa.Integer, nullable=False),
        sa.Column("turns", sa.Integer, nullable=False),
        sa.Index("ix_annulment_vacancy_id", "vacancy_id"),
    )


def downgrade() -> None:
    op.drop_table("annulment")
