"""An officer annuls places of a vacancy that nobody has taken yet, and signs (domain §6.1, §6.6)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from kezek.contracts.vocabulary import ActorKind, AnnulmentReason, GroupKind, InstructionLanguage, PlaceStatus
from kezek.platform.act_rows import check_first_received
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.certificates import signer_name
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, RuleBrokenError, Unavailable
from kezek.platform.officers import district_of
from kezek.referrals.adapters import annulments, candidates, copies, places
from kezek.referrals.adapters.annulments import AnnulmentRecord
from kezek.referrals.domain.annulling import annul, check_may_annul
from kezek.referrals.domain.annulment_texts import annulment_sentences
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.place import Place
from kezek.referrals.usecases import statements
from kezek.referrals.usecases.basis import basis_on
from kezek.referrals.usecases.earlier import check_first
from kezek.referrals.usecases.ends import end_overdue
from kezek.referrals.usecases.received import who_signed
from kezek.referrals.usecases.saving import save, save_place


class PlacesToAnnul(ActModel):
    """Which places of which vacancy, and why."""

    vacancy_id: UUID
    place_ids: tuple[UUID, ...]
    reason: AnnulmentReason
    remark: str = ""


class StatedHolding(ActModel):
    """A place as the officer saw it; the number is of the application for whose turn it is held."""

    place_id: UUID
    ordinal: int
    status: PlaceStatus
    application_number: str | None


class AnnulmentFacts(ActModel):
    """What the annulment says of the world: nobody has taken these places, and these turns end."""

    kindergarten: statements.StatedKindergarten
    group_year: int
    kind: GroupKind
    language: InstructionLanguage
    places: tuple[StatedHolding, ...]


class PlacesAnnulled(ActModel):
    """How many places there are no more, and of these how many were held for a turn."""

    vacancy_id: UUID
    places: int
    turns: int


AnnulAct = Act[PlacesToAnnul, AnnulmentFacts]


class AnnulPlaces(SignedAct[PlacesToAnnul, AnnulmentFacts, PlacesAnnulled]):
    """The signed act `referrals.annul-places`; its subject is the vacancy. All of the places, or none."""

    TYPE = "referrals.annul-places"

    async def draft(self, tx: Tx, actor: Actor, body: PlacesToAnnul) -> Draft[AnnulmentFacts]:
        """What would be signed.

        Raises:
            NotFound: `vacancy_not_found`, also for another district's; `place_not_found` for one of another vacancy.
            Conflict: `places_not_free` with their ordinals; `annulment_remark_required`.
        """
        chosen = await _chosen(tx, actor, body)
        facts = await _facts(tx, chosen)
        kindergarten = facts.kindergarten
        sentences = annulment_sentences(
            actor.language,
            (kindergarten.name, kindergarten.address),
            (chosen[0].queue, chosen[0].language),
            [(each.ordinal, each.application_number) for each in facts.places],
            (body.reason, body.remark),
        )
        return Draft(str(body.vacancy_id), facts, sentences)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the places' locks, so that none is taken between the receipt's clock and its commit."""
        await places.share_vacancy(tx, UUID(subject))

    async def perform(self, tx: Tx, act: AnnulAct, received_at: datetime) -> PlacesAnnulled:
        """Annul the places; a turn for which one is held ends without a miss.

        Raises:
            ReceivedEarlier: to finish first what a family has signed before, for a minute at most (domain §6.4).
            Conflict: `places_not_free`; `act_outdated` when a place is held for another turn, or for none, by now.
        """
        holders = await _lock_holders(tx, act, received_at)
        await places.lock_places(tx, act.body.place_ids)
        for each in holders:
            await end_overdue(tx, each, received_at)
        chosen = await _chosen(tx, act.actor, act.body)
        act.check_facts(await _facts(tx, chosen))
        known = await candidates.lock_candidates(tx, [each.holder for each in chosen if each.holder])
        turns = 0
        for place in sorted(chosen, key=lambda each: each.order):
            annulment = annul(place, known[place.holder] if place.holder else None, received_at)
            if annulment.decision is None:
                await save_place(tx, annulment.place, received_at)
            elif place.holder is not None:
                await save(tx, known[place.holder], annulment.decision, ActorKind.OFFICER, act)
                turns += 1
        await annulments.insert_annulment(tx, _record(act, received_at, len(chosen), turns))
        return PlacesAnnulled(vacancy_id=act.body.vacancy_id, places=len(chosen), turns=turns)


