"""The tables of kindergartens."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB, UUID

from kezek.platform.tables import Instant, service_metadata

metadata = service_metadata()

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
    sa.Column("closed", sa.Boolean, nullable=False),
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
)

card = sa.Table(
    "card",
    metadata,
    sa.Column("application_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("state", JSONB, nullable=False),
)

enrolment = sa.Table(
    "enrolment",
    metadata,
    sa.Column("referral_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("application_id", UUID(as_uuid=True), nullable=False),
    sa.Column("kindergarten_id", UUID(as_uuid=True), nullable=False),
    sa.Column("referral_number", sa.Text, nullable=False),
    sa.Column("group_year", sa.Integer, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("accepted_at", Instant, nullable=False),
    sa.Index("ix_enrolment_kindergarten_id_group_year", "kindergarten_id", "group_year"),
)
