"""What others are told of candidates and places: whole states, as events (architecture §events)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.queue import OfferedPlace
from kezek.contracts.referrals import (
    AgeingMoved,
    AgesOutSoon,
    Arrived,
    CandidateChanged,
    CandidateEvent,
    Closed,
    Deactivated,
    DeadlineMoved,
    Departed,
    PapersReturned,
    PapersSubmitted,
    PlaceChanged,
    PlaceOffer,
    PlacesOffered,
    ReferralAccepted,
    ReferralCancelled,
    ReferralExpired,
    ReferralExtended,
    ReferralFacts,
    ReferralIssued,
    ReferralRefused,
    ReferralVoided,
    RefusalOverruled,
    RefusalUpheld,
    Returned,
    StopListed,
    TermEndsSoon,
    TurnEnded,
    TurnExchanged,
    TurnFacts,
    TurnStarted,
)
from kezek.contracts.vocabulary import ActorKind, PlaceStatus
from kezek.platform.db import Tx
from kezek.referrals.adapters import places, transfers
from kezek.referrals.domain.candidate import Candidate, Referral, Turn
from kezek.referrals.domain.decisions import Step, StepKind
from kezek.referrals.domain.place import Place
from kezek.referrals.domain.states import is_over
from kezek.referrals.usecases.basis import is_then_inactive

EVENTS: Mapping[StepKind, type[CandidateEvent]] = {
    StepKind.TURN_STARTED: TurnStarted,
    StepKind.TURN_ENDED: TurnEnded,
    StepKind.TURN_EXCHANGED: TurnExchanged,
    StepKind.DEADLINE_MOVED: DeadlineMoved,
    StepKind.REFERRAL_ISSUED: ReferralIssued,
    StepKind.REFERRAL_EXPIRED: ReferralExpired,
    StepKind.REFERRAL_VOIDED: ReferralVoided,
    StepKind.REFERRAL_ACCEPTED: ReferralAccepted,
    StepKind.DEPARTED: Departed,
    StepKind.REFERRAL_CANCELLED: ReferralCancelled,
    StepKind.ARRIVED: Arrived,
    StepKind.PAPERS_SUBMITTED: PapersSubmitted,
    StepKind.PAPERS_RETURNED: PapersReturned,
    StepKind.REFERRAL_EXTENDED: ReferralExtended,
    StepKind.REFERRAL_REFUSED: ReferralRefused,
    StepKind.REFUSAL_UPHELD: RefusalUpheld,
    StepKind.REFUSAL_OVERRULED: RefusalOverruled,
    StepKind.STOP_LISTED: StopListed,
    StepKind.DEACTIVATED: Deactivated,
    StepKind.RETURNED: Returned,
    StepKind.TERM_ENDS_SOON: TermEndsSoon,
    StepKind.AGES_OUT_SOON: AgesOutSoon,
    StepKind.AGEING_MOVED: AgeingMoved,
    StepKind.CLOSED: Closed,
}


async def tell_of_candidate(
    tx: Tx, candidate: Candidate, step: Step, actor: ActorKind, at: datetime, **more: Any
) -> None:
    """One step, with the state after the whole decision; the candidate carries the step's version.

    `more` is what only this kind of event says.
    """
    event = EVENTS[step.kind](
        application_id=candidate.application_id,
        child_id=candidate.child.child_id,
        applicant_id=candidate.child.applicant_id,
        queue=candidate.queue,
        status=candidate.status,
        turn=turn_facts(candidate.turn) if candidate.turn else None,
        referral=referral_facts(candidate.referral) if candidate.referral else None,
        misses=candidate.misses,
        stop_listed_until=candidate.stop_listed_until,
        reason=step.reason,
        rule=step.reason.rule,
        over=is_over(candidate.status),
        actor=actor,
        ages_out_on=candidate.ageing_told,
        then_inactive=await is_then_inactive(tx, candidate),
        inactive_until=candidate.inactive_until,
        restored=candidate.restored,
        transfer=candidate.child.transfer is not None and not candidate.enrolment_over,
        **more,
    )
    await tx.publish(event, version=candidate.version, occurred_at=at)


async def tell_queue(tx: Tx, candidate: Candidate, step: Step, at: datetime) -> None:
    """Whether the child waits to be called now."""
    event = CandidateChanged(
        queue=candidate.queue,
        application_id=candidate.application_id,
        status=candidate.status,
        waiting=candidate.waiting,
        reason=step.reason,
    )
    await tx.publish(event, version=candidate.version, occurred_at=at)


async def tell_of_place(tx: Tx, place: Place, at: datetime | None = None) -> None:
    """The whole state of a place that is stored already."""
    event = PlaceChanged(
        place_id=place.id,
        vacancy_id=place.vacancy_id,
        kindergarten_id=place.kindergarten_id,
        queue=place.queue,
        language=place.language,
        # readers of before know no such state: it is held, though for nobody
        status=PlaceStatus.HELD if place.status is PlaceStatus.OPENING else place.status,
        opens_at=place.opens_at,
    )
    await tx.publish(event, version=place.version, occurred_at=at)


async def offer_to_queue(
    tx: Tx, offered: Sequence[Place], not_for: frozenset[UUID] = frozenset(), freed_at: datetime | None = None
) -> None:
    """Offer stored places in the order of their first publication, under their queue's row (domain §6.6, §6.7).

    `freed_at` is the instant at which ends of terms have freed them. They are not for the children whom each of them
    keeps, by whichever application, nor, this time, for these applications, nor for who is enrolled in their
    kindergarten and asks for another one (domain §7.transfer).

    Raises:
        ValueError: when they are not all of one queue.
    """
    if not offered:
        return
    # the places', not the child's: that may stand in another one by now
    (queue,) = {place.queue for place in offered}
    kept_out = await places.list_kept_out(tx, offered)
    leaving = await transfers.list_who_leaves(tx, queue, [place.kindergarten_id for place in offered])
    offers = tuple(
        PlaceOffer(
            place=OfferedPlace(place_id=place.id, offer=place.offer),
            kindergarten_id=place.kindergarten_id,
            language=place.language,
            not_for=tuple(sorted(not_for.union(kept_out[place.id], leaving.get(place.kindergarten_id, ())))),
            published_at=place.published_at,
            vacancy_id=place.vacancy_id,
            ordinal=place.ordinal,
        )
        for place in sorted(offered, key=lambda place: place.order)
    )
    event = PlacesOffered(queue=queue, offers=offers, freed_at=freed_at)
    await tx.publish(event, version=await places.next_queue_version(tx, queue))


def turn_facts(turn: Turn) -> TurnFacts:
    """A turn as others see it."""
    return TurnFacts(
        turn_id=turn.id,
        place_id=turn.place_id,
        kindergarten_id=turn.kindergarten_id,
        language=turn.language,
        began_at=turn.began_at,
        deadline_at=turn.term.ends_at,
        last_day=turn.term.last_day,
        by_round=turn.by_round,
    )


def referral_facts(referral: Referral) -> ReferralFacts:
    """A referral as others see it."""
    return ReferralFacts(
        referral_id=referral.id,
        number=referral.number,
        place_id=referral.place_id,
        kindergarten_id=referral.kindergarten_id,
        group_year=referral.group_year,
        language=referral.language,
        issued_at=referral.issued_at,
        expires_at=referral.term.ends_at,
        last_day=referral.term.last_day,
        status=referral.status,
        policy=referral.policy,
        stopped_by=referral.clock.stopped_by,
        stopped_at=None if referral.clock.runs else referral.clock.since,
        days_left=referral.clock.days_left,
        must_be_accepted=referral.must_be_accepted,
        extended=referral.extended,
    )
