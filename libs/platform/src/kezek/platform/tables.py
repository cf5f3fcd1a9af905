"""The platform's own tables, the same in every service's schema."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, BYTEA, JSONB, TIMESTAMP, UUID

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

Instant = TIMESTAMP(timezone=True)


def service_metadata() -> sa.MetaData:
    """Metadata for a service's own tables, with the house's names for constraints."""
    return sa.MetaData(naming_convention=NAMING)


def with_policies(metadata: sa.MetaData) -> None:
    """Add the copies of policies and of the working calendar to a service's own tables (domain §9)."""
    for table in copies.sorted_tables:
        table.to_metadata(metadata)


def any_of(column: sa.ColumnElement[Any], name: str) -> sa.ColumnElement[bool]:
    """Whether a column is one of the list bound by this name; the statement is the same for a list of any length."""
    return column == sa.any_(sa.bindparam(name, type_=ARRAY(column.type)))


copies = service_metadata()

policy_copy = sa.Table(
    "policy_copy",
    copies,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("district", sa.Text),
    sa.Column("in_force_from", sa.Date, nullable=False),
    sa.Column("state", JSONB, nullable=False),
    sa.Index("ix_policy_copy_district_in_force_from", "district", "in_force_from"),
)

calendar_copy = sa.Table(
    "calendar_copy",
    copies,
    sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("holidays", ARRAY(sa.Date), nullable=False),
    sa.Column("worked", ARRAY(sa.Date), nullable=False),
    sa.Column("free", ARRAY(sa.Date), nullable=False),
    sa.Column("confirmed", sa.Boolean, nullable=False),
)

metadata = service_metadata()

outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("seq", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    sa.Column("shard", sa.SmallInteger, nullable=False),
    sa.Column("topic", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("value", BYTEA, nullable=False),
    sa.Column("traceparent", sa.Text, nullable=False),
    sa.Column("written_at", Instant, nullable=False, server_default=sa.func.now()),
    sa.Index("ix_outbox_shard_seq", "shard", "seq"),
)

inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("event_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("consumed_at", Instant, nullable=False, server_default=sa.func.now()),
    sa.Index("ix_inbox_consumed_at", "consumed_at"),
)

parked = sa.Table(
    "parked",
    metadata,
    sa.Column("topic", sa.Text, primary_key=True),
    sa.Column("partition", sa.Integer, primary_key=True),
    sa.Column("offset", sa.BigInteger, primary_key=True),
    sa.Column("cause", sa.Text, nullable=False),
    sa.Column("parked_at", Instant, nullable=False, server_default=sa.func.now()),
    sa.Column("replayed_at", Instant),
    sa.Column("kind", sa.Text),
    sa.Column("tried_at", Instant),
    sa.Column("asked_at", Instant),
    sa.Column("asked_by", UUID(as_uuid=True)),
    sa.Column("leased_until", Instant),
    sa.Column("gone_at", Instant),
)
_PARKED_IN_ORDER = tuple(parked.c[name] for name in ("parked_at", "topic", "partition", "offset"))
sa.Index("ix_parked_open", parked.c.gone_at.desc(), *_PARKED_IN_ORDER, postgresql_where=sa.text("replayed_at IS NULL"))
sa.Index(
    "ix_parked_asked",
    *_PARKED_IN_ORDER,
    postgresql_where=sa.text(
        "replayed_at IS NULL AND gone_at IS NULL AND asked_at IS NOT NULL AND (tried_at IS NULL OR tried_at < asked_at)"
    ),
)

pulse = sa.Table(
    "pulse",
    metadata,
    sa.Column("worker", UUID(as_uuid=True), primary_key=True),
    sa.Column("seen_at", Instant, nullable=False, server_default=sa.func.now()),
    sa.Column("ready", sa.Boolean, nullable=False),
    sa.Column("since", Instant, nullable=False, server_default=sa.func.now()),
    sa.Column("lag", sa.BigInteger),
    sa.Column("lag_since", Instant),
)

seen_version = sa.Table(
    "seen_version",
    metadata,
    sa.Column("aggregate", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
)

job = sa.Table(
    "job",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("waits_for", sa.Text),
    sa.Column("payload", JSONB, nullable=False),
    sa.Column("run_at", Instant, nullable=False, server_default=sa.func.now()),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("created_at", Instant, nullable=False, server_default=sa.func.now()),
    sa.Column("traceparent", sa.Text, nullable=False),
    sa.Index("ix_job_run_at", "run_at"),
    sa.Index("ix_job_waits_for", "waits_for"),
)

deadline = sa.Table(
    "deadline",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("group", sa.Text, nullable=False),
    sa.Column("due_at", Instant, nullable=False),
    sa.Column("began_at", Instant, nullable=False),
    sa.Column("working_days", sa.Integer),
    sa.Column("calendar_version", sa.Integer, nullable=False),
    sa.Column("policy", sa.Text, nullable=False),
    sa.Index("ix_deadline_due_at_group", "due_at", "group"),
)

act = sa.Table(
    "act",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("actor", JSONB, nullable=False),
    sa.Column("body", JSONB, nullable=False),
    sa.Column("facts", JSONB, nullable=False),
    sa.Column("statement", BYTEA, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    sa.Column("outcome", JSONB),
    sa.Column("finished_at", Instant),
    sa.Index("ix_act_subject", "subject", postgresql_where=sa.text("outcome IS NULL")),
)

act_receipt = sa.Table(
    "act_receipt",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("act_id", UUID(as_uuid=True), sa.ForeignKey("act.id"), nullable=False),
    sa.Column("actor", JSONB, nullable=False),
    sa.Column("cms", BYTEA, nullable=False),
    sa.Column("received_at", Instant, nullable=False),
    sa.Column("verdict", sa.Text),
    sa.Column("algorithm", sa.Text),
    sa.Column("certificate_sha256", sa.Text),
    sa.Column("certificate_serial", sa.Text),
    sa.Column("revocation_evidence", JSONB(none_as_null=True)),
    sa.Column("traceparent", sa.Text, nullable=False),
    sa.Index("ix_act_receipt_act_id", "act_id"),
    sa.Index("ix_act_receipt_received_at", "received_at", postgresql_where=sa.text("verdict IS NULL")),
)

idempotency = sa.Table(
    "idempotency",
    metadata,
    sa.Column("owner", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("request_sha256", sa.Text, nullable=False),
    sa.Column("answer", JSONB),
    sa.Column("created_at", Instant, nullable=False, server_default=sa.func.now()),
    sa.Index("ix_idempotency_created_at", "created_at"),
)
