"""Who may be put into the queue of a district (domain §3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kezek.contracts.ages import birthday
from kezek.contracts.policy import Policy
from kezek.contracts.values import Person
from kezek.contracts.vocabulary import Language
from kezek.platform.errors import RuleBrokenError


class Registration(StrEnum):
    """Whether somebody is registered for good or for a time (domain §3)."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"


@dataclass(frozen=True, kw_only=True, repr=False)
class Address:
    """A registered address as the register writes it, in Kazakh and, where it does, in Russian."""

    kk: str
    ru: str = ""
    registration: Registration | None = None

    def in_(self, language: Language) -> str:
        """The address for a page in this language; the register writes none in English."""
        return self.kk if language is Language.KK else self.ru or self.kk


@dataclass(frozen=True, kw_only=True, repr=False)
class RegisteredPerson(Person):
    """A person as the persons register knows them; `district` is the KATO prefix of the registered address.

    `other_district` is that of a temporary registration besides. `children` are those whose parent or guardian they
    are. The addresses themselves are shown to the person and kept nowhere.
    """

    birth_date: date
    alive: bool
    district: str
    children: tuple[str, ...] = ()
    address: Address | None = None
    other_district: str = ""
    other_address: Address | None = None

    @property
    def districts(self) -> tuple[str, ...]:
        """Where the person is registered, permanently or temporarily."""
        return tuple(each for each in (self.district, self.other_district) if each)


def check_family(applicant: RegisteredPerson, child_iin: str) -> None:
    """Refuse an application for a child that is not the applicant's by the register (domain §3).

    Raises:
        RuleBrokenError: `child_not_of_applicant`.
    """
    if child_iin not in applicant.children:
        raise RuleBrokenError("child_not_of_applicant")


def check_child(child: RegisteredPerson, district: str, policy: Policy, today: date) -> None:
    """Refuse a child that is dead, too old, or registered in another district (domain §3).

    Raises:
        RuleBrokenError: `child_not_alive`, `child_too_old` or `registered_elsewhere` with the district.
    """
    check_age(child, policy, today)
    if district not in child.districts:
        raise RuleBrokenError("registered_elsewhere", district=child.district)


def check_twins(birth_dates: Sequence[date]) -> None:
    """Refuse as twins who were not born together; a midnight may lie between (domain §3.twins).

    Raises:
        RuleBrokenError: `not_twins`.
    """
    if max(birth_dates) - min(birth_dates) > timedelta(days=1):
        raise RuleBrokenError("not_twins")


def check_age(child: RegisteredPerson, policy: Policy, today: date) -> None:
    """Refuse a child that is dead or has reached the age limit (domain §3, §5.5).

    Raises:
        RuleBrokenError: `child_not_alive` or `child_too_old`.
    """
    if not child.alive:
        raise RuleBrokenError("child_not_alive")
    if today >= birthday(child.birth_date, policy.called_below_months):
        raise RuleBrokenError("child_too_old", below_months=policy.called_below_months)
