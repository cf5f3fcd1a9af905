"""A worker signs that a child has left; the same act publishes its place where policy says so (domain §7.roster)."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import DepartureReason, GroupKind, InstructionLanguage, Language
from kezek.kindergartens.adapters import capacities, kindergartens, roster, sheets
from kezek.kindergartens.adapters.sheets import ClosedMonths
from kezek.kindergartens.domain.capacity import check_room, without_one
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.roster import Departure, EnrolledChild, Enrolment, depart
from kezek.kindergartens.domain.roster_texts import departure_sentences, group_words
from kezek.kindergartens.domain.vacancy import Offer, check_offer
from kezek.kindergartens.usecases.publish_vacancy import publish_vacancy
from kezek.kindergartens.usecases.publishing import tell_of_departure
from kezek.kindergartens.usecases.swapping import end_stay
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, RuleBrokenError, rules_hold
from kezek.platform.workdays import local_day


class DepartureProposal(ActModel):
    """What a worker filled in of which child."""

    kindergarten_id: UUID
    enrolment_id: UUID
    left_on: date
    reason: DepartureReason
    remark: str = ""

    @property
    def departure(self) -> Departure:
        """As the rules judge it."""
        return Departure(self.left_on, self.reason, self.remark)


class DepartureFacts(DepartureProposal):
    """What must still hold when the child departs; `publishes` says whether its place is published at once."""

    version: int
    kindergarten_name: Text
    address: Text
    child: Text
    iin: str
    application_number: str
    referral_number: str
    group_year: int
    language: InstructionLanguage
    kind: GroupKind
    publishes: bool


class NotOffered(StrEnum):
    """Why a place that became free is not published: the codes with which publishing it would be refused."""

    YEAR = "group_year_not_offered"
    NUMBER = "number_of_places_not_allowed"
    NORM = "more_places_than_free"
    CLOSED = "kindergarten_closed"


class Departed(ActModel):
    """The child has left.

    `vacancy_id` is what was published of its place; else `may_publish` says whether a worker may publish it now, and
    `not_offered` why not.
    """

    enrolment_id: UUID
    application_id: UUID
    vacancy_id: UUID | None = None
    may_publish: bool = False
    not_offered: NotOffered | None = None


class DepartChild(SignedAct[DepartureProposal, DepartureFacts, Departed]):
    """The signed act; its subject is the stay that ends."""

    TYPE = "kindergartens.depart"
    OF_KINDERGARTEN = True

    async def draft(self, tx: Tx, actor: Actor, body: DepartureProposal) -> Draft[DepartureFacts]:
        """What the worker would sign.

        Raises:
            NotFound: `kindergarten_not_found`, also for somebody who does not work there; `enrolment_not_found`.
            Conflict: as `depart`; `sheet_closed` when a closed month says that the child was there afterwards.
        """
        kindergarten = await _own(tx, actor, await kindergartens.load_kindergarten(tx, body.kindergarten_id))
        child = await roster.load_child(tx, kindergarten.id, body.enrolment_id)
        with rules_hold():
            left = depart(child.enrolment, body.departure, tx.now())
        _check_open(await sheets.share_closed(tx, [kindergarten.id], body.left_on), left)
        publishes = await publishes_left(tx, kindergarten, child.enrolment, tx.now())
        facts = _facts(kindergarten, child, body, publishes=publishes)
        return Draft(str(body.enrolment_id), facts, _sentences(facts, actor.language))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the stay as it is until the receipt is stored."""
        await roster.share_enrolment(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[DepartureProposal, DepartureFacts], received_at: datetime) -> Departed:
        """End the stay, judged by the time of receipt, and publish its place where the district's policy says so.

        Raises:
            NotFound: `kindergarten_not_found`, also for somebody who does not work there any more.
            Conflict: `act_outdated`, or as in `draft`.
        """
        # before the kindergarten's row, as whoever closes a month has them
        closed = await sheets.share_closed(tx, [act.body.kindergarten_id], act.body.left_on)
        kindergarten = await kindergartens.lock_kindergarten(tx, act.body.kindergarten_id)
        await _own(tx, act.actor, kindergarten)
        present = await roster.lock_enrolment(tx, UUID(act.subject))
        with rules_hold():
            left = depart(present, act.body.departure, received_at)
        _check_open(closed, left)
        child = await roster.load_child(tx, kindergarten.id, present.id)
        publishes = await publishes_left(tx, kindergarten, present, received_at)
        act.check_facts(_facts(kindergarten, child, act.body, publishes=publishes))
        await end_stay(tx, left, act.id)
        await tell_of_departure(tx, left, act.body.departure)
        result = Departed(enrolment_id=left.id, application_id=left.application_id)
        if publishes:
            vacancy = await publish_vacancy(tx, kindergarten, offer_of(present), act, received_at)
            return result.model_copy(update={"vacancy_id": vacancy.id})
        why = await _not_offered(tx, kindergarten, left, received_at)
        return result.model_copy(update={"may_publish": why is None, "not_offered": why})


