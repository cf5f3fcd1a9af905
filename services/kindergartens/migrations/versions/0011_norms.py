"""Norms of groups, as their kindergartens have signed them, with all that was signed before."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import UUID

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def _group() -> list[sa.Column]:
    return [
        sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
        sa.Column("group_year", sa.Integer, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("norm", sa.Integer),
        sa.Column("earlier", sa.Integer, nullable=False),
    ]


def upgrade() -> None:
    op.create_table(
        "group_norm",
        *_group(),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("kindergarten_id", "group_year", "language", "kind"),
    )
    op.create_table(
        "group_norm_history",
        sa.Column("act_id", UUID(as_uuid=True), primary_key=True),
        *_group(),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stated_by", UUID(as_uuid=True), nullable=False),
        sa.Column("stated_by_name", sa.Text),
        sa.Index("ix_group_norm_history_kindergarten_id", "kindergarten_id"),
    )


def downgrade() -> None:
    op.drop_table("group_norm_history")
    op.drop_table("group_norm")
