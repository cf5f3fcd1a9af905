"""A worker closes a group's month with a signature over every number of it (domain §8.sheet)."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language, SheetDay
from kezek.kindergartens.adapters import kindergartens, sheets
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.sheet import ClosedChild, ClosedSheet, SheetLine, check_closable, digest_of
from kezek.kindergartens.domain.sheet_texts import OfSheet, closing_sentences
from kezek.kindergartens.usecases.attendance_sheets import MonthLines, asked_of, load_month
from kezek.kindergartens.usecases.publishing import tell_of_sheet, tell_parents
from kezek.kindergartens.usecases.regroup_children import StatedGroup
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.certificates import signer_name
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, rules_hold
from kezek.platform.workdays import local_day

_COUNTED = (SheetDay.PRESENT, SheetDay.ILLNESS, SheetDay.LEAVE, SheetDay.OTHER, SheetDay.UNMARKED)


class SheetToClose(ActModel):
    """Which group's month; `month` is its first day."""

    kindergarten_id: UUID
    group: StatedGroup
    month: date


class StatedMonth(ActModel):
    """A child's month as the statement tells it: how many days say what."""

    enrolment_id: UUID
    name: Text
    iin: str
    days: dict[SheetDay, int]


class SheetFacts(SheetToClose):
    """What must still hold when the month is closed: every day and hour, by the digest."""

    name: Text
    address: Text
    children: tuple[StatedMonth, ...]
    digest: str


class SheetClosed(ActModel):
    """The month is closed: under which number."""

    sheet_id: UUID
    number: str


class CloseSheet(SignedAct[SheetToClose, SheetFacts, SheetClosed]):
    """The signed act; its subject is the kindergarten."""

    TYPE = "kindergartens.close-sheet"
    OF_KINDERGARTEN = True

    async def draft(self, tx: Tx, actor: Actor, body: SheetToClose) -> Draft[SheetFacts]:
        """What the worker would sign.

        Raises:
            NotFound: `kindergarten_not_found`, also for somebody who does not work there.
            Conflict: `sheet_month_not_over`, `sheet_empty`, `sheet_closed_already`.
        """
        kindergarten = await kindergartens.load_kindergarten(tx, body.kindergarten_id)
        found = await self._check(tx, actor, body, tx.now())
        facts = _facts(kindergarten, found.lines, body)
        return Draft(str(kindergarten.id), facts, _sentences(facts, actor.language))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the kindergarten as it is until the receipt is stored."""
        await kindergartens.share_kindergarten(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[SheetToClose, SheetFacts], received_at: datetime) -> SheetClosed:
        """Close the month as it was signed, and have its paper made.

        Raises:
            NotFound, Conflict: as in `draft`; `act_outdated` when a day has changed since.
        """
        await sheets.lock_sheets(tx, UUID(act.subject))
        kindergarten = await kindergartens.lock_kindergarten(tx, UUID(act.subject))
        found = await self._check(tx, act.actor, act.body, received_at)
        act.check_facts(_facts(kindergarten, found.lines, act.body))
        policy = await policies.load(tx, kindergarten.district, local_day(received_at))
        closed = ClosedSheet(
            id=act.id,
            number="",
            kindergarten_id=kindergarten.id,
            group=act.body.group.group,
            month=act.body.month,
            children=tuple(_closed(each) for each in found.lines),
            not_worked=found.not_worked,
            digest=act.facts.digest,
            closed_at=received_at,
            closed_by=act.actor.person_id,
            closed_by_name=signer_name(act.cms),
            act_id=act.id,
            asks_parents=policy.sheet_approved_by_parents,
        )
        sheet = await sheets.insert_sheet(tx, closed)
        await tell_of_sheet(tx, sheet)
        if sheet.asks_parents:
            await tell_parents(tx, sheet, [each.child for each in found.lines])
        return SheetClosed(sheet_id=sheet.id, number=sheet.number)

    async def _check(self, tx: ReadTx, actor: Actor, body: SheetToClose, at: datetime) -> MonthLines:
        """The group's month, if it may be closed at this instant."""
        await kindergartens.check_works_there(tx, actor, body.kindergarten_id)
        group = body.group.group
        found = await load_month(tx, body.kindergarten_id, asked_of(group), body.month)
        with rules_hold():
            check_closable(body.month, local_day(at), found.lines)
        known = await sheets.list_sheets(tx, body.kindergarten_id, body.month)
        if any(each.group == group and each.reopening is None for each in known):
            raise Conflict("sheet_closed_already")
        return found


def _closed(line: SheetLine) -> ClosedChild:
    stay = line.child.enrolment
    return ClosedChild(stay.application_id, stay.applicant_id, tuple(each.says for each in line.cells))


def _facts(kindergarten: Kindergarten, lines: Sequence[SheetLine], body: SheetToClose) -> SheetFacts:
    return SheetFacts(
        **body.model_dump(),
        name=kindergarten.name,
        address=kindergarten.address,
        children=tuple(
            StatedMonth(
                enrolment_id=each.child.enrolment.id,
                name=each.child.names,
                iin=each.child.child.iin,
                days={says: each.count(says) for says in _COUNTED},
            )
            for each in lines
        ),
        digest=digest_of(kindergarten.id, body.group.group, body.month, lines),
    )


def _sentences(facts: SheetFacts, language: Language) -> tuple[str, ...]:
    of = OfSheet(facts.name, facts.address, facts.group.words, facts.month)
    total = {says.value: sum(each.days[says] for each in facts.children) for says in _COUNTED}
    lines = [{"name": each.name, "iin": each.iin, **each.days} for each in facts.children]
    return closing_sentences(of, {**total, "children": len(lines)}, lines, facts.digest, language)
