"""What a choice is made among: the chooser, the place, and where it matters all running turns of the queue (§6.3)."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import PlaceStatus
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, Unavailable
from kezek.referrals.adapters import candidates, places
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.choosing import Standing
from kezek.referrals.usecases.ends import end_overdue
from kezek.referrals.usecases.move_deadlines import with_moved_end

Choices = dict[UUID, UUID]
"""Which application wants which place."""


async def find_standing(tx: ReadTx, choosers: Iterable[Candidate], at: datetime) -> Standing:
    """All places of a queue that a child may take or is kept from, and all turns that hold some; nothing is locked."""
    own = {each.application_id: each for each in choosers}
    queue = next(iter(own.values())).queue
    held = await places.list_held_places(tx, queue) if any(each.turn for each in own.values()) else []
    others = [each.holder for each in held if each.holder and each.holder not in own]
    children = (await candidates.find_candidates(tx, others)) | own
    return Standing(at, children, {each.id: each for each in held + await places.list_free_places(tx, queue)})


async def lock_standing(tx: Tx, choices: Choices, at: datetime) -> Standing:
    """What these choices are made among, locked, as it was when the act came.

    Who chooses freely, or takes the place of the own running turn, needs no lock but the candidate's and the place's
    own. Where a place may go on from here, or be exchanged, the queue's row comes first.

    Raises:
        NotFound: `application_not_found`.
        Conflict: `place_taken`, also for what never was a place.
        Unavailable: `earlier_act_not_finished`.
    """
    try:
        async with tx.savepoint():
            ((application_id, place_id), *twins) = choices.items()
            candidate = await with_moved_end(tx, await candidates.lock_candidate(tx, application_id), at)
            if twins or _may_go_on(candidate, place_id, at):
                raise _PlaceMayGoOnError  # noqa: TRY301 - the savepoint gives the lock back
            return await _standing(tx, {application_id: candidate}, [place_id], at)
    except _PlaceMayGoOnError:
        await places.lock_queue(tx, candidate.queue)
        return await _lock_in_queue(tx, candidate.queue, choices, at)


class _PlaceMayGoOnError(Exception):
    """A place that is held may go to another: the queue's row must be locked first."""


def _may_go_on(candidate: Candidate, chosen_id: UUID, at: datetime) -> bool:
    turn = candidate.turn
    return turn is not None and (turn.place_id != chosen_id or at >= turn.term.ends_at)


async def _lock_in_queue(tx: Tx, queue: QueueRef, choices: Choices, at: datetime) -> Standing:
    """Under the queue's row: the choosers, and where a place is chosen that another's turn holds, all who hold one.

    Another's is a twin's, too: that one then holds what any of the others holds now.
    """
    chosen = await places.find_places(tx, choices.values())
    held = [each for each in chosen if each.status is PlaceStatus.HELD]
    exchanged = any((each.holder, each.id) not in choices.items() for each in held)
    holders = await places.list_holders(tx, queue) if exchanged else []
    locked = await candidates.lock_candidates(tx, {*choices, *holders})
    if not choices.keys() <= locked.keys():
        raise NotFound("application_not_found")
    if any(locked[each].queue != queue for each in choices):  # one is just in another: the worker tries again
        raise Unavailable("earlier_act_not_finished")
    # in the order of their ids, before an overdue turn's place is looked at alone
    await places.lock_places(tx, {*choices.values(), *_held_by(locked.values())})
    to_end = {*choices, *(each.holder for each in chosen if each.holder)}
    for application_id, candidate in locked.items():
        # of the others who are overdue only those whose place is wanted end now: they take no part anyway
        end = end_overdue if application_id in to_end else with_moved_end
        locked[application_id] = await end(tx, candidate, at)
    return await _standing(tx, locked, choices.values(), at)


async def _standing(tx: Tx, children: dict[UUID, Candidate], chosen: Collection[UUID], at: datetime) -> Standing:
    held = {*chosen, *_held_by(children.values())}
    locked = await places.lock_places(tx, held)
    if not set(chosen) <= locked.keys():
        raise Conflict("place_taken")
    return Standing(at, children, locked)


def _held_by(children: Iterable[Candidate]) -> set[UUID]:
    return {each.turn.place_id for each in children if each.turn}
