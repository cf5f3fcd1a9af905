"""The tables of the referrals service."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, UUID

from kezek.platform.copies import copy_table
from kezek.platform.tables import Instant, service_metadata, with_policies

metadata = service_metadata()
with_policies(metadata)
Id = UUID(as_uuid=True)

queue = sa.Table(
    "queue",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False, server_default="0"),
)

candidate = sa.Table(
    "candidate",
    metadata,
    sa.Column("application_id", Id, primary_key=True),
    sa.Column("child_id", Id, nullable=False),
    sa.Column("applicant_id", Id, nullable=False),
    sa.Column("queue", sa.Text, nullable=False),
    sa.Column("queue_class", sa.Text, nullable=False),
    sa.Column("birth_date", sa.Date, nullable=False),
    sa.Column("languages", ARRAY(sa.Text), nullable=False),
    sa.Column("submitted_at", Instant, nullable=False),
    sa.Column("serial", sa.BigInteger, sa.Identity(always=True), nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("referrals_issued", sa.Integer, nullable=False),
    sa.Column("misses", sa.Integer, nullable=False),
    sa.Column("stop_listed_until", Instant),
    # the application's, as applications told last of child and queue
    sa.Column("facts_version", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("next_queue", sa.Text),
    # as which application a moved child goes on
    sa.Column("moved_to", Id),
    # the day of which the family knows that the child is too old on it
    sa.Column("ageing_told", sa.Date),
    # the voucher regime: until when it is restorable, and whether it was restored once
    sa.Column("inactive_until", Instant),
    sa.Column("restored", sa.Boolean, nullable=False, server_default=sa.false()),
    # when its last term ran out: the next one may begin with that midnight
    sa.Column("term_ended_at", Instant),
    # a transfer: by which application the child is enrolled, and where; whether that is over
    sa.Column("transfer_of", Id),
    sa.Column("leaves", Id),
    sa.Column("enrolment_over", sa.Boolean, nullable=False, server_default=sa.false()),
    # who is enrolled: to which kindergarten it has come last by a swap, and by which version of its stay
    sa.Column("swapped_to", Id),
    sa.Column("roster_version", sa.BigInteger, nullable=False, server_default="0"),
    sa.CheckConstraint("(transfer_of is null) = (leaves is null)", name="transfer_whole"),
    sa.Index("ix_candidate_transfer_of", "transfer_of", postgresql_where=sa.text("transfer_of is not null")),
    sa.Index(
        "ix_candidate_leaves", "queue", "leaves", postgresql_where=sa.text("leaves is not null and not enrolment_over")
    ),
    sa.UniqueConstraint("serial"),
    sa.Index("ix_candidate_applicant_id", "applicant_id"),
    sa.Index("ix_candidate_child_id", "child_id"),
)

place = sa.Table(
    "place",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("vacancy_id", Id, nullable=False),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("kindergarten_id", Id, nullable=False),
    sa.Column("queue", sa.Text, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("published_at", Instant, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("offer", sa.Integer, nullable=False),
    sa.Column("offered_at", Instant, nullable=False, server_default=sa.func.now()),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("holder", Id),
    sa.Column("not_for", ARRAY(Id), nullable=False, server_default="{}"),
    # when it opens to free choice, while it waits for its hour
    sa.Column("opens_at", Instant),
    # the queue has said that it is kept for the next round
    sa.Column("awaits_round", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.UniqueConstraint("vacancy_id", "ordinal"),
    sa.CheckConstraint("(status in ('held', 'taken')) = (holder is not null)", name="holder_while_held_or_taken"),
    # a child holds at most one place for a turn and at most one taken (domain §6.5)
    sa.Index("uq_place_held_holder", "holder", unique=True, postgresql_where=sa.text("status = 'held'")),
    sa.Index("uq_place_taken_holder", "holder", unique=True, postgresql_where=sa.text("status = 'taken'")),
    sa.Index("ix_place_queue_open", "queue", postgresql_where=sa.text("status = 'open'")),
    sa.Index("ix_place_queue_held", "queue", postgresql_where=sa.text("status in ('held', 'opening')")),
    sa.Index("ix_place_awaits_round", "queue", postgresql_where=sa.text("awaits_round")),
    sa.Index("ix_place_offered_at", "offered_at", postgresql_where=sa.text("status = 'offered'")),
)

turn = sa.Table(
    "turn",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("call_id", Id, nullable=False),
    sa.Column("application_id", Id, sa.ForeignKey("candidate.application_id"), nullable=False),
    sa.Column("child_id", Id, nullable=False),
    sa.Column("place_id", Id, sa.ForeignKey("place.id"), nullable=False),
    sa.Column("kindergarten_id", Id, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    # what the child was called with
    sa.Column("queue_class", sa.Text),
    sa.Column("birth_date", sa.Date),
    sa.Column("languages", ARRAY(sa.Text)),
    sa.Column("began_at", Instant, nullable=False),
    sa.Column("last_day", sa.Date, nullable=False),
    sa.Column("ends_at", Instant, nullable=False),
    sa.Column("policy", sa.Text, nullable=False),
    sa.Column("ended", sa.Text),
    # exactly its place is to be confirmed
    sa.Column("by_round", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Index("uq_turn_open_child", "child_id", unique=True, postgresql_where=sa.text("ended is null")),
    sa.Index("ix_turn_application_id", "application_id"),
)

referral = sa.Table(
    "referral",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("number", sa.Text, nullable=False),
    sa.Column("application_id", Id, sa.ForeignKey("candidate.application_id"), nullable=False),
    sa.Column("child_id", Id, nullable=False),
    sa.Column("place_id", Id, sa.ForeignKey("place.id"), nullable=False),
    sa.Column("kindergarten_id", Id, nullable=False),
    sa.Column("group_year", sa.Integer, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("issued_at", Instant, nullable=False),
    sa.Column("last_day", sa.Date, nullable=False),
    sa.Column("ends_at", Instant, nullable=False),
    sa.Column("policy", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    # since when the term runs, if not since the issue, or stands; why it stands, and the working days kept
    sa.Column("clock_since", Instant),
    sa.Column("stopped_by", sa.Text),
    sa.Column("days_left", sa.Integer),
    sa.Column("extended", sa.Boolean, nullable=False, server_default=sa.false()),
    # whether it is of a child that is enrolled meanwhile: it may be valid beside the accepted one
    sa.Column("transfer", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.UniqueConstraint("number"),
    sa.Index(
        "uq_referral_open_child",
        "child_id",
        unique=True,
        postgresql_where=sa.text("status = 'accepted' or (status = 'valid' and not transfer)"),
    ),
    sa.Index("uq_referral_valid_child", "child_id", unique=True, postgresql_where=sa.text("status = 'valid'")),
    sa.Index("ix_referral_application_id", "application_id"),
)

refusal = sa.Table(
    "refusal",
    metadata,
    sa.Column("referral_id", Id, sa.ForeignKey("referral.id"), primary_key=True),
    sa.Column("application_id", Id, sa.ForeignKey("candidate.application_id"), nullable=False),
    sa.Column("district", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("refused_at", Instant, nullable=False),
    sa.Column("refused_by", Id, nullable=False),
    sa.Column("outcome", sa.Text),
    sa.Column("decision_words", sa.Text, nullable=False, server_default=""),
    sa.Column("decided_at", Instant),
    sa.Column("decided_by", Id),
    sa.Index("ix_refusal_application_id", "application_id"),
    sa.Index("ix_refusal_district_waiting", "district", "refused_at", postgresql_where=sa.text("outcome is null")),
)

family_word = sa.Table(
    "family_word",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("referral_id", Id, sa.ForeignKey("refusal.referral_id"), nullable=False),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("said_at", Instant, nullable=False),
    sa.Index("ix_family_word_referral_id", "referral_id"),
)

family_file = sa.Table(
    "family_file",
    metadata,
    sa.Column("file_id", Id, primary_key=True),
    sa.Column("word_id", Id, sa.ForeignKey("family_word.id"), nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("owner_id", Id, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Index("ix_family_file_word_id", "word_id"),
)

counter_paper = sa.Table(
    "counter_paper",
    metadata,
    sa.Column("file_id", Id, primary_key=True),
    sa.Column("act_id", Id, nullable=False),
    sa.Column("application_id", Id, sa.ForeignKey("candidate.application_id"), nullable=False),
    sa.Column("owner_id", Id, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("added_at", Instant, nullable=False),
    sa.Column("applicant_id", Id),  # none: of a scan that was kept twice before it could not be
    sa.Index("ix_counter_paper_act_id", "act_id"),
    sa.Index("ix_counter_paper_application_id", "application_id"),
    sa.Index("uq_counter_paper_applicant_id_sha256", "applicant_id", "sha256", unique=True),
)

answered_call = sa.Table(
    "answered_call",
    metadata,
    sa.Column("call_id", Id, primary_key=True),
    sa.Column("started", sa.Boolean, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
)

history = sa.Table(
    "history",
    metadata,
    sa.Column("application_id", Id, primary_key=True),
    sa.Column("version", sa.BigInteger, primary_key=True),
    sa.Column("at", Instant, nullable=False),
    sa.Column("event", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("rule", sa.Text, nullable=False),
    sa.Column("actor_id", Id),
    sa.Column("act_id", Id),
)

annulment = sa.Table(
    "annulment",
    metadata,
    sa.Column("act_id", Id, primary_key=True),
    sa.Column("vacancy_id", Id, nullable=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("officer_id", Id, nullable=False),
    sa.Column("officer_name", sa.Text),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("remark", sa.Text, nullable=False),
    sa.Column("places", sa.Integer, nullable=False),
    sa.Column("turns", sa.Integer, nullable=False),
    sa.Index("ix_annulment_vacancy_id", "vacancy_id"),
)

kindergarten = copy_table("kindergarten", metadata, "id")

card = copy_table(
    "card",
    metadata,
    "application_id",
    sa.Column("child_iin", sa.Text, nullable=False),
    sa.Index("ix_card_child_iin", "child_iin"),
)
