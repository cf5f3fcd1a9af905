"""Escorts, the children entrusted to them, and the staff lists against which they are checked."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import UUID

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "escort",
        sa.Column("id", UUID(as_uuid=True), primary_key=True),
        sa.Column("applicant_id", UUID(as_uuid=True), nullable=False),
        sa.Column("iin", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("phone", sa.Text, nullable=False),
        sa.Column("checked", sa.Boolean, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.UniqueConstraint("applicant_id", "iin", name="uq_escort_applicant_id_iin"),
    )
    op.execute("create index ix_escort_iin on escort (iin)")
    op.create_table(
        "entrustment",
        sa.Column("id", UUID(as_uuid=True), primary_key=True),
        sa.Column("escort_id", UUID(as_uuid=True), sa.ForeignKey("escort.id"), nullable=False),
        sa.Column("application_id", UUID(as_uuid=True), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("ended_because", sa.Text),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.CheckConstraint("(ended_at is null) = (ended_because is null)", name="ck_entrustment_ended"),
    )
    op.execute(
        "create unique index uq_entrustment_escort_id_application_id_present "
        "on entrustment (escort_id, application_id) where ended_at is null"
    )
    op.execute("create index ix_entrustment_application_id on entrustment (application_id)")
    op.execute("create index ix_entrustment_ended_at on entrustment (ended_at) where ended_at is not null")
    op.create_table(
        "escorts_changed",
        sa.Column("application_id", UUID(as_uuid=True), primary_key=True),
        sa.Column("version", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "staff_member",
        sa.Column("id", UUID(as_uuid=True), primary_key=True),
        sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
        sa.Column("iin", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("position", sa.Text, nullable=False),
        sa.Column("from_on", sa.Date, nullable=False),
        sa.Column("until_on", sa.Date),
        sa.Column("act_id", UUID(as_uuid=True), nullable=False),
        sa.CheckConstraint("until_on is null or until_on >= from_on", name="ck_staff_member_until_on"),
        sa.UniqueConstraint("kindergarten_id", "iin", "from_on", name="uq_staff_member_kindergarten_id_iin_from_on"),
    )
    op.execute("create index ix_staff_member_iin on staff_member (iin)")


def downgrade() -> None:
    for table in ("staff_member", "escorts_changed", "entrustment", "escort"):
        op.drop_table(table)
