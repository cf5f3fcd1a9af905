"""As whom somebody of the region holds a key."""

from kezek.eds import Purpose
from kezek_sandbox.authority.keys import Holder, Organisation, OwnerKind
from kezek_sandbox.authority.vault import Algorithm
from kezek_sandbox.people.directory import Directory
from kezek_sandbox.people.model import Resident
from kezek_sandbox.problems import ProblemError


def holder_of(
    people: Directory,
    number: str,
    purpose: Purpose,
    algorithm: Algorithm = Algorithm.RSA,
    owner: OwnerKind = OwnerKind.INDIVIDUAL,
) -> Holder:
    """The holder, by id or IIN; an organisation's key is for who works in a kindergarten.

    Raises:
        ProblemError: `person_not_found`, `person_without_organisation`.
    """
    resident = people.find(number)
    if resident is None:
        raise ProblemError(404, "person_not_found")
    organisation = None if owner is OwnerKind.INDIVIDUAL else _organisation(people, resident)
    return Holder(resident.person, purpose, algorithm, owner, organisation)


def _organisation(people: Directory, resident: Resident) -> Organisation:
    if resident.kindergarten is None:
        raise ProblemError(422, "person_without_organisation")
    name = next(each.name.kk for each in people.kindergartens if each.number == resident.kindergarten)
    return Organisation(name, f"9900{resident.kindergarten:08d}")
