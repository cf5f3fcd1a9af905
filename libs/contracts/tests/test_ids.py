import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from kezek.contracts.ids import new_id


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


def test_ids_go_on_rising_when_the_clock_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    before = new_id()
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    made = [new_id() for _ in range(10)]
    assert [before, *made] == sorted({before, *made})


def test_threads_make_ids_of_their_own() -> None:
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: new_id().int >> 64, range(20_000)))
    assert len(set(made)) == 20_000
