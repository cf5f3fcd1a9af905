"""A worker enters lines of the staff list and signs; who is an escort there is told first (domain §8.escorts)."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.kindergartens.adapters import escorts, kindergartens, staff
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.staff import StaffMember, check_staff
from kezek.kindergartens.domain.statements import change_staff
from kezek.kindergartens.usecases.entrusting import end_of_staff
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, rules_hold
from kezek.platform.workdays import local_day


class StaffLine(ActModel):
    """A line of the list; one is known by its IIN and first day."""

    iin: str
    name: str
    position: str
    from_on: date
    until_on: date | None = None

    @property
    def member(self) -> StaffMember:
        """As the rules judge it."""
        return StaffMember(**self.model_dump())


class StaffLines(ActModel):
    """What a worker enters: all lines or none."""

    kindergarten_id: UUID
    lines: tuple[StaffLine, ...]


class StaffFacts(ActModel):
    """What was known: lines of these people as they are, and who of them is an escort of a child there."""

    name: Text
    before: tuple[StaffLine, ...]
    escorts: tuple[str, ...]


class StaffChanged(ActModel):
    """The lines stand; so many children are entrusted to the new staff no more."""

    kindergarten_id: UUID
    lines: int
    escorts_ended: int


class ChangeStaff(SignedAct[StaffLines, StaffFacts, StaffChanged]):
    """The signed act; its subject is the kindergarten."""

    TYPE = "kindergartens.change-staff"
    OF_KINDERGARTEN = True

    async def draft(self, tx: Tx, actor: Actor, body: StaffLines) -> Draft[StaffFacts]:
        """What the worker would sign.

        Raises:
            NotFound: `kindergarten_not_found`, also for somebody who does not work there.
            Conflict: `kindergarten_closed`, `staff_from_in_future`, `staff_until_before_from`, `staff_named_twice`.
        """
        kindergarten = await kindergartens.load_kindergarten(tx, body.kindergarten_id)
        await _check(tx, actor, kindergarten, body, tx.now())
        facts = await _facts(tx, kindergarten, body, tx.now())
        members = [each.member for each in body.lines]
        return Draft(str(kindergarten.id), facts, change_staff(facts.name, members, facts.escorts, actor.language))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the kindergarten as it is until the receipt is stored."""
        await kindergartens.share_kindergarten(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[StaffLines, StaffFacts], received_at: datetime) -> StaffChanged:
        """Store the lines; to whoever works there now its children are entrusted no more.

        Raises:
            NotFound, Conflict: as in `draft`; `act_outdated` when a line or an escort has changed since.
        """
        kindergarten = await kindergartens.lock_kindergarten(tx, UUID(act.subject))
        await _check(tx, act.actor, kindergarten, act.body, received_at)
        working = _working(act.body, received_at)
        await escorts.lock_people(tx, working)
        act.check_facts(await _facts(tx, kindergarten, act.body, received_at))
        ended = await escorts.list_at(tx, kindergarten.id, working)
        await staff.put_staff(tx, kindergarten.id, [each.member for each in act.body.lines], act.id)
        await end_of_staff(tx, kindergarten.id, working)
        return StaffChanged(kindergarten_id=kindergarten.id, lines=len(act.body.lines), escorts_ended=len(ended))


async def _check(tx: ReadTx, actor: Actor, kindergarten: Kindergarten, body: StaffLines, at: datetime) -> None:
    if not await kindergartens.works_there(tx, actor, kindergarten.id):
        raise NotFound("kindergarten_not_found")
    if kindergarten.closed:
        raise Conflict("kindergarten_closed")
    with rules_hold():
        check_staff([each.member for each in body.lines], local_day(at))


def _working(body: StaffLines, at: datetime) -> Sequence[str]:
    """Who of them works there on this day."""
    return sorted({each.iin for each in body.lines if each.member.works_on(local_day(at))})


async def _facts(tx: ReadTx, kindergarten: Kindergarten, body: StaffLines, at: datetime) -> StaffFacts:
    named = {each.iin for each in body.lines}
    before = [each for each in await staff.list_staff(tx, kindergarten.id) if each.iin in named]
    entrusted = await escorts.list_at(tx, kindergarten.id, _working(body, at))
    return StaffFacts(
        name=kindergarten.name,
        before=tuple(StaffLine(**vars(each)) for each in before),
        escorts=tuple(sorted({each.escort.iin for each in entrusted})),
    )
