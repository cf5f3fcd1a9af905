"""`python -m tests.load.sheets`: how many closed months become papers in a minute, on servers and a schema of its own.

`SHEETS` (100) sheets of 25 children each, of a month of 31 days, go through the handlers of documents' worker as
records of Kafka do, and then through its job: cards are read, the paper is set in Kazakh and in Russian (PDF/A-2a,
PDF/UA-1), its bytes are stored, then its row. One runner, as the worker has.
"""

import asyncio
import os
import secrets
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from uuid import UUID

import pypdfium2

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import AttendanceSheet, Kindergarten, SheetChild
from kezek.contracts.texts import Text
from kezek.contracts.values import Person
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language, Ownership, SheetDay
from kezek.documents.adapters import copies, sheets
from kezek.documents.adapters.files import Files, open_files
from kezek.documents.entrypoints.consumers import consumers
from kezek.documents.settings import DocumentsSettings
from kezek.documents.usecases.keep_sheet import SHEET_PDF
from kezek.documents.usecases.make_sheet_paper import KnownSheet, MakeSheetPaper, sheet_pdf
from kezek.platform.clock import SystemClock
from kezek.platform.db import Database
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.settings import Environment
from kezek.platform.testing import an_iin, deliver
from kezek.platform.testing.databases import Databases
from kezek.platform.testing.servers import announce, shared_servers
from tests.load.figures import Table, latencies, say

SHEETS, CHILDREN, A_MINUTE = int(os.environ.get("SHEETS", "100")), 25, 100
PUBLIC_URL, GARDEN = "https://kezek.example", new_id()
_SURNAMES = ("Нұрмағамбетова", "Үлгіев", "Әбдірахманов", "Құсайынова", "Ғабдуллин")
_GIVEN = ("Мұхаммедәли", "Айлин", "Ғани", "Әмина", "София")
_SAYS = (*[SheetDay.PRESENT] * 9, SheetDay.ILLNESS, SheetDay.LEAVE, SheetDay.OTHER, SheetDay.UNMARKED)
_FREE = {3, 4, 10, 11, 17, 18, 24, 25, 26, 31}


def kindergarten() -> Kindergarten:
    """Whose sheets they are."""
    name = Text("«Қарлығаш» балабақшасы", "Детский сад «Карлыгаш»", "Qarlygash kindergarten")
    place = Text("Көкшетау қаласы, Абай көшесі, 7", "Кокшетау, улица Абая, 7", "7 Abai street")
    return Kindergarten(
        kindergarten_id=GARDEN,
        district="1110",
        name=name,
        address=place,
        phone="77999000007",
        ownership=Ownership.STATE,
    )


def card(application_id: UUID, random: Random) -> ApplicationCard:
    """A child of a long or a short name."""
    child = Person(iin=an_iin(), surname=random.choice(_SURNAMES), given_name=random.choice(_GIVEN))
    return ApplicationCard(
        application_id=application_id,
        number="10.UO.2026.00001.1",
        applicant=child,
        child=child,
        child_birth_date=date(2022, 3, 8),
        phone="77990000000",
        email="family@example.kz",
        language=Language.KK,
    )


def closed(number: int, random: Random) -> AttendanceSheet:
    """October of a group, each day as it fell."""

    def days() -> tuple[SheetDay, ...]:
        return tuple(SheetDay.FREE if day in _FREE else random.choice(_SAYS) for day in range(1, 32))

    return AttendanceSheet(
        sheet_id=new_id(),
        number=f"202610-{number:05d}",
        kindergarten_id=GARDEN,
        group_year=2022,
        language=InstructionLanguage.KAZAKH,
        kind=GroupKind.GENERAL,
        month=date(2026, 10, 1),
        children=tuple(
            SheetChild(application_id=new_id(), applicant_id=new_id(), days=days()) for _ in range(CHILDREN)
        ),
        not_worked=tuple(date(2026, 10, day) for day in sorted(_FREE)),
        digest=secrets.token_hex(32),
        act_id=new_id(),
        closed_at=datetime(2026, 11, 1, 5, tzinfo=UTC),
        closed_by_name="СЕРІКОВА ӘЛИЯ НҰРЛАНҚЫЗЫ",
    )


