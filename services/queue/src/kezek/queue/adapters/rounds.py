"""Rounds of distribution: the places that wait for one, and what each gave. SQL only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.referrals import PlaceOffer
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import InstructionLanguage, PlaceStatus
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import any_of
from kezek.queue.adapters import tables
from kezek.queue.domain.queue import FreePlace
from kezek.queue.domain.rounds import RoundPlace

_O, _P, _K, _R, _S, _U, _E, _C = (
    tables.offer,
    tables.place,
    tables.kindergarten,
    tables.round_,
    tables.round_seat,
    tables.round_unseated,
    tables.entry,
    tables.call,
)
_LOCK = sa.text("select pg_advisory_xact_lock(hashtextextended('round.' || :district, 0))")
_SHARE = sa.text("select pg_advisory_xact_lock_shared(hashtextextended('round.' || :district, 0))")
_KEEP = sa.text(
    "update offer set state = 'kept', kindergarten_id = told.kindergarten_id, published_at = told.published_at, "
    "vacancy_id = told.vacancy_id, ordinal = told.ordinal from unnest(cast(:place_id as uuid[]), "
    "cast(:kindergarten_id as uuid[]), cast(:published_at as timestamptz[]), cast(:vacancy_id as uuid[]), "
    "cast(:ordinal as int[])) as told (place_id, kindergarten_id, published_at, vacancy_id, ordinal) "
    "where offer.place_id = told.place_id"
)
# what referrals says of a place may come before its offer, or after
_KEPT = (
    sa.select(_O)
    .outerjoin(_P, _P.c.id == _O.c.place_id)
    .outerjoin(_K, _K.c.id == _O.c.kindergarten_id)
    .where(
        any_of(_O.c.queue_id, "queues"),
        _O.c.state == "kept",
        # known to be closed before its places are annulled one by one
        ~sa.func.coalesce(_K.c.state["closed"].as_boolean(), sa.false()),
        sa.func.coalesce(_P.c.status, PlaceStatus.OFFERED.value) == PlaceStatus.OFFERED.value,
    )
    .order_by(_O.c.published_at, _O.c.vacancy_id, _O.c.ordinal, _O.c.place_id)
)
_NEXT_NUMBER = sa.text("select coalesce(max(number), 0) + 1 from round where district = :district")
_INSERT, _INSERT_SEATS = sa.insert(_R), sa.insert(_S)
_FIND = sa.select(_R).where(_R.c.id == sa.bindparam("id"))
_LIST = sa.text(
    """
    select round.id, round.number, round.held_at, round.signed_by_name, round.places, round.wishing, round.given,
           coalesce(made.begun, 0) as begun, coalesce(made.unmade, 0) as unmade
    from round
    left join lateral (
        select count(*) filter (where call.state = 'begun') as begun,
               count(*) filter (where call.state = 'unmade') as unmade
        from round_seat join call on call.id = round_seat.call_id where round_seat.round_id = round.id
    ) as made on true
    where round.district = :district order by round.number desc limit 20
    """
)
_SEATS = (
    sa.select(_S, _C.c.state, _C.c.reason, _C.c.queue_id, _C.c.queue_class, _E.c.number)
    .join(_C, _C.c.id == _S.c.call_id)
    .join(_E, _E.c.application_id == _S.c.application_id)
    .where(_S.c.round_id == sa.bindparam("round"))
    .order_by(_S.c.position)
    .limit(sa.bindparam("at_most"))
)
_LAST = sa.text(
    """
    select round.number, round.held_at, seat.kindergarten_id, call.state, unseated.round_id is not null as unseated
    from round
    left join round_seat as seat on seat.round_id = round.id and seat.application_id = :application
    left join call on call.id = seat.call_id
    left join round_unseated as unseated on unseated.round_id = round.id and unseated.application_id = :application
    where round.district = :district order by round.number desc limit 1
    """
)
_OF_CALL = (
    sa.select(_R.c.id, _R.c.number, _E.c.application_id, _E.c.applicant_id, _E.c.version)
    .join(_S, _S.c.round_id == _R.c.id)
    .join(_E, _E.c.application_id == _S.c.application_id)
    .where(_S.c.call_id == sa.bindparam("call"), _E.c.waiting)
    .order_by(_S.c.position)
)
_INSERT_UNSEATED = sa.text(
    "insert into round_unseated (round_id, application_id, queue_id) "
    "select :round, * from unnest(cast(:applications as uuid[]), cast(:queues as text[]))"
)
_UNSEATED = (
    sa.select(_E.c.application_id, _E.c.applicant_id, _E.c.version)
    .join(_U, _U.c.application_id == _E.c.application_id)
    .where(_U.c.round_id == sa.bindparam("round"), _U.c.queue_id == sa.bindparam("queue"))
    .order_by(_E.c.application_id)
)


_UNANSWERED = sa.text(
    """
    select distinct call.id, call.queue_id, seat.round_id from call join round_seat as seat on seat.call_id = call.id
    where call.state = 'open' and seat.asked_at < now() - make_interval(secs => :older_than_s)
    order by call.id limit 500
    """
)
_ASK_AGAIN = sa.text(
    """
    update round_seat set asked_at = now() from call join call_child on call_child.call_id = call.id
    where call.id = :call and call.state = 'open' and round_seat.call_id = call.id
      and round_seat.application_id = call_child.application_id
    returning round_seat.position, call_child.application_id, call_child.place_id, call_child.offer
    """
)


@dataclass(frozen=True)
class Unanswered:
    """A call that a round made in a queue and that nobody has answered."""

    id: UUID
    queue: QueueRef
    round_id: UUID


@dataclass(frozen=True)
class Kept:
    """A place that waits for a round, under the number of its offer, and in which queue."""

    place: RoundPlace
    free: FreePlace
    kindergarten_id: UUID
    queue: QueueRef


async def lock_rounds(tx: Tx, district: str) -> None:
    """Nobody else holds a round of this district until this transaction ends."""
    await tx.execute(_LOCK, {"district": district})


async def share_rounds(tx: Tx, district: str) -> None:
    """No round of this district is held until this transaction ends."""
    await tx.execute(_SHARE, {"district": district})


async def keep_offers(tx: Tx, offers: Sequence[PlaceOffer]) -> None:
    """Let stored offers wait for a round, with where each place is and when it was published."""
    rows = [
        {
            "place_id": each.place.place_id,
            "kindergarten_id": each.kindergarten_id,
            "published_at": each.published_at,
            "vacancy_id": each.vacancy_id,
            "ordinal": each.ordinal,
        }
        for each in offers
    ]
    await tx.execute(_KEEP, {name: [row[name] for row in rows] for name in rows[0]})


async def list_kept(tx: ReadTx, queues: Sequence[str]) -> list[Kept]:
    """The places of these queues that wait for a round, in the order of publication; no closed kindergarten's do."""
    return [_kept(row, QueueRef.parse(row.queue_id)) for row in await tx.rows(_KEPT, {"queues": list(queues)})]