async def load_of_district(tx: ReadTx, actor: Actor, vacancy_id: UUID) -> Sequence[Place]:
    """The places of a vacancy of the officer's district, by their ordinals.

    Raises:
        NotFound: `vacancy_not_found`, also for another district's.
    """
    found = await places.list_of_vacancy(tx, vacancy_id)
    if not found or found[0].queue.district != district_of(actor):
        raise NotFound("vacancy_not_found")
    return found


async def load_numbers(tx: ReadTx, of: Sequence[Place]) -> dict[UUID, str]:
    """By place the number of the application for whose turn it is held; empty while that is not known here."""
    held = {each.id: each.holder for each in of if each.holder and each.status is PlaceStatus.HELD}
    cards = await copies.cards.find_many(tx, held.values())
    return {place_id: cards[holder].number if holder in cards else "" for place_id, holder in held.items()}


async def _chosen(tx: ReadTx, actor: Actor, body: PlacesToAnnul) -> list[Place]:
    if body.reason is AnnulmentReason.OTHER and not body.remark:
        raise Conflict("annulment_remark_required")
    known = {place.id: place for place in await load_of_district(tx, actor, body.vacancy_id)}
    if not set(body.place_ids) <= known.keys():
        raise NotFound("place_not_found")
    chosen = [place for place in known.values() if place.id in set(body.place_ids)]
    gone = [str(place.ordinal) for place in chosen if not _may_annul(place)]
    if gone:
        raise Conflict("places_not_free", ordinals=", ".join(gone))
    return chosen


def _may_annul(place: Place) -> bool:
    try:
        check_may_annul(place)
    except RuleBrokenError:
        return False
    return True


async def _lock_holders(tx: Tx, act: AnnulAct, received_at: datetime) -> list[Candidate]:
    """Lock the queue, then the children for whose turns the places are held; what was signed before comes first.

    Raises:
        Unavailable: `earlier_act_not_finished`, when a place was given to another turn just now.
    """
    queue = (await load_of_district(tx, act.actor, act.body.vacancy_id))[0].queue
    await places.lock_queue(tx, queue)
    policy = (await basis_on(tx, queue, received_at)).policy
    hold_back = timedelta(seconds=policy.unfinished_receipt_seconds)
    rivals = who_signed((), act.body.place_ids)
    await check_first_received(tx, act, before=received_at, hold_back=hold_back, rivals=rivals)
    held = {each.id: each.holder for each in await _held(tx, act.body)}
    holders = await candidates.lock_candidates(tx, [each for each in held.values() if each])
    if {each.id: each.holder for each in await _held(tx, act.body)} != held:
        raise Unavailable("earlier_act_not_finished")
    for application_id, candidate in holders.items():
        await check_first(tx, replace(act, subject=str(application_id)), candidate, received_at)
    return list(holders.values())


async def _held(tx: ReadTx, body: PlacesToAnnul) -> list[Place]:
    of_vacancy = await places.list_of_vacancy(tx, body.vacancy_id)
    return [each for each in of_vacancy if each.id in set(body.place_ids) and each.status is PlaceStatus.HELD]


async def _facts(tx: ReadTx, chosen: Sequence[Place]) -> AnnulmentFacts:
    first = chosen[0]
    kindergarten = await copies.kindergartens.find(tx, first.kindergarten_id)
    if kindergarten is None:
        raise Unavailable("application_not_complete_yet")
    numbers = await load_numbers(tx, chosen)
    return AnnulmentFacts(
        kindergarten=statements.kindergarten_facts(kindergarten),
        group_year=first.queue.group_year,
        kind=first.queue.kind,
        language=first.language,
        places=tuple(
            StatedHolding(
                place_id=place.id,
                ordinal=place.ordinal,
                status=place.status,
                application_number=numbers.get(place.id),
            )
            for place in chosen
        ),
    )


def _record(act: AnnulAct, at: datetime, many: int, turns: int) -> AnnulmentRecord:
    return AnnulmentRecord(
        act_id=act.id,
        vacancy_id=act.body.vacancy_id,
        at=at,
        officer_id=act.actor.person_id,
        officer_name=signer_name(act.cms),
        reason=act.body.reason,
        remark=act.body.remark,
        places=many,
        turns=turns,
    )
