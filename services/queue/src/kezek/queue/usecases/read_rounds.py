"""What an officer sees of a district's rounds: the next one as it would be now, and those held (domain §9.rounds)."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.texts import Text
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import QueueClass
from kezek.platform import policies
from kezek.platform.db import ReadTx, Snapshot
from kezek.platform.errors import Conflict, NotFound
from kezek.platform.workdays import local_day
from kezek.queue.adapters import rounds
from kezek.queue.adapters.sortings import list_queue_ids
from kezek.queue.adapters.wishes import NUMBERS, count_waiting, kindergartens, list_kindergartens, list_seekers
from kezek.queue.domain.queue import CallState
from kezek.queue.domain.rounds import Given, waiting_list, waiting_lists
from kezek.queue.usecases.draw_round import Drawn, OfQueue, draw_round


@dataclass(frozen=True)
class Seat:
    """To which application a place goes: by its number, its category, which wish of its that is, and where."""

    number: str
    category: int
    queue: QueueRef
    wish: int
    kindergarten: Text
    # whether the turn has begun, none while nobody has answered
    begun: bool | None = None


@dataclass(frozen=True)
class NextRound:
    """The round as it would be now; `refusal` is the code of what forbids to hold it."""

    refusal: str | None
    digest: str
    waiting: int
    wishing: int
    places: int
    given: int
    queues: Sequence[OfQueue]
    seats: Sequence[Seat]


@dataclass(frozen=True)
class PastRound:
    """A round that was held: by whom, and of how many children the turns have begun, or did not."""

    id: UUID
    number: int
    held_at: datetime
    signed_by_name: str
    places: int
    wishing: int
    given: int
    begun: int
    unmade: int


@dataclass(frozen=True)
class DistrictRounds:
    """A district's next round and its last ones, newest first; its kindergartens, for their waiting lists.

    `waiting_list`: whether the policy of the day has such lists kept (domain §9.profiles).
    """

    district: str
    next_round: NextRound
    history: Sequence[PastRound]
    kindergartens: Sequence[Kindergarten]
    waiting_list: bool
    as_of: datetime


@dataclass(frozen=True)
class Waiting:
    """A child that waits for a kindergarten: its place in its own queue, number, category and which wish."""

    stands_at: int
    number: str
    category: int
    queue: QueueRef
    wish: int


async def read_rounds(tx: Snapshot, district: str, at_most: int) -> DistrictRounds:
    """The next round with so many of its places, in the order of the round, on one snapshot."""
    queues = await list_queue_ids(tx, district)
    history = [PastRound(**_named(PastRound, row)) for row in await rounds.list_rounds(tx, district)]
    return DistrictRounds(
        district=district,
        next_round=await _next_round(tx, district, queues, at_most),
        history=history,
        kindergartens=await list_kindergartens(tx, district),
        waiting_list=await _keeps_waiting_lists(tx, district),
        as_of=tx.now(),
    )


async def _next_round(tx: ReadTx, district: str, queues: Sequence[str], at_most: int) -> NextRound:
    waiting = await count_waiting(tx, queues)
    try:
        drawn = await draw_round(tx, district, queues, tx.now())
    except Conflict as refused:
        return NextRound(refused.code, "", waiting, 0, 0, 0, (), ())
    given = drawn.found.given
    shown = given[:at_most]
    names = await kindergartens.find_many(tx, {drawn.place_of(each).kindergarten_id for each in shown})
    return NextRound(
        refusal=None if given else "round_gives_nothing",
        digest=drawn.found.digest,
        waiting=waiting,
        wishing=drawn.wishing,
        places=len(drawn.kept),
        given=len(given),
        queues=drawn.by_queue(),
        seats=[_seat(drawn, each, names) for each in shown],
    )


def _seat(drawn: Drawn, given: Given, names: dict[UUID, Kindergarten]) -> Seat:
    seeker, kept = drawn.seeker_of[given.application_id], drawn.place_of(given)
    return Seat(seeker.number, seeker.category, kept.queue, given.wish, names[kept.kindergarten_id].name)


async def read_round(tx: ReadTx, district: str, round_id: UUID, at_most: int) -> tuple[PastRound, list[Seat]]:
    """A round of the district that was held, and so many of the places that it gave.

    Raises:
        NotFound: `round_not_found`, also for another district's.
    """
    found = next((row for row in await rounds.list_rounds(tx, district) if row.id == round_id), None)
    if found is None:
        raise NotFound("round_not_found")
    rows = await rounds.list_seats(tx, round_id, at_most)
    names = await kindergartens.find_many(tx, {row.kindergarten_id for row in rows})
    return PastRound(**_named(PastRound, found)), [_past_seat(row, names) for row in rows]


async def read_waiting_list(
    tx: ReadTx, district: str, kindergarten_id: UUID, at_most: int
) -> tuple[int, list[Waiting]]:
    """How many children of the district wait for a kindergarten, and the first of them in the order of the next round.

    Raises:
        NotFound: `kindergarten_not_found`, also for another district's.
        Conflict: `waiting_list_not_here`.
    """
    kindergarten = (await kindergartens.find_many(tx, [kindergarten_id])).get(kindergarten_id)
    if kindergarten is None or kindergarten.district != district:
        raise NotFound("kindergarten_not_found")
    if not await _keeps_waiting_lists(tx, district):
        raise Conflict("waiting_list_not_here")
    seekers = await list_seekers(tx, await list_queue_ids(tx, district), [kindergarten_id])
    by_id = {each.application_id: each for each in seekers}
    order = waiting_list(seekers, kindergarten_id)
    first = [by_id[each] for each in order[:at_most]]
    stands_at = {
        each: place for queue in waiting_lists(seekers, kindergarten_id).values() for place, each in enumerate(queue, 1)
    }
    return len(order), [
        Waiting(
            stands_at[each.application_id],
            each.number,
            each.category,
            QueueRef(district=district, kind=each.kind, group_year=each.group_year),
            each.wishes.index(kindergarten_id) + 1,
        )
        for each in first
    ]


async def _keeps_waiting_lists(tx: ReadTx, district: str) -> bool:
    return (await policies.load(tx, district, local_day(tx.now()))).waiting_list


def _past_seat(row: Any, names: dict[UUID, Kindergarten]) -> Seat:
    return Seat(
        number=row.number,
        category=NUMBERS[QueueClass(row.queue_class)],
        queue=QueueRef.parse(row.queue_id),
        wish=row.wish,
        kindergarten=names[row.kindergarten_id].name,
        begun=None if row.state == CallState.OPEN.value else row.state == CallState.BEGUN.value,
    )


def _named(model: type, row: Any) -> dict[str, Any]:
    return {each.name: getattr(row, each.name) for each in fields(model)}
