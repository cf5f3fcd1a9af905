"""Marks of coming and leaving, and why a child does not come."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import UUID

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attendance_mark",
        sa.Column("id", UUID(as_uuid=True), primary_key=True),
        sa.Column("application_id", UUID(as_uuid=True), nullable=False),
        sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("device_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("marked_by", sa.Text, nullable=False),
        sa.Column("person_id", UUID(as_uuid=True), nullable=False),
        sa.Column("escort_id", UUID(as_uuid=True)),
        sa.Column("worker_name", sa.Text),
        sa.Column("struck_at", sa.DateTime(timezone=True)),
        sa.Column("struck_by", UUID(as_uuid=True)),
        sa.Column("struck_by_name", sa.Text),
        sa.Column("struck_because", sa.Text),
        sa.CheckConstraint("(struck_at is null) = (struck_by is null)", name="ck_attendance_mark_struck"),
    )
    op.execute("create index ix_attendance_mark_application_id_day on attendance_mark (application_id, day)")
    op.execute("create index ix_attendance_mark_person_id_received_at on attendance_mark (person_id, received_at)")
    op.create_table(
        "absence",
        sa.Column("application_id", UUID(as_uuid=True), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("remark", sa.Text, nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by", UUID(as_uuid=True), nullable=False),
        sa.Column("set_by_name", sa.Text),
    )


def downgrade() -> None:
    for table in ("absence", "attendance_mark"):
        op.drop_table(table)
