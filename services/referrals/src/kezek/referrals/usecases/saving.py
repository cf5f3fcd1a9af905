"""A decision is saved whole, in one transaction: difference, history, events, deadlines (architecture §promises)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.hints import HintKind, kindergarten, person, queue
from kezek.contracts.referrals import MovedTo
from kezek.contracts.vocabulary import ActorKind, PlaceStatus
from kezek.platform.acts import Act
from kezek.platform.db import Tx
from kezek.platform.timers import Deadline, clear_deadline, set_deadline
from kezek.referrals.adapters import candidates, places
from kezek.referrals.domain.ageing import age_out, is_planned, is_too_old
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import Decision, Step, StepKind
from kezek.referrals.domain.place import OPENING, Place, offer_again
from kezek.referrals.domain.reminding import REMINDER
from kezek.referrals.domain.terms import RunningTerm, TermKind
from kezek.referrals.domain.transfer import end_transfer, is_void
from kezek.referrals.usecases.ageing import plan_ageing
from kezek.referrals.usecases.basis import policies_at
from kezek.referrals.usecases.follow_referral import follow_referral
from kezek.referrals.usecases.publishing import EVENTS, offer_to_queue, tell_of_candidate, tell_of_place, tell_queue


async def save(
    tx: Tx,
    before: Candidate,
    decision: Decision,
    actor: ActorKind = ActorKind.SYSTEM,
    act: Act[Any, Any] | None = None,
    moved: MovedTo | None = None,
) -> Candidate:
    """Write what a decision changed; a child that stands in the queue again by it, but too old, is removed (§4.ends).

    So is a transfer that has nothing to leave any more (domain §7.transfer).

    So it is before the places that go on are offered: by the caller, together with all that were freed at the instant
    (domain §6.7).

    Returns:
        The candidate at its new version.

    Raises:
        StaleStateError: when `before` is not what is stored.
        Conflict: `open_referral_exists`.
    """
    after = await write(tx, before, decision, actor, act, moved)
    if is_void(after):
        return await write(tx, after, end_transfer(after, decision.at))
    if before.waiting or not after.waiting:
        return after
    if is_too_old(after, decision.at, *await policies_at(tx, after.queue, decision.at)):
        return await write(tx, after, age_out(after, decision.at))
    return after


async def write(
    tx: Tx,
    before: Candidate,
    decision: Decision,
    actor: ActorKind = ActorKind.SYSTEM,
    act: Act[Any, Any] | None = None,
    moved: MovedTo | None = None,
    person_id: UUID | None = None,
) -> Candidate:
    """Write what a decision changed, with a line of history and an event for each of its steps.

    Versions are consecutive, each event carries the state after the whole decision (architecture §events). `moved` says
    where the child goes on, if the decision ends it here for that; `person_id` who did it where nothing was signed.
    What else happens at its instant is the caller's.

    Returns:
        The candidate at its new version.

    Raises:
        StaleStateError: when `before` is not what is stored.
        Conflict: `open_referral_exists`.
    """
    steps = list(enumerate(decision.steps, before.version + 1))
    after = replace(decision.candidate, version=before.version + len(steps))
    await candidates.update_candidate(tx, before, after, decision.steps[0].reason)
    await follow_referral(tx, before, after, decision.at)
    for place in decision.places:
        await save_place(tx, place, decision.at)
    await _save_terms(tx, after, decision)
    for version, step in steps:
        more = _more(step, before, after, moved)
        await _keep_line(tx, replace(after, version=version), step, decision.at, act, person_id)
        await tell_of_candidate(tx, replace(after, version=version), step, actor, decision.at, **more)
    await tell_queue(tx, after, decision.steps[-1], decision.at)
    if after.queue != before.queue or not is_planned(after):
        await plan_ageing(tx, after)
    _hint(tx, before, after)
    return after


async def save_place(tx: Tx, place: Place, at: datetime | None = None) -> Place:
    """Store a place's next version and tell of it; dated now unless it follows from something earlier."""
    saved = replace(place, version=place.version + 1)
    await places.update_place(tx, saved)
    await tell_of_place(tx, saved, at)
    if saved.opens_at is not None:
        await set_deadline(tx, _opening(saved, saved.opens_at, at or tx.now()))
    elif saved.status is PlaceStatus.ANNULLED:
        await clear_deadline(tx, OPENING, str(saved.id))
    tx.hint(queue(saved.queue), HintKind.PLACES, saved.queue)
    return saved


