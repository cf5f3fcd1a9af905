"""A call begins all of its turns, or none, and is answered (architecture §job.3)."""

from uuid import UUID

from kezek.contracts.applications import ApplicationQueued
from kezek.contracts.ids import new_id
from kezek.contracts.queue import Called, CalledChild
from kezek.contracts.referrals import CallAnswered, TurnStarted
from kezek.platform.clock import Clock
from kezek.platform.db import Tx
from kezek.referrals.adapters import candidates, copies, places
from kezek.referrals.domain.candidate import Candidate, Turn, call
from kezek.referrals.domain.place import Place, PlaceStatus, hold
from kezek.referrals.domain.policy import load_policy
from kezek.referrals.usecases import deadlines
from kezek.referrals.usecases.offer_places import offer_again_in_order
from kezek.referrals.usecases.publishing import Because, record_steps, save_place

STARTED = "turn_started"
OFFER_VOID = "offer_void"
NOT_WAITING = "candidate_not_waiting"
CHILD_HELD_ELSEWHERE = "child_held_elsewhere"


async def keep_queued_application(tx: Tx, event: ApplicationQueued) -> None:
    """A new candidate; one that a call has brought before keeps its state (architecture §job.3)."""
    await candidates.insert_candidate(
        tx,
        Candidate(
            application_id=event.application_id,
            child_id=event.child_id,
            applicant_id=event.applicant_id,
            queue=str(event.queue),
            queue_class=event.queue_class.value,
            birth_date=event.birth_date,
            languages=tuple(language.value for language in event.languages),
            submitted_at=event.submitted_at,
        ),
    )


async def answer_call(tx: Tx, called: Called, *, clock: Clock) -> None:
    """Begin every turn of the call, or none; either way the queue gets one answer."""
    key = str(called.queue)
    await places.lock_queue(tx, key)
    if await copies.is_answered(tx, called.call_id):
        return
    known = await _lock_children(tx, called, key)
    offered = await places.lock_places(tx, [child.place.place_id for child in called.children])
    held_elsewhere = await candidates.list_held_elsewhere(tx, known.values())
    reason = _why_not(called, known, offered, held_elsewhere)
    if reason == STARTED:
        because = Because(STARTED, "domain §6.2", clock.now())
        for child in called.children:
            await _start_turn(tx, called, known[child.application_id], offered[child.place.place_id], because)
    await _answer(tx, called, reason)
    if reason != STARTED:
        await offer_again_in_order(tx, key, _usable(called, offered).values(), not_for=held_elsewhere)


async def _lock_children(tx: Tx, called: Called, key: str) -> dict[UUID, Candidate]:
    """The children of the call; one whose application has not come yet begins with the call (architecture §job.3)."""
    unknown = await candidates.list_unknown(tx, [child.application_id for child in called.children])
    for child in called.children:
        if child.application_id in unknown:
            await candidates.insert_candidate(tx, _candidate(key, child))
    return await candidates.lock_candidates(tx, [child.application_id for child in called.children])


async def _answer(tx: Tx, called: Called, reason: str) -> None:
    started = reason == STARTED
    await copies.insert_answered_call(tx, called.call_id, started=started, reason=reason)
    answer = CallAnswered(queue=called.queue, call_id=called.call_id, started=started, reason=reason)
    await tx.publish(answer, version=await places.next_queue_version(tx, str(called.queue)))


def _candidate(key: str, child: CalledChild) -> Candidate:
    return Candidate(
        application_id=child.application_id,
        child_id=child.child_id,
        applicant_id=child.applicant_id,
        queue=key,
        queue_class=child.queue_class.value,
        birth_date=child.birth_date,
        languages=tuple(language.value for language in child.languages),
        submitted_at=child.submitted_at,
    )


def _why_not(
    called: Called, known: dict[UUID, Candidate], offered: dict[UUID, Place], held_elsewhere: set[UUID]
) -> str:
    """Why no turn of the call may begin, or `turn_started`."""
    if len(_usable(called, offered)) < len(called.children):
        return OFFER_VOID
    if held_elsewhere:
        return CHILD_HELD_ELSEWHERE
    if not all(candidate.waiting for candidate in known.values()):
        return NOT_WAITING
    return STARTED


def _usable(called: Called, offered: dict[UUID, Place]) -> dict[UUID, Place]:
    """The places of the call that are still offered under the number the call was made for."""
    return {
        child.place.place_id: offered[child.place.place_id]
        for child in called.children
        if child.place.place_id in offered
        and offered[child.place.place_id].status is PlaceStatus.OFFERED
        and offered[child.place.place_id].offer == child.place.offer
    }


async def _start_turn(tx: Tx, called: Called, candidate: Candidate, place: Place, because: Because) -> None:
    policy = load_policy()
    days = policy.choice_working_days
    term = await deadlines.begin_term(tx, deadlines.TURN, candidate, days, policy, because)
    turn = Turn(
        id=new_id(),
        call_id=called.call_id,
        place_id=place.id,
        kindergarten_id=place.kindergarten_id,
        language=place.language,
        began_at=because.at,
        term=term,
        policy=policy.id,
    )
    await candidates.insert_turn(tx, candidate, turn)
    await save_place(tx, hold(place, candidate.application_id))
    await record_steps(tx, call(candidate, turn), (TurnStarted, because))
