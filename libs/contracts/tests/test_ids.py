import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from kezek.contracts.ids import new_id

SECOND_NS = 1_000_000_000


def test_ids_are_uuids_of_version_seven() -> None:
    made = new_id()
    assert (made.version, made.variant) == (7, uuid.RFC_4122)


def test_ids_carry_the_millisecond_of_their_making() -> None:
    before = time.time_ns() // 1_000_000
    made = new_id().int >> 80
    assert before <= made <= time.time_ns() // 1_000_000


def test_ids_are_unique() -> None:
    assert len({new_id() for _ in range(10_000)}) == 10_000


def test_ids_stand_in_the_order_of_their_making() -> None:
    made = [new_id() for _ in range(10_000)]
    assert made == sorted(made)


def test_ids_go_on_rising_when_the_clock_goes_back_a_little(monkeypatch: pytest.MonkeyPatch) -> None:
    before, earlier = new_id(), time.time_ns() - 5 * SECOND_NS
    monkeypatch.setattr(time, "time_ns", lambda: earlier)
    made = [new_id() for _ in range(10)]
    assert [before, *made] == sorted({before, *made})


def test_ids_tell_the_time_again_when_a_clock_that_was_wrong_is_set_right(monkeypatch: pytest.MonkeyPatch) -> None:
    right = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: right + 3600 * SECOND_NS)
    new_id()
    monkeypatch.setattr(time, "time_ns", lambda: right)
    assert new_id().int >> 80 == right // 1_000_000


def test_threads_make_ids_of_their_own() -> None:
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: new_id().int >> 64, range(20_000)))
    assert len(set(made)) == 20_000
