"""A group's closed month becomes a paper, in Kazakh and Russian, as long as the month is not reopened (§8.sheet)."""

from datetime import UTC, date, datetime
from typing import Any

import pypdfium2
import pytest

from kezek.contracts.access import DocumentsRead, Why
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import AttendanceSheet, SheetChild
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, SheetDay
from kezek.documents.adapters import sheets
from kezek.platform.testing import MovableClock, published, worker_of

pytestmark = pytest.mark.servers
FREE = {3, 4, 10, 11, 17, 18, 24, 25, 26, 31}
DAYS = tuple(SheetDay.FREE if day in FREE else SheetDay.PRESENT for day in range(1, 32))
ILL = (SheetDay.ILLNESS, *DAYS[1:])


def closed(family: Any, children: int = 40) -> AttendanceSheet:
    """October of a large group; its first child is the family's, and was ill once."""
    others = [SheetChild(application_id=new_id(), applicant_id=new_id(), days=DAYS) for _ in range(children - 1)]
    mine = SheetChild(application_id=family.application_id, applicant_id=family.applicant.person_id, days=ILL)
    return AttendanceSheet(
        sheet_id=new_id(),
        number="202610-00017",
        kindergarten_id=family.kindergarten_id,
        group_year=2022,
        language=InstructionLanguage.KAZAKH,
        kind=GroupKind.GENERAL,
        month=date(2026, 10, 1),
        children=(mine, *others),
        not_worked=tuple(date(2026, 10, day) for day in sorted(FREE)),
        digest="ab" * 32,
        act_id=new_id(),
        closed_at=datetime(2026, 11, 1, 5, tzinfo=UTC),
        closed_by_name="СЕРІКОВА ӘЛИЯ",
    )


async def hears_cards(office: Any, family: Any, sheet: AttendanceSheet) -> None:
    """All cards but the family's."""
    card = family.card()
    others = [card.model_copy(update={"application_id": each.application_id}) for each in sheet.children[1:]]
    await office.hears(family.kindergarten(), *others)


async def paper_of(office: Any, family: Any, sheet: AttendanceSheet, language: str = "kk") -> Any:
    path = f"/sheets/{sheet.sheet_id}/paper"
    return await office.api.by(worker_of(family.kindergarten_id)).get(path, params={"language": language})


def pages_of(answer: Any) -> list[str]:
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf"), answer.text
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(answer.content)]
    return [" ".join(page.split()) for page in pages]


async def test_the_paper_waits_for_every_card_and_has_each_child_its_days_and_what_was_signed(
    office: Any, family: Any, sandbox_clock: MovableClock
) -> None:
    sheet = closed(family)
    await hears_cards(office, family, sheet)
    await office.hears(sheet)
    await office.works()
    waiting = await paper_of(office, family, sheet)
    assert (waiting.status_code, waiting.json()["code"]) == (503, "sheet_paper_not_made_yet")
    await office.hears(family.card())
    while (await paper_of(office, family, sheet)).status_code != 200:
        await office.works()
    kazakh, russian = [pages_of(await paper_of(office, family, sheet, each)) for each in ("kk", "ru")]
    assert (len(kazakh), len(russian)) == (2, 2)
    for page in (*kazakh, *russian):
        assert "Әғқңөұүһіова Ғалия" in page
        assert " 28 29 30 31 " in page, "the head is on every page"
        assert "202610-00017" in page
    for said in ("2026 жылғы қазан", "«Қарлығаш» балабақшасы", "2022 жылғы топ", "Келген күндер: 839."):
        assert said in kazakh[0]
    for said in ("октябрь 2026 года", "Детский сад «Карлыгаш»", "Дней посещения: 839."):
        assert said in russian[0]
    for said in ("СЕРІКОВА ӘЛИЯ", "1 ноября 2026 года, 10:00", sheet.digest, str(sheet.act_id), "нет отметки"):
        assert said in russian[1]
    (read, *_) = [each.event for each in await published(office.database) if isinstance(each.event, DocumentsRead)]
    assert (read.why, len(read.subjects)) == (Why.OPEN, 40)


async def test_only_its_kindergarten_is_given_the_paper_and_the_check_names_nobody(office: Any, family: Any) -> None:
    sheet = closed(family, children=1)
    await office.hears(family.kindergarten(), family.card(), sheet)
    await office.works()
    path = f"/sheets/{sheet.sheet_id}/paper"
    assert (await office.api.by(worker_of(new_id())).get(path)).status_code == 404
    assert (await office.api.by(family.applicant).get(path)).status_code == 403
    (page,) = pages_of(await paper_of(office, family, sheet))
    code = page.split("/check/")[1][:26]
    checked = (await office.api.by().get(f"/checks/{code}")).json()
    assert (checked["kind"], checked["status"]) == ("sheet", "valid")
    assert checked["sheet"] == {"number": sheet.number, "month": "2026-10", "digest": sheet.digest}
    html = (await office.api.by().get(f"/check/{code}?lang=ru")).text
    for said in ("Табель действует", "октябрь 2026 года", sheet.digest):
        assert said in html
    assert "Ғалия" not in html + str(checked)
    await office.hears(sheet.model_copy(update={"children": (), "reopened_at": sheet.closed_at}), version=9)
    assert (await paper_of(office, family, sheet)).status_code == 404
    assert (await office.api.by().get(f"/checks/{code}")).json()["status"] == "void"
    await office.hears(sheet)
    assert (await paper_of(office, family, sheet)).status_code == 404, "an older event turns nothing back"


async def test_a_month_that_is_reopened_or_erased_before_has_no_paper_and_an_erased_child_no_name(
    office: Any, family: Any
) -> None:
    first, second, third = (closed(family, children=2) for _ in range(3))
    await hears_cards(office, family, third)
    await office.forgets(ApplicationCard, str(family.application_id))
    await office.hears(first.model_copy(update={"children": (), "reopened_at": first.closed_at}), version=9)
    await office.hears(first, second, third)
    await office.forgets(AttendanceSheet, str(second.sheet_id))
    for _ in range(3):
        await office.works()
    async with office.database.read() as tx:
        made = [await sheets.find_paper(tx, each.sheet_id) is not None for each in (first, second, third)]
    assert made == [False, False, True]
    (page,) = pages_of(await paper_of(office, family, third, "ru"))
    assert "данные удалены" in page
