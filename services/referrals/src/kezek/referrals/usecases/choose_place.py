"""The family chooses a place and signs; the referral follows at once (domain §6.3, §6.4)."""

from datetime import date, datetime
from uuid import UUID

from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import ActorKind
from kezek.platform.act_rows import check_first_received, list_wanted, received_before
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, Unavailable, rules_hold
from kezek.referrals.adapters import candidates, copies, places
from kezek.referrals.domain.candidate import Candidate, check_age, check_may_choose
from kezek.referrals.domain.choosing import Standing, Wish, check_choice
from kezek.referrals.domain.decisions import ChosenPlace, lapse, refer
from kezek.referrals.domain.place import Place
from kezek.referrals.domain.receipts import hold_back
from kezek.referrals.usecases import statements
from kezek.referrals.usecases.basis import basis_of, basis_of_choice, basis_on
from kezek.referrals.usecases.move_deadlines import with_moved_end
from kezek.referrals.usecases.publishing import offer_to_queue
from kezek.referrals.usecases.saving import save


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
        place = await places.find_place(tx, body.place_id)
        if place is None or place.queue != candidate.queue:
            raise NotFound("place_not_found")
        by_turn = _turn_for(candidate, place.id)
        with rules_hold():
            await _check(tx, candidate, ChosenPlace(place, by_turn), tx.now())
        facts = await _facts(tx, candidate, place, by_turn)
        return Draft(str(candidate.application_id), facts, statements.choice(actor.language, facts))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the locks of candidate and place between the receipt's clock and its commit.

        So no deadline fires, and no later receipt is performed for the place, without knowing of this one.
        """
        await candidates.share_candidate(tx, UUID(subject))
        await places.share_places(tx, await list_wanted(tx, self.TYPE, subject, "place_id"))

    async def perform(self, tx: Tx, act: Act[Choice, ChoiceFacts], received_at: datetime) -> Chosen:
        """Take the place and issue the referral; an earlier receipt for it goes first, for a minute at most (§6.4).

        Raises:
            ReceivedEarlier: to finish an earlier receipt first.
            Conflict: `place_taken`, `turn_over`, `open_referral_exists`, `act_outdated` …
        """
        candidate = await _lock_choice(tx, act.body, received_at)
        candidate = await _end_overdue_turn(tx, candidate, act.body.place_id, received_at)
        choice = await _lock_places(tx, candidate, act.body.place_id, act.facts.turn_id)
        with rules_hold():
            await _check(tx, candidate, choice, received_at)
        if await candidates.list_held_elsewhere(tx, [candidate]):
            raise Conflict("open_referral_exists")
        act.check_facts(await _facts(tx, candidate, choice.place, act.facts.turn_id))
        basis = await basis_on(tx, candidate.queue, received_at)
        await check_first_received(tx, act, before=received_at, hold_back=hold_back(basis.policy), field="place_id")
        with rules_hold():
            decision = refer(candidate, choice, referral_id=new_id(), basis=basis, at=received_at)
        referred = await save(tx, candidate, decision, ActorKind.APPLICANT, act)
        await offer_to_queue(tx, decision.offered)
        return _result(referred)


async def load_own_candidate(tx: ReadTx, actor: Actor, application_id: UUID) -> Candidate:
    """The applicant's own candidate; another's answers as if it did not exist.

    Raises:
        NotFound: `application_not_found`.
    """
    candidate = await candidates.find_candidate(tx, application_id)
    if candidate is None or candidate.child.applicant_id != actor.person_id:
        raise NotFound("application_not_found")
    return candidate


async def list_choices(tx: ReadTx, candidate: Candidate, now: datetime) -> list[Place]:
    """The places the child may take now: the one held for it, then the free-choice places of its queue."""
    basis = await basis_of_choice(tx, candidate, now)
    with rules_hold():
        check_may_choose(candidate)
        check_age(candidate, basis.policy, now)
    turn = candidate.turn
    held = await places.find_place(tx, turn.place_id) if turn and now < turn.term.ends_at else None
    mine = [held] if held and held.holder == candidate.application_id else []
    return mine + await places.list_open_places(tx, candidate.queue)


class _PlaceMayGoOnError(Exception):
    """The place that is held for the child may go to another: the queue's row must be locked first."""


