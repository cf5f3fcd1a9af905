"""So many requests a minute from one subscriber, and no more."""

import pytest
from starlette.requests import Request

from kezek.platform.errors import TooMany
from kezek.platform.http import limits
from kezek.platform.http.limits import PerAddress


def request(address: str) -> Request:
    return Request({"type": "http", "headers": [(b"x-forwarded-for", address.encode())], "client": None})


class Hand:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def asked(limit: PerAddress, address: str, times: int) -> int:
    """How many of these were let through."""
    let = 0
    for _ in range(times):
        try:
            limit.count(request(address))
        except TooMany:
            continue
        let += 1
    return let


def test_a_subscriber_may_ask_so_often_a_minute_and_another_is_not_concerned() -> None:
    hand = Hand()
    limit = PerAddress(3, hand)
    assert asked(limit, "192.0.2.1", 5) == 3
    assert asked(limit, "192.0.2.2", 1) == 1
    hand.now = 59.9
    assert asked(limit, "192.0.2.1", 1) == 0
    hand.now = 60.0
    assert asked(limit, "192.0.2.1", 5) == 3


def test_a_subscriber_of_ipv6_is_one_whatever_the_last_bits() -> None:
    limit = PerAddress(1, Hand())
    assert asked(limit, "2001:db8::1", 1) == 1
    assert asked(limit, "2001:db8::2", 1) == 0


def test_who_came_longest_ago_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ADDRESSES_AT_MOST", 2)
    limit = PerAddress(1, Hand())
    for last in (1, 2, 3):
        asked(limit, f"192.0.2.{last}", 1)
    assert len(limit._counted) == 2
