"""A call begins all of its turns, or none, and is answered (architecture §job.3)."""

from datetime import datetime
from uuid import UUID

from kezek.contracts.applications import ApplicationFacts, ApplicationQueued
from kezek.contracts.children import StopList
from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason
from kezek.contracts.queue import Called
from kezek.contracts.referrals import CallAnswered
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.db import Tx
from kezek.platform.timers import Deadline, set_deadline
from kezek.referrals.adapters import candidates, copies, places
from kezek.referrals.domain.calling import why_not
from kezek.referrals.domain.candidate import CalledWith, Candidate, called_in, told
from kezek.referrals.domain.decisions import TurnToBegin, begin_turn
from kezek.referrals.domain.place import Place
from kezek.referrals.domain.running import runs_until
from kezek.referrals.domain.terms import TermKind
from kezek.referrals.domain.transfer import transferred_from
from kezek.referrals.usecases.ageing import plan_ageing
from kezek.referrals.usecases.basis import basis_on
from kezek.referrals.usecases.saving import offer_anew, save
from kezek.referrals.usecases.transfers import follow_enrolment, lock_enrolment


async def keep_application(tx: Tx, event: ApplicationFacts, version: int) -> None:
    """A new candidate, or what applications says by now of one that is known; its state stays (architecture §job.2).

    With a stop list that came along its end is waited for from now on: before, nobody knew the application (domain §4).
    """
    enrolment = await lock_enrolment(tx, event.transfer)
    new = transferred_from(_beginning(event), enrolment)
    if await candidates.insert_candidate(tx, new, version):
        await plan_ageing(tx, new)
    else:
        candidate = await candidates.lock_candidate(tx, event.application_id)
        if await candidates.load_facts_version(tx, event.application_id) < version:
            known = told(candidate, event.child, event.queue)
            await candidates.update_facts(tx, known, version)
            await plan_ageing(tx, known)
    if enrolment is not None:
        transfer = await candidates.lock_candidate(tx, event.application_id)
        await follow_enrolment(tx, transfer, enrolment, tx.now())
    if isinstance(event, ApplicationQueued) and event.stop_list is not None:
        await _await_end(tx, event, event.stop_list)


def _beginning(event: ApplicationFacts) -> Candidate:
    """As it begins here; what came along from another district is told when it is queued, and once."""
    if not isinstance(event, ApplicationQueued):
        return Candidate(event.child, event.queue)
    stop_list = event.stop_list
    return Candidate(
        event.child,
        event.queue,
        status=Status.STOP_LISTED if stop_list else Status.QUEUED,
        misses=event.misses,
        stop_listed_until=stop_list.ends_at if stop_list else None,
        restored=event.restored,
    )


async def _await_end(tx: Tx, event: ApplicationQueued, stop_list: StopList) -> None:
    candidate = await candidates.lock_candidate(tx, event.application_id)
    if runs_until(candidate, TermKind.STOP_LIST, event.application_id, stop_list.ends_at) is None:
        return
    key, group = str(event.application_id), str(event.queue)
    await set_deadline(
        tx,
        Deadline(
            kind=TermKind.STOP_LIST.value,
            key=key,
            group=group,
            due_at=stop_list.ends_at,
            began_at=stop_list.began_at,
            calendar_version=stop_list.calendar_version,
            policy=stop_list.policy,
            working_days=stop_list.working_days,
        ),
    )


async def start_turns(tx: Tx, called: Called, *, now: datetime) -> None:
    """Begin every turn of the call, or none; either way the queue gets one answer."""
    await places.lock_queue(tx, called.queue)
    if await copies.is_answered(tx, called.call_id):
        return
    known = await _lock_children(tx, called)
    wanted = {each.place.place_id: each.place.offer for each in called.children}
    usable = await places.lock_offered(tx, called.queue, wanted)
    held_elsewhere = await candidates.list_held_elsewhere(tx, known.values())
    places_of = {each.application_id: each.place.place_id for each in called.children}
    reason = why_not(places_of, known, usable, held_elsewhere=bool(held_elsewhere))
    if reason is None:
        await _start(tx, called, known, {place.id: place for place in usable}, now)
    not_waiting = tuple(sorted(each.application_id for each in known.values() if not each.waiting))
    await _answer(tx, called, reason, not_waiting)
    if reason is not None:
        # all of them, not those of this call alone: two would be called in turns for ever
        await offer_anew(tx, usable, not_for=frozenset(await candidates.list_waiting_held_elsewhere(tx, called.queue)))


async def _lock_children(tx: Tx, called: Called) -> dict[UUID, Candidate]:
    """The children of the call; one whose application has not come yet begins with the call (architecture §job.2)."""
    unknown = await candidates.list_unknown(tx, [each.application_id for each in called.children])
    for each in called.children:
        if each.application_id in unknown:
            enrolment = await lock_enrolment(tx, each.transfer)
            new = transferred_from(Candidate(each.child, called.queue), enrolment)
            await candidates.insert_candidate(tx, new)
            await plan_ageing(tx, new)
            await follow_enrolment(tx, new, enrolment, tx.now())
    return await candidates.lock_candidates(tx, [each.application_id for each in called.children])


async def _start(
    tx: Tx, called: Called, known: dict[UUID, Candidate], offered: dict[UUID, Place], now: datetime
) -> None:
    basis = await basis_on(tx, called.queue, now)
    for each in called.children:
        candidate, place = called_in(known[each.application_id], called.queue), offered[each.place.place_id]
        called_with = CalledWith(each.queue_class, each.birth_date, each.languages)
        by_round = called.round_id is not None
        turn = TurnToBegin(called.call_id, new_id(), called_with, by_round=by_round, freed_at=called.freed_at)
        begun = begin_turn(candidate, place, turn, basis, now)
        await save(tx, candidate, begun)


async def _answer(tx: Tx, called: Called, why_not: Reason | None, not_waiting: tuple[UUID, ...]) -> None:
    started, reason = why_not is None, why_not or Reason.TURN_STARTED
    await copies.insert_answered_call(tx, called.call_id, started=started, reason=reason)
    answer = CallAnswered(
        queue=called.queue, call_id=called.call_id, started=started, reason=reason, not_waiting=not_waiting
    )
    await tx.publish(answer, version=await places.next_queue_version(tx, called.queue))
