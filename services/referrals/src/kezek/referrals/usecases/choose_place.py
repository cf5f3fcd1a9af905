"""The family chooses a place, or places for twins, and signs; the referral follows at once (domain §6.3, §6.4)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import ActorKind, PlaceStatus
from kezek.platform.act_rows import check_first_received, list_bodies
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, ContestedAct, Draft
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, Unavailable, rules_hold
from kezek.referrals.adapters import candidates, copies, places
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.choosing import Change, Standing, Wish
from kezek.referrals.domain.choosing_together import check_called_together, choose_together
from kezek.referrals.domain.place import Place
from kezek.referrals.domain.receipts import hold_back
from kezek.referrals.usecases import statements
from kezek.referrals.usecases.basis import basis_of_choice, basis_on
from kezek.referrals.usecases.publishing import offer_to_queue
from kezek.referrals.usecases.received import BY_FAMILY, TYPES, who_signed
from kezek.referrals.usecases.saving import save
from kezek.referrals.usecases.standings import Choices, find_standing, lock_standing


class TwinChoice(ActModel):
    """Which place for which application."""

    application_id: UUID
    place_id: UUID


class Choice(TwinChoice):
    """A choice, and those for twins who were called together."""

    twins: tuple[TwinChoice, ...] = ()

    @property
    def choices(self) -> Choices:
        """Which application wants which place, the act's own first."""
        return {each.application_id: each.place_id for each in (self, *self.twins)}


class StatedChoice(statements.StatedPlace):
    """What a choice says of the world; `turn_id` where it is made by the right of a turn, not freely."""

    application_number: str
    place_id: UUID
    turn_id: UUID | None


class ChoiceFacts(StatedChoice):
    """The same of twins who choose together."""

    twins: tuple[StatedChoice, ...] = ()


class ChosenTwin(ActModel):
    """The referral that came of a choice, valid before `expires_at`."""

    application_id: UUID
    referral_id: UUID
    referral_number: str
    valid_through: date
    expires_at: datetime


class Chosen(ChosenTwin):
    """The referral, and those of twins who chose together."""

    twins: tuple[ChosenTwin, ...] = ()


class ChoosePlace(ContestedAct[Choice, ChoiceFacts, Chosen]):
    """The signed act `referrals.choose-place`; its subject is the first application, whose clock judges it.

    Twins choose all or none: what has changed of one of them since makes the act outdated.
    """

    TYPE = BY_FAMILY

    async def draft(self, tx: Tx, actor: Actor, body: Choice) -> Draft[ChoiceFacts]:
        """What would be signed.

        Raises:
            NotFound: for somebody else's application, or a place that never was.
            Conflict: when a child may not choose now, or a place is gone or needed.
        """
        own = [await load_own_candidate(tx, actor, each) for each in body.choices]
        facts = await draft_choice(tx, own, body)
        return Draft(str(body.application_id), facts, statements.choices(actor.language, facts, facts.twins))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the locks of candidate and places between the receipt's clock and its commit."""
        await lock_choice(tx, subject)

    async def is_foregone(self, tx: ReadTx, body: Choice) -> bool:
        """Whether one of the places seems to be gone."""
        return await places.is_any_gone(tx, body.choices.values())

    async def perform(self, tx: Tx, act: Act[Choice, ChoiceFacts], received_at: datetime) -> Chosen:
        """Take the places and issue the referrals; an earlier receipt for them goes first, for a minute at most (§6.4).

        Raises:
            ReceivedEarlier: to finish an earlier receipt first.
            Conflict: `place_taken`, `place_needed`, `turn_over`, `open_referral_exists`, `act_outdated` …
        """
        return await perform_choice(tx, act, received_at, ActorKind.APPLICANT)


async def draft_choice(tx: Tx, own: Sequence[Candidate], body: Choice) -> ChoiceFacts:
    """What a choice for these children says, if it is possible now.

    Raises:
        NotFound: `place_not_found`.
        Conflict: when a child may not choose now, or a place is gone or needed.
    """
    standing = await find_standing(tx, own, tx.now())
    wanted = {each.id: each for each in await places.find_places(tx, body.choices.values())}
    if any(body.choices[each.application_id] not in wanted for each in own):
        raise NotFound("place_not_found")
    if any(wanted[body.choices[each.application_id]].queue != each.queue for each in own):
        raise NotFound("place_not_found")
    standing = Standing(standing.at, standing.children, {**standing.places, **wanted})
    by_turn = {each.application_id: _right(standing, each, wanted[body.choices[each.application_id]]) for each in own}
    await _choose(tx, standing, body, by_turn)
    return await _facts(tx, standing, body, by_turn)


