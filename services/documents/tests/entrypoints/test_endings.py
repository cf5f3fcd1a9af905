"""How a referral ended, on paper: the refusal that stands, the departure note (domain §7.refused, §7.roster)."""

from datetime import UTC, date, datetime
from typing import Any

import pypdfium2
import pytest
from services.documents.tests.conftest import Family

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.documents import DocumentMade
from kezek.contracts.ids import new_id
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import DepartureReason, DocumentKind, DocumentSubject
from kezek.documents.domain.document import Document, Subject
from kezek.documents.usecases.save_paper import save_paper
from kezek.platform.testing import worker_of
from kezek.platform.testing.events import published

pytestmark = pytest.mark.servers
LEFT_ON = date(2026, 12, 18)
LATER = datetime(2026, 12, 19, tzinfo=UTC)


async def paper_of(office: Any, family: Family, kind: str) -> tuple[dict[str, Any], list[str]]:
    """The newest paper, which is of this kind, and the words of its two pages."""
    await office.works()
    paper, referral = await office.papers(family)
    assert (paper["kind"], paper["subject"], paper["about"]) == (kind, "application", str(family.application_id))
    assert (referral["kind"], referral["subject"]) == ("referral", "referral")
    told = [each.event for each in await published(office.database) if isinstance(each.event, DocumentMade)]
    assert (told[-1].subject, told[-1].about) == ("application", family.application_id)
    pages = pypdfium2.PdfDocument(await office.pdf(family, paper))
    return paper, [" ".join(page.get_textpage().get_text_bounded().split()) for page in pages]


async def kinds_seen(office: Any, family: Family, kindergarten_id: Any) -> list[str]:
    """What a worker of a kindergarten finds among the application's papers, and can open."""
    worker = worker_of(kindergarten_id)
    found = await office.papers(family, worker)
    for each in found:
        assert (await office.api.by(worker).get(f"/documents/{each['id']}")).status_code == 200
    return [each["kind"] for each in found]


async def test_a_refusal_that_stands_is_a_paper_of_both_sides_without_its_reason(office: Any, family: Family) -> None:
    await office.makes_paper(family)
    for _ in range(2):
        await office.hears(family.upheld(), version=4)
    paper, (kazakh, russian) = await paper_of(office, family, "refusal")
    assert paper["name"]["ru"] == "Отказ № 1000000101"
    for words, page in (("БАС ТАРТУ", kazakh), ("ОТКАЗ", russian), ("«Карлыгаш»", russian), ("1000000101", kazakh)):
        assert words in page
    assert await kinds_seen(office, family, family.kindergarten_id) == ["refusal"], "the referral's paper is not theirs"
    assert await kinds_seen(office, family, new_id()) == []
    await office.works()
    assert len(await office.papers(family)) == 2, "told twice, made once"


async def test_who_has_left_gets_a_note_of_the_day_the_reason_and_the_kindergarten_that_was_left(
    office: Any, family: Family
) -> None:
    await office.makes_paper(family)
    swapped = family.kindergarten().model_copy(
        update={"kindergarten_id": new_id(), "name": Text(kk="«Айгүл»", ru="«Айгуль»", en="Aigul")}
    )
    await office.hears(swapped)
    left = family.departed(LEFT_ON, DepartureReason.TO_SCHOOL, swapped.kindergarten_id)
    await office.hears(left, version=4)
    _, (kazakh, russian) = await paper_of(office, family, "departure")
    for words, page in (
        ("2026 жылғы 18 желтоқсан", kazakh),
        ("Бала мектепке барды", kazakh),
        ("18 декабря 2026 года", russian),
        ("Ребёнок пошёл в школу", russian),
        ("«Айгуль»", russian),
    ):
        assert words in page
    assert await kinds_seen(office, family, swapped.kindergarten_id) == ["departure"]
    assert await kinds_seen(office, family, family.kindergarten_id) == [], "the child had left it by a swap"


async def test_of_a_forgotten_family_no_paper_is_made(office: Any, family: Family) -> None:
    await office.makes_paper(family)
    await office.forgets(ApplicationCard, str(family.application_id))
    await office.hears(family.departed(LEFT_ON, DepartureReason.OTHER), version=4)
    await office.works()
    assert len(await office.papers(family)) == 1


async def test_a_paper_may_be_about_what_is_no_single_familys(office: Any, family: Family) -> None:
    bytes_of = b"%PDF-1.7 of a kindergarten alone"
    about = Subject(DocumentSubject.APPLICATION, new_id(), None, None, family.kindergarten_id, "2026-11", "c" * 26)
    paper = Document(new_id(), DocumentKind.DEPARTURE, about, await office.files.put(bytes_of), len(bytes_of), LATER)
    async with office.database.write() as tx:
        await save_paper(tx, paper)
    answers = {
        each: (await office.api.by(worker_of(each)).get(f"/documents/{paper.id}")).status_code
        for each in (family.kindergarten_id, new_id())
    }
    assert list(answers.values()) == [200, 404]
    assert (await office.api.by(family.applicant).get(f"/documents/{paper.id}")).status_code == 404
    assert [each for each in await published(office.database) if isinstance(each.event, DocumentMade)] == []
