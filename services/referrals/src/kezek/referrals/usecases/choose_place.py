"""The family chooses a place and signs; the referral follows at once (domain §6.3, §6.4)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.ids import new_id
from kezek.contracts.referrals import ReferralIssued, TurnEnded
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, Draft
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, Unavailable
from kezek.referrals.adapters import candidates, copies, places
from kezek.referrals.domain.candidate import (
    Candidate,
    Referral,
    ReferralStatus,
    check_age,
    check_may_choose,
    check_turn_runs,
    end_turn,
    refer,
    referral_number,
)
from kezek.referrals.domain.place import Place, PlaceStatus, can_be_chosen_by
from kezek.referrals.domain.policy import load_policy
from kezek.referrals.usecases import deadlines, statements
from kezek.referrals.usecases.offer_places import offer_again_in_order
from kezek.referrals.usecases.publishing import Because, queue_ref, record_step, tell_of_place, tell_queue
from kezek.referrals.usecases.rules import rules_hold

CHOSEN = "place_chosen"


class ChoosePlace:
    """The signed act `referrals.choose-place`; its subject is the application."""

    type = "referrals.choose-place"

    async def draft(self, tx: Tx, actor: Actor, body: dict[str, Any]) -> Draft:
        """What would be signed.

        Raises:
            NotFound: for somebody else's application, or a place that never was.
            Conflict: when the child may not choose now, or the place is gone.
        """
        candidate = await load_own_candidate(tx, actor, UUID(body["application_id"]))
        place = await _load_choice(tx, candidate, UUID(body["place_id"]), tx.now())
        facts = await _facts(tx, candidate, place)
        return Draft(str(candidate.application_id), facts, statements.choice(actor.language, facts))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the candidate's lock, so that no deadline fires between the receipt's clock and its commit."""
        await candidates.share_candidate(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act, received_at: datetime) -> dict[str, Any]:
        """Take the place and issue the referral.

        Raises:
            Conflict: `place_taken`, `turn_over`, `open_referral_exists`, `act_outdated` …
        """
        application_id, place_id = UUID(act.body["application_id"]), UUID(act.body["place_id"])
        candidate, queue_version = await _lock_choice(tx, application_id)
        with rules_hold():
            check_may_choose(candidate)
            if act.facts["turn_id"]:
                check_turn_runs(candidate, UUID(act.facts["turn_id"]), received_at)
            check_age(candidate, load_policy(), received_at)
        place = await places.take_place(tx, place_id, application_id)
        if place is None or place.queue != candidate.queue:
            raise Conflict("place_taken")
        act.check_facts(await _facts(tx, candidate, place) | {"turn_id": act.facts["turn_id"]})
        because = Because(CHOSEN, "domain §6.3", received_at, act.actor.person_id, act.id)
        await tell_of_place(tx, place)
        candidate = await _end_open_turn(tx, candidate, place, queue_version, because)
        referred = await _issue(tx, candidate, place, because)
        return {
            "application_id": str(application_id),
            "referral_id": str(referred.id),
            "referral_number": referred.number,
            "valid_through": referred.term.last_day.isoformat(),
            "expires_at": referred.term.ends_at.isoformat(),
        }


async def load_own_candidate(tx: ReadTx, actor: Actor, application_id: UUID) -> Candidate:
    """The applicant's own candidate; another's answers as if it did not exist.

    Raises:
        NotFound: `application_not_found`.
    """
    candidate = await candidates.find_candidate(tx, application_id)
    if candidate is None or candidate.applicant_id != actor.person_id:
        raise NotFound("application_not_found")
    return candidate


async def list_choices(tx: ReadTx, candidate: Candidate, now: datetime) -> list[Place]:
    """The places the child may take now: the one held for it, then the free-choice places of its queue."""
    with rules_hold():
        check_may_choose(candidate)
        check_age(candidate, load_policy(), now)
    held = await places.find_place(tx, candidate.turn.place_id) if candidate.turn else None
    mine = [held] if held and candidate.turn and now < candidate.turn.term.ends_at else []
    return mine + await places.list_open_places(tx, candidate.queue)


