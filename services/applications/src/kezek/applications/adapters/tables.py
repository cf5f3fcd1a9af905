"""Tables of the applications service."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID

from kezek.contracts.vocabulary import ApplicationStatus
from kezek.platform.tables import Instant, service_metadata, with_policies

metadata = service_metadata()
with_policies(metadata)

# of those that have been in a queue
HAS_ENDED = sa.text("not live and candidate_version > 0")
HOLDS_THE_CHILD = sa.text("live and status <> all (array['submitted', 'under_review'])")

district = sa.Table(
    "district",
    metadata,
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("name", JSONB, nullable=False),
)

kindergarten = sa.Table(
    "kindergarten",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("name", JSONB, nullable=False),
    sa.Column("address", JSONB, nullable=False),
)

account = sa.Table(
    "account",
    metadata,
    sa.Column("person_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("phone", sa.Text),
    sa.Column("email", sa.Text),
)

register_copy = sa.Table(
    "register_copy",
    metadata,
    sa.Column("iin", sa.Text, primary_key=True),
    sa.Column("state", JSONB, nullable=False),
    sa.Column("asked_at", Instant, nullable=False),
)

child = sa.Table(
    "child",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("iin", sa.Text, nullable=False, unique=True),
)

serial = sa.Table(
    "serial",
    metadata,
    sa.Column("district", sa.Text, primary_key=True),
    sa.Column("year", sa.Integer, primary_key=True),
    sa.Column("last", sa.Integer, nullable=False),
)

application = sa.Table(
    "application",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("number", sa.Text, nullable=False, unique=True),
    sa.Column("child_id", UUID(as_uuid=True), sa.ForeignKey("child.id"), nullable=False),
    sa.Column("applicant_id", UUID(as_uuid=True), nullable=False),
    sa.Column("district", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("group_year", sa.Integer, nullable=False),
    sa.Column("queue_class", sa.Text, nullable=False),
    sa.Column("birth_date", sa.Date, nullable=False),
    sa.Column("languages", ARRAY(sa.Text), nullable=False),
    sa.Column("submitted_at", Instant, nullable=False),
    sa.Column("act_id", UUID(as_uuid=True), nullable=False),
    sa.Column("policy", sa.Text, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("live", sa.Boolean, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("status_at", Instant, nullable=False),
    sa.Column("candidate", JSONB),
    sa.Column("candidate_version", sa.BigInteger, nullable=False),
    sa.Column("settlement", sa.Text),
    sa.Column("twins", UUID(as_uuid=True)),
    sa.Column("separate_places", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("to_check", sa.Boolean, nullable=False, server_default=sa.false()),
    # a transfer: by which application the child is enrolled, and where
    sa.Column("transfer_of", UUID(as_uuid=True)),
    sa.Column("leaves", UUID(as_uuid=True)),
    sa.CheckConstraint("(transfer_of is null) = (leaves is null)", name="transfer_whole"),
    sa.Index("ix_application_transfer_of", "transfer_of", postgresql_where=sa.text("transfer_of is not null")),
    sa.Index("ix_application_applicant_id", "applicant_id"),
    sa.Index("ix_application_twins", "twins"),
    sa.Index("ix_application_birth_date", "birth_date"),
    sa.Index("ix_application_child_id_ended", "child_id", postgresql_where=HAS_ENDED),
    # whose child it is nobody has shown before it is queued: until then an application holds the child for nobody else
    sa.Index(
        "uq_application_child_id_queued",
        "child_id",
        unique=True,
        postgresql_where=sa.text("live and status <> all (array['submitted', 'under_review']) and transfer_of is null"),
    ),
    # the one exception: one transfer of a child that is enrolled meanwhile
    sa.Index(
        "uq_application_child_id_transfer",
        "child_id",
        unique=True,
        postgresql_where=sa.text("live and transfer_of is not null and status <> 'enrolled'"),
    ),
    sa.Index(
        "uq_application_applicant_id_child_id",
        "applicant_id",
        "child_id",
        unique=True,
        postgresql_where=sa.text("live and transfer_of is null"),
    ),
)

# how far a district's children have been asked about once more; the cursor is the last of them
refresh = sa.Table(
    "refresh",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("district", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("total", sa.Integer, nullable=False),
    sa.Column("asked", sa.Integer, nullable=False),
    sa.Column("silent", sa.Integer, nullable=False),
    sa.Column("changed", sa.Integer, nullable=False),
    sa.Column("last_id", UUID(as_uuid=True)),
)

_other = application.alias("other_twin")
# not whose twins are over, or have moved to another district without it
HAS_TWINS = (
    sa.exists()
    .where(
        _other.c.twins == application.c.twins,
        _other.c.id != application.c.id,
        _other.c.district == application.c.district,
        _other.c.live,
    )
    .label("has_twins")
)

_transfer = application.alias("its_transfer")
TRANSFER_ID = (
    sa.select(_transfer.c.id)
    .where(
        _transfer.c.transfer_of == application.c.id,
        _transfer.c.live,
        _transfer.c.status != ApplicationStatus.ENROLLED.value,
    )
    .order_by(_transfer.c.id.desc())
    .limit(1)
    .scalar_subquery()
    .label("transfer_id")
)

_enrolment = application.alias("its_enrolment")
# of a transfer: whether the child is in the kindergarten still that it asks to leave
ENROLMENT_LASTS = (
    sa.select(_enrolment.c.live)
    .where(_enrolment.c.id == application.c.transfer_of)
    .scalar_subquery()
    .label("enrolment_lasts")
)

claim = sa.Table(
    "claim",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("application_id", UUID(as_uuid=True), sa.ForeignKey("application.id"), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("submitted_at", Instant, nullable=False),
    sa.Column("benefit", sa.Text),
    sa.Column("queue_class", sa.Text),
    sa.Column("correctional", sa.Boolean, nullable=False),
    sa.Column("provisional", sa.Boolean, nullable=False),
    sa.Column("due_at", Instant),
    sa.Column("valid_until", sa.Date),
    sa.Column("decided_at", Instant),
    sa.Column("decided_by", UUID(as_uuid=True)),
    sa.Column("reason", sa.Text),
    sa.Column("remark", sa.Text, nullable=False),
    # of twins applied for together: the claim that holds the files of all
    sa.Column("shared_with", UUID(as_uuid=True)),
    sa.Index("ix_claim_shared_with", "shared_with"),
    sa.Index("ix_claim_application_id", "application_id"),
    sa.Index("ix_claim_submitted_at_waiting", "submitted_at", postgresql_where=sa.text("state = 'waiting'")),
)

claim_file = sa.Table(
    "claim_file",
    metadata,
    sa.Column("file_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("claim_id", UUID(as_uuid=True), sa.ForeignKey("claim.id"), nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("added_at", Instant, nullable=False),
    sa.Column("owner_id", UUID(as_uuid=True)),
    sa.Index("ix_claim_file_claim_id", "claim_id"),
)

benefit_list = sa.Table(
    "benefit_list",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("benefits", JSONB, nullable=False),
)

draft = sa.Table(
    "draft",
    metadata,
    sa.Column("person_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("sealed", sa.Text, nullable=False),
    sa.Column("saved_at", Instant, nullable=False),
    sa.Index("ix_draft_saved_at", "saved_at"),
)

statement_file = sa.Table(
    "statement_file",
    metadata,
    sa.Column("file_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("application_id", UUID(as_uuid=True), sa.ForeignKey("application.id"), nullable=False),
    sa.Column("owner_id", UUID(as_uuid=True), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("added_at", Instant, nullable=False),
    sa.Index("ix_statement_file_application_id", "application_id"),
)

card = sa.Table(
    "card",
    metadata,
    sa.Column("application_id", UUID(as_uuid=True), sa.ForeignKey("application.id"), primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("state", JSONB, nullable=False),
)

history_line = sa.Table(
    "history_line",
    metadata,
    sa.Column("application_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("fact", sa.Text, primary_key=True),
    sa.Column("at", Instant, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("params", JSONB, nullable=False),
)

# to which kindergarten a child has come last by a swap, whatever its referral says
SWAPPED_TO = (
    sa.select(history_line.c.params["kindergarten_id"].astext)
    .where(history_line.c.application_id == application.c.id, history_line.c.code == "swapped")
    .order_by(history_line.c.at.desc())
    .limit(1)
    .scalar_subquery()
    .label("swapped_to")
)

document = sa.Table(
    "document",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("application_id", UUID(as_uuid=True), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("about", UUID(as_uuid=True), nullable=False),
    sa.Column("made_at", Instant, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Index("ix_document_application_id", "application_id"),
)