async def offer_anew(tx: Tx, freed: Iterable[Place], not_for: frozenset[UUID] = frozenset()) -> None:
    """Offer places of one queue under their next number, which voids older calls; `not_for` holds for this offer."""
    offered = [await save_place(tx, offer_again(place)) for place in freed]
    await offer_to_queue(tx, offered, not_for)


def _hint(tx: Tx, before: Candidate, after: Candidate) -> None:
    """Open pages: the applicant's, and those of the kindergarten whose referral this is about."""
    tx.hint(person(after.child.applicant_id), HintKind.CANDIDATE, after.application_id, after.version)
    if after.referral is not None and after.referral != before.referral:
        tx.hint(kindergarten(after.referral.kindergarten_id), HintKind.REFERRAL, after.referral.id, after.version)


def _more(step: Step, before: Candidate, after: Candidate, moved: MovedTo | None) -> dict[str, Any]:
    """What only this kind of event says."""
    if step.kind is StepKind.REFERRAL_ISSUED:
        return {"by_round": before.turn is not None and before.turn.by_round}
    if step.kind is StepKind.REFERRAL_ACCEPTED and after.child.transfer is not None and not after.enrolment_over:
        return {"transfer_of": after.child.transfer.application_id}
    if step.day is not None:
        return {"day": step.day}
    if step.leave is not None:
        return dict(vars(step.leave))
    return {"moved": moved} if moved and step.kind is StepKind.CLOSED else {}


async def _save_terms(tx: Tx, candidate: Candidate, decision: Decision) -> None:
    for kind, key in decision.ended:
        await clear_deadline(tx, kind.value, str(key))
        if kind is not TermKind.STOP_LIST:
            await clear_deadline(tx, REMINDER, str(key))
    for term in decision.begun:
        await set_deadline(tx, _deadline(candidate, term))
        await _save_reminder(tx, candidate, term, decision.at)


async def _save_reminder(tx: Tx, candidate: Candidate, term: RunningTerm, now: datetime) -> None:
    """When the family is reminded; one that would be late already is not sent."""
    if term.reminder_at is None or term.reminder_at <= now:
        await clear_deadline(tx, REMINDER, str(term.key))
    else:
        reminder = replace(_deadline(candidate, term), kind=REMINDER, due_at=term.reminder_at, working_days=None)
        await set_deadline(tx, reminder)


async def _keep_line(
    tx: Tx, candidate: Candidate, step: Step, at: datetime, act: Act[Any, Any] | None, person_id: UUID | None
) -> None:
    await candidates.insert_history(
        tx,
        candidate,
        EVENTS[step.kind].TYPE,
        at=at,
        reason=step.reason.value,
        rule=step.reason.rule.value,
        actor_id=act.actor.person_id if act else person_id,
        act_id=act.id if act else None,
    )


def _opening(place: Place, opens_at: datetime, since: datetime) -> Deadline:
    """When a place that waits for the hour of free choice opens; no calendar counts it."""
    return Deadline(OPENING, str(place.id), str(place.queue), opens_at, since, calendar_version=0, policy="")


def _deadline(candidate: Candidate, term: RunningTerm) -> Deadline:
    return Deadline(
        kind=term.kind.value,
        key=str(term.key),
        group=str(candidate.queue),
        due_at=term.term.ends_at,
        # of one that follows an instant of the day that ended, from which it is counted again (domain §6.7)
        began_at=term.began_at if term.kind is TermKind.STOP_LIST else term.counted_from,
        calendar_version=term.calendar_version,
        policy=term.policy,
        working_days=term.working_days,
    )