async def _lock_choice(tx: Tx, body: Choice, received_at: datetime) -> Candidate:
    """Lock the candidate; before it the queue's row if a place that is held for the child may go on from here.

    Who chooses freely, or takes the place of a running turn, needs no lock but the candidate's and the place's own.
    """
    try:
        async with tx.savepoint():
            candidate = await _with_its_end(tx, body.application_id, received_at)
            if _may_go_on(candidate, body.place_id, received_at):
                raise _PlaceMayGoOnError  # noqa: TRY301 - the savepoint gives the lock back
            return candidate
    except _PlaceMayGoOnError:
        await places.lock_queue(tx, candidate.queue)
        return await _with_its_end(tx, body.application_id, received_at)


async def _with_its_end(tx: Tx, application_id: UUID, received_at: datetime) -> Candidate:
    return await with_moved_end(tx, await candidates.lock_candidate(tx, application_id), received_at)


def _may_go_on(candidate: Candidate, chosen_id: UUID, received_at: datetime) -> bool:
    turn = candidate.turn
    return turn is not None and (turn.place_id != chosen_id or received_at >= turn.term.ends_at)


async def _end_overdue_turn(tx: Tx, candidate: Candidate, chosen_id: UUID, received_at: datetime) -> Candidate:
    """A turn that was over before this act came and whose deadline has not fired yet ends first (domain §6.7).

    The chosen place is locked with the held one: places are locked in the order of their ids, never one after another.
    """
    turn = candidate.turn
    if turn is None or received_at < turn.term.ends_at:
        return candidate
    if await received_before(tx, [str(candidate.application_id)], turn.term.ends_at):
        raise Unavailable("earlier_act_not_finished")
    held = await places.lock_places(tx, {turn.place_id, chosen_id})
    policy = (await basis_of(tx, turn.policy)).policy
    return await save(tx, candidate, lapse(candidate, held[turn.place_id], policy))


async def _check(tx: ReadTx, candidate: Candidate, choice: ChosenPlace, at: datetime) -> None:
    policy = (await basis_of_choice(tx, candidate, at)).policy
    known = {place.id: place for place in (choice.place, choice.held) if place is not None}
    standing = Standing(at, {candidate.application_id: candidate}, known)
    check_choice(standing, Wish(candidate.application_id, choice.place.id, choice.by_turn, policy, choice.place.id))


async def _lock_places(tx: Tx, candidate: Candidate, place_id: UUID, by_turn: UUID | None) -> ChosenPlace:
    """The chosen place, and that which a running turn holds.

    Raises:
        Conflict: `place_taken`, also for what never was a place.
    """
    held_id = candidate.turn.place_id if candidate.turn else place_id
    locked = await places.lock_places(tx, {place_id, held_id})
    if place_id not in locked:
        raise Conflict("place_taken")
    return ChosenPlace(locked[place_id], by_turn, locked.get(held_id))


def _turn_for(candidate: Candidate, place_id: UUID) -> UUID | None:
    return candidate.turn.id if candidate.turn and candidate.turn.place_id == place_id else None


async def _facts(tx: ReadTx, candidate: Candidate, place: Place, by_turn: UUID | None) -> ChoiceFacts:
    card = await copies.cards.find(tx, candidate.application_id)
    kindergarten = await copies.kindergartens.find(tx, place.kindergarten_id)
    if card is None or kindergarten is None:
        raise Unavailable("application_not_complete_yet")
    return ChoiceFacts(
        application_number=card.number,
        child=statements.child_names(card.child),
        place_id=place.id,
        turn_id=by_turn,
        group_year=place.queue.group_year,
        language=place.language.value,
        kindergarten=statements.kindergarten_facts(kindergarten),
    )


def _result(candidate: Candidate) -> Chosen:
    referral = candidate.referral
    if referral is None:
        raise LookupError("nothing was issued")
    return Chosen(
        application_id=candidate.application_id,
        referral_id=referral.id,
        referral_number=referral.number,
        valid_through=referral.term.last_day,
        expires_at=referral.term.ends_at,
    )
