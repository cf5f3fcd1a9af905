from datetime import date

import pytest

from kezek.kindergartens.domain.policy import DEFAULT
from kezek.kindergartens.domain.rules import RuleBrokenError
from kezek.kindergartens.domain.statements import confirm_vacancy
from kezek.kindergartens.domain.vacancy import GroupKind, InstructionLanguage, Offer, check_offer, offered_years

TODAY = date(2026, 11, 23)


def offer(year: int = 2022, places: int = 1) -> Offer:
    return Offer(InstructionLanguage.KAZAKH, year, GroupKind.GENERAL, places)


def test_cohorts_between_the_age_limits_are_offered() -> None:
    assert list(offered_years(DEFAULT, TODAY)) == [2020, 2021, 2022, 2023, 2024]


@pytest.mark.parametrize("year", [2019, 2025])
def test_other_cohorts_are_refused(year: int) -> None:
    with pytest.raises(RuleBrokenError, match="group_year_not_offered"):
        check_offer(offer(year=year), DEFAULT, TODAY)


@pytest.mark.parametrize("places", [0, 101])
def test_too_few_or_too_many_places_are_refused(places: int) -> None:
    with pytest.raises(RuleBrokenError, match="number_of_places_not_allowed"):
        check_offer(offer(places=places), DEFAULT, TODAY)


@pytest.mark.parametrize("places", [1, 100])
def test_places_within_the_limits_are_allowed(places: int) -> None:
    check_offer(offer(places=places), DEFAULT, TODAY)


@pytest.mark.parametrize(
    ("language", "warning"),
    [
        ("kk", "Расталған деректерді өзгертуге болмайтынын білемін."),
        ("ru", "Мне известно, что подтверждённые данные изменить нельзя."),
        ("en", "I know that confirmed data cannot be edited."),
    ],
)
def test_statement_warns_that_confirmed_data_cannot_be_edited(language: str, warning: str) -> None:
    sentences = confirm_vacancy("«Бәйтерек»", "Абай, 7", offer(), language)
    assert sentences[-1] == warning
    assert "2022" in sentences[3]
