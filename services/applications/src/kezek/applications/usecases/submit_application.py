"""The signed act by which a child is put into the queue (domain §3)."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from kezek.applications.adapters import store
from kezek.applications.domain.application import Contacts, Made, Order
from kezek.applications.domain.intake import RegisteredPerson, check_child, check_family
from kezek.applications.domain.number import application_number
from kezek.applications.domain.submission import submit
from kezek.applications.domain.texts import statement_sentences
from kezek.applications.usecases.saving import save_new
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.policy import Policy
from kezek.contracts.texts import Text
from kezek.contracts.values import Person
from kezek.contracts.vocabulary import InstructionLanguage
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, Invalid, rules_hold
from kezek.platform.workdays import local_day


class SubmitRequest(ActModel):
    """What the parent filled in."""

    child_iin: str
    district: str
    languages: tuple[InstructionLanguage, ...]
    phone: str
    email: str


class ApplicantFacts(ActModel):
    """The applicant as the register writes them."""

    iin: str
    full_name: str


class ChildFacts(ActModel):
    """The child as the register knows it."""

    iin: str
    full_name: str
    birth_date: date
    registered_in: str
    alive: bool


class SubmitFacts(ActModel):
    """What must still hold when the signed application is performed."""

    applicant: ApplicantFacts
    child: ChildFacts
    child_is_the_applicants: bool
    district: str


class Submitted(ActModel):
    """The application that stands in the queue now."""

    application_id: UUID
    number: str


SubmitAct = Act[SubmitRequest, SubmitFacts]


@dataclass(frozen=True)
class Intake:
    """What an application says of the world: the register's data, and the district by its name."""

    applicant: RegisteredPerson
    child: RegisteredPerson
    district: str
    district_name: Text

    def to_facts(self) -> SubmitFacts:
        """What must still hold when the signed application is performed."""
        child = self.child
        return SubmitFacts(
            applicant=ApplicantFacts(iin=self.applicant.iin, full_name=self.applicant.full),
            child=ChildFacts(
                iin=child.iin,
                full_name=child.full,
                birth_date=child.birth_date,
                registered_in=child.district,
                alive=child.alive,
            ),
            child_is_the_applicants=child.iin in self.applicant.children,
            district=self.district,
        )


class SubmitApplication(SignedAct[SubmitRequest, SubmitFacts, Submitted]):
    """`applications.submit`: its subject is the id that the application will have."""

    TYPE = "applications.submit"

    async def draft(self, tx: Tx, actor: Actor, body: SubmitRequest) -> Draft[SubmitFacts]:
        """Check by the register's copies that the child may be queued in the district, and say what is signed."""
        intake = await _load_intake(tx, actor, body)
        await _check(tx, intake, tx.now())
        await _check_no_live_application(tx, intake.child.iin, actor)
        return Draft(str(new_id()), intake.to_facts(), _sentences(intake, body, actor))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Nothing to lock: no deadline of this service runs against an application."""

    async def perform(self, tx: Tx, act: SubmitAct, received_at: datetime) -> Submitted:
        """Queue the child as of the receipt of the signature; of two applications for it the first wins."""
        intake = await _load_intake(tx, act.actor, act.body)
        act.check_facts(intake.to_facts())
        policy = await _check(tx, intake, received_at)
        child_id = await store.lock_child(tx, intake.child.iin)
        await _check_no_live_application(tx, intake.child.iin, act.actor)
        made = await _made(tx, act, intake, child_id, policy, received_at)
        card = _card(act, intake, made)
        order = Order(languages=act.body.languages)
        await save_new(tx, submit(card.application_id, made, order, Contacts(card.phone, card.email)), card)
        return Submitted(application_id=UUID(act.subject), number=made.number)


async def _load_intake(tx: ReadTx, actor: Actor, body: SubmitRequest) -> Intake:
    district_name = await store.find_district(tx, body.district)
    if district_name is None:
        raise Invalid("district_unknown", district=body.district)
    applicant = await store.find_register_copy(tx, actor.iin)
    if applicant is None:
        raise Conflict("applicant_not_in_register")
    with rules_hold():
        check_family(applicant, body.child_iin)
    child = await store.find_register_copy(tx, body.child_iin)
    if child is None:
        raise Conflict("child_not_in_register")
    return Intake(applicant, child, body.district, district_name)


async def _check(tx: ReadTx, intake: Intake, at: datetime) -> Policy:
    """The policy of the day, by which the child may be queued."""
    policy = await policies.load(tx, intake.district, local_day(at))
    with rules_hold():
        check_child(intake.child, intake.district, policy, local_day(at))
    return policy


async def _check_no_live_application(tx: ReadTx, child_iin: str, actor: Actor) -> None:
    if await store.list_live_applications(tx, [child_iin], actor.person_id):
        raise Conflict("live_application_exists")


def _sentences(intake: Intake, body: SubmitRequest, actor: Actor) -> tuple[str, ...]:
    said = {
        "applicant": intake.applicant.name_in(actor.language).full,
        "child": intake.child.name_in(actor.language).full,
        "child_iin": intake.child.iin,
        "birth_date": f"{intake.child.birth_date:%d.%m.%Y}",
        "district": intake.district_name.in_(actor.language),
        "phone": body.phone,
        "email": body.email,
    }
    return statement_sentences(said, body.languages, actor.language)


async def _made(tx: Tx, act: SubmitAct, intake: Intake, child_id: UUID, policy: Policy, received_at: datetime) -> Made:
    year = local_day(received_at).year
    with rules_hold():
        number = application_number(intake.district, year, await store.next_serial(tx, intake.district, year))
    return Made(
        number=number,
        child_id=child_id,
        applicant_id=act.actor.person_id,
        district=intake.district,
        group_year=intake.child.birth_date.year,
        birth_date=intake.child.birth_date,
        submitted_at=received_at,
        act_id=act.id,
        policy=policy.id,
    )


def _card(act: SubmitAct, intake: Intake, made: Made) -> ApplicationCard:
    return ApplicationCard(
        application_id=UUID(act.subject),
        number=made.number,
        applicant=_person(intake.applicant),
        child=_person(intake.child),
        child_birth_date=made.birth_date,
        phone=act.body.phone,
        email=act.body.email,
        language=act.actor.language,
    )


def _person(person: RegisteredPerson) -> Person:
    return Person(**{each.name: getattr(person, each.name) for each in fields(Person)})
