"""The signed act by which a child, or twins together, are put into the queue (domain §3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.applications.adapters import drafts, store
from kezek.applications.domain.application import Contacts, Made, Order
from kezek.applications.domain.number import application_number
from kezek.applications.domain.submission import submit
from kezek.applications.domain.undertaking import current_by
from kezek.applications.usecases.card_benefits import card_benefits
from kezek.applications.usecases.check_register import check_later
from kezek.applications.usecases.claim_terms import set_claim_terms
from kezek.applications.usecases.claims_of_submission import Asked, claims_for, load_asked
from kezek.applications.usecases.load_intake import (
    Intake,
    check_intake,
    check_no_live_application,
    load_intake,
    load_last_known,
    person_of,
)
from kezek.applications.usecases.old_time import at_old_time, list_kept
from kezek.applications.usecases.saving import save_new
from kezek.applications.usecases.statement import sentences
from kezek.applications.usecases.submission_facts import (
    KeptTime,
    SubmitFacts,
    SubmitRequest,
    Submitted,
    SubmittedTwin,
)
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.policy import Policy
from kezek.contracts.values import Person
from kezek.contracts.vocabulary import ActorKind
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, rules_hold
from kezek.platform.workdays import local_day

SubmitAct = Act[SubmitRequest, SubmitFacts]


@dataclass(frozen=True)
class LoadedSubmission:
    """An application with all that it is judged by, as of an instant."""

    intake: Intake
    policy: Policy
    asked: tuple[Asked, ...]
    kept: tuple[KeptTime, ...] = ()

    def to_facts(self, body: SubmitRequest) -> SubmitFacts:
        first, *others = self.intake.children
        return SubmitFacts(
            applicant=self.intake.applicant_facts(),
            child=first.to_facts(),
            child_is_the_applicants=first.of_applicant,
            district=self.intake.district,
            twins=tuple(each.to_facts() for each in others),
            separate_places=body.separate_places,
            texts_version=body.texts_version,
            claims=tuple(each.to_facts() for each in self.asked),
            to_check=self.intake.to_check,
            kept_times=self.kept,
        )


@dataclass(frozen=True)
class Entry:
    """In whose name an application is made, what was filled in, by which act, and whose doing it is."""

    applicant: Actor
    body: SubmitRequest
    act_id: UUID
    application_id: UUID
    by: ActorKind = ActorKind.APPLICANT


class SubmitApplication(SignedAct[SubmitRequest, SubmitFacts, Submitted]):
    """`applications.submit`: its subject is the id that the (first) application will have."""

    TYPE = "applications.submit"

    async def draft(self, tx: Tx, actor: Actor, body: SubmitRequest) -> Draft[SubmitFacts]:
        """Check by the register's copies that the child may be queued in the district, and say what is signed.

        Raises:
            Conflict: `texts_outdated`, or why the child may not be applied for.
        """
        facts, said = await draft_submission(tx, actor, body)
        return Draft(str(new_id()), facts, said)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Nothing to lock: no deadline of this service runs against an application that is not made yet."""

    async def perform(self, tx: Tx, act: SubmitAct, received_at: datetime) -> Submitted:
        """Submit as of the receipt of the signature; of two applications for a child the first wins.

        Raises:
            Conflict: `texts_outdated`, or why the child may not be applied for any more.
        """
        checked = await load_submission(tx, act.actor, act.body, received_at)
        _check_texts(checked.policy, act.body)
        act.check_facts(checked.to_facts(act.body))
        return await make_submission(tx, Entry(act.actor, act.body, act.id, UUID(act.subject)), checked, received_at)


async def draft_submission(tx: Tx, applicant: Actor, body: SubmitRequest) -> tuple[SubmitFacts, tuple[str, ...]]:
    """What a statement says of the world, and its sentences.

    Raises:
        Conflict: `texts_outdated`, or why the child may not be applied for.
    """
    checked = await load_submission(tx, applicant, body, tx.now())
    _check_texts(checked.policy, body)
    check_intake(checked.intake, body, checked.policy, local_day(tx.now()))
    await check_no_live_application(tx, checked.intake, applicant)
    return checked.to_facts(body), sentences(checked.intake, checked.asked, body, applicant, checked.kept)


