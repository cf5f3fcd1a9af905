"""What a family wishes, where its child stands for each, and what the last round gave (domain §9.rounds)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.policy import Policy
from kezek.platform import policies
from kezek.platform.db import ReadTx
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import local_day
from kezek.queue.adapters import rounds
from kezek.queue.adapters.sortings import list_queue_ids
from kezek.queue.adapters.wishes import Wishing, kindergartens, list_seekers, list_twins_elsewhere
from kezek.queue.domain.queue import CallState
from kezek.queue.domain.rounds import Seeker, waiting_lists
from kezek.queue.domain.wishes import check_may_wish
from kezek.queue.usecases.change_wishes import find_own


@dataclass(frozen=True)
class Wish:
    """A wished kindergarten; at which number of its waiting list the child stands, if it does, and how many do.

    `waiting` is None where the policy has no such list kept (domain §9.profiles).
    """

    kindergarten: Kindergarten
    stands_at: int | None = None
    waiting: int | None = None


class Outcome(StrEnum):
    """What a round was for a child: it got a place, or none; its place fell away before its turn; it took no part."""

    GIVEN = "given"
    NONE = "none"
    FELL_AWAY = "fell_away"
    NOT_IN_IT = "not_in_it"


@dataclass(frozen=True)
class LastRound:
    """The district's last round, what it was for this child, and in which kindergarten it gave a place, if it did."""

    number: int
    held_at: datetime
    outcome: Outcome
    kindergarten_id: UUID | None


@dataclass(frozen=True)
class OwnWishes:
    """An application with its wishes in their order; `obstacle` is the code of what forbids to change them."""

    of: Wishing
    obstacle: str | None
    most: int
    wishes: Sequence[Wish]
    waiting_list: bool
    last_round: LastRound | None
    as_of: datetime


async def read_wishes(tx: ReadTx, application_id: UUID, *, person_id: UUID) -> OwnWishes:
    """The wishes of a family's own application.

    Raises:
        NotFound: `application_not_found`.
    """
    wishing = await find_own(tx, application_id, person_id)
    policy = await policies.load(tx, wishing.queue.district, local_day(tx.now()))
    obstacle = None
    try:
        check_may_wish(policy, wishing.status)
    except RuleBrokenError as broken:
        obstacle = broken.code
    last = await rounds.find_last(tx, wishing.queue.district, application_id)
    return OwnWishes(
        of=wishing,
        obstacle=obstacle,
        most=policy.most_wishes,
        wishes=await _list_wishes(tx, wishing, policy),
        waiting_list=policy.waiting_list,
        last_round=None if last is None else _last_round(last),
        as_of=tx.now(),
    )


def _last_round(row: Any) -> LastRound:
    if row.kindergarten_id is None:
        return LastRound(row.number, row.held_at, Outcome.NONE if row.unseated else Outcome.NOT_IN_IT, None)
    if row.state == CallState.UNMADE.value:
        return LastRound(row.number, row.held_at, Outcome.FELL_AWAY, None)
    return LastRound(row.number, row.held_at, Outcome.GIVEN, row.kindergarten_id)


async def _list_wishes(tx: ReadTx, wishing: Wishing, policy: Policy) -> list[Wish]:
    known = await kindergartens.find_many(tx, wishing.kindergartens)
    if not policy.waiting_list:
        return [Wish(known[each]) for each in wishing.kindergartens]
    seekers = await _list_seekers(tx, wishing)
    return [_wish(known[each], seekers, wishing) for each in wishing.kindergartens]


async def _list_seekers(tx: ReadTx, wishing: Wishing) -> list[Seeker]:
    """Who wishes any of its kindergartens in its queue, with all that decides on their order."""
    if not wishing.kindergartens:
        return []
    own = str(wishing.queue)
    seekers = await list_seekers(tx, [own], wishing.kindergartens)
    others = [each for each in await list_queue_ids(tx, wishing.queue.district) if each != own]
    return [*seekers, *await list_twins_elsewhere(tx, others, seekers)]


def _wish(kindergarten: Kindergarten, seekers: Sequence[Seeker], wishing: Wishing) -> Wish:
    waiting = waiting_lists(seekers, kindergarten.kindergarten_id).get(
        (wishing.queue.kind, wishing.queue.group_year), []
    )
    stands_at = waiting.index(wishing.application_id) + 1 if wishing.application_id in waiting else None
    return Wish(kindergarten, stands_at, len(waiting))
