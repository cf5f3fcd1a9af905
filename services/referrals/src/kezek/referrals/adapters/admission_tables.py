"""The tables of admission applications (domain §8.papers)."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from kezek.platform.tables import Instant
from kezek.referrals.adapters.tables import Id, metadata

admission = sa.Table(
    "admission",
    metadata,
    sa.Column("referral_id", Id, sa.ForeignKey("referral.id"), primary_key=True),
    sa.Column("application_id", Id, sa.ForeignKey("candidate.application_id"), nullable=False),
    sa.Column("applicant_id", Id, nullable=False),
    sa.Column("kindergarten_id", Id, nullable=False),
    sa.Column("serial", sa.BigInteger, sa.Identity(always=True), nullable=False),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    # when its papers were handed in last; none of what was archived without any
    sa.Column("submitted_at", Instant),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("ended_at", Instant),
    # what the applicant said of itself; none once the family is forgotten
    sa.Column("applicant", JSONB),
    sa.UniqueConstraint("number"),
    sa.Index("ix_admission_application_id", "application_id"),
    sa.Index("ix_admission_applicant_id", "applicant_id"),
    sa.Index("ix_admission_kindergarten_id", "kindergarten_id", "state", "submitted_at"),
)

submission = sa.Table(
    "submission",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("referral_id", Id, sa.ForeignKey("admission.referral_id"), nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("act_id", Id, nullable=False),
    # those of its files that it shares with an earlier one, too
    sa.Column("files", ARRAY(Id), nullable=False),
    sa.Column("contract", JSONB),
    sa.Column("flaw", sa.Text),
    sa.Column("words", sa.Text, nullable=False, server_default=""),
    sa.Column("returned_at", Instant),
    sa.Column("returned_by", Id),
    sa.Index("ix_submission_referral_id", "referral_id"),
)

admission_file = sa.Table(
    "admission_file",
    metadata,
    sa.Column("file_id", Id, primary_key=True),
    sa.Column("referral_id", Id, sa.ForeignKey("admission.referral_id"), nullable=False),
    sa.Column("form", sa.Text, nullable=False),
    sa.Column("owner_id", Id, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Index("ix_admission_file_referral_id", "referral_id"),
)

admission_serial = sa.Table(
    "admission_serial",
    metadata,
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("year", sa.Integer, primary_key=True),
    sa.Column("last", sa.Integer, nullable=False),
)