def _check_texts(policy: Policy, body: SubmitRequest) -> None:
    """Refuse what confirms other texts than those of today, by the order of classes that holds in the district."""
    version = current_by(policy).version
    if body.texts_version not in {"", version}:
        raise Conflict("texts_outdated", version=version)


async def make_submission(tx: Tx, entry: Entry, checked: LoadedSubmission, at: datetime) -> Submitted:
    """Write the applications; of two for a child the first wins."""
    body = entry.body
    check_intake(checked.intake, body, checked.policy, local_day(at))
    # in the order of their numbers, so that applications for the same twins do not wait for each other in a ring
    child_ids = {iin: await store.lock_child(tx, iin) for iin in sorted(body.child_iins)}
    await check_no_live_application(tx, checked.intake, entry.applicant)
    made = await _make_all(tx, entry, checked, child_ids, at)
    if body.draft is not None:
        await drafts.erase_draft(tx, entry.applicant.person_id, body.draft)
    return Submitted(application_id=made[0].application_id, number=made[0].number, twins=tuple(made[1:]))


async def _make_all(
    tx: Tx, entry: Entry, checked: LoadedSubmission, child_ids: Mapping[str, UUID], at: datetime
) -> list[SubmittedTwin]:
    """An application for each child; of twins with one serial, and linked."""
    body, intake, year = entry.body, checked.intake, local_day(at).year
    claims = await claims_for(tx, checked.asked, body.child_iins, checked.policy, body.district, at)
    serial = await store.next_serial(tx, body.district, year)
    group, made = new_id() if body.twins else None, []
    behind = await store.are_to_check(tx, child_ids.values())
    known = await load_last_known(tx, intake)
    for ordinal, (child, its) in enumerate(zip(intake.children, claims, strict=True), start=1):
        with rules_hold():
            number = application_number(body.district, year, serial, ordinal)
        application_id = entry.application_id if ordinal == 1 else new_id()
        one = Made(
            number=number,
            child_id=child_ids[child.person.iin],
            applicant_id=entry.applicant.person_id,
            district=body.district,
            group_year=child.person.birth_date.year,
            birth_date=child.person.birth_date,
            submitted_at=at,
            act_id=entry.act_id,
            policy=checked.policy.id,
            settlement=body.settlement,
            twins=group,
        )
        wishes = Order(languages=body.languages, separate_places=body.separate_places)
        contacts = Contacts(body.phone, body.email)
        new = submit(
            application_id, one, wishes, contacts, its, to_check=intake.to_check, behind=behind, actor=entry.by
        )
        new = await at_old_time(tx, new, checked.policy)
        people = [known.get(each.iin, each) for each in (intake.applicant, child.person)]
        card = _card(entry, people, one, application_id)
        await save_new(tx, new, card.model_copy(update={"benefits": await card_benefits(tx, its)}))
        await set_claim_terms(tx, new.application)
        if new.application.to_check:
            await check_later(tx, application_id)
        made.append(SubmittedTwin(application_id=application_id, number=number))
    return made


async def load_submission(tx: ReadTx, actor: Actor, body: SubmitRequest, at: datetime) -> LoadedSubmission:
    """An application with all that it is judged by, as of an instant."""
    intake = await load_intake(tx, actor, body)
    policy = await policies.load(tx, intake.district, local_day(at))
    kept = [
        KeptTime(child_iin=iin, number=former.number, submitted_at=former.submitted_at)
        for iin, former in await list_kept(tx, intake, policy, actor)
    ]
    return LoadedSubmission(intake, policy, await load_asked(tx, body, policy), tuple(kept))


def _card(entry: Entry, people: Sequence[Person], made: Made, application_id: UUID) -> ApplicationCard:
    applicant, child = people
    return ApplicationCard(
        application_id=application_id,
        number=made.number,
        applicant=person_of(applicant),
        child=person_of(child),
        child_birth_date=made.birth_date,
        phone=entry.body.phone,
        email=entry.body.email,
        language=entry.applicant.language,
    )