async def lock_choice(tx: Tx, subject: str) -> None:
    """Share the locks of candidates, twins' too, and places between the receipt's clock and its commit.

    So no deadline fires, and no later receipt is performed for a place or a child, without knowing of this one.
    """
    bodies = [Choice.model_validate(body) for body in await list_bodies(tx, TYPES, subject)]
    await candidates.share_candidates(tx, {UUID(subject), *(each for body in bodies for each in body.choices)})
    await places.share_places(tx, {place_id for body in bodies for place_id in body.choices.values()})


async def perform_choice(tx: Tx, act: Act[Any, Any], received_at: datetime, actor: ActorKind) -> Chosen:
    """Take the places and issue the referrals; other turns that lose theirs hold another from here on (§6.6).

    Raises:
        ReceivedEarlier: to finish an earlier receipt first.
        Conflict: as the acts say.
    """
    body: Choice = act.body
    standing = await lock_standing(tx, body.choices, received_at)
    own = [standing.children[each] for each in body.choices]
    by_turn = {each: fact.turn_id for each, fact in zip(body.choices, (act.facts, *act.facts.twins), strict=True)}
    changes = await _choose(tx, standing, body, by_turn)
    if await candidates.list_held_elsewhere(tx, own):
        raise Conflict("open_referral_exists")
    act.check_facts(await _facts(tx, standing, body, by_turn))
    policy = (await basis_on(tx, own[0].queue, received_at)).policy
    # of a child, and where turns exchange places of whoever has one of those, what was signed before decides first
    rivals = who_signed(standing.children.keys(), body.choices.values())
    await check_first_received(tx, act, before=received_at, hold_back=hold_back(policy), rivals=rivals)
    saved: dict[UUID, Candidate] = {}
    for before, decision in changes:
        mine = before.application_id in body.choices
        whose = (actor, act) if mine else (ActorKind.SYSTEM, None)
        saved[before.application_id] = await save(tx, before, decision, *whose)
    await offer_to_queue(tx, [place for _, decision in changes for place in decision.offered])
    first, *twins = [_result(saved[each]) for each in body.choices]
    return Chosen(**vars(first), twins=tuple(twins))


async def load_own_candidate(tx: ReadTx, actor: Actor, application_id: UUID) -> Candidate:
    """The applicant's own candidate; another's answers as if it did not exist.

    Raises:
        NotFound: `application_not_found`.
    """
    candidate = await candidates.find_candidate(tx, application_id)
    if candidate is None or candidate.child.applicant_id != actor.person_id:
        raise NotFound("application_not_found")
    return candidate


async def _choose(tx: ReadTx, standing: Standing, body: Choice, by_turn: Mapping[UUID, UUID | None]) -> list[Change]:
    """What these choices change; in free choice the policy of the day judges, also while a turn runs (domain §6.4).

    Raises:
        Conflict: what forbids one of them.
    """
    basis = await basis_on(tx, standing.children[body.application_id].queue, standing.at)
    wishes = []
    for application_id, place_id in body.choices.items():
        chooser, place = standing.children[application_id], standing.places[place_id]
        free = by_turn[application_id] is None or place.is_open(standing.at)
        judged = basis if free else await basis_of_choice(tx, chooser, standing.at)
        wishes.append(Wish(application_id, place_id, by_turn[application_id], judged.policy, new_id()))
    with rules_hold():
        check_called_together([standing.children[each] for each in body.choices])
        return choose_together(standing, wishes, basis)


def _right(standing: Standing, candidate: Candidate, place: Place) -> UUID | None:
    """The turn by whose right the place is chosen; one in free choice needs none."""
    free = place.is_open(standing.at) or place.status is not PlaceStatus.HELD
    return candidate.turn.id if candidate.turn and not free else None


async def _facts(tx: ReadTx, standing: Standing, body: Choice, by_turn: Mapping[UUID, UUID | None]) -> ChoiceFacts:
    first, *twins = [
        await _stated(tx, standing.children[application_id], standing.places[place_id], by_turn[application_id])
        for application_id, place_id in body.choices.items()
    ]
    return ChoiceFacts(**vars(first), twins=tuple(twins))


async def _stated(tx: ReadTx, candidate: Candidate, place: Place, by_turn: UUID | None) -> StatedChoice:
    card = await copies.cards.find(tx, candidate.application_id)
    kindergarten = await copies.kindergartens.find(tx, place.kindergarten_id)
    if card is None or kindergarten is None:
        raise Unavailable("application_not_complete_yet")
    return StatedChoice(
        application_number=card.number,
        child=statements.child_names(card.child),
        place_id=place.id,
        turn_id=by_turn,
        group_year=place.queue.group_year,
        language=place.language.value,
        kindergarten=statements.kindergarten_facts(kindergarten),
    )


def _result(candidate: Candidate) -> ChosenTwin:
    referral = candidate.referral
    if referral is None:
        raise LookupError("nothing was issued")
    return ChosenTwin(
        application_id=candidate.application_id,
        referral_id=referral.id,
        referral_number=referral.number,
        valid_through=referral.term.last_day,
        expires_at=referral.term.ends_at,
    )
