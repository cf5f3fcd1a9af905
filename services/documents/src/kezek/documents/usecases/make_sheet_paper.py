"""The paper of a group's closed month, from what kindergartens told and the children's cards (domain §8.sheet)."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.kindergartens import AttendanceSheet, Kindergarten
from kezek.contracts.lines import shown
from kezek.contracts.texts import Text
from kezek.documents.adapters import copies, sheets
from kezek.documents.adapters.files import Files
from kezek.documents.adapters.papers import Sheet, render_attendance
from kezek.documents.adapters.sheets import SheetPaper
from kezek.documents.domain.sheet_paper import NAME_ERASED, ClosedMonth, SheetRow, sheet_page, sheet_title
from kezek.documents.usecases.keep_referral import new_check_code
from kezek.documents.usecases.paper_facts import check_url, garden_of, name_of
from kezek.platform.clock import Clock
from kezek.platform.db import Tx
from kezek.platform.messaging.consumers import is_erased
from kezek.platform.messaging.jobs import Job, NotReadyError


@dataclass(frozen=True)
class KnownSheet:
    """What the paper is made of; whose card was erased has none."""

    sheet: AttendanceSheet
    kindergarten: Kindergarten
    cards: Mapping[UUID, ApplicationCard]


class MakeSheetPaper:
    """The job `sheet-pdf`."""

    def __init__(self, files: Files, clock: Clock, public_url: str) -> None:
        self._files = files
        self._clock = clock
        self._public_url = public_url

    async def __call__(self, tx: Tx, job: Job) -> None:
        """Store the bytes in both languages, then the row; none of a sheet that is reopened, or gone.

        Raises:
            NotReadyError: while the kindergarten or a child's card is not there.
        """
        sheet = await copies.sheets.find(tx, UUID(job.key))
        if sheet is None or sheet.reopened_at is not None or await sheets.find_paper(tx, sheet.sheet_id):
            return
        known, code = await _known(tx, sheet), new_check_code()
        url = check_url(self._public_url, code)
        hashes = {}
        for language in ("kk", "ru"):
            hashes[language] = await self._files.put(await asyncio.to_thread(sheet_pdf, known, url, language))
        await sheets.insert_paper(tx, SheetPaper(sheet.sheet_id, code, made_at=self._clock.now(), **hashes))


async def _known(tx: Tx, sheet: AttendanceSheet) -> KnownSheet:
    kindergarten = await copies.kindergartens.find(tx, sheet.kindergarten_id)
    of = {each.application_id for each in sheet.children}
    cards = await copies.cards.find_many(tx, of)
    for each in of - set(cards):
        if not await is_erased(tx, ApplicationCard, str(each)):
            raise NotReadyError
    if kindergarten is None:
        raise NotReadyError
    return KnownSheet(sheet, kindergarten, cards)


def sheet_pdf(known: KnownSheet, url: str, language: str) -> bytes:
    """The paper's bytes in one language, whatever names are made of."""
    sheet = known.sheet
    rows = [SheetRow(_name(known, each.application_id), each.days) for each in sheet.children]
    days = [sheet.month + timedelta(days=each) for each in range(len(sheet.children[0].days))]
    month = ClosedMonth(
        number=sheet.number,
        days=days,
        not_worked=frozenset(sheet.not_worked),
        group=(sheet.group_year, sheet.language, sheet.kind),
        rows=rows,
        closed_at=sheet.closed_at,
        closed_by=shown(sheet.closed_by_name),
        act=str(sheet.act_id),
        digest=sheet.digest,
    )
    page = sheet_page(month, garden_of(known.kindergarten), url, language)
    title = sheet_title(sheet.number).in_(language)
    return render_attendance(Sheet([page], title, url, sheet.closed_at, sheet.number))


def _name(known: KnownSheet, application_id: UUID) -> Text:
    card = known.cards.get(application_id)
    return name_of(card.child) if card else NAME_ERASED
