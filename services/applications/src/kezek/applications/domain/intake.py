"""Who may be put into the queue of a district (domain §3)."""

from dataclasses import dataclass
from datetime import date

from kezek.applications.domain.policy import Policy
from kezek.applications.domain.rules import RuleBrokenError


@dataclass(frozen=True)
class RegisteredPerson:
    """A person as the persons register knows them; `district` is the KATO prefix of the registered address."""

    iin: str
    surname: str
    given_name: str
    patronymic: str | None
    birth_date: date
    alive: bool
    district: str
    children: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """Surname, given name and patronymic."""
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)


def birthday(born: date, years: int) -> date:
    """The day on which somebody becomes so many years old; the first of March for those born on 29 February."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


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
    if child.district != district:
        raise RuleBrokenError("registered_elsewhere", district=child.district)


def check_age(child: RegisteredPerson, policy: Policy, today: date) -> None:
    """Refuse a child that is dead or has reached the age limit (domain §3, §5.5).

    Raises:
        RuleBrokenError: `child_not_alive` or `child_too_old`.
    """
    if not child.alive:
        raise RuleBrokenError("child_not_alive")
    if today >= birthday(child.birth_date, policy.below_years):
        raise RuleBrokenError("child_too_old", below_years=policy.below_years)
