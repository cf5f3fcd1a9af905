"""The tables of auth."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import BYTEA, JSONB, UUID

from kezek.platform.tables import Instant, service_metadata

metadata = service_metadata()

account = sa.Table(
    "account",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("iin", sa.Text, nullable=False, unique=True),
    sa.Column("known_as", sa.Text, unique=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("email", sa.Text),
    sa.Column("phone", sa.Text),
    sa.Column("message_language", sa.Text),
    sa.Column("version", sa.BigInteger, nullable=False, server_default=sa.text("0")),
)

known_device = sa.Table(
    "known_device",
    metadata,
    sa.Column("person_id", UUID(as_uuid=True), sa.ForeignKey("account.id"), primary_key=True),
    sa.Column("secret_sha256", BYTEA, primary_key=True),
    sa.Column("used_at", Instant, nullable=False),
    sa.Column("forgotten_at", Instant),
)

password = sa.Table(
    "password",
    metadata,
    sa.Column("person_id", UUID(as_uuid=True), sa.ForeignKey("account.id"), primary_key=True),
    sa.Column("hash", sa.Text, nullable=False),
    sa.Column("set_at", Instant, nullable=False),
)

session = sa.Table(
    "session",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("secret_sha256", BYTEA, nullable=False, unique=True),
    sa.Column("person_id", UUID(as_uuid=True), sa.ForeignKey("account.id"), nullable=False, index=True),
    sa.Column("method", sa.Text, nullable=False),
    sa.Column("began_at", Instant, nullable=False),
    sa.Column("used_at", Instant, nullable=False),
    sa.Column("ended_at", Instant),
    sa.Column("device", sa.Text, nullable=False, server_default=""),
    sa.Column("address", sa.Text, nullable=False, server_default=""),
    sa.Column("workplace_id", UUID(as_uuid=True)),
    sa.Column("phone", sa.Text),
)

# a child entrusted to somebody now, and the phone that the parent gave for them
entrustment = sa.Table(
    "entrustment",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("iin", sa.Text, nullable=False),
    sa.Column("phone", sa.Text, nullable=False),
    sa.Column("signed_in_at", Instant),
    # for some days after they may still send what they marked before
    sa.Column("ended_at", Instant),
    sa.Index("ix_entrustment_iin", "iin"),
)

staff_grant = sa.Table(
    "staff_grant",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("iin", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("kindergarten_id", UUID(as_uuid=True)),
    sa.Column("district", sa.Text),
    sa.Column("granted_at", Instant, nullable=False),
    sa.Column("granted_by", UUID(as_uuid=True)),
    sa.Column("ended_at", Instant),
    sa.Column("ended_by", UUID(as_uuid=True)),
    sa.Index(
        "uq_staff_grant_open",
        "iin",
        "role",
        "kindergarten_id",
        "district",
        unique=True,
        postgresql_nulls_not_distinct=True,
        postgresql_where=sa.text("ended_at is null"),
    ),
    sa.Index(
        "uq_staff_grant_officer",
        "iin",
        unique=True,
        postgresql_where=sa.text("role = 'officer' and ended_at is null"),
    ),
)

security_event = sa.Table(
    "security_event",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("happened_at", Instant, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("person_id", UUID(as_uuid=True), index=True),
    sa.Column("code", sa.Text),
    sa.Column("details", JSONB, nullable=False),
)

reading = sa.Table(
    "reading",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("reading_id", UUID(as_uuid=True), nullable=False),
    sa.Column("read_at", Instant, nullable=False, index=True),
    sa.Column("service", sa.Text, nullable=False),
    sa.Column("reader_id", UUID(as_uuid=True), nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("kindergarten_id", UUID(as_uuid=True)),
    sa.Column("district", sa.Text),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
    sa.Column("act_id", UUID(as_uuid=True)),
    sa.Column("person_id", UUID(as_uuid=True)),
    sa.Column("known_as", sa.Text),
    sa.Column("application_id", UUID(as_uuid=True)),
    sa.Column("object_id", UUID(as_uuid=True)),
    sa.Index("ix_reading_person_id_id", "person_id", "id"),
    sa.Index("ix_reading_known_as_id", "known_as", "id", postgresql_where=sa.text("known_as is not null")),
    sa.Index("ix_reading_reader_id_id", "reader_id", "id"),
)

organisation = sa.Table(
    "organisation",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("name", JSONB, nullable=False),
)

refusal_tally = sa.Table(
    "refusal_tally",
    metadata,
    sa.Column("minute", Instant, primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("count", sa.BigInteger, nullable=False),
)
