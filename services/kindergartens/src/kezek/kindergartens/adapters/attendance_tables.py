"""The tables of attendance (domain §8.attendance)."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import UUID

from kezek.kindergartens.adapters.tables import metadata
from kezek.platform.tables import Instant

# under the id that its maker gave it: what the device's clock said, the same by the server's, and when it came
attendance_mark = sa.Table(
    "attendance_mark",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("application_id", UUID(as_uuid=True), nullable=False),
    sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("device_at", Instant, nullable=False),
    sa.Column("received_at", Instant, nullable=False),
    sa.Column("marked_by", sa.Text, nullable=False),
    sa.Column("person_id", UUID(as_uuid=True), nullable=False),
    # an escort is forgotten before the marks are
    sa.Column("escort_id", UUID(as_uuid=True)),
    sa.Column("worker_name", sa.Text),
    # it is forgotten before the marks are, too
    sa.Column("pickup_id", UUID(as_uuid=True)),
    sa.Column("struck_at", Instant),
    sa.Column("struck_by", UUID(as_uuid=True)),
    sa.Column("struck_by_name", sa.Text),
    sa.Column("struck_because", sa.Text),
    sa.CheckConstraint("(struck_at is null) = (struck_by is null)", name="struck"),
    sa.Index("ix_attendance_mark_application_id_day", "application_id", "day"),
    sa.Index("ix_attendance_mark_person_id_received_at", "person_id", "received_at"),
    # by the day they are forgotten, which is nearly the order in which they come
    sa.Index("ix_attendance_mark_day", "day", postgresql_using="brin"),
)

# why a child does not come on a day, as a kindergarten says: on the day of a swap perhaps both, each for itself
absence = sa.Table(
    "absence",
    metadata,
    sa.Column("application_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), primary_key=True),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("remark", sa.Text, nullable=False),
    sa.Column("set_at", Instant, nullable=False),
    sa.Column("set_by", UUID(as_uuid=True), nullable=False),
    sa.Column("set_by_name", sa.Text),
    sa.Index("ix_absence_day", "day", postgresql_using="brin"),
)
