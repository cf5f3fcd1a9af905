"""Who applies for whom, by the register's copies, by what was typed, or, while the register is silent, by the IIN."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from kezek.applications.adapters import store
from kezek.applications.domain.intake import RegisteredPerson, check_age, check_child, check_family, check_twins
from kezek.applications.usecases.submission_facts import ApplicantFacts, ChildFacts, SubmitRequest
from kezek.contracts.iin import birth_date_of
from kezek.contracts.policy import Policy
from kezek.contracts.texts import Text
from kezek.contracts.values import Person
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx
from kezek.platform.errors import Conflict, Invalid, rules_hold


@dataclass(frozen=True)
class Child:
    """A child that is applied for; `of_applicant` by the register."""

    person: RegisteredPerson
    of_applicant: bool

    def to_facts(self) -> ChildFacts:
        """What must still hold when the signed application is performed."""
        person = self.person
        return ChildFacts(
            iin=person.iin,
            full_name=person.full,
            birth_date=person.birth_date,
            registered_in=person.district,
            alive=person.alive,
            also_registered_in=person.other_district,
            of_applicant=self.of_applicant,
        )


@dataclass(frozen=True)
class Intake:
    """What an application says of the world."""

    applicant: Person
    children: tuple[Child, ...]
    district: str
    district_name: Text
    to_check: bool

    def applicant_facts(self) -> ApplicantFacts:
        """The applicant, as the statement names them."""
        return ApplicantFacts(iin=self.applicant.iin, full_name=self.applicant.full)


async def load_intake(tx: ReadTx, actor: Actor, body: SubmitRequest) -> Intake:
    """Everybody the application speaks of.

    Raises:
        Invalid: `district_unknown`.
        Conflict: `applicant_not_in_register`, `child_not_in_register`, `child_not_of_applicant`,
            `child_data_required` where papers are to show whose the child is.
    """
    district_name = await store.find_district(tx, body.district)
    if district_name is None:
        raise Invalid("district_unknown", district=body.district)
    if body.silent:
        children = tuple(_by_iin(iin, body) for iin in body.child_iins)
        return Intake(_nameless(actor.iin), children, body.district, district_name, to_check=True)
    applicant = await store.find_register_copy(tx, actor.iin)
    if applicant is None:
        raise Conflict("applicant_not_in_register")
    found = [await _child(tx, applicant, iin, body) for iin in body.child_iins]
    return Intake(applicant, tuple(found), body.district, district_name, to_check=False)


async def _child(tx: ReadTx, applicant: RegisteredPerson, iin: str, body: SubmitRequest) -> Child:
    """The applicant's own child by the register; another's only with papers, and as the applicant writes it.

    Nothing of what the register says of other people's children is answered.
    """
    if iin not in applicant.children and (body.non_resident or body.representation):
        return Child(_typed(iin, body), of_applicant=False)
    with rules_hold():
        check_family(applicant, iin)
    child = await store.find_register_copy(tx, iin)
    if child is None:
        raise Conflict("child_not_in_register")
    return Child(child, of_applicant=True)


def _typed(iin: str, body: SubmitRequest) -> RegisteredPerson:
    for each in body.typed:
        if each.iin == iin:
            return RegisteredPerson(**each.model_dump(), alive=True, district=body.district)
    raise Conflict("child_data_required")


def _by_iin(iin: str, body: SubmitRequest) -> Child:
    """What is known of a child while the register is silent: what was typed, or the birth date in its IIN."""
    born = birth_date_of(iin)
    if born is None:
        raise Conflict("child_not_in_register")
    if any(each.iin == iin for each in body.typed):
        return Child(_typed(iin, body), of_applicant=False)
    return Child(replace(_nobody(iin, born), district=body.district), of_applicant=True)


def _nobody(iin: str, born: date) -> RegisteredPerson:
    return RegisteredPerson(iin=iin, surname="", given_name="", birth_date=born, alive=True, district="")


def _nameless(iin: str) -> Person:
    return Person(iin=iin, surname="", given_name="")


async def load_last_known(tx: ReadTx, intake: Intake) -> Mapping[str, Person]:
    """What the register said last, by IIN, of those of whom it says nothing now; of children only the applicant's own.

    It is shown until the register is asked, and judges nothing.
    """
    applicant = await store.find_register_copy(tx, intake.applicant.iin) if intake.to_check else None
    if applicant is None:
        return {}
    own = [each.person.iin for each in intake.children if each.person.iin in applicant.children]
    children = [await store.find_register_copy(tx, iin) for iin in own]
    return {each.iin: each for each in (applicant, *children) if each is not None}


def check_intake(intake: Intake, body: SubmitRequest, policy: Policy, on: date) -> None:
    """Refuse children that may not be queued in the district by the policy of the day (domain §3.conditions).

    Raises:
        Conflict: `child_not_alive`, `child_too_old`, `registered_elsewhere`, `not_twins`.
    """
    with rules_hold():
        for child in intake.children:
            if body.non_resident or not child.of_applicant:
                check_age(child.person, policy, on)
            else:
                check_child(child.person, intake.district, policy, on)
        check_twins([child.person.birth_date for child in intake.children])


async def check_no_live_application(tx: ReadTx, intake: Intake, actor: Actor) -> None:
    """Refuse a second application for a child.

    Raises:
        Conflict: `live_application_exists`.
    """
    if await store.list_live_applications(tx, [each.person.iin for each in intake.children], actor.person_id):
        raise Conflict("live_application_exists")


def person_of(person: Person) -> Person:
    """The name and number alone, without what else the register says."""
    return Person(**{each.name: getattr(person, each.name) for each in fields(Person)})
