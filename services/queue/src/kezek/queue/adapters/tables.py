"""The tables of the queue's schema."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, BYTEA, JSONB, UUID

from kezek.platform.copies import copy_table
from kezek.platform.tables import Instant, service_metadata, with_policies

metadata = service_metadata()
with_policies(metadata)
Id = UUID(as_uuid=True)

queue = sa.Table(
    "queue",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("district", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("group_year", sa.Integer, nullable=False),
    sa.Column("owed", sa.Integer, nullable=False, server_default="0"),
    sa.Column("sequence", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("version", sa.BigInteger, nullable=False, server_default="0"),
    # the hash of the last line that has one, and its number
    sa.Column("head", BYTEA, nullable=False, server_default=sa.text("decode(repeat('00', 32), 'hex')")),
    sa.Column("chained", sa.BigInteger, nullable=False, server_default="0"),
    # of the last line, so that the next one is not earlier
    sa.Column("recorded_at", Instant),
    sa.CheckConstraint("owed >= 0", name="owed_not_negative"),
)

call = sa.Table(
    "call",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("queue_id", sa.Text, sa.ForeignKey("queue.id"), nullable=False),
    sa.Column("sequence", sa.BigInteger, nullable=False),
    sa.Column("queue_class", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False, server_default=""),
    sa.Column("policy", sa.Text, nullable=False),
    # one made by numbered categories does not count in the phase
    sa.Column("by_category", sa.Boolean, nullable=False, server_default="false"),
    sa.Column("called_at", Instant, nullable=False),
    sa.Column("answered_at", Instant),
    sa.CheckConstraint("state in ('open', 'begun', 'unmade')", name="state_known"),
    sa.Index("uq_call_queue_id_sequence", "queue_id", "sequence", unique=True),
    sa.Index(
        "ix_call_made",
        "queue_id",
        "queue_class",
        "sequence",
        postgresql_where=sa.text("state in ('open', 'begun')"),
    ),
    sa.Index("ix_call_open", "id", postgresql_where=sa.text("state = 'open'")),
)

entry = sa.Table(
    "entry",
    metadata,
    sa.Column("application_id", Id, primary_key=True),
    sa.Column("queue_id", sa.Text, sa.ForeignKey("queue.id"), nullable=False),
    sa.Column("number", sa.Text(collation="C"), nullable=False),
    # of the application that applications told last
    sa.Column("version", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("child_id", Id, nullable=False),
    sa.Column("applicant_id", Id, nullable=False),
    sa.Column("queue_class", sa.Text, nullable=False),
    sa.Column("born_on", sa.Date, nullable=False),
    sa.Column("languages", ARRAY(sa.Text), nullable=False),
    sa.Column("submitted_at", Instant, nullable=False),
    sa.Column("twins", Id),
    sa.Column("separate_places", sa.Boolean, nullable=False, server_default="false"),
    sa.Column("waiting", sa.Boolean, nullable=False),
    sa.Column("open_call_id", Id, sa.ForeignKey("call.id")),
    sa.CheckConstraint("queue_class in ('extraordinary', 'priority', 'general', 'transfer')", name="queue_class_known"),
    # of an enrolled child that asks for another kindergarten: by which application it is enrolled, and where
    sa.Column("transfer_of", Id),
    sa.Column("leaves", Id),
    sa.CheckConstraint("(transfer_of is null) = (leaves is null)", name="transfer_whole"),
    # by what the child stands in the order: its own class, time and number, or what twins who wait together share
    sa.Column("order_class", sa.Text, nullable=False),
    sa.Column("order_at", Instant, nullable=False),
    sa.Column("order_number", sa.Text(collation="C"), nullable=False),
    sa.Index(
        "ix_entry_order",
        "queue_id",
        "order_class",
        "order_at",
        "order_number",
        "submitted_at",
        "number",
        postgresql_where=sa.text("waiting and open_call_id is null"),
    ),
    sa.Index("ix_entry_twins", "queue_id", "twins", postgresql_where=sa.text("twins is not null")),
    sa.Index("ix_entry_number", "number"),
    sa.Index("ix_entry_open_call_id", "open_call_id", postgresql_where=sa.text("open_call_id is not null")),
)

# when benefits end of who has an entry, and how the child stands then, unless applications says otherwise before
benefit_end = sa.Table(
    "benefit_end",
    metadata,
    sa.Column("application_id", Id, sa.ForeignKey("entry.application_id"), primary_key=True),
    sa.Column("at", Instant, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("queue_class", sa.Text, nullable=False),
    sa.Column("unproved", sa.Boolean, nullable=False),
    sa.Index("ix_benefit_end_at", "at"),
)

# how many children stand in the order of a queue, by class, and how many of them have twins: counted by triggers
in_order = sa.Table(
    "in_order",
    metadata,
    sa.Column("queue_id", sa.Text, sa.ForeignKey("queue.id"), primary_key=True),
    sa.Column("order_class", sa.Text, primary_key=True),
    sa.Column("children", sa.BigInteger, nullable=False),
    sa.Column("twins", sa.BigInteger, nullable=False, server_default="0"),
)

call_child = sa.Table(
    "call_child",
    metadata,
    sa.Column("call_id", Id, sa.ForeignKey("call.id"), primary_key=True),
    sa.Column("application_id", Id, sa.ForeignKey("entry.application_id"), primary_key=True),
    sa.Column("place_id", Id, nullable=False),
    sa.Column("offer", sa.Integer, nullable=False),
    sa.Index("ix_call_child_place_id", "place_id"),
    sa.Index("ix_call_child_application_id", "application_id"),
)

candidate = sa.Table(
    "candidate",
    metadata,
    sa.Column("application_id", Id, primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("waiting", sa.Boolean, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Index("ix_candidate_notified", "application_id", postgresql_where=sa.text("status = 'notified'")),
)

offer = sa.Table(
    "offer",
    metadata,
    sa.Column("place_id", Id, primary_key=True),
    sa.Column("queue_id", sa.Text, sa.ForeignKey("queue.id"), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("not_for", ARRAY(Id), nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("offered_at", Instant, nullable=False),
    # of one that waits for a round: where it is, and by what it is ordered
    sa.Column("kindergarten_id", Id),
    sa.Column("published_at", Instant),
    sa.Column("vacancy_id", Id),
    sa.Column("ordinal", sa.Integer),
    sa.CheckConstraint("state in ('called', 'nobody', 'kept')", name="state_known"),
    sa.Index("ix_offer_kept", "queue_id", postgresql_where=sa.text("state = 'kept'")),
)

# when a family looked at the page of its child's place, this time and the time before, and how the child stood then
look = sa.Table(
    "look",
    metadata,
    sa.Column("application_id", Id, sa.ForeignKey("entry.application_id"), primary_key=True),
    sa.Column("queue_id", sa.Text, nullable=False),
    sa.Column("sequence", sa.BigInteger, nullable=False),
    sa.Column("position", sa.Integer),
    sa.Column("at", Instant, nullable=False),
    sa.Column("before_queue_id", sa.Text),
    sa.Column("before_sequence", sa.BigInteger),
    sa.Column("before_position", sa.Integer),
    sa.Column("before_at", Instant),
)

ledger = sa.Table(
    "ledger",
    metadata,
    sa.Column("queue_id", sa.Text, sa.ForeignKey("queue.id"), primary_key=True),
    sa.Column("sequence", sa.BigInteger, primary_key=True),
    sa.Column("what", sa.Text, nullable=False),
    # none where a line is of the queue alone
    sa.Column("application_id", Id, sa.ForeignKey("entry.application_id")),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("owed", sa.Integer, nullable=False),
    sa.Column("recorded_at", Instant, nullable=False),
    # what lines had not before they were chained
    sa.Column("rule", sa.Text),
    sa.Column("actor", sa.Text),
    sa.Column("facts", JSONB),
    sa.Column("hash", BYTEA),
    sa.Index("ix_ledger_application_id", "application_id"),
    sa.Index("ix_ledger_queue_id_recorded_at", "queue_id", "recorded_at"),
)

# free places, as referrals tells of them
place = sa.Table(
    "place",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("queue_id", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Index("ix_place_free", "queue_id", postgresql_where=sa.text("status in ('offered', 'held', 'open')")),
)

# the districts of the region, by their KATO prefixes
district = sa.Table(
    "district",
    metadata,
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("version", sa.BigInteger, nullable=False),
    sa.Column("name", JSONB, nullable=False),
)

# which districts were sorted anew, by which act, and what that did to each queue, of the district or new
sorting = sa.Table(
    "sorting",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("district", sa.Text, nullable=False),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("signed_at", Instant, nullable=False),
    sa.Column("signed_by", Id, nullable=False),
    sa.Column("signed_by_name", sa.Text, nullable=False),
    sa.Index("ix_sorting_district", "district", "signed_at"),
)
sorting_queue = sa.Table(
    "sorting_queue",
    metadata,
    sa.Column("sorting_id", Id, sa.ForeignKey("sorting.id"), primary_key=True),
    sa.Column("queue_id", sa.Text, primary_key=True),
    sa.Column("of_district", sa.Boolean, nullable=False),
    sa.Column("children", sa.Integer, nullable=False, server_default="0"),
    sa.Column("went", sa.Integer, nullable=False, server_default="0"),
    sa.Column("came", sa.Integer, nullable=False, server_default="0"),
    sa.Column("corrected", sa.Integer, nullable=False, server_default="0"),
    sa.Column("sorted_at", Instant),
)

# the data of a district as they are asked for anew before it is sorted: by whom, and how far applications has come
refresh = sa.Table(
    "refresh",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("district", sa.Text, nullable=False),
    sa.Column("asked_at", Instant, nullable=False),
    sa.Column("asked_by", Id, nullable=False),
    sa.Column("version", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("total", sa.Integer),
    sa.Column("asked", sa.Integer, nullable=False, server_default="0"),
    sa.Column("silent", sa.Integer, nullable=False, server_default="0"),
    sa.Column("changed", sa.Integer, nullable=False, server_default="0"),
    sa.Column("finished_at", Instant),
    sa.Index("ix_refresh_district", "district", "asked_at"),
)

# every version of policies, years of the calendar and lists of benefits, as it was published and by which act
publication = sa.Table(
    "publication",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("version", sa.BigInteger, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("district", sa.Text),
    sa.Column("state", JSONB, nullable=False),
    sa.Column("published_at", Instant, nullable=False),
    sa.Column("act_id", Id),
    sa.Column("signed_by", Id),
    sa.Column("signed_by_name", sa.Text),
    sa.CheckConstraint("kind in ('policy', 'calendar', 'benefits')", name="kind_known"),
    sa.Index("ix_publication_kind_district", "kind", "district"),
)

kindergarten = copy_table("kindergarten", metadata, "id", sa.Column("district", sa.Text, nullable=False))

# the kindergartens that a family wishes, the dearest first
wishes = sa.Table(
    "wishes",
    metadata,
    sa.Column("application_id", Id, sa.ForeignKey("entry.application_id"), primary_key=True),
    sa.Column("kindergartens", ARRAY(Id), nullable=False),
    sa.Column("changed_at", Instant, nullable=False),
    sa.Index("ix_wishes_kindergartens", "kindergartens", postgresql_using="gin"),
)

# rounds of distribution by the acts that signed them, and what each gave to whom
round_ = sa.Table(
    "round",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("district", sa.Text, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("policy", sa.Text, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("places", sa.Integer, nullable=False),
    sa.Column("wishing", sa.Integer, nullable=False),
    sa.Column("given", sa.Integer, nullable=False),
    sa.Column("held_at", Instant, nullable=False),
    sa.Column("signed_by", Id, nullable=False),
    sa.Column("signed_by_name", sa.Text, nullable=False),
    sa.UniqueConstraint("district", "number"),
)
round_seat = sa.Table(
    "round_seat",
    metadata,
    sa.Column("round_id", Id, sa.ForeignKey("round.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("application_id", Id, sa.ForeignKey("entry.application_id"), nullable=False),
    sa.Column("call_id", Id, sa.ForeignKey("call.id"), nullable=False),
    sa.Column("kindergarten_id", Id, nullable=False),
    sa.Column("wish", sa.Integer, nullable=False),
    # by the database's real time, as the age of referrals' offers
    sa.Column("asked_at", Instant, nullable=False, server_default=sa.func.now()),
    sa.Index("ix_round_seat_application_id", "application_id"),
    sa.Index("ix_round_seat_call_id", "call_id"),
)
# who wished something when it was held, in which queue, and got nothing
round_unseated = sa.Table(
    "round_unseated",
    metadata,
    sa.Column("round_id", Id, sa.ForeignKey("round.id"), primary_key=True),
    sa.Column("application_id", Id, sa.ForeignKey("entry.application_id"), primary_key=True),
    sa.Column("queue_id", sa.Text, nullable=False),
)
