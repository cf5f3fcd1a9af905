import pytest
from pydantic import TypeAdapter, ValidationError

from kezek.contracts.numbers import (
    AdmissionNumber,
    ApplicationNumber,
    Code,
    IdentityNumber,
    ReferralNumber,
    RequestNumber,
)

REFERRALS, REQUESTS = TypeAdapter(ReferralNumber), TypeAdapter(RequestNumber)


@pytest.mark.parametrize(
    "written",
    [
        "1000000101",
        "№ 1000000101",
        "№1000 000 101",
        "1000\xa0000\u202f101",
        "No. 1000000101",
        "N 1000000101",
        "# 1000000101",
        "\u202a1000000101\u202c\u200b",
        "1000-000-101",
        "\t1000000101\n",
    ],
)
def test_a_referral_number_is_one_however_it_is_pasted(written: str) -> None:
    assert REFERRALS.validate_python(written) == "1000000101"


@pytest.mark.parametrize(
    "written", ["", "№", "100000010", "10000001011", "1000000101 x", "１０００００0101", "№№1000000101"]
)
def test_what_is_no_referral_number_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="referral_number_invalid"):
        REFERRALS.validate_python(written)


def test_a_request_number_is_shorter() -> None:
    assert REQUESTS.validate_python("№ 17") == "17"
    for wrong in ("", "№", "1" * 13, "-"):
        with pytest.raises(ValidationError, match="request_number_invalid"):
            REQUESTS.validate_python(wrong)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("№ 012 345 678", "012345678"),
        ("No. 012345678", "012345678"),
        ("n 12345678", "N12345678"),
        ("kz1234567", "KZ1234567"),
    ],
)
def test_a_documents_number_keeps_its_letters(written: str, number: str) -> None:
    assert TypeAdapter(IdentityNumber).validate_python(written) == number


def test_a_code_is_read_without_what_a_letter_puts_between() -> None:
    assert TypeAdapter(Code).validate_python(" abcd\u00a0efgh-ij\u200bkl ") == "abcdefghijkl"


@pytest.mark.parametrize("pasted", ["AB CD-EF", "abcd\ud800ef".upper(), "ABCD\N{GRINNING FACE}EF"])
def test_a_code_is_its_letters_and_digits_whatever_else_was_pasted(pasted: str) -> None:
    assert TypeAdapter(Code).validate_python(pasted) == "ABCDEF"


@pytest.mark.parametrize(
    "written",
    [
        "34.UO.2026.00001.1",
        "34.УО.2026.00001.1",
        "34.уо.2026.1.1",
        "№ 34.Уo.2026.0000001.01",
        "34 UO 2026 . 001 . 1",
        "\u202a34.UO.2026.00001.1\u202c",
        "34/UO/2026/1/1",
    ],
)
def test_an_application_number_is_one_in_latin_or_cyrillic_and_any_padding(written: str) -> None:
    assert TypeAdapter(ApplicationNumber).validate_python(written) == "34.UO.2026.00001.1"


@pytest.mark.parametrize("written", ["", "34", "34.UO.2026.1", "34.XX.2026.1.1", "34.UO.26.1.1", "34.UO.2026.123456.1"])
def test_what_is_no_application_number_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="application_number_invalid"):
        TypeAdapter(ApplicationNumber).validate_python(written)


@pytest.mark.parametrize("written", ["110.2026.7", "№ 110.2026.007", " 110,2026,7\n", "110/2026/7"])
def test_an_admission_number_is_one_in_any_spelling(written: str) -> None:
    assert TypeAdapter(AdmissionNumber).validate_python(written) == "110.2026.7"


@pytest.mark.parametrize("written", ["", "110", "110.2026", "11.2026.7", "110.26.7", "110.2026.1234567890"])
def test_what_is_no_admission_number_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="admission_number_invalid"):
        TypeAdapter(AdmissionNumber).validate_python(written)
