"""A worker looks a pick-up code up, compares the name with an identity card, and gives the child by it (§8.pickup)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from kezek.kindergartens.adapters import attendance, attendance_day, kindergartens, pickups, sheets, staff
from kezek.kindergartens.adapters.attendance_day import Listed
from kezek.kindergartens.domain.attendance import Mark, MarkedBy, MarkKind
from kezek.kindergartens.domain.pickup import Pickup, Use
from kezek.kindergartens.domain.roster import Enrolment
from kezek.kindergartens.usecases.give_pickup import tell_of_pickup
from kezek.platform.actors import Actor
from kezek.platform.db import Tx
from kezek.platform.errors import Conflict, NotFound, TooMany, rules_hold
from kezek.platform.workdays import local_day

WINDOW = timedelta(hours=1)


@dataclass(frozen=True)
class Tries:
    """How many wrong codes may be typed in an hour: by one worker, and in one kindergarten."""

    of_worker: int
    of_kindergarten: int


@dataclass(frozen=True)
class Typed:
    """A code as a worker of a kindergarten typed it: its keyed digest."""

    kindergarten_id: UUID
    digest: str


async def look_at_pickup(tx: Tx, actor: Actor, typed: Typed, tries: Tries) -> tuple[Pickup, Listed]:
    """The code, by which the child may be given now, and the child with the parent who gave it.

    Raises:
        NotFound: `kindergarten_not_found`, also for who does not work there; `pickup_unknown`, also for another
            kindergarten's: it counts as a wrong try.
        TooMany: `pickup_tries_spent`.
        Conflict: `pickup_used`, `pickup_withdrawn`, `pickup_other_day`, `pickup_child_left`.
    """
    await _lock_tries(tx, actor, typed)
    await _check_may_try(tx, actor, typed, tries)
    found = await pickups.find_by_code(tx, typed.kindergarten_id, typed.digest)
    if found is None:
        raise await _missed(tx, actor, typed)
    await _check_usable(tx, found, tx.now())
    child = await attendance_day.find_own(tx, found.applicant_id, found.application_id)
    if child is None:  # its card was erased
        raise Conflict("pickup_child_left")
    return found, child


async def use_pickup(tx: Tx, actor: Actor, typed: Typed, mark_id: UUID, tries: Tries) -> None:
    """Give the child by the code: it is used, and the child's leaving marked, or neither; sent again it is done once.

    Raises:
        NotFound, TooMany, Conflict: as `look_at_pickup`; `mark_id_taken`, `sheet_closed`.
    """
    await _lock_tries(tx, actor, typed)
    # before any row: who ends the child's stay holds this lock when rows are asked for
    closed = await sheets.share_closed(tx, [typed.kindergarten_id], local_day(tx.now()))
    found = await pickups.lock_by_code(tx, typed.kindergarten_id, typed.digest)
    if found is not None and found.was_used(actor.person_id, mark_id):
        return
    await _check_may_try(tx, actor, typed, tries)
    if found is None:
        raise await _missed(tx, actor, typed)
    at = tx.now()
    if closed.has_day(await _check_usable(tx, found, at), local_day(at)):
        raise Conflict("sheet_closed")
    name = await staff.find_name(tx, typed.kindergarten_id, actor.iin)
    use = Use(at, actor.person_id, name, mark_id)
    used = replace(found, use=use)
    await pickups.update_used(tx, used)
    if not await attendance.insert_mark(tx, _leaving(used, use), used.applicant_id):
        raise Conflict("mark_id_taken")
    await tell_of_pickup(tx, used)


def _leaving(used: Pickup, use: Use) -> Mark:
    """The mark that the child has left: made by hand by who gave it, now."""
    return Mark(
        id=use.mark_id,
        application_id=used.application_id,
        kindergarten_id=used.kindergarten_id,
        kind=MarkKind.LEAVING,
        at=use.at,
        device_at=use.at,
        received_at=use.at,
        marked_by=MarkedBy.WORKER,
        person_id=use.by,
        worker_name=use.name,
        pickup_id=used.id,
    )


async def _lock_tries(tx: Tx, actor: Actor, typed: Typed) -> None:
    if not await kindergartens.works_there(tx, actor, typed.kindergarten_id):
        raise NotFound("kindergarten_not_found")
    await pickups.lock_tries(tx, typed.kindergarten_id)


async def _check_may_try(tx: Tx, actor: Actor, typed: Typed, tries: Tries) -> None:
    misses = await pickups.count_misses(tx, typed.kindergarten_id, actor.person_id, tx.now() - WINDOW)
    if misses.of_person >= tries.of_worker or misses.of_kindergarten >= tries.of_kindergarten:
        raise TooMany("pickup_tries_spent", retry_after_s=int(WINDOW.total_seconds()))


async def _missed(tx: Tx, actor: Actor, typed: Typed) -> NotFound:
    """The refusal of a code that nobody was given here; that it was tried is kept."""
    await pickups.insert_miss(tx, typed.kindergarten_id, actor.person_id)
    refusal = NotFound("pickup_unknown")
    refusal.leaves_trace = True
    return refusal


async def _check_usable(tx: Tx, found: Pickup, at: datetime) -> Sequence[Enrolment]:
    """The child's stays, of which one is here today."""
    stays = (await attendance.list_stays(tx, [found.application_id])).get(found.application_id, [])
    with rules_hold():
        found.check_usable(local_day(at), stays)
    return stays
