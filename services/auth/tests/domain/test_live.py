"""The newest hints are found by whom they concern: a stream that begins costs what it has missed."""

from collections import deque
from typing import Any

import pytest

from kezek.auth.domain.live import MISSED_AT_MOST, Tail, Told
from kezek.contracts.hints import Hint, HintKind


def told(at: int, subject: str) -> Told:
    return Told((at, 0), Hint(subject, HintKind.POSITION, "a"))


def moments(found: list[Told] | None) -> list[int] | None:
    return None if found is None else [each.at[0] for each in found]


def test_what_concerns_whom_comes_in_its_order() -> None:
    tail = Tail([told(1, "me"), told(2, "queue"), told(3, "you"), told(4, "me")], (4, 0), 10)
    assert moments(tail.since((1, 0), {"me", "queue"})) == [2, 4]
    assert moments(tail.since((4, 0), {"me"})) == []
    assert moments(tail.recent(2, {"me", "queue"})) == [2, 4]


def test_what_is_forgotten_or_not_told_yet_is_not_known() -> None:
    tail = Tail([told(at, "me") for at in range(1, 6)], (5, 0), 3)
    assert tail.since((2, 0), {"me"}) is None
    assert moments(tail.since((3, 0), {"me"})) == [4, 5]
    assert tail.since((6, 0), {"me"}) is None
    tail.add(Told((6, 0), None))
    assert tail.since((3, 0), {"me"}) is None
    assert moments(tail.since((4, 0), {"me"})) == [5]
    for at in range(7, 10):
        tail.add(told(at, "you"))
    assert tail._of.keys() == {"you"}


@pytest.mark.parametrize("asked", ["since", "recent"])
def test_who_has_missed_too_much_asks_for_everything(asked: str) -> None:
    tail = Tail([told(at, "me") for at in range(1, MISSED_AT_MOST + 2)], (MISSED_AT_MOST + 1, 0), 5000)
    given: Any = (1, 0) if asked == "since" else MISSED_AT_MOST - 1
    assert len(getattr(tail, asked)(given, {"me"}) or ()) == MISSED_AT_MOST
    tail.add(told(MISSED_AT_MOST + 2, "me"))
    given = (1, 0) if asked == "since" else MISSED_AT_MOST
    assert getattr(tail, asked)(given, {"me"}) is None


def test_a_stream_that_begins_walks_through_nobody_elses_hints() -> None:
    tail = Tail([told(at, "you") for at in range(1, 4001)], (4000, 0), 5000)

    class Untouched(deque[Told]):
        def __reversed__(self) -> Any:
            raise AssertionError

    tail._kept, tail._of["you"] = Untouched(tail._kept), Untouched(tail._of["you"])
    assert tail.since((1, 0), {"me"}) == []
