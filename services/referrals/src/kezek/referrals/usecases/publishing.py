"""State, history and events of one step, written together (architecture §1.2)."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.events import Event
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
from kezek.referrals.adapters import candidates, places, tables
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


async def record_step(tx: Tx, candidate: Candidate, event: type[CandidateEvent], because: Because) -> Candidate:
    """Store a candidate's next version, its history row, and the event with the whole state after the step.

    Returns:
        The candidate at its new version.
    """
    stepped = replace(candidate, version=candidate.version + 1)
    await candidates.update_candidate(tx, stepped)
    await tx.execute(
        sa.insert(tables.history).values(
            application_id=stepped.application_id,
            version=stepped.version,
            at=because.at,
            event=event.TYPE,
            status=stepped.status.value,
            reason=because.reason,
            rule=because.rule,
            actor_id=because.actor_id,
            act_id=because.act_id,
        )
    )
    await _publish(tx, _state_event(stepped, event, because), stepped.version, because.at)
    return stepped


async def tell_queue(tx: Tx, candidate: Candidate, because: Because) -> None:
    """Tell the queue whether the child waits now."""
    event = CandidateChanged(
        queue=queue_ref(candidate.queue),
        application_id=candidate.application_id,
        status=CandidateStatus(candidate.status.value),
        waiting=candidate.waiting,
        reason=because.reason,
    )
    await _publish(tx, event, candidate.version, because.at)


async def save_place(tx: Tx, place: Place) -> Place:
    """Store a place's next version and tell of it."""
    saved = replace(place, version=place.version + 1)
    await places.update_place(tx, saved)
    await tell_of_place(tx, saved)
    return saved


async def tell_of_place(tx: Tx, place: Place) -> None:
    """Publish the whole state of a place that is stored already."""
    event = PlaceChanged(
        place_id=place.id,
        vacancy_id=place.vacancy_id,
        kindergarten_id=place.kindergarten_id,
        queue=queue_ref(place.queue),
        language=InstructionLanguage(place.language),
        status=PlaceStatus(place.status.value),
    )
    await tx.publish(event, version=place.version)


async def offer_to_queue(tx: Tx, key: str, queue_version: int, offered: list[Place]) -> None:
    """Offer places to the queue, in this order, under the lock of the queue's row."""
    if not offered:
        return
    offers = tuple(
        PlaceOffer(
            place=OfferedPlace(place_id=place.id, offer=place.offer),
            kindergarten_id=place.kindergarten_id,
            language=InstructionLanguage(place.language),
        )
        for place in offered
    )
    await tx.publish(PlacesOffered(queue=queue_ref(key), offers=offers), version=queue_version)


async def _publish(tx: Tx, event: Event, version: int, at: datetime) -> None:
    await tx.publish(event, version=version, occurred_at=at)


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
