"""Who may bring and fetch a child besides the applicant, named by that parent (domain §8.escorts)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kezek.contracts.ages import birthday
from kezek.contracts.policy import Policy
from kezek.contracts.values import PersonName
from kezek.contracts.vocabulary import EscortEnding
from kezek.kindergartens.domain.likeness import words_of
from kezek.platform.errors import RuleBrokenError

_MONTHS = 12


@dataclass(frozen=True)
class Escort:
    """Somebody as a parent has named them; `checked`: the persons register has said the same."""

    id: UUID
    applicant_id: UUID
    iin: str
    name: str
    phone: str
    checked: bool

    def __repr__(self) -> str:
        """Without anything of the person, so that no log can hold it."""
        return f"Escort({self.id})"


@dataclass(frozen=True)
class Entrustment:
    """One child entrusted to one escort; the child is known by the application by which it is enrolled.

    `phone` is the one that the parent gave for it: of another one this ends, and another one begins.
    `signed_in_at` is when the escort first came to mark attendance, as far as auth has told.
    """

    id: UUID
    escort_id: UUID
    application_id: UUID
    phone: str
    since: datetime
    ended_at: datetime | None = None
    ended_because: EscortEnding | None = None
    version: int = 1
    signed_in_at: datetime | None = None

    def __repr__(self) -> str:
        """Without the phone, so that no log can hold it."""
        return f"Entrustment({self.id})"


def check_registered(name: str, names: Iterable[PersonName], *, alive: bool) -> None:
    """Refuse whom the register knows otherwise: its surname and given name, in one of its languages, must be typed.

    Raises:
        RuleBrokenError: `escort_not_in_register`, `escort_name_differs`.
    """
    if not alive:
        raise RuleBrokenError("escort_not_in_register")
    typed = set(words_of(name))
    if not any(set(words_of(f"{each.surname} {each.given_name}")) <= typed for each in names):
        raise RuleBrokenError("escort_name_differs")


def check_age(born: date | None, policy: Policy, today: date) -> None:
    """Refuse whoever is too young on this day; of whom no birth date is known the register will tell.

    Raises:
        RuleBrokenError: `escort_too_young` with the years that are needed.
    """
    if born is not None and birthday(born, policy.escort_from_years * _MONTHS) > today:
        raise RuleBrokenError("escort_too_young", years=policy.escort_from_years)


def check_numbers(child: str, of_child: int, of_escort: int, policy: Policy) -> None:
    """Refuse more escorts of a child, or children of an escort, than are allowed; both count without the new one.

    Raises:
        RuleBrokenError: `too_many_escorts`, `too_many_children_of_escort`.
    """
    if of_child >= policy.escorts_per_child:
        raise RuleBrokenError("too_many_escorts", most=policy.escorts_per_child, child=child)
    if of_escort >= policy.children_per_escort:
        raise RuleBrokenError("too_many_children_of_escort", most=policy.children_per_escort)
