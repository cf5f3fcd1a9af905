"""A parent asks to move an enrolled child to another kindergarten, and signs (domain §7.transfer)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.applications.adapters import journal, store
from kezek.applications.adapters.applications import load_card, lock_application, share_application
from kezek.applications.adapters.journal import insert_history
from kezek.applications.domain.application import Application
from kezek.applications.domain.number import application_number
from kezek.applications.domain.transfer import (
    TransferWish,
    check_may_transfer,
    kindergarten_of,
    line_of_enrolment,
    transfer,
)
from kezek.applications.domain.transfer_texts import transfer_sentences
from kezek.applications.usecases.check_move import check_registered
from kezek.applications.usecases.saving import save_new
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.policy import Policy
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import Tx
from kezek.platform.errors import Invalid, NotFound, Unavailable, rules_hold
from kezek.platform.workdays import local_day


class TransferRequest(ActModel):
    """By which application the child is enrolled, in which district and languages a place is wanted.

    `child_iin` has the register asked anew when the signature has come, where another district needs it.
    """

    application_id: UUID
    district: str
    languages: tuple[InstructionLanguage, ...]
    child_iin: str | None = None


class TransferFacts(ActModel):
    """What must still hold when the signed application is performed."""

    application_number: str
    child: Text
    child_iin: str
    kindergarten_id: UUID
    kindergarten: Text
    district: str
    district_name: Text
    kind: GroupKind
    group_year: int


class Transferring(ActModel):
    """The application that stands in the queue now, and the one that ends once the child is accepted elsewhere."""

    application_id: UUID
    number: str
    enrolment_id: UUID


@dataclass(frozen=True)
class _Asked:
    """A locked enrolment with all that its transfer is judged by."""

    enrolment: Application
    card: ApplicationCard
    policy: Policy
    facts: TransferFacts


class TransferChild(SignedAct[TransferRequest, TransferFacts, Transferring]):
    """`applications.transfer`; its subject is the application by which the child is enrolled."""

    TYPE = "applications.transfer"

    async def draft(self, tx: Tx, actor: Actor, body: TransferRequest) -> Draft[TransferFacts]:
        """What would be signed.

        Raises:
            NotFound: `application_not_found`, also for somebody else's.
            Invalid: `district_unknown`.
            Conflict: `child_not_enrolled`, `transfer_exists`, `child_too_old`; `registered_elsewhere` in another
                district than that of the kindergarten.
        """
        asked = await _load(tx, actor, body, tx.now())
        said = transfer_sentences(asked.facts.model_dump(), body.languages, actor.language)
        return Draft(str(body.application_id), asked.facts, said)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the enrolment's lock."""
        await share_application(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[TransferRequest, TransferFacts], received_at: datetime) -> Transferring:
        """Put the child into the queue; of two that ask for it at once the first is taken.

        Raises:
            Conflict: `act_outdated`, or as `draft`.
        """
        asked = await _load(tx, act.actor, act.body, received_at)
        act.check_facts(asked.facts)
        year = local_day(received_at).year
        serial = await store.next_serial(tx, act.body.district, year)
        with rules_hold():
            wish = TransferWish(
                application_id=new_id(),
                number=application_number(act.body.district, year, serial, 1),
                act_id=act.id,
                district=act.body.district,
                leaves=asked.facts.kindergarten_id,
                languages=act.body.languages,
                policy=asked.policy,
            )
            decision = transfer(asked.enrolment, wish, received_at)
        said = {"application_id": wish.application_id, "number": wish.number, "benefits": ()}
        await save_new(tx, decision, asked.card.model_copy(update=said))
        await insert_history(tx, line_of_enrolment(asked.enrolment, decision.application.made, received_at))
        return Transferring(application_id=wish.application_id, number=wish.number, enrolment_id=asked.enrolment.id)


async def _load(tx: Tx, actor: Actor, body: TransferRequest, at: datetime) -> _Asked:
    """The enrolment, locked with its child, as it may be left now."""
    enrolment = await lock_application(tx, body.application_id)
    if enrolment is None or enrolment.made.applicant_id != actor.person_id:
        raise NotFound("application_not_found")
    district_name = await store.find_district(tx, body.district)
    if district_name is None:
        raise Invalid("district_unknown", district=body.district)
    await store.lock_child_of(tx, enrolment)
    policy = await policies.load(tx, body.district, local_day(at))
    asks_already = await store.has_transfer(tx, enrolment.made.child_id, enrolment.id)
    with rules_hold():
        check_may_transfer(enrolment, policy, local_day(at), asks_already=asks_already)
    card = await load_card(tx, enrolment.id)
    if card is None:
        raise LookupError(enrolment.id)
    if body.district != enrolment.made.district:
        await check_registered(tx, actor, card.child.iin, body.district)
    return _Asked(enrolment, card, policy, await _facts(tx, enrolment, card, body.district, district_name))


async def _facts(
    tx: Tx, enrolment: Application, card: ApplicationCard, district: str, district_name: Text
) -> TransferFacts:
    enrolled = kindergarten_of(enrolment)
    here = await journal.find_swapped_to(tx, enrolment.id) or enrolled
    garden = (await journal.find_kindergartens(tx, [here])).get(here)
    if garden is None:
        raise Unavailable("application_not_complete_yet")
    return TransferFacts(
        application_number=enrolment.made.number,
        child=Text(**{each: card.child.name_in(each).full for each in Language}),
        child_iin=card.child.iin,
        kindergarten_id=here,
        kindergarten=Text(**garden.name),
        district=district,
        district_name=district_name,
        kind=enrolment.order.kind,
        group_year=enrolment.made.birth_date.year,
    )
