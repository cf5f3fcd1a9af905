"""How a referral ended, on paper: the refusal that stands, the departure note (domain §7.refused, §7.roster)."""

from datetime import date
from typing import Any

import pypdfium2
import pytest
from services.documents.tests.conftest import Family

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import DepartureReason
from kezek.platform.testing import worker_of

pytestmark = pytest.mark.servers
LEFT_ON = date(2026, 12, 18)


async def paper_of(office: Any, family: Family, kind: str) -> tuple[dict[str, Any], list[str]]:
    """The newest paper, which is of this kind, and the words of its two pages."""
    await office.works()
    paper, referral = await office.papers(family)
    assert (paper["kind"], paper["about"], referral["kind"]) == (kind, str(family.referral_id), "referral")
    pages = pypdfium2.PdfDocument(await office.pdf(family, paper))
    return paper, [" ".join(page.get_textpage().get_text_bounded().split()) for page in pages]


async def test_a_refusal_that_stands_is_a_paper_of_the_family_alone_without_its_reason(
    office: Any, family: Family
) -> None:
    await office.makes_paper(family)
    for _ in range(2):
        await office.hears(family.upheld(), version=4)
    paper, (kazakh, russian) = await paper_of(office, family, "refusal")
    assert paper["name"]["ru"] == "Отказ № 1000000101"
    for words, page in (("БАС ТАРТУ", kazakh), ("ОТКАЗ", russian), ("«Карлыгаш»", russian), ("1000000101", kazakh)):
        assert words in page
    assert await office.papers(family, worker_of(family.kindergarten_id)) == []
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


async def test_of_a_forgotten_family_no_paper_is_made(office: Any, family: Family) -> None:
    await office.makes_paper(family)
    await office.forgets(ApplicationCard, str(family.application_id))
    await office.hears(family.departed(LEFT_ON, DepartureReason.OTHER), version=4)
    await office.works()
    assert len(await office.papers(family)) == 1
