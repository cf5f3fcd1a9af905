from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kezek.auth.domain.session import Limits, Session
from kezek.contracts.ids import new_id

BEGAN = datetime(2026, 11, 21, 6, tzinfo=UTC)
LIMITS = Limits(idle=timedelta(minutes=30), absolute=timedelta(hours=12))
MINUTE = timedelta(minutes=1)
MICROSECOND = timedelta(microseconds=1)


def session(used: timedelta, ended: timedelta | None = None) -> Session:
    ended_at = None if ended is None else BEGAN + ended
    return Session(new_id(), new_id(), "eds", BEGAN, BEGAN + used, ended_at)


@pytest.mark.parametrize(
    ("used", "ended", "dies"),
    [
        (0 * MINUTE, None, 30 * MINUTE),
        (29 * MINUTE, None, 59 * MINUTE),
        (700 * MINUTE, None, 720 * MINUTE),
        (10 * MINUTE, 11 * MINUTE, 11 * MINUTE),
        (10 * MINUTE, 50 * MINUTE, 40 * MINUTE),
    ],
)
def test_a_session_dies_idle_or_old_or_ended_whichever_is_first(
    used: timedelta, ended: timedelta | None, dies: timedelta
) -> None:
    it = session(used, ended)
    assert it.dies_at(LIMITS) == BEGAN + dies
    assert it.is_alive(LIMITS, BEGAN + dies - MICROSECOND)
    assert not it.is_alive(LIMITS, BEGAN + dies)


@pytest.mark.parametrize(
    ("began", "dies"),
    [
        (datetime(2026, 11, 21, 2, tzinfo=UTC), datetime(2026, 11, 21, 19, tzinfo=UTC)),
        (datetime(2026, 11, 21, 18, 59, 59, tzinfo=UTC), datetime(2026, 11, 21, 19, tzinfo=UTC)),
        (datetime(2026, 11, 21, 19, tzinfo=UTC), datetime(2026, 11, 22, 19, tzinfo=UTC)),
    ],
)
def test_an_escorts_session_dies_at_midnight_in_kazakhstan(began: datetime, dies: datetime) -> None:
    it = Session(new_id(), new_id(), "escort", began, began, phone="77990001122")
    assert it.dies_at(LIMITS) == dies
    assert replace(it, ended_at=began + MINUTE).dies_at(LIMITS) == min(dies, began + MINUTE)
