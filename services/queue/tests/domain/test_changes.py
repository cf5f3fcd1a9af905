"""What an administrator may change of the rules, and the words that are signed (domain §9)."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from kezek.contracts.benefits import SHIPPED_BENEFITS
from kezek.contracts.policy import REFERRAL_PROFILE, VOUCHER_PROFILE, Policy
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language
from kezek.platform.errors import RuleBrokenError
from kezek.queue.domain.changes import YearDays, check_benefits, check_calendar, check_policy
from kezek.queue.domain.policy_words import NAMES
from kezek.queue.domain.statements import DistrictNamed, benefit_sentences, calendar_sentences, policy_sentences

TODAY, TOMORROW = date(2026, 11, 29), date(2026, 11, 30)
KOKSHETAU = DistrictNamed("1110", Text("Көкшетау қ.", "г. Кокшетау", "Kokshetau city"))
OTHER = replace(REFERRAL_PROFILE, id="1110-1", choice_working_days=5)
AS_USUAL = YearDays(frozenset(), frozenset(), confirmed=False)


def refusal(check: Any, *given: Any) -> RuleBrokenError:
    with pytest.raises(RuleBrokenError) as refused:
        check(*given)
    return refused.value


def test_a_policy_may_begin_tomorrow() -> None:
    check_policy(TOMORROW, REFERRAL_PROFILE, OTHER, REFERRAL_PROFILE, TODAY)


@pytest.mark.parametrize("begins", [TODAY, date(2026, 11, 1)])
def test_a_policy_never_begins_today_or_before(begins: date) -> None:
    found = refusal(check_policy, begins, REFERRAL_PROFILE, OTHER, None, TODAY)
    assert (found.code, found.params) == ("change_begins_too_early", {"from_day": "2026-11-30"})


def test_a_policy_that_changes_nothing_is_refused() -> None:
    same = replace(REFERRAL_PROFILE, id="1110-1")
    assert refusal(check_policy, TOMORROW, REFERRAL_PROFILE, same, None, TODAY).code == "nothing_changed"


def test_a_district_has_the_regions_quiet_hours() -> None:
    louder = replace(OTHER, quiet_from_hour=23)
    found = refusal(check_policy, TOMORROW, REFERRAL_PROFILE, louder, REFERRAL_PROFILE, TODAY)
    assert found.code == "quiet_hours_are_the_regions"
    check_policy(TOMORROW, REFERRAL_PROFILE, louder, None, TODAY)


@pytest.mark.parametrize(
    "without", [{"numbered_categories": False, "sorted_anew_on": None}, {"restorable_calendar_days": None}], ids=str
)
def test_rounds_need_numbered_categories_and_a_term_of_restoration(without: dict[str, Any]) -> None:
    check_policy(TOMORROW, REFERRAL_PROFILE, VOUCHER_PROFILE, None, TODAY)
    found = refusal(check_policy, TOMORROW, REFERRAL_PROFILE, replace(VOUCHER_PROFILE, **without), None, TODAY)
    assert found.code == "rounds_need_categories_and_restoring"
    check_policy(
        TOMORROW, REFERRAL_PROFILE, replace(VOUCHER_PROFILE, distribution_in_rounds=False, **without), None, TODAY
    )


@pytest.mark.parametrize(
    ("worked", "free", "code"),
    [
        ((date(2026, 12, 5),), (date(2026, 12, 7),), None),
        ((), (TODAY,), "change_begins_too_early"),
        ((date(2026, 11, 28),), (), "change_begins_too_early"),
    ],
)
def test_days_are_set_from_tomorrow_on(worked: Any, free: Any, code: str | None) -> None:
    after = YearDays(frozenset(worked), frozenset(free), confirmed=False)
    if code is None:
        check_calendar(AS_USUAL, after, TODAY)
    else:
        assert refusal(check_calendar, AS_USUAL, after, TODAY).code == code


def test_a_day_that_is_over_stays_as_it_was_set() -> None:
    before = YearDays(frozenset(), frozenset({date(2026, 11, 3)}), confirmed=False)
    later = YearDays(frozenset(), before.free | {date(2026, 12, 7)}, confirmed=False)
    check_calendar(before, later, TODAY)
    assert refusal(check_calendar, before, AS_USUAL, TODAY).code == "change_begins_too_early"


def test_a_year_is_confirmed_without_a_day_that_changes() -> None:
    check_calendar(AS_USUAL, replace(AS_USUAL, confirmed=True), TODAY)
    assert refusal(check_calendar, AS_USUAL, AS_USUAL, TODAY).code == "nothing_changed"


def test_the_same_list_of_benefits_is_refused() -> None:
    check_benefits(SHIPPED_BENEFITS, SHIPPED_BENEFITS[1:])
    assert refusal(check_benefits, SHIPPED_BENEFITS, list(SHIPPED_BENEFITS)).code == "nothing_changed"


def test_every_number_and_switch_has_its_name_in_three_languages() -> None:
    assert set(NAMES) == {each.name for each in fields(Policy)} - {"id"}
    for text in NAMES.values():
        assert len({text.kk, text.ru, text.en}) == 3


def test_what_is_signed_names_each_number_as_it_was_and_as_it_becomes() -> None:
    assert policy_sentences(KOKSHETAU, TOMORROW, REFERRAL_PROFILE, OTHER, "kk") == (
        "Мына ауданның (қаланың) саясатын өзгертемін: Көкшетау қ., ҚАТО коды 1110.",
        "30.11.2026 бастап күшіне енеді.",
        "Орын таңдау мерзімі, жұмыс күні: 3 → 5.",
        "Бұрын басталған мерзімдер өзгермейді.",
    )
    said = policy_sentences(None, TOMORROW, REFERRAL_PROFILE, VOUCHER_PROFILE, "en")
    assert "Regime: referral → voucher." in said
    assert "Admission papers come before acceptance: no → yes." in said
    assert "Day of the yearly sorting (month-day): not set → 06-30." in said


def test_what_is_signed_names_each_day() -> None:
    before = YearDays(frozenset(), frozenset({date(2027, 1, 5)}), confirmed=False)
    after = YearDays(frozenset({date(2027, 1, 9)}), frozenset({date(2027, 1, 8)}), confirmed=True)
    assert calendar_sentences(2027, before, after, "ru") == (
        "Изменяю рабочий календарь 2027 года.",
        "05.01.2027: как обычно.",
        "08.01.2027: выходной день.",
        "09.01.2027: рабочий день.",
        "Календарь года подтверждён.",
    )


@pytest.mark.parametrize("language", Language)
def test_what_is_signed_names_each_benefit(language: Language) -> None:
    first, second, *others = SHIPPED_BENEFITS
    after = [*others, replace(second, proof_months=6), replace(first, code="new")]
    said = benefit_sentences(SHIPPED_BENEFITS, after, language)
    assert [line.partition(": ")[2].rstrip(".") for line in said[1:]] == [
        each.name.in_(language) for each in (second, first, first)
    ]


def test_another_order_of_the_benefits_is_said_as_such() -> None:
    assert benefit_sentences(SHIPPED_BENEFITS, SHIPPED_BENEFITS[::-1], "en")[1:] == ("The order is another.",)
