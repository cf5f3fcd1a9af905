"""The tables of pick-up codes (domain §8.pickup)."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import UUID

from kezek.kindergartens.adapters.tables import metadata
from kezek.platform.tables import Instant

_OPEN = sa.text("used_at is null and withdrawn_at is null")

# of the code only a keyed digest is kept
pickup = sa.Table(
    "pickup",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("application_id", UUID(as_uuid=True), nullable=False),
    sa.Column("applicant_id", UUID(as_uuid=True), nullable=False),
    sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("code_digest", sa.Text, nullable=False),
    sa.Column("given_at", Instant, nullable=False),
    sa.Column("used_at", Instant),
    sa.Column("used_by", UUID(as_uuid=True)),
    sa.Column("used_by_name", sa.Text),
    sa.Column("mark_id", UUID(as_uuid=True)),
    sa.Column("withdrawn_at", Instant),
    sa.UniqueConstraint("kindergarten_id", "code_digest"),
    sa.CheckConstraint(
        "(used_at is null) = (used_by is null) and (used_at is null) = (mark_id is null)",
        name="used",
    ),
    sa.CheckConstraint("used_at is null or withdrawn_at is null", name="over"),
    sa.Index("uq_pickup_application_id_day_open", "application_id", "day", unique=True, postgresql_where=_OPEN),
    sa.Index("ix_pickup_applicant_id_day", "applicant_id", "day"),
)

# codes that nobody has given, as typed by workers: so many in an hour, and no more
pickup_miss = sa.Table(
    "pickup_miss",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
    sa.Column("person_id", UUID(as_uuid=True), nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Index("ix_pickup_miss_at", "at"),
)
