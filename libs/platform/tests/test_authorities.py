"""Which addresses may be asked: configured ones, whatever certificates name."""

import pytest

from kezek.platform.authorities import Addresses


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("http://ocsp.example.kz", True),
        ("http://ocsp.example.kz/any/path", True),
        ("http://lists.example.kz:8080/crl/one.crl", True),
        ("http://lists.example.kz:8080/crl", True),
        ("http://lists.example.kz:8080/crlother", False),
        ("http://lists.example.kz/crl/one.crl", False),
        ("http://lists.example.kz:8080/crl/../secret", False),
        ("http://lists.example.kz:8080/crl/%2e%2e/secret", False),
        ("https://ocsp.example.kz", False),
        ("http://ocsp.example.kz.evil.example", False),
        ("http://ocsp.example.kz@evil.example", False),
        ("http://user:word@ocsp.example.kz", False),
        ("http://evil.example\\@ocsp.example.kz", False),
        ("http://evil.example#@ocsp.example.kz", False),
        ("http://169.254.169.254/latest", False),
        ("ldap://ocsp.example.kz", False),
        ("file:///etc/passwd", False),
        ("http://ocsp.example.kz:port", False),
        ("", False),
    ],
)
def test_only_what_lies_below_a_configured_address_is_one(url: str, allowed: bool) -> None:
    assert Addresses("http://ocsp.example.kz, http://lists.example.kz:8080/crl/").allow(url) is allowed


def test_a_wrong_setting_is_said_at_the_start() -> None:
    with pytest.raises(ValueError, match="KEZEK_REVOCATION_ADDRESSES"):
        Addresses("ocsp.example.kz")
