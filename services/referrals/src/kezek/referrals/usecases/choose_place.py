"""The family chooses a place and signs; the referral follows at once (domain §6.3, §6.4)."""

from datetime import date, datetime
from uuid import UUID

from kezek.contracts.ids import new_id
from kezek.contracts.referrals import ReferralIssued, TurnEnded
from kezek.platform.act_rows import received_before
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, Unavailable
from kezek.referrals.adapters import candidates, copies, places
from kezek.referrals.domain.candidate import (
    Candidate,
    Referral,
    ReferralStatus,
    Turn,
    check_age,
    check_may_choose,
    check_turn_runs,
    refer,
    referral_number,
)
from kezek.referrals.domain.place import Place, PlaceStatus, can_be_chosen_by
from kezek.referrals.domain.policy import load_policy
from kezek.referrals.usecases import deadlines, statements
from kezek.referrals.usecases.lapse_turn import lapse_turn
from kezek.referrals.usecases.offer_places import offer_again_in_order
from kezek.referrals.usecases.publishing import Because, Step, queue_ref, record_steps, tell_of_place
from kezek.referrals.usecases.rules import rules_hold

CHOSEN = "place_chosen"


class Choice(ActModel):
    """Which place for which application."""

    application_id: UUID
    place_id: UUID


class ChoiceFacts(statements.StatedPlace):
    """What a choice says of the world; `turn_id` when the place is held for the child's turn."""

    application_number: str
    place_id: UUID
    turn_id: UUID | None


class Chosen(ActModel):
    """The referral that came of the choice, valid before `expires_at`."""

    application_id: UUID
    referral_id: UUID
    referral_number: str
    valid_through: date
    expires_at: datetime


