"""The tables of kindergartens."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import BYTEA, JSONB, UUID

from kezek.contracts.vocabulary import Language
from kezek.platform.copies import copy_table
from kezek.platform.tables import Instant, service_metadata, with_policies

metadata = service_metadata()
with_policies(metadata)


def name_in(names: sa.ColumnElement[Any], language: Language) -> sa.ColumnElement[str]:
    """A name in one language, in the order of its alphabet; quotes and dashes do not count, № 5 is before № 14."""
    return in_order_of(names[language.value].astext, language)


def in_order_of(name: sa.ColumnElement[Any], language: Language) -> sa.ColumnElement[str]:
    """A name in the order of a language's alphabet."""
    return sa.collate(name, f"names_{language.value}")


district = sa.Table(
    "district",
    metadata,
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("name", JSONB, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
)

kindergarten = sa.Table(
    "kindergarten",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("district", sa.Text, sa.ForeignKey("district.code"), nullable=False),
    sa.Column("name", JSONB, nullable=False),
    sa.Column("address", JSONB, nullable=False),
    sa.Column("phone", sa.Text, nullable=False),
    sa.Column("ownership", sa.Text, nullable=False),
    sa.Column("website", sa.Text),
    # where it stands, in degrees north and east; both or neither
    sa.Column("latitude", sa.Double),
    sa.Column("longitude", sa.Double),
    sa.Column("bin", sa.Text),
    sa.Column("closed", sa.Boolean, nullable=False),
    sa.Column("closed_at", Instant),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("vacancies", sa.BigInteger, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("created_by", UUID(as_uuid=True), nullable=False),
    sa.UniqueConstraint("district", "name", "address"),
    sa.CheckConstraint("ownership in ('state', 'private', 'mini_centre')", name="ownership"),
)

worker = sa.Table(
    "worker",
    metadata,
    sa.Column("iin", sa.Text, primary_key=True),
    sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), primary_key=True),
    sa.Column("active", sa.Boolean, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
)

vacancy = sa.Table(
    "vacancy",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
    sa.Column("act_id", UUID(as_uuid=True), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("group_year", sa.Integer, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("places", sa.Integer, nullable=False),
    sa.Column("confirmed_at", Instant, nullable=False),
    sa.Column("confirmed_by", UUID(as_uuid=True), nullable=False),
    sa.Column("confirmed_by_name", sa.Text),
    sa.UniqueConstraint("act_id"),
    sa.CheckConstraint("places > 0", name="places"),
    sa.Index("ix_vacancy_kindergarten_id_id", "kindergarten_id", "id"),
)

place = sa.Table(
    "place",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("vacancy_id", UUID(as_uuid=True), nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("was_open", sa.Boolean, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Index("ix_place_vacancy_id", "vacancy_id"),
    sa.Index(
        "ix_place_vacancy_id_living",
        "vacancy_id",
        postgresql_where=sa.text("status in ('offered', 'held', 'open')"),
    ),
)


def _norm_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
        sa.Column("group_year", sa.Integer, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("norm", sa.Integer),
        sa.Column("earlier", sa.Integer, nullable=False),
    ]


group_norm = sa.Table(
    "group_norm",
    metadata,
    *_norm_columns(),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.PrimaryKeyConstraint("kindergarten_id", "group_year", "language", "kind"),
)

group_norm_history = sa.Table(
    "group_norm_history",
    metadata,
    sa.Column("act_id", UUID(as_uuid=True), primary_key=True),
    *_norm_columns(),
    sa.Column("at", Instant, nullable=False),
    sa.Column("stated_by", UUID(as_uuid=True), nullable=False),
    sa.Column("stated_by_name", sa.Text),
    sa.Index("ix_group_norm_history_kindergarten_id", "kindergarten_id"),
)

card = copy_table("card", metadata, "application_id")

# a stay in one group: who goes over to another one has a row for each
enrolment = sa.Table(
    "enrolment",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True, server_default=sa.func.gen_random_uuid()),
    sa.Column("referral_id", UUID(as_uuid=True), nullable=False),
    sa.Column("application_id", UUID(as_uuid=True), nullable=False, index=True),
    sa.Column("applicant_id", UUID(as_uuid=True), index=True),
    sa.Column("child_id", UUID(as_uuid=True), index=True),
    sa.Column("kindergarten_id", UUID(as_uuid=True), nullable=False),
    sa.Column("referral_number", sa.Text, nullable=False),
    sa.Column("group_year", sa.Integer, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False, server_default="general"),
    sa.Column("accepted_at", Instant, nullable=False),
    sa.Column("begun_by", sa.Text, nullable=False, server_default="accepted"),
    sa.Column("moved_at", Instant),
    sa.Column("ended_by", sa.Text),
    sa.Column("ended_on", sa.Date),
    sa.Column("ended_at", Instant),
    sa.Column("end_reason", sa.Text),
    sa.Column("end_remark", sa.Text, nullable=False, server_default=""),
    sa.Column("end_act_id", UUID(as_uuid=True)),
    sa.Column("version", sa.BigInteger, nullable=False, server_default="0"),
    sa.CheckConstraint(
        "(ended_on is null) = (ended_by is null) and (ended_on is null) = (ended_at is null)", name="ended"
    ),
    sa.Index("ix_enrolment_kindergarten_id_group_year", "kindergarten_id", "group_year"),
    # a referral is accepted once, and a child is in one group at a time
    sa.Index(
        "uq_enrolment_referral_id_accepted",
        "referral_id",
        unique=True,
        postgresql_where=sa.text("begun_by = 'accepted'"),
    ),
    sa.Index(
        "uq_enrolment_application_id_present",
        "application_id",
        unique=True,
        postgresql_where=sa.text("ended_on is null"),
    ),
)

closing = sa.Table(
    "closing",
    metadata,
    sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), primary_key=True),
    sa.Column("act_id", UUID(as_uuid=True), nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("closed_by", UUID(as_uuid=True), nullable=False),
    sa.Column("remark", sa.Text, nullable=False),
)

swap = sa.Table(
    "swap",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("district", sa.Text, nullable=False),
    sa.Column("group_year", sa.Integer, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("to_kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
    sa.Column("opened_at", Instant, nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    sa.Column("policy", sa.Text, nullable=False),
    # until the other family has joined; forgotten then, so that it serves once
    sa.Column("code", sa.Text, unique=True),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("state_at", Instant, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("remark", sa.Text, nullable=False, server_default=""),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.CheckConstraint("(code is not null) = (state = 'proposed')", name="code"),
)

# a child of a swap by its stay; the first one's family proposed it
swap_side = sa.Table(
    "swap_side",
    metadata,
    sa.Column("swap_id", UUID(as_uuid=True), sa.ForeignKey("swap.id"), primary_key=True),
    sa.Column("first", sa.Boolean, primary_key=True),
    sa.Column("enrolment_id", UUID(as_uuid=True), sa.ForeignKey("enrolment.id"), nullable=False),
    sa.Column("application_id", UUID(as_uuid=True), nullable=False),
    sa.Column("applicant_id", UUID(as_uuid=True), nullable=False),
    sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
    sa.Column("signed_at", Instant, nullable=False),
    sa.Column("approved_at", Instant),
    sa.Column("open", sa.Boolean, nullable=False),
    # a child is in one swap at a time
    sa.Index("uq_swap_side_enrolment_id_open", "enrolment_id", unique=True, postgresql_where=sa.text("open")),
    sa.Index("ix_swap_side_application_id", "application_id"),
    sa.Index("ix_swap_side_kindergarten_id_open", "kindergarten_id", postgresql_where=sa.text("open")),
)

# somebody whom a parent has named, and may entrust further children to
escort = sa.Table(
    "escort",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("applicant_id", UUID(as_uuid=True), nullable=False),
    sa.Column("iin", sa.Text, nullable=False, index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("phone", sa.Text, nullable=False),
    sa.Column("checked", sa.Boolean, nullable=False),
    # in which the parent reads and the escort is written to
    sa.Column("language", sa.Text, nullable=False),
    sa.UniqueConstraint("applicant_id", "iin"),
)

entrustment = sa.Table(
    "entrustment",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("escort_id", UUID(as_uuid=True), sa.ForeignKey("escort.id"), nullable=False),
    sa.Column("application_id", UUID(as_uuid=True), nullable=False),
    # with which it began: the escort's may change; null where a version of before the column wrote it
    sa.Column("phone", sa.Text),
    sa.Column("since", Instant, nullable=False),
    sa.Column("ended_at", Instant),
    sa.Column("ended_because", sa.Text),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("signed_in_at", Instant),
    sa.CheckConstraint("(ended_at is null) = (ended_because is null)", name="ended"),
    sa.Index(
        "uq_entrustment_escort_id_application_id_present",
        "escort_id",
        "application_id",
        unique=True,
        postgresql_where=sa.text("ended_at is null"),
    ),
    sa.Index("ix_entrustment_application_id", "application_id"),
    sa.Index("ix_entrustment_ended_at", "ended_at", postgresql_where=sa.text("ended_at is not null")),
)

# how often a child's escorts have changed: the version of what is told of it
escorts_changed = sa.Table(
    "escorts_changed",
    metadata,
    sa.Column("application_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
)

# the kindergarten's own list; who works in the system is in `worker`
staff_member = sa.Table(
    "staff_member",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
    sa.Column("iin", sa.Text, nullable=False, index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("position", sa.Text, nullable=False),
    sa.Column("from_on", sa.Date, nullable=False),
    sa.Column("until_on", sa.Date),
    sa.Column("act_id", UUID(as_uuid=True), nullable=False),
    sa.CheckConstraint("until_on is null or until_on >= from_on", name="until_on"),
    sa.UniqueConstraint("kindergarten_id", "iin", "from_on"),
)

account_request = sa.Table(
    "account_request",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("serial", sa.BigInteger, sa.Identity(always=True), nullable=False, unique=True),
    sa.Column("code_sha256", BYTEA, nullable=False),
    sa.Column("district", sa.Text, sa.ForeignKey("district.code"), nullable=False),
    sa.Column("name", JSONB, nullable=False),
    sa.Column("name_key", sa.Text, nullable=False),
    sa.Column("address", JSONB, nullable=False),
    sa.Column("phone", sa.Text, nullable=False),
    sa.Column("website", sa.Text),
    sa.Column("ownership", sa.Text, nullable=False),
    sa.Column("worker_iin", sa.Text, nullable=False, index=True),
    sa.Column("worker_phone", sa.Text, nullable=False),
    sa.Column("worker_email", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("submitted_at", Instant, nullable=False),
    sa.Column("decided_at", Instant),
    sa.Column("decided_by", UUID(as_uuid=True)),
    sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id")),
    sa.Column("reason", sa.Text),
    sa.Column("remark", sa.Text, nullable=False, server_default=""),
    sa.Column("network", sa.Text),
    sa.CheckConstraint("state in ('open', 'approved', 'refused')", name="state"),
    sa.Index("ix_account_request_district_name_key", "district", "name_key"),
)
