"""Swaps of two enrolled children, and the sides of each."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import UUID

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "swap",
        sa.Column("id", UUID(as_uuid=True), primary_key=True),
        sa.Column("district", sa.Text, nullable=False),
        sa.Column("group_year", sa.Integer, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("to_kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("policy", sa.Text, nullable=False),
        sa.Column("code", sa.Text),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("state_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("remark", sa.Text, nullable=False, server_default=""),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("code", name="uq_swap_code"),
        sa.CheckConstraint("(code is not null) = (state = 'proposed')", name="ck_swap_code"),
    )
    op.create_table(
        "swap_side",
        sa.Column("swap_id", UUID(as_uuid=True), sa.ForeignKey("swap.id"), primary_key=True),
        sa.Column("first", sa.Boolean, primary_key=True),
        sa.Column("enrolment_id", UUID(as_uuid=True), sa.ForeignKey("enrolment.id"), nullable=False),
        sa.Column("application_id", UUID(as_uuid=True), nullable=False),
        sa.Column("applicant_id", UUID(as_uuid=True), nullable=False),
        sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True)),
        sa.Column("open", sa.Boolean, nullable=False),
    )
    op.execute("create unique index uq_swap_side_enrolment_id_open on swap_side (enrolment_id) where open")
    op.execute("create index ix_swap_side_application_id on swap_side (application_id)")
    op.execute("create index ix_swap_side_kindergarten_id_open on swap_side (kindergarten_id) where open")
    op.execute("create index ix_enrolment_applicant_id on enrolment (applicant_id)")


def downgrade() -> None:
    op.execute("drop index ix_enrolment_applicant_id")
    op.drop_table("swap_side")
    op.drop_table("swap")
