import pytest
from pydantic import TypeAdapter, ValidationError

from kezek.contracts.contacts import Email, Phone, Website, website_url

PHONES, EMAILS, WEBSITES = TypeAdapter(Phone), TypeAdapter(Email), TypeAdapter(Website)


@pytest.mark.parametrize(
    "written",
    [
        "77990000001",
        "+7 799 000-00-01",
        "8 (799) 000 00 01",
        "87990000001",
        "+7(799)0000001",
        "7990000001",
        "(799) 000-00-01",
        "8.799.000.00.01",
        "tel:+7-799-000-00-01",
        "TEL: 8 799 000 00 01",
        "\u202a+7\u00a0799\u00a0000\u201100\u201101\u202c",
        "\u200b8\u2009799\u2013000\u201400\u221201\ufeff",
    ],
)
def test_a_phone_is_one_however_it_is_written(written: str) -> None:
    assert PHONES.validate_python(written) == "77990000001"


@pytest.mark.parametrize(
    "written", ["", "799000000", "779900000011", "8799000000", "12025550100", "tel:", "7799000000x", "٧٧٩٩٠٠٠٠٠٠١"]
)
def test_what_is_no_phone_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        PHONES.validate_python(written)


@pytest.mark.parametrize("written", ["a.b-c@example.kz", " a.b-c@example.kz\n", "\u202aa.b-c@example.kz\u202c\u200b"])
def test_an_address_is_one_however_it_is_pasted(written: str) -> None:
    assert EMAILS.validate_python(written) == "a.b-c@example.kz"


@pytest.mark.parametrize(
    "written",
    [
        ".a@example.kz",
        "a.@example.kz",
        "a..b@example.kz",
        ".@example.kz",
        "a@.kz",
        "a@example..kz",
        "@example.kz",
        "a b@example.kz",
        "a@example.kz\nBcc: b@example.kz",
        f"{'a' * 65}@example.kz",
        "әлия@example.kz",
        "a@b@c.kz",
    ],
)
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="email_invalid"):
        EMAILS.validate_python(written)


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("akbota.example.kz", "https://akbota.example.kz"),
        ("www.akbota.example.kz/kk?page=1", "https://www.akbota.example.kz/kk?page=1"),
        ("ақбота.қаз", "https://ақбота.қаз"),
        ("http://akbota.example.kz:8080", "http://akbota.example.kz:8080"),
        ("HTTPS://akbota.example.kz/", "HTTPS://akbota.example.kz/"),
    ],
)
def test_a_web_site_is_kept_as_typed_and_found_by_https(written: str, url: str) -> None:
    typed = WEBSITES.validate_python(f" {written}\u200b")
    assert (typed, website_url(typed)) == (written, url)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "akbota",
        "javascript:alert(1)",
        "javascript://a.kz/%0aalert(1)",
        "ftp://a.kz",
        "//a.kz",
        "a.kz/<b>",
        "a.kz x",
        "https://user@a.kz",
        "data:text/html,a.kz",
        ".a.kz",
        'a.kz/"onclick=',
    ],
)
def test_what_is_no_web_site_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="website_invalid"):
        WEBSITES.validate_python(written)
