"""Where a request comes from."""

import pytest
from fastapi import Request

from kezek.platform.http.addresses import address_of
from kezek.platform.networks import network_of


def seen(address: str, client: str | None = "10.0.0.1") -> Request:
    headers = [(b"x-forwarded-for", address.encode())] if address else []
    return Request({"type": "http", "headers": headers, "client": (client, 1) if client else None})


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:DB8:0:0::7", "2001:db8::7"),
        ("nobody", ""),
        ("", "10.0.0.1"),
    ],
)
def test_the_address_is_the_one_the_gateway_saw_in_one_spelling(said: str, address: str) -> None:
    assert address_of(seen(said)) == address


def test_without_any_there_is_none() -> None:
    assert network_of(address_of(seen("", client=None))) == ""


def test_a_subscriber_has_an_address_or_a_64_of_ipv6() -> None:
    assert network_of("203.0.113.7") != network_of("203.0.113.8")
    assert network_of("2001:db8:0:1::7") == network_of("2001:db8:0:1:ffff::8")
    assert network_of("2001:db8:0:1::7") != network_of("2001:db8:0:2::7")
