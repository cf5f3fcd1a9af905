"""A parent lets somebody outside the list fetch a child on one day, by a code that is shown once (domain §8.pickup)."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kezek.contracts import kindergartens as events
from kezek.contracts.hints import HintKind, person
from kezek.contracts.ids import new_id
from kezek.kindergartens.adapters import attendance, pickups, roster
from kezek.kindergartens.domain.pickup import Pickup, check_day, give_way, new_code, withdraw
from kezek.kindergartens.domain.roster import Enrolment, check_present
from kezek.platform.actors import Actor
from kezek.platform.db import Tx
from kezek.platform.errors import Conflict, NotFound, rules_hold
from kezek.platform.pseudonyms import Pseudonyms
from kezek.platform.workdays import local_day

_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Giving:
    """Whom a parent lets fetch which child, and on which day."""

    application_id: UUID
    name: str
    day: date

    def __repr__(self) -> str:
        """Without anything of the person, so that no log can hold it."""
        return "Giving()"


@dataclass(frozen=True)
class GivingBounds:
    """How many days ahead a code may be for, and how many a parent may give for a child in a day."""

    days_ahead: int
    most_a_day: int


async def give_pickup(
    tx: Tx, actor: Actor, giving: Giving, bounds: GivingBounds, pseudonyms: Pseudonyms
) -> tuple[Pickup, str]:
    """Give a code for an own enrolled child, instead of the one given for the same day; the code's digits beside it.

    Raises:
        NotFound: `enrolment_not_found` for a child that is not the parent's own, or in no kindergarten.
        Conflict: `child_not_in_group`, `pickup_day_not_allowed`, `too_many_pickups`.
    """
    stay = await _lock_own(tx, actor, giving.application_id)
    with rules_hold():
        check_day(giving.day, local_day(tx.now()), bounds.days_ahead)
    if await pickups.count_given(tx, stay.application_id, tx.now() - _A_DAY) >= bounds.most_a_day:
        raise Conflict("too_many_pickups", most=bounds.most_a_day)
    former = await pickups.lock_open(tx, stay.application_id, giving.day)
    if former is not None:
        await _save_withdrawn(tx, give_way(former, tx.now()))
    return await _open(tx, actor, giving, stay.kindergarten_id, pseudonyms)


async def withdraw_pickup(tx: Tx, actor: Actor, pickup_id: UUID) -> None:
    """Let nobody fetch the child by this code any more.

    Raises:
        NotFound: `pickup_not_found`, also for another parent's.
        Conflict: `pickup_over` with its state, unless it waits.
    """
    found = await pickups.lock_pickup(tx, pickup_id)
    if found is None or found.applicant_id != actor.person_id:
        raise NotFound("pickup_not_found")
    stays = (await attendance.list_stays(tx, [found.application_id])).get(found.application_id, [])
    with rules_hold():
        withdrawn = withdraw(found, tx.now(), stays)
    await _save_withdrawn(tx, withdrawn)


async def tell_of_pickup(tx: Tx, pickup: Pickup) -> None:
    """Publish a step of a code, and show it on the family's open pages."""
    stay = await roster.find_last(tx, pickup.application_id)
    if stay is None:
        return
    event = events.PickupChanged(
        application_id=pickup.application_id,
        kindergarten_id=pickup.kindergarten_id,
        queue=stay.queue,
        language=stay.group.language,
        since=stay.since,
        pickup_id=pickup.id,
        applicant_id=pickup.applicant_id,
        state=pickup.step,
        day=pickup.day,
    )
    await tx.publish(event, version=pickup.version)
    tx.hint(person(pickup.applicant_id), HintKind.ESCORT, pickup.application_id)


async def _lock_own(tx: Tx, actor: Actor, application_id: UUID) -> Enrolment:
    """The stay of the parent's child, which nobody ends, and for which nobody gives another code, meanwhile."""
    (own,) = await roster.load_own_present(tx, actor.person_id, [application_id])
    stay = await roster.lock_enrolment(tx, own.enrolment.id)
    with rules_hold():
        check_present(stay)
    return stay


async def _open(
    tx: Tx, actor: Actor, giving: Giving, kindergarten_id: UUID, pseudonyms: Pseudonyms
) -> tuple[Pickup, str]:
    given = Pickup(
        id=new_id(),
        application_id=giving.application_id,
        applicant_id=actor.person_id,
        kindergarten_id=kindergarten_id,
        name=giving.name,
        day=giving.day,
        given_at=tx.now(),
    )
    code = new_code()
    while not await pickups.insert_pickup(tx, given, digest_of(pseudonyms, kindergarten_id, code)):
        code = new_code()
    await tell_of_pickup(tx, given)
    return given, code


async def _save_withdrawn(tx: Tx, withdrawn: Pickup) -> None:
    await pickups.update_withdrawn(tx, withdrawn)
    await tell_of_pickup(tx, withdrawn)


def digest_of(pseudonyms: Pseudonyms, kindergarten_id: UUID, code: str) -> str:
    """What is kept of a code: it opens nothing in another kindergarten."""
    return pseudonyms.of_code(f"pickup {kindergarten_id}", code)
