"""Ids: UUIDv7, made in Python, ordered by the millisecond of their making (RFC 9562 §5.7)."""

import secrets
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


def new_id() -> uuid.UUID:
    """A new UUIDv7."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & 0xFFFFFFFFFFFF) << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    return uuid.UUID(int=value | 0x2 << 62 | secrets.randbits(62))
