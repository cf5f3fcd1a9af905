"""State, history and events of one step, written together (architecture §promises)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.queue import OfferedPlace
from kezek.contracts.queues import GroupKind, InstructionLanguage, QueueRef
from kezek.contracts.referrals import (
    CandidateChanged,
    CandidateEvent,
    CandidateStatus,
    PlaceChanged,
    PlaceOffer,
    PlacesOffered,
    PlaceStatus,
    ReferralFacts,
    ReferralStatus,
    TurnFacts,
)
from kezek.platform.db import Tx
from kezek.referrals.adapters import candidates, places
from kezek.referrals.domain.candidate import Candidate, Referral, Turn
from kezek.referrals.domain.place import Place


@dataclass(frozen=True)
class Because:
    """Why a step was taken: a reason code, the rule behind it, and who acted by which act, if anybody."""

    reason: str
    rule: str
    at: datetime
    actor_id: UUID | None = None
    act_id: UUID | None = None


def queue_ref(key: str) -> QueueRef:
    """The queue of a key such as `1110.general.2022`."""
    district, kind, year = key.split(".")
    return QueueRef(district=district, kind=GroupKind(kind), group_year=int(year))


Step = tuple[type[CandidateEvent], Because]


async def record_steps(tx: Tx, candidate: Candidate, *steps: Step) -> Candidate:
    """Store a candidate's state after an act, with a history row and an event for each of its steps.

    The versions are consecutive, each event carries the state after the whole act (architecture §events), and the
    queue is told whether the child waits now.

    Returns:
        The candidate at its new version.
    """
    after = replace(candidate, version=candidate.version + len(steps))
    await candidates.update_candidate(tx, after)
    for version, (event, because) in enumerate(steps, candidate.version + 1):
        await candidates.insert_history(
            tx,
            after,
            version,
            event.TYPE,
            at=because.at,
            reason=because.reason,
            rule=because.rule,
            actor_id=because.actor_id,
            act_id=because.act_id,
        )
        await tx.publish(_state_event(after, event, because), version=version, occurred_at=because.at)
    await _tell_queue(tx, after, steps[-1][1])
    return after


async def _tell_queue(tx: Tx, candidate: Candidate, because: Because) -> None:
    event = CandidateChanged(
        queue=queue_ref(candidate.queue),
        application_id=candidate.application_id,
        status=CandidateStatus(candidate.status.value),
        waiting=candidate.waiting,
        reason=because.reason,
    )
    await tx.publish(event, version=candidate.version, occurred_at=because.at)


async def save_place(tx: Tx, place: Place, at: datetime | None = None) -> Place:
    """Store a place's next version and tell of it; dated now unless it ends something that was due before."""
    saved = replace(place, version=place.version + 1)
    await places.update_place(tx, saved)
    await tell_of_place(tx, saved, at)
    return saved


async def tell_of_place(tx: Tx, place: Place, at: datetime | None = None) -> None:
    """Publish the whole state of a place that is stored already."""
    event = PlaceChanged(
        place_id=place.id,
        vacancy_id=place.vacancy_id,
        kindergarten_id=place.kindergarten_id,
        queue=queue_ref(place.queue),
        language=InstructionLanguage(place.language),
        status=PlaceStatus(place.status.value),
    )
    await tx.publish(event, version=place.version, occurred_at=at)


async def offer_to_queue(tx: Tx, key: str, offered: Sequence[Place], not_for: Iterable[UUID] = ()) -> None:
    """Offer places to the queue, in this order, under the lock of the queue's row."""
    if not offered:
        return
    excluded = tuple(sorted(not_for))
    offers = tuple(
        PlaceOffer(
            place=OfferedPlace(place_id=place.id, offer=place.offer),
            kindergarten_id=place.kindergarten_id,
            language=InstructionLanguage(place.language),
            not_for=excluded,
        )
        for place in offered
    )
    event = PlacesOffered(queue=queue_ref(key), offers=offers)
    await tx.publish(event, version=await places.next_queue_version(tx, key))


def _state_event(candidate: Candidate, event: type[CandidateEvent], because: Because) -> CandidateEvent:
    return event(
        application_id=candidate.application_id,
        child_id=candidate.child_id,
        applicant_id=candidate.applicant_id,
        queue=queue_ref(candidate.queue),
        status=CandidateStatus(candidate.status.value),
        turn=turn_facts(candidate.turn) if candidate.turn else None,
        referral=referral_facts(candidate.referral) if candidate.referral else None,
        misses=candidate.misses,
        stop_listed_until=candidate.stop_listed_until,
        reason=because.reason,
        rule=because.rule,
    )


def turn_facts(turn: Turn) -> TurnFacts:
    """A turn as others see it."""
    return TurnFacts(
        turn_id=turn.id,
        place_id=turn.place_id,
        kindergarten_id=turn.kindergarten_id,
        language=InstructionLanguage(turn.language),
        began_at=turn.began_at,
        deadline_at=turn.term.ends_at,
        last_day=turn.term.last_day,
    )


def referral_facts(referral: Referral) -> ReferralFacts:
    """A referral as others see it."""
    return ReferralFacts(
        referral_id=referral.id,
        number=referral.number,
        place_id=referral.place_id,
        kindergarten_id=referral.kindergarten_id,
        group_year=referral.group_year,
        language=InstructionLanguage(referral.language),
        issued_at=referral.issued_at,
        expires_at=referral.term.ends_at,
        last_day=referral.term.last_day,
        status=ReferralStatus(referral.status.value),
    )