class ChoosePlace(SignedAct[Choice, ChoiceFacts, Chosen]):
    """The signed act `referrals.choose-place`; its subject is the application."""

    TYPE = "referrals.choose-place"

    async def draft(self, tx: Tx, actor: Actor, body: Choice) -> Draft[ChoiceFacts]:
        """What would be signed.

        Raises:
            NotFound: for somebody else's application, or a place that never was.
            Conflict: when the child may not choose now, or the place is gone.
        """
        candidate = await load_own_candidate(tx, actor, body.application_id)
        place = await _load_choice(tx, candidate, body.place_id, tx.now())
        facts = await _facts(tx, candidate, place)
        return Draft(str(candidate.application_id), facts, statements.choice(actor.language, facts))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the candidate's lock, so that no deadline fires between the receipt's clock and its commit."""
        await candidates.share_candidate(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[Choice, ChoiceFacts], received_at: datetime) -> Chosen:
        """Take the place and issue the referral.

        Raises:
            Conflict: `place_taken`, `turn_over`, `open_referral_exists`, `act_outdated` …
        """
        application_id, place_id = act.body.application_id, act.body.place_id
        candidate = await _end_overdue_turn(tx, await _lock_choice(tx, application_id), received_at)
        with rules_hold():
            check_may_choose(candidate)
            if act.facts.turn_id:
                check_turn_runs(candidate, act.facts.turn_id, received_at)
            check_age(candidate, load_policy(), received_at)
        place = await places.take_place(tx, place_id, application_id)
        if place is None or place.queue != candidate.queue:
            raise Conflict("place_taken")
        if await candidates.list_held_elsewhere(tx, [candidate]):
            raise Conflict("open_referral_exists")
        facts = await _facts(tx, candidate, place)
        act.check_facts(facts.model_copy(update={"turn_id": act.facts.turn_id}))
        because = Because(CHOSEN, "domain §6.3", received_at, act.actor.person_id, act.id)
        await tell_of_place(tx, place)
        referral = await _issue(tx, candidate, place, because)
        if candidate.turn is not None:
            await _pass_on(tx, candidate.queue, candidate.turn)
        return Chosen(
            application_id=application_id,
            referral_id=referral.id,
            referral_number=referral.number,
            valid_through=referral.term.last_day,
            expires_at=referral.term.ends_at,
        )


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
    turn = candidate.turn
    held = await places.find_place(tx, turn.place_id) if turn and now < turn.term.ends_at else None
    mine = [held] if held and held.holder == candidate.application_id else []
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
    if candidate.turn is not None and candidate.turn.place_id == place.id:
        with rules_hold():
            check_turn_runs(candidate, candidate.turn.id, now)
    return place


class _CalledMeanwhileError(Exception):
    """A turn began between the look and the lock."""


async def _lock_choice(tx: Tx, application_id: UUID) -> Candidate:
    """Lock the candidate; with a running turn the queue's row first, since its held place may go on.

    A free choice needs no lock but the candidate's and, in `take_place`, the place's own.
    """
    seen = await candidates.find_candidate(tx, application_id)
    if seen is None:
        raise NotFound("application_not_found")
    if seen.turn is None:
        try:
            async with tx.savepoint():
                return await _lock_without_turn(tx, application_id)
        except _CalledMeanwhileError:
            pass  # the savepoint gave the candidate's lock back: the queue's row must come first
    await places.lock_queue(tx, seen.queue)
    return await candidates.lock_candidate(tx, application_id)


async def _end_overdue_turn(tx: Tx, candidate: Candidate, received_at: datetime) -> Candidate:
    """A turn that was over before this act came and whose deadline has not fired yet ends first (domain §6.7)."""
    turn = candidate.turn
    if turn is None or received_at < turn.term.ends_at:
        return candidate
    if await received_before(tx, [str(candidate.application_id)], turn.term.ends_at):
        raise Unavailable("earlier_act_not_finished")
    return await lapse_turn(tx, candidate, turn)


async def _lock_without_turn(tx: Tx, application_id: UUID) -> Candidate:
    candidate = await candidates.lock_candidate(tx, application_id)
    if candidate.turn is not None:
        raise _CalledMeanwhileError
    return candidate


async def _facts(tx: ReadTx, candidate: Candidate, place: Place) -> ChoiceFacts:
    card = await copies.cards.find(tx, candidate.application_id)
    kindergarten = await copies.kindergartens.find(tx, place.kindergarten_id)
    if card is None or kindergarten is None:
        raise Unavailable("application_not_complete_yet")
    by_turn = candidate.turn is not None and candidate.turn.place_id == place.id
    return ChoiceFacts(
        application_number=card.number,
        child=statements.child_names(card.child),
        place_id=place.id,
        turn_id=candidate.turn.id if by_turn and candidate.turn else None,
        group_year=queue_ref(place.queue).group_year,
        language=place.language,
        kindergarten=statements.kindergarten_facts(kindergarten),
    )


async def _pass_on(tx: Tx, queue: str, turn: Turn) -> None:
    """The place held for a turn goes on when another was chosen (domain §6.6)."""
    held = (await places.lock_places(tx, [turn.place_id]))[turn.place_id]
    if held.status is PlaceStatus.HELD:
        await offer_again_in_order(tx, queue, [held])


async def _issue(tx: Tx, candidate: Candidate, place: Place, because: Because) -> Referral:
    steps: list[Step] = []
    if candidate.turn is not None:
        await candidates.end_turn(tx, candidate.turn.id, CHOSEN)
        await deadlines.end_term(tx, deadlines.TURN, candidate)
        steps.append((TurnEnded, because))
    referral = await _referral(tx, candidate, place, because)
    await candidates.insert_referral(tx, candidate, referral)
    await record_steps(tx, refer(candidate, referral), *steps, (ReferralIssued, because))
    return referral


async def _referral(tx: Tx, candidate: Candidate, place: Place, because: Because) -> Referral:
    policy = load_policy()
    with rules_hold():
        number = referral_number(candidate.serial, candidate.referrals_issued + 1)
    days = policy.referral_working_days
    return Referral(
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