class Bench:
    """The worker's parts on one schema and one folder."""

    def __init__(self, settings: DocumentsSettings) -> None:
        self.database = Database(settings, "documents", SystemClock())
        self.files: Files = open_files(settings.store_url)
        self.jobs = JobRunner(self.database, {SHEET_PDF: MakeSheetPaper(self.files, SystemClock(), PUBLIC_URL)})

    async def hears(self, found: Sequence[AttendanceSheet], random: Random) -> float:
        """The kindergarten and all cards; then the sheets, as records: the seconds of those."""
        await deliver(self.database, consumers, kindergarten())
        for sheet in found:
            cards = [card(each.application_id, random) for each in sheet.children]
            await deliver(self.database, consumers, *cards)
        began = time.perf_counter()
        for sheet in found:
            await deliver(self.database, consumers, sheet)
        return time.perf_counter() - began

    async def makes(self) -> list[float]:
        """The seconds of each paper in both languages, from the job's row to the paper's."""
        seconds: list[float] = []
        while True:
            began = time.perf_counter()
            if not await self.jobs.run_one():
                return seconds
            seconds.append(time.perf_counter() - began)

    async def sets(self, sheet: AttendanceSheet) -> dict[str, float]:
        """What the stages of one paper take."""
        took, began = {}, time.perf_counter()
        async with self.database.read() as tx:
            of = [each.application_id for each in sheet.children]
            known = KnownSheet(sheet, kindergarten(), await copies.cards.find_many(tx, of))
        took["25 cards read"] = time.perf_counter() - began
        for language in ("kk", "ru"):
            began = time.perf_counter()
            made = await asyncio.to_thread(sheet_pdf, known, f"{PUBLIC_URL}/check/{'a' * 26}", language)
            took[f"set, {language}"] = time.perf_counter() - began
        began = time.perf_counter()
        await self.files.put(made)
        took["one stored"] = time.perf_counter() - began
        return took

    async def pages(self, sheet: AttendanceSheet) -> int:
        """How many pages its papers have that name its number and every child; 0 if there are none."""
        async with self.database.read() as tx:
            paper = await sheets.find_paper(tx, sheet.sheet_id)
        if paper is None:
            return 0
        papers = [pypdfium2.PdfDocument(await self.files.get(each)) for each in (paper.kk, paper.ru)]
        words = [[page.get_textpage().get_text_bounded() for page in each] for each in papers]
        whole = all(_tells_all(each, sheet.number) for each in words)
        return sum(len(each) for each in words) if whole else 0


def _tells_all(pages: list[str], number: str) -> bool:
    """Whether each page has the sheet's number, and all of them together a name for each child."""
    names = sum(page.count(each) for page in pages for each in _SURNAMES)
    return names == CHILDREN and all(number in page for page in pages)


async def measure(bench: Bench) -> str | None:
    """Measure and print; what is wrong, or nothing."""
    random = Random(7)
    found = [closed(number, random) for number in range(1, SHEETS + 1)]
    heard_s = await bench.hears(found, random)
    stages = [await bench.sets(each) for each in found[:20]]
    began = time.perf_counter()
    seconds = await bench.makes()
    took_s = time.perf_counter() - began
    pages = [await bench.pages(each) for each in found]
    rate = len(seconds) / took_s * 60
    table = Table(f"{SHEETS} sheets of {CHILDREN} children, in two languages", ("what", "number"))
    table.add("sheets heard in a second", f"{SHEETS / heard_s:.0f}")
    table.add("sheets made in a minute", f"{rate:.0f}")
    table.add("papers, pages", f"{2 * sum(map(bool, pages))}, {sum(pages)}")
    each = latencies("A sheet by its stages")
    for stage in stages[0]:
        each.latencies(stage, [one[stage] for one in stages])
    each.latencies("the job: both papers, stored, and the row", seconds)
    say(f"{table.markdown()}\n\n{each.markdown()}")
    good = all(pages) and rate >= A_MINUTE
    return None if good else f"{rate:.0f} a minute, {sum(map(bool, pages))} of {SHEETS} sheets have papers"


async def main() -> str | None:
    """Measure on a schema of its own."""
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        announce(stack)
        databases = Databases(shared_servers(), f"sheets_{secrets.token_hex(4)}")
        try:
            await databases.ready("documents")
            settings = DocumentsSettings(
                environment=Environment.SANDBOX,
                database_url=databases.url("documents"),
                kafka_bootstrap="127.0.0.1:1",
                redis_url="redis://127.0.0.1:1",
                store_url=Path(folder).as_uri(),
            )
            bench = Bench(settings)
            wrong = await measure(bench)
            await bench.database.close()
            return wrong
        finally:
            await databases.close()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
