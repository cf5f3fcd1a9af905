from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kezek.contracts.iin import Iin, control_digit, is_iin, tells_another_day

PREFIXES = st.from_regex("[0-9]{11}", fullmatch=True)


@pytest.mark.parametrize(
    ("prefix", "digit"),
    [
        ("99139900000", 9),  # first pass
        ("99139900180", 9),  # second pass
        ("99139900186", None),  # no such number
    ],
)
def test_the_control_digit_of_numbers_that_are_nobodys(prefix: str, digit: int | None) -> None:
    assert control_digit(prefix) == digit


@pytest.mark.parametrize("text", ["991399000009", "991399001809"])
def test_a_right_number_is_one(text: str) -> None:
    assert is_iin(text)


@pytest.mark.parametrize(
    "text",
    [
        "991399000008",
        "99139900000",
        "9913990000090",
        "99139900000x",
        "",
        "９９１３９９０００００９",
        "991399000009\n",
        " 991399000009",
    ],
)
def test_a_wrong_number_is_none(text: str) -> None:
    assert not is_iin(text)


@pytest.mark.parametrize(
    "text", ["991399 000009", "991399\u00a0000009\u202f", "\u202a9913\u200b9900\u20110009\u202c\t"]
)
def test_what_stands_between_digits_is_taken_out_of_input(text: str) -> None:
    assert TypeAdapter(Iin).validate_python(text) == "991399000009"


def test_wrong_input_is_refused_by_a_code() -> None:
    with pytest.raises(ValidationError, match="iin_invalid"):
        TypeAdapter(Iin).validate_python("991399000008")


@given(PREFIXES, st.sampled_from([*range(10), 11]), st.integers(1, 9))
def test_one_wrong_digit_is_found_but_at_the_eleventh_place_whose_weight_is_eleven(
    prefix: str, place: int, by: int
) -> None:
    digit = control_digit(prefix)
    assume(digit is not None)
    right = f"{prefix}{digit}"
    wrong = right[:place] + str((int(right[place]) + by) % 10) + right[place + 1 :]
    assume(_passes(right) == _passes(wrong) == 1)
    assert not is_iin(wrong)


def _passes(text: str) -> int:
    return 1 if sum(int(d) * w for d, w in zip(text[:11], range(1, 12), strict=True)) % 11 < 10 else 2


@given(PREFIXES)
def test_exactly_one_digit_fits_or_none(prefix: str) -> None:
    fitting = [digit for digit in range(10) if is_iin(f"{prefix}{digit}")]
    digit = control_digit(prefix)
    assert fitting == ([] if digit is None else [digit])


def test_a_number_that_begins_with_another_birth_date_is_known_and_one_without_any_says_nothing() -> None:
    assert tells_another_day("220620690000", date(2022, 6, 21))
    assert not tells_another_day("220620690000", date(2022, 6, 20))
    assert not tells_another_day("991399000009", date(2022, 6, 20))
