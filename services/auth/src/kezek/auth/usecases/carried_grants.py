"""Which of a person's grants a session carries (domain §1, §2)."""

from dataclasses import dataclass
from uuid import UUID

from kezek.platform.actors import Grant, Role, SignInMethod


@dataclass(frozen=True)
class Carried:
    """What the session may be used for besides the own affairs of the person."""

    grants: tuple[Grant, ...]
    must_choose_workplace: bool


def carried_grants(method: SignInMethod, grants: tuple[Grant, ...], workplace_id: UUID | None) -> Carried:
    """A key opens all roles, a password a worker's, a code none; of several workplaces only the chosen one is open."""
    if method in {SignInMethod.CODE, SignInMethod.ESCORT}:
        return Carried((), must_choose_workplace=False)
    works = tuple(grant for grant in grants if grant.role is Role.WORKER)
    others = () if method is SignInMethod.PASSWORD else tuple(grant for grant in grants if grant not in works)
    chosen = works if len(works) == 1 else tuple(grant for grant in works if grant.kindergarten_id == workplace_id)
    return Carried((*others, *chosen), must_choose_workplace=bool(works) and not chosen)
