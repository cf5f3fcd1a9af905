"""Who may be put into the queue of a district (domain §3)."""

from dataclasses import dataclass
from datetime import date

from kezek.contracts.ages import birthday
from kezek.contracts.policy import Policy
from kezek.contracts.values import Person
from kezek.platform.errors import RuleBrokenError


@dataclass(frozen=True, kw_only=True, repr=False)
class RegisteredPerson(Person):
    """A person as the persons register knows them; `district` is the KATO prefix of the registered address."""

    birth_date: date
    alive: bool
    district: str
    children: tuple[str, ...] = ()


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
    if today >= birthday(child.birth_date, policy.called_below_months):
        raise RuleBrokenError("child_too_old", below_months=policy.called_below_months)