async def _load_choice(tx: Tx, candidate: Candidate, place_id: UUID, now: datetime) -> Place:
    with rules_hold():
        check_may_choose(candidate)
        check_age(candidate, load_policy(), now)
    place = await places.find_place(tx, place_id)
    if place is None or place.queue != candidate.queue:
        raise NotFound("place_not_found")
    if not can_be_chosen_by(place, candidate.application_id, candidate.queue):
        raise Conflict("place_taken")
    return place


class _CalledMeanwhileError(Exception):
    """A turn began between the look and the lock."""


async def _lock_choice(tx: Tx, application_id: UUID) -> tuple[Candidate, int | None]:
    """Lock the candidate; with a running turn the queue's row first, since its held place may go on.

    A free choice needs no lock but the candidate's and, in `take_place`, the place's own.
    """
    seen = await candidates.find_candidate(tx, application_id)
    if seen is None:
        raise NotFound("application_not_found")
    if seen.turn is None:
        try:
            async with tx.savepoint():
                return await _lock_without_turn(tx, application_id), None
        except _CalledMeanwhileError:
            pass  # the savepoint gave the candidate's lock back: the queue's row must come first
    version = await places.lock_queue(tx, seen.queue)
    return await candidates.lock_candidate(tx, application_id), version


async def _lock_without_turn(tx: Tx, application_id: UUID) -> Candidate:
    candidate = await candidates.lock_candidate(tx, application_id)
    if candidate.turn is not None:
        raise _CalledMeanwhileError
    return candidate


async def _facts(tx: ReadTx, candidate: Candidate, place: Place) -> dict[str, Any]:
    card = await copies.find_card(tx, candidate.application_id)
    kindergarten = (await copies.find_kindergartens(tx, [place.kindergarten_id])).get(place.kindergarten_id)
    if card is None or kindergarten is None:
        raise Unavailable("application_not_complete_yet")
    by_turn = candidate.turn is not None and candidate.turn.place_id == place.id
    return {
        "application_number": card.number,
        "child": statements.full_name(card.child),
        "place_id": str(place.id),
        "turn_id": str(candidate.turn.id) if by_turn and candidate.turn else None,
        "group_year": queue_ref(place.queue).group_year,
        "language": place.language,
        "kindergarten": statements.kindergarten_facts(kindergarten),
    }


async def _end_open_turn(
    tx: Tx, candidate: Candidate, taken: Place, queue_version: int | None, because: Because
) -> Candidate:
    if candidate.turn is None or queue_version is None:
        return candidate
    turn = candidate.turn
    await candidates.end_turn(tx, turn.id, CHOSEN)
    await deadlines.end_term(tx, deadlines.TURN, candidate)
    ended = await record_step(tx, end_turn(candidate), TurnEnded, because)
    if turn.place_id != taken.id:
        held = (await places.lock_places(tx, [turn.place_id]))[turn.place_id]
        if held.status is PlaceStatus.HELD:
            await offer_again_in_order(tx, candidate.queue, queue_version, [held])
    return ended


async def _issue(tx: Tx, candidate: Candidate, place: Place, because: Because) -> Referral:
    policy = load_policy()
    with rules_hold():
        number = referral_number(candidate.serial, candidate.referrals_issued + 1)
    days = policy.referral_working_days
    referral = Referral(
        id=new_id(),
        number=number,
        place_id=place.id,
        kindergarten_id=place.kindergarten_id,
        group_year=queue_ref(place.queue).group_year,
        language=place.language,
        issued_at=because.at,
        term=await deadlines.begin_term(tx, deadlines.REFERRAL, candidate, days, policy, because),
        status=ReferralStatus.VALID,
        policy=policy.id,
    )
    await candidates.insert_referral(tx, candidate, referral)
    referred = await record_step(tx, refer(candidate, referral), ReferralIssued, because)
    await tell_queue(tx, referred, because)
    return referral