async def _own(tx: ReadTx, actor: Actor, kindergarten: Kindergarten) -> Kindergarten:
    if not await kindergartens.works_there(tx, actor, kindergarten.id):
        raise NotFound("kindergarten_not_found")
    return kindergarten


def _check_open(closed: ClosedMonths, left: Enrolment) -> None:
    """Refuse to take a child out of days that were signed (domain §8.sheet)."""
    if left.ended_on is not None and closed.has_after(left, left.ended_on):
        raise Conflict("sheet_closed")


def offer_of(enrolment: Enrolment) -> Offer:
    """The one place that the child leaves."""
    group = enrolment.group
    return Offer(group.language, group.group_year, group.kind, 1)


async def publishes_left(tx: ReadTx, kindergarten: Kindergarten, enrolment: Enrolment, at: datetime) -> bool:
    """Whether the district has departed children's places published at once, and this one can be."""
    policy = await policies.load(tx, kindergarten.district, local_day(at))
    return policy.departed_published_at_once and await _not_offered(tx, kindergarten, enrolment, at) is None


async def _not_offered(tx: ReadTx, kindergarten: Kindergarten, enrolment: Enrolment, at: datetime) -> NotOffered | None:
    """Why the place may not be published: of elder children, whose queue is called no more, above the norm, closed."""
    if kindergarten.closed:
        return NotOffered.CLOSED
    policy, offer = await policies.load(tx, kindergarten.district, local_day(at)), offer_of(enrolment)
    try:
        check_offer(offer, policy, local_day(at))
        capacity = await capacities.load_capacity(tx, kindergarten.id, offer.group)
        check_room(without_one(capacity) if enrolment.ended_on is None else capacity, offer.places)
    except RuleBrokenError as broken:
        return NotOffered(broken.code)
    return None


def _facts(
    kindergarten: Kindergarten, child: EnrolledChild, proposal: DepartureProposal, *, publishes: bool
) -> DepartureFacts:
    enrolment = child.enrolment
    return DepartureFacts(
        **proposal.model_dump(),
        version=enrolment.version,
        kindergarten_name=kindergarten.name,
        address=kindergarten.address,
        child=child.names,
        iin=child.child.iin,
        application_number=child.application_number,
        referral_number=enrolment.referral_number,
        group_year=enrolment.group.group_year,
        language=enrolment.group.language,
        kind=enrolment.group.kind,
        publishes=publishes,
    )


def _sentences(facts: DepartureFacts, language: Language) -> tuple[str, ...]:
    said: dict[str, Text | str | int] = {
        "child": facts.child,
        "iin": facts.iin,
        "kindergarten": facts.kindergarten_name,
        "address": facts.address,
        "application_number": facts.application_number,
        "referral_number": facts.referral_number,
        "left_on": f"{facts.left_on:%d.%m.%Y}",
        **group_words(facts.group_year, facts.language, facts.kind),
    }
    return departure_sentences(said, facts.reason, facts.remark, language, publishes=facts.publishes)
