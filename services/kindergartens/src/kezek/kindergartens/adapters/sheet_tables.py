"""The table of closed attendance sheets (domain §8.sheet)."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID

from kezek.kindergartens.adapters.tables import metadata
from kezek.platform.tables import Instant

attendance_sheet = sa.Table(
    "attendance_sheet",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("serial", sa.BigInteger, sa.Identity(), nullable=False),
    sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
    sa.Column("group_year", sa.Integer, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    # its first day
    sa.Column("month", sa.Date, nullable=False),
    # ids of the children and what their days say, as it was signed
    sa.Column("children", JSONB, nullable=False),
    sa.Column("not_worked", ARRAY(sa.Date), nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("closed_at", Instant, nullable=False),
    sa.Column("closed_by", UUID(as_uuid=True), nullable=False),
    sa.Column("closed_by_name", sa.Text, nullable=False),
    sa.Column("act_id", UUID(as_uuid=True), nullable=False),
    sa.Column("asks_parents", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("reopened_at", Instant),
    sa.Column("reopened_by", UUID(as_uuid=True)),
    sa.Column("reopened_by_name", sa.Text),
    sa.Column("reopened_because", sa.Text),
    sa.Column("reopen_act_id", UUID(as_uuid=True)),
    sa.CheckConstraint("(reopened_at is null) = (reopen_act_id is null)", name="reopened"),
    sa.Index(
        "uq_attendance_sheet_closed",
        "kindergarten_id",
        "month",
        "group_year",
        "language",
        "kind",
        unique=True,
        postgresql_where=sa.text("reopened_at is null"),
    ),
    sa.Index("ix_attendance_sheet_kindergarten_id_month", "kindergarten_id", "month"),
)

# what a parent says of the own child's month, where the policy has them asked
sheet_answer = sa.Table(
    "sheet_answer",
    metadata,
    sa.Column("sheet_id", UUID(as_uuid=True), sa.ForeignKey("attendance_sheet.id"), primary_key=True),
    sa.Column("application_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("answered_by", UUID(as_uuid=True), nullable=False),
    sa.Column("answered_at", Instant, nullable=False),
    sa.Column("agreed", sa.Boolean, nullable=False),
    sa.Column("remark", sa.Text, nullable=False),
    sa.Index("ix_sheet_answer_application_id", "application_id"),
)
