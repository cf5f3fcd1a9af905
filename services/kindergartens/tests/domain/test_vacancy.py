from datetime import date

import pytest

from kezek.contracts.policy import REFERRAL_PROFILE, VOUCHER_PROFILE
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage
from kezek.kindergartens.domain.statements import confirm_vacancy
from kezek.kindergartens.domain.vacancy import Offer, check_offer, offered_years
from kezek.platform.errors import RuleBrokenError

TODAY = date(2026, 11, 23)


def offer(year: int = 2022, places: int = 1) -> Offer:
    return Offer(InstructionLanguage.KAZAKH, year, GroupKind.GENERAL, places)


def test_cohorts_between_the_age_limits_are_offered() -> None:
    assert list(offered_years(REFERRAL_PROFILE, TODAY)) == [2020, 2021, 2022, 2023, 2024]
    assert list(offered_years(VOUCHER_PROFILE, TODAY)) == [2020, 2021, 2022, 2023, 2024, 2025]


@pytest.mark.parametrize("year", [2019, 2025])
def test_other_cohorts_are_refused(year: int) -> None:
    with pytest.raises(RuleBrokenError, match="group_year_not_offered"):
        check_offer(offer(year=year), REFERRAL_PROFILE, TODAY)


@pytest.mark.parametrize("places", [0, 101])
def test_too_few_or_too_many_places_are_refused(places: int) -> None:
    with pytest.raises(RuleBrokenError, match="number_of_places_not_allowed"):
        check_offer(offer(places=places), REFERRAL_PROFILE, TODAY)


@pytest.mark.parametrize("places", [1, 100])
def test_places_within_the_limits_are_allowed(places: int) -> None:
    check_offer(offer(places=places), REFERRAL_PROFILE, TODAY)


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