def _kept(row: Any, queue: QueueRef) -> Kept:
    free = FreePlace(row.place_id, row.number, InstructionLanguage(row.language), tuple(row.not_for))
    place = RoundPlace(
        place_id=free.id,
        kindergarten_id=row.kindergarten_id,
        group_year=queue.group_year,
        kind=queue.kind,
        language=free.language,
        not_for=frozenset(free.not_for),
    )
    return Kept(place, free, row.kindergarten_id, queue)


async def next_number(tx: ReadTx, district: str) -> int:
    """Which round of the district the next one is, counted from 1."""
    return int(await tx.value(_NEXT_NUMBER, {"district": district}))


async def insert_round(
    tx: Tx, row: dict[str, Any], seats: Sequence[dict[str, Any]], unseated: Mapping[UUID, str]
) -> None:
    """Keep a round, what it gave, and who wished something and got nothing, each with its queue."""
    await tx.execute(_INSERT, row)
    await tx.execute(_INSERT_SEATS, list(seats))
    rest = {"applications": list(unseated), "queues": list(unseated.values())}
    await tx.execute(_INSERT_UNSEATED, {"round": row["id"], **rest})


async def find_round(tx: ReadTx, round_id: UUID) -> sa.Row[Any] | None:
    """A round."""
    return await tx.row(_FIND, {"id": round_id})


async def list_rounds(tx: ReadTx, district: str) -> Sequence[sa.Row[Any]]:
    """The last rounds of a district, newest first, and of how many children the turns began, or did not."""
    return await tx.rows(_LIST, {"district": district})


async def list_seats(tx: ReadTx, round_id: UUID, at_most: int) -> Sequence[sa.Row[Any]]:
    """What a round gave to whom, in its order."""
    return await tx.rows(_SEATS, {"round": round_id, "at_most": at_most})


async def find_last(tx: ReadTx, district: str, application_id: UUID) -> sa.Row[Any] | None:
    """The district's last round, and what it gave this application, or whether it got nothing."""
    return await tx.row(_LAST, {"district": district, "application": application_id})


async def list_unseated(tx: ReadTx, round_id: UUID, queue: str) -> Sequence[sa.Row[Any]]:
    """Who stood in a queue when the round was held, wished something and got nothing."""
    return await tx.rows(_UNSEATED, {"round": round_id, "queue": queue})


async def list_waiting_of_call(tx: ReadTx, call_id: UUID) -> Sequence[sa.Row[Any]]:
    """Of the children whom a round called by this call those who wait, each with the round; none of another call."""
    return await tx.rows(_OF_CALL, {"call": call_id})


async def list_unanswered(tx: ReadTx, older_than_s: int) -> list[Unanswered]:
    """The calls of rounds that were made so long ago, by real time, or made again, and are not answered."""
    rows = await tx.rows(_UNANSWERED, {"older_than_s": older_than_s})
    return [Unanswered(row.id, QueueRef.parse(row.queue_id), row.round_id) for row in rows]


async def ask_again(tx: Tx, call_id: UUID) -> Sequence[sa.Row[Any]]:
    """Note that a call is made again now; its children with their places in their order, none if it is answered."""
    return sorted(await tx.rows(_ASK_AGAIN, {"call": call_id}), key=lambda row: int(row.position))
