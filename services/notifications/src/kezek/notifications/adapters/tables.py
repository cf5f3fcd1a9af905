"""Tables of the notifications service."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB, UUID

from kezek.platform.tables import Instant, service_metadata, with_policies

metadata = service_metadata()
with_policies(metadata)

card = sa.Table(
    "card",
    metadata,
    sa.Column("application_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("phone", sa.Text, nullable=False),
    sa.Column("email", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
)

account = sa.Table(
    "account",
    metadata,
    sa.Column("person_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("email", sa.Text),
    sa.Column("phone", sa.Text),
    sa.Column("language", sa.Text, nullable=False),
)

kindergarten = sa.Table(
    "kindergarten",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("name", JSONB, nullable=False),
)

application = sa.Table(
    "application",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("applicant_id", UUID(as_uuid=True), nullable=False),
    sa.Column("district", sa.Text, nullable=False),
)

notice = sa.Table(
    "notice",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("application_id", UUID(as_uuid=True), nullable=False),
    sa.Column("applicant_id", UUID(as_uuid=True)),
    sa.Column("about", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("said", JSONB, nullable=False),
    sa.Column("month", sa.Date),
    sa.Column("occurred_at", Instant, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("read_at", Instant),
    sa.UniqueConstraint("application_id", "about"),
    sa.Index("ix_notice_applicant_id_id", "applicant_id", "id"),
    sa.Index("ix_notice_unread", "applicant_id", "id", postgresql_where=sa.text("read_at is null")),
)

message = sa.Table(
    "message",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("application_id", UUID(as_uuid=True)),
    sa.Column("applicant_id", UUID(as_uuid=True)),
    sa.Column("request_id", UUID(as_uuid=True)),
    sa.Column("about", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("recipient", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("occurred_at", Instant, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("finished_at", Instant),
    sa.Column("evidence", sa.Text),
    sa.Column("cause", sa.Text),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.UniqueConstraint("application_id", "about", "channel", "recipient"),
    sa.CheckConstraint("state in ('pending', 'sending', 'sent', 'failed', 'overtaken')", name="state"),
)

failed_try = sa.Table(
    "failed_try",
    metadata,
    sa.Column("message_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("attempt", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("cause", sa.Text, nullable=False),
)
