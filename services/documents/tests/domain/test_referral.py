from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kezek.contracts.ids import new_id
from kezek.contracts.policy import REFERRAL_PROFILE, VOUCHER_PROFILE, Policy
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import InstructionLanguage, ReferralStatus
from kezek.documents.domain.papers import Child, Garden
from kezek.documents.domain.referral import Origin, Referral, Verdict, judge
from kezek.documents.domain.referral_paper import Told, referral_page
from kezek.documents.domain.referral_words import consequence, how_made
from kezek.documents.domain.texts import date_words, phone_words

MIDNIGHT = datetime(2026, 11, 30, 19, tzinfo=UTC)
REFERRAL = Referral(
    id=new_id(),
    application_id=new_id(),
    applicant_id=new_id(),
    kindergarten_id=new_id(),
    number="1000000101",
    group_year=2022,
    language=InstructionLanguage.KAZAKH,
    issued_at=datetime(2026, 11, 23, 20, 30, tzinfo=UTC),
    expires_at=MIDNIGHT,
    last_day=date(2026, 11, 30),
    status=ReferralStatus.VALID,
    version=1,
    check_code="a" * 26,
)


@pytest.mark.parametrize(
    ("status", "after_midnight", "verdict"),
    [
        (ReferralStatus.VALID, timedelta(microseconds=-1), Verdict.VALID),
        (ReferralStatus.VALID, timedelta(0), Verdict.VOID),
        (ReferralStatus.EXPIRED, timedelta(days=-1), Verdict.VOID),
        (ReferralStatus.VOIDED, timedelta(days=-1), Verdict.VOID),
        (ReferralStatus.CANCELLED, timedelta(days=-1), Verdict.VOID),
        (ReferralStatus.REFUSED, timedelta(days=-1), Verdict.VOID),
        (ReferralStatus.ACCEPTED, timedelta(days=30), Verdict.USED),
        (ReferralStatus.DEPARTED, timedelta(days=30), Verdict.USED),
    ],
)
def test_check_judges_by_state_and_instant(status: ReferralStatus, after_midnight: timedelta, verdict: Verdict) -> None:
    assert judge(replace(REFERRAL, status=status), MIDNIGHT + after_midnight) is verdict


def test_a_paper_whose_term_stands_is_valid_beyond_its_last_day_until_it_is_settled() -> None:
    stopped = replace(REFERRAL, stopped=True)
    assert judge(stopped, MIDNIGHT + timedelta(days=300)) is Verdict.VALID
    assert judge(replace(stopped, status=ReferralStatus.VOIDED), MIDNIGHT) is Verdict.VOID


def test_a_void_paper_is_its_kindergartens_no_more() -> None:
    shown = {each: replace(REFERRAL, status=each).subject.kindergarten_id is not None for each in ReferralStatus}
    assert shown == {
        ReferralStatus.VALID: True,
        ReferralStatus.ACCEPTED: True,
        ReferralStatus.EXPIRED: False,
        ReferralStatus.VOIDED: False,
        ReferralStatus.CANCELLED: False,
        ReferralStatus.REFUSED: False,
        ReferralStatus.DEPARTED: False,
    }


@pytest.mark.parametrize(
    ("language", "words"),
    [("kk", "2026 жылғы 30 қараша"), ("ru", "30 ноября 2026 года"), ("en", "30 November 2026")],
)
def test_dates_are_written_as_each_language_does(language: str, words: str) -> None:
    assert date_words(date(2026, 11, 30), language) == words


def test_phones_are_written_as_people_read_them() -> None:
    assert phone_words("77999000007") == "+7 799 900 00 07"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_page_names_everything_a_family_needs(language: str) -> None:
    garden = Garden(Text("а", "б", "c"), Text("г", "д", "e"), "77999000007")
    child = Child(Text("Үлгі Әсем", "Улгиева Асем", "Үлгі Әсем"), date(2022, 3, 8))
    told = Told(REFERRAL_PROFILE, Origin(), "https://kezek.example/check/a")
    page = referral_page(REFERRAL, child, garden, told, language)
    assert page["kindergarten_name"] == garden.name.in_(language)
    assert date_words(REFERRAL.last_day, language) in page["until"]
    assert "24:00" in page["until"]
    assert "01:30" in page["issued_value"], "the time is Kazakhstan's, and the day its next one"
    assert date_words(date(2026, 11, 24), language) in page["issued_value"]
    assert REFERRAL.number in page["steps"][1]
    assert "10" in page["late_text"]


def test_the_paper_threatens_with_what_the_policy_does() -> None:
    vouchers_one_by_one = replace(VOUCHER_PROFILE, distribution_in_rounds=False, restorable_calendar_days=21)
    assert "стоп-лист на 10 рабочих дней" in _threat(REFERRAL_PROFILE)
    assert "следующему ребёнку" in _threat(REFERRAL_PROFILE)
    assert "один раз восстановить в личном кабинете, срок – 21 календарных дней" in _threat(vouchers_one_by_one)
    assert "следующему ребёнку" in _threat(vouchers_one_by_one)
    assert "срок – 28 календарных дней" in _threat(VOUCHER_PROFILE)
    assert "ждать следующего этапа" in _threat(VOUCHER_PROFILE)
    assert "уже один раз восстанавливали" in _threat(VOUCHER_PROFILE, Origin(restored=True))
    for voucher in (_threat(VOUCHER_PROFILE), _threat(VOUCHER_PROFILE, Origin(restored=True))):
        assert "стоп-лист" not in voucher
        assert "следующему ребёнку" not in voucher


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_what_is_to_be_done_in_time_is_what_the_policy_asks(language: str) -> None:
    garden = Garden(Text("а", "б", "c"), Text("г", "д", "e"), "77999000007")
    child = Child(Text("Үлгі Әсем", "Улгиева Асем", "Үлгі Әсем"), date(2022, 3, 8))
    comes, hands_in = (
        referral_page(REFERRAL, child, garden, Told(policy, Origin(), "https://kezek.example/check/a"), language)
        for policy in (REFERRAL_PROFILE, VOUCHER_PROFILE)
    )
    assert comes["late"] != hands_in["late"]
    assert comes["steps"][0] != hands_in["steps"][0]
    assert comes["steps"][1:] == hands_in["steps"][1:]
    assert all(date_words(REFERRAL.last_day, language) in page["steps"][0] for page in (comes, hands_in))


def test_the_paper_says_whose_signature_it_rests_on() -> None:
    origins = [Origin(by_officer=officer, by_round=given) for officer in (False, True) for given in (False, True)]
    said = [how_made(origin).ru for origin in origins]
    assert len(set(said)) == len(said)
    assert [("уполномоченное лицо" in each, "распределения" in each) for each in said] == [
        (origin.by_officer, origin.by_round) for origin in origins
    ]


def _threat(policy: Policy, origin: Origin | None = None) -> str:
    return consequence(policy, origin or Origin(), "ru")
