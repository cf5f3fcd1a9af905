"""A worker opens a closed month again, says why, and signs: its paper is void, its days may be changed (§8.sheet)."""

from datetime import date, datetime
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language
from kezek.kindergartens.adapters import kindergartens, sheets
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.sheet import ClosedSheet, Reopening, check_closed, reopen
from kezek.kindergartens.domain.sheet_texts import OfSheet, reopening_sentences
from kezek.kindergartens.usecases.attendance_sheets import asked_of, list_month
from kezek.kindergartens.usecases.publishing import tell_of_sheet, tell_parents
from kezek.kindergartens.usecases.regroup_children import StatedGroup
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.certificates import signer_name
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import NotFound, rules_hold


class SheetToReopen(ActModel):
    """Which sheet, and why."""

    kindergarten_id: UUID
    sheet_id: UUID
    reason: str


class ReopeningFacts(SheetToReopen):
    """What the statement says of the sheet."""

    name: Text
    address: Text
    number: str
    group: StatedGroup
    month: date


class SheetReopened(ActModel):
    """The month may be changed again."""

    sheet_id: UUID


class ReopenSheet(SignedAct[SheetToReopen, ReopeningFacts, SheetReopened]):
    """The signed act; its subject is the kindergarten."""

    TYPE = "kindergartens.reopen-sheet"
    OF_KINDERGARTEN = True

    async def draft(self, tx: Tx, actor: Actor, body: SheetToReopen) -> Draft[ReopeningFacts]:
        """What the worker would sign.

        Raises:
            NotFound: `kindergarten_not_found`, also for somebody who does not work there; `sheet_not_found`.
            Conflict: `sheet_reopened_already`.
        """
        kindergarten = await kindergartens.load_kindergarten(tx, body.kindergarten_id)
        sheet = await self._find(tx, actor, body)
        with rules_hold():
            check_closed(sheet)
        facts = _facts(kindergarten, sheet, body)
        return Draft(str(kindergarten.id), facts, _sentences(facts, actor.language))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the kindergarten as it is until the receipt is stored."""
        await kindergartens.share_kindergarten(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[SheetToReopen, ReopeningFacts], received_at: datetime) -> SheetReopened:
        """Open the month again, with the reason beside the sheet.

        Raises:
            NotFound, Conflict: as in `draft`; `act_outdated` when the kindergarten was renamed since.
        """
        await sheets.lock_sheets(tx, UUID(act.subject))
        kindergarten = await kindergartens.lock_kindergarten(tx, UUID(act.subject))
        sheet = await self._find(tx, act.actor, act.body)
        act.check_facts(_facts(kindergarten, sheet, act.body))
        name = signer_name(act.cms)
        with rules_hold():
            open_again = reopen(sheet, Reopening(received_at, act.actor.person_id, name, act.body.reason, act.id))
        await sheets.update_reopened(tx, open_again)
        await tell_of_sheet(tx, open_again)
        if sheet.asks_parents:
            children = await list_month(tx, sheet.kindergarten_id, asked_of(sheet.group), sheet.month)
            await tell_parents(tx, open_again, children)
        return SheetReopened(sheet_id=sheet.id)

    async def _find(self, tx: ReadTx, actor: Actor, body: SheetToReopen) -> ClosedSheet:
        """The sheet of an own kindergarten."""
        await kindergartens.check_works_there(tx, actor, body.kindergarten_id)
        sheet = await sheets.find_sheet(tx, body.kindergarten_id, body.sheet_id)
        if sheet is None:
            raise NotFound("sheet_not_found")
        return sheet


def _facts(kindergarten: Kindergarten, sheet: ClosedSheet, body: SheetToReopen) -> ReopeningFacts:
    return ReopeningFacts(
        **body.model_dump(),
        name=kindergarten.name,
        address=kindergarten.address,
        number=sheet.number,
        group=StatedGroup.of(sheet.group),
        month=sheet.month,
    )


def _sentences(facts: ReopeningFacts, language: Language) -> tuple[str, ...]:
    of = OfSheet(facts.name, facts.address, facts.group.words, facts.month)
    return reopening_sentences(of, facts.number, facts.reason, language)
