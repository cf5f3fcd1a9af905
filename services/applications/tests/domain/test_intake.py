from dataclasses import replace
from datetime import date

import pytest

from kezek.applications.domain.intake import Address, RegisteredPerson, check_child, check_family
from kezek.applications.domain.number import application_number
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.vocabulary import Language
from kezek.platform.errors import RuleBrokenError

CHILD = RegisteredPerson(
    iin="991399000009",
    surname="Үлгіқызы",
    given_name="Айгерім",
    birth_date=date(2020, 11, 21),
    alive=True,
    district="1134",
)
PARENT = replace(CHILD, iin="991399001809", children=("991399000009",))


def test_the_day_before_the_sixth_birthday_is_early_enough() -> None:
    check_child(CHILD, "1134", REFERRAL_PROFILE, date(2026, 11, 20))


@pytest.mark.parametrize(
    ("child", "district", "today", "code"),
    [
        (CHILD, "1134", date(2026, 11, 21), "child_too_old"),
        (replace(CHILD, alive=False), "1134", date(2026, 11, 20), "child_not_alive"),
        (CHILD, "1110", date(2026, 11, 20), "registered_elsewhere"),
    ],
)
def test_a_child_is_refused_with_the_rules_code(child: RegisteredPerson, district: str, today: date, code: str) -> None:
    with pytest.raises(RuleBrokenError) as broken:
        check_child(child, district, REFERRAL_PROFILE, today)
    assert broken.value.code == code


def test_an_address_is_told_in_kazakh_where_there_is_no_russian_one() -> None:
    both, one = Address(kk="Абай көшесі, 7", ru="улица Абая, 7"), Address(kk="Абай көшесі, 7")
    assert [both.in_(language) for language in Language] == ["Абай көшесі, 7", "улица Абая, 7", "улица Абая, 7"]
    assert one.in_(Language.RU) == "Абай көшесі, 7"
    assert "Абай" not in repr(one)


def test_only_the_applicants_own_child_is_accepted() -> None:
    check_family(PARENT, CHILD.iin)
    with pytest.raises(RuleBrokenError, match="child_not_of_applicant"):
        check_family(PARENT, PARENT.iin)


def test_who_was_born_on_29_february_is_six_on_the_first_of_march() -> None:
    leap = replace(CHILD, birth_date=date(2020, 2, 29))
    check_child(leap, "1134", REFERRAL_PROFILE, date(2026, 2, 28))
    with pytest.raises(RuleBrokenError, match="child_too_old"):
        check_child(leap, "1134", REFERRAL_PROFILE, date(2026, 3, 1))


def test_nothing_of_a_registered_person_stands_in_a_log() -> None:
    assert repr(CHILD) == "RegisteredPerson()"


def test_a_number_names_district_year_serial_and_ordinal() -> None:
    assert application_number("1116", 2018, 7339) == "16.UO.2018.07339.1"


def test_numbers_end_before_they_grow_a_digit() -> None:
    with pytest.raises(RuleBrokenError, match="application_numbers_exhausted"):
        application_number("1116", 2018, 100_000)
