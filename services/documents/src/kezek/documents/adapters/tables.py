"""The tables of documents."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import UUID

from kezek.platform.copies import copy_table
from kezek.platform.tables import Instant, service_metadata, with_policies

metadata = service_metadata()
with_policies(metadata)

card = copy_table("card", metadata, "application_id")

kindergarten = copy_table("kindergarten", metadata, "id")

kept_file = copy_table("kept_file", metadata, "file_id")

# a group's closed month, whole
sheet = copy_table("sheet", metadata, "sheet_id")

# its paper in two languages, by the hashes of their bytes
sheet_paper = sa.Table(
    "sheet_paper",
    metadata,
    sa.Column("sheet_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("check_code", sa.Text, nullable=False),
    sa.Column("kk", sa.Text, nullable=False),
    sa.Column("ru", sa.Text, nullable=False),
    sa.Column("made_at", Instant, nullable=False),
    sa.UniqueConstraint("check_code"),
)

referral = sa.Table(
    "referral",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("application_id", UUID(as_uuid=True), nullable=False),
    sa.Column("applicant_id", UUID(as_uuid=True), nullable=False),
    sa.Column("kindergarten_id", UUID(as_uuid=True), nullable=False),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("group_year", sa.Integer, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("issued_at", Instant, nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    sa.Column("last_day", sa.Date, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("check_code", sa.Text, nullable=False),
    sa.Column("stopped", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.UniqueConstraint("check_code"),
    sa.Index("ix_referral_application_id", "application_id"),
    sa.Index("ix_referral_kindergarten_id", "kindergarten_id"),
)

# what papers are about beside referrals; nobody's name stands here
subject = sa.Table(
    "subject",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("application_id", UUID(as_uuid=True)),
    sa.Column("applicant_id", UUID(as_uuid=True)),
    sa.Column("kindergarten_id", UUID(as_uuid=True)),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("check_code", sa.Text, nullable=False),
)

document = sa.Table(
    "document",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("application_id", UUID(as_uuid=True)),
    sa.Column("subject_kind", sa.Text, nullable=False),
    sa.Column("subject_id", UUID(as_uuid=True), nullable=False),
    # kept by a trigger for the release before this; a later one takes it away
    sa.Column("referral_id", UUID(as_uuid=True), sa.ForeignKey("referral.id")),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("made_at", Instant, nullable=False),
    sa.UniqueConstraint("kind", "subject_kind", "subject_id"),
    sa.UniqueConstraint("kind", "referral_id"),
    sa.Index("ix_document_application_id", "application_id"),
)

contract_template = sa.Table(
    "contract_template",
    metadata,
    sa.Column("act_id", UUID(as_uuid=True), primary_key=True),
    sa.Column("district", sa.Text, nullable=False),
    sa.Column("ownership", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("kk", sa.Text, nullable=False),
    sa.Column("ru", sa.Text, nullable=False),
    sa.Column("published_at", Instant, nullable=False),
    sa.Column("signed_by", UUID(as_uuid=True), nullable=False),
    sa.Column("signed_by_name", sa.Text, nullable=False),
    sa.UniqueConstraint("district", "ownership", "version"),
)

# a contract's number and template, settled before its paper is made
contract = sa.Table(
    "contract",
    metadata,
    sa.Column("referral_id", UUID(as_uuid=True), sa.ForeignKey("referral.id"), primary_key=True),
    sa.Column("district", sa.Text, nullable=False),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("serial", sa.Integer, nullable=False),
    # none: the shipped one
    sa.Column("template_id", UUID(as_uuid=True), sa.ForeignKey("contract_template.act_id")),
    sa.Column("made_at", Instant, nullable=False),
    sa.UniqueConstraint("district", "year", "serial"),
)

contract_signature = copy_table(
    "contract_signature",
    metadata,
    "act_id",
    sa.Column("referral_id", UUID(as_uuid=True), nullable=False),
    sa.Index("ix_contract_signature_referral_id", "referral_id"),
)

upload = sa.Table(
    "upload",
    metadata,
    sa.Column("id", UUID(as_uuid=True), primary_key=True),
    sa.Column("owner_id", UUID(as_uuid=True), nullable=False),
    sa.Column("purpose", sa.Text, nullable=False),
    sa.Column("draft_id", UUID(as_uuid=True), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("sha256", sa.Text),
    sa.Column("received", sa.Integer, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("media_type", sa.Text),
    sa.Column("fault", sa.Text),
    sa.Column("created_at", Instant, nullable=False, server_default=sa.func.now()),
    sa.Column("checked_at", Instant),
    sa.Column("discarded_at", Instant),
    sa.Column("receipt_until", Instant),
    sa.Column("erased_at", Instant),
    sa.Index("ix_upload_owner_id_created_at", "owner_id", "created_at"),
    sa.Index("ix_upload_state_created_at", "state", "created_at"),
)

upload_part = sa.Table(
    "upload_part",
    metadata,
    sa.Column("upload_id", UUID(as_uuid=True), sa.ForeignKey("upload.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("begins", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("stored_as", sa.Text, nullable=False),
)
