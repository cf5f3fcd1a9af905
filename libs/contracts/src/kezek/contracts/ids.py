"""Ids: UUIDv7, made in Python, ordered by the time of their making (RFC 9562 §5.7)."""

import secrets
import threading
import time
import uuid
from collections.abc import Callable
from typing import NewType

AccountId = NewType("AccountId", uuid.UUID)
PersonId = NewType("PersonId", uuid.UUID)
ApplicationId = NewType("ApplicationId", uuid.UUID)
KindergartenId = NewType("KindergartenId", uuid.UUID)
VacancyId = NewType("VacancyId", uuid.UUID)
PlaceId = NewType("PlaceId", uuid.UUID)
CallId = NewType("CallId", uuid.UUID)
TurnId = NewType("TurnId", uuid.UUID)
ReferralId = NewType("ReferralId", uuid.UUID)
DocumentId = NewType("DocumentId", uuid.UUID)

NewId = Callable[[], uuid.UUID]


_TICKS_A_MILLISECOND = 1 << 12
# a clock that goes back further was wrong before, and ids tell a time that others search by
_SMALL_STEP_BACK = 10_000 * _TICKS_A_MILLISECOND
_ordering = threading.Lock()
_last_tick = 0


def new_id() -> uuid.UUID:
    """A new UUIDv7, greater than those this process has made, unless its clock goes back by ten seconds or more."""
    tick = _next_tick()
    milliseconds, within = divmod(tick, _TICKS_A_MILLISECOND)
    value = (milliseconds & 0xFFFFFFFFFFFF) << 80 | 0x7 << 76 | within << 64
    return uuid.UUID(int=value | 0x2 << 62 | secrets.randbits(62))


def _next_tick() -> int:
    """The time in 1/4096 ms (RFC 9562 §6.2, method 3), or the next tick while the clock stands or lags."""
    global _last_tick  # noqa: PLW0603 - one order for the whole process
    with _ordering:
        now = time.time_ns() * _TICKS_A_MILLISECOND // 1_000_000
        _last_tick = _last_tick + 1 if 0 <= _last_tick - now < _SMALL_STEP_BACK else now
        return _last_tick
