"""The admission applications of a kindergarten: who waits for it first, or by any column, page by page."""

from datetime import timedelta
from typing import Any

import pytest
from services.referrals.tests.usecases.admitting import (
    BY_TURN,
    PAGE,
    acceptance,
    paper_return,
    papers,
    referred,
    worker,
)

from kezek.contracts.vocabulary import AdmissionState, Language
from kezek.referrals.adapters.admission_list import AdmissionColumn, Sort
from kezek.referrals.usecases.read_admissions import list_admissions_at

DAY = timedelta(days=1)


@pytest.fixture
async def four(play: Any) -> Any:
    """«я» waits, the papers of «ә» and «б» were returned, the term of «ә» ends first; «ө» was accepted."""
    for name in "әбяө":
        await referred(play, name)
        play.clock.move(DAY)
    for name in "өбәя":
        await play.signed(await papers(play, name))
        play.clock.move(timedelta(hours=1))
    for name in "бә":
        await play.signed(await paper_return(play, name=name))
    await play.signed(await acceptance(play, "ө"))
    return play


async def listed(play: Any, sort: Sort = BY_TURN, state: AdmissionState | None = None, **page: int) -> str:
    """The names of the children."""
    async with play.database.read() as tx:
        of = play.gardens["Бәйтерек"]
        found, _ = await list_admissions_at(tx, worker(play), of, state, sort, **{**PAGE, **page})
    return "".join(each.card.child.given_name.lower() for each in found)


async def test_who_waits_for_the_kindergarten_is_first_and_then_whose_term_ends_first(four: Any) -> None:
    assert await listed(four) == "яәбө"


@pytest.mark.parametrize(
    ("column", "up", "down"),
    [
        ("state", "яәбө", "өәбя"),
        ("number", "өбәя", "яәбө"),
        ("child", "әбөя", "яөбә"),
        ("submitted", "өбәя", "яәбө"),
        ("term", "әбяө", "бәяө"),  # who has none comes last
        ("applicant", "яәбө", "яәбө"),  # what is alike stands as it waits
        ("group_year", "яәбө", "яәбө"),
    ],
)
async def test_it_is_sorted_by_every_column(four: Any, column: str, up: str, down: str) -> None:
    by = AdmissionColumn(column)
    found = [await listed(four, (by, descending, Language.KK)) for descending in (False, True)]
    assert found == [up, down]


async def test_the_order_goes_on_over_pages_and_within_a_state(four: Any) -> None:
    by_child: Sort = (AdmissionColumn.CHILD, True, Language.KK)
    assert [await listed(four, by_child, offset=each, limit=2) for each in (0, 2, 4)] == ["яө", "бә", ""]
    assert await listed(four, by_child, AdmissionState.REJECTED) == "бә"


async def test_the_tenth_number_comes_after_the_ninth(play: Any) -> None:
    for name in "абвгдежзик":
        await referred(play, name)
        await play.signed(await papers(play, name))
    by_number: Sort = (AdmissionColumn.NUMBER, False, Language.RU)
    assert await listed(play, by_number, limit=20) == "абвгдежзик"
