"""Made-up people: their IINs have a right control digit and a birth month that does not exist, so nobody is real."""

import secrets
from uuid import UUID

from kezek.contracts.ids import new_id
from kezek.contracts.iin import control_digit
from kezek.contracts.languages import Language
from kezek.platform.actors import Actor, Grant, Role, SignInMethod


def an_iin() -> str:
    """A fresh valid IIN that nobody can have."""
    while True:
        prefix = f"991399{secrets.randbelow(100_000):05d}"
        digit = control_digit(prefix)
        if digit is not None:
            return f"{prefix}{digit}"


def an_actor(*grants: Grant, iin: str | None = None, language: Language = Language.RU) -> Actor:
    """A signed-in person: a parent, and whatever the grants add."""
    return Actor(new_id(), iin or an_iin(), language, SignInMethod.EDS, grants)


def worker_of(kindergarten_id: UUID) -> Actor:
    """A worker of this kindergarten."""
    return an_actor(Grant(Role.WORKER, kindergarten_id=kindergarten_id))


def officer_of(district: str) -> Actor:
    """An officer of this district."""
    return an_actor(Grant(Role.OFFICER, district=district))


def administrator() -> Actor:
    """The region's administrator."""
    return an_actor(Grant(Role.ADMINISTRATOR))
