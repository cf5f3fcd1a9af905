"""Made-up people: their IINs have a right control digit and a birth month that does not exist, so nobody is real."""

import itertools
import secrets
from uuid import UUID

from kezek.contracts.ids import new_id
from kezek.contracts.iin import control_digit
from kezek.contracts.vocabulary import Language
from kezek.platform.actors import Actor, Grant, Role, SignInMethod

_SERIALS = 100_000
# one after the other: drawn anew each time, two people of one test would now and then be the same
_next_serial = itertools.count(secrets.randbelow(_SERIALS))


def an_iin() -> str:
    """A fresh valid IIN that nobody can have, and that this process has not given before."""
    while True:
        prefix = f"991399{next(_next_serial) % _SERIALS:05d}"
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
