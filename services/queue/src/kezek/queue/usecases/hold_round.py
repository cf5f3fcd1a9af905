"""An officer holds a round of distribution over the district, and signs it (domain §9.rounds)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.hints import HintKind, queue
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.certificates import signer_name
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, Invalid
from kezek.platform.officers import district_of
from kezek.queue.adapters import rounds, store
from kezek.queue.adapters.districts import find_district
from kezek.queue.adapters.sortings import list_queue_ids
from kezek.queue.domain.calls import RoundCall
from kezek.queue.domain.statements import DistrictNamed, RoundTold, round_sentences
from kezek.queue.usecases.call_round import call_round
from kezek.queue.usecases.draw_round import Drawn, application_of, draw_round
from kezek.queue.usecases.end_benefits import end_benefits
from kezek.queue.usecases.tell_of_round import tell_later

SUBJECT = "round."


class RoundProposal(ActModel):
    """A district, and which outcome the officer has seen."""

    district: str
    digest: str


class RoundOfQueue(ActModel):
    """So many places of a queue wait for the round, and so many of them are given."""

    kind: GroupKind
    group_year: int
    places: int
    given: int


class RoundFacts(ActModel):
    """What the round does: who gets which place is told by its digest alone."""

    district: str
    number: int
    policy_id: str
    digest: str
    given: int
    # what others do meanwhile changes these, and nothing of what is given
    wishing: int
    queues: tuple[RoundOfQueue, ...]


class RoundHeld(ActModel):
    """Which round it was, and to how many children it gives places."""

    round_id: UUID
    number: int
    given: int


class HoldRound(SignedAct[RoundProposal, RoundFacts, RoundHeld]):
    """The signed act; its subject is the district's rounds."""

    TYPE = "queue.hold-round"

    async def draft(self, tx: Tx, actor: Actor, body: RoundProposal) -> Draft[RoundFacts]:
        """What the officer would sign.

        Raises:
            NotAllowed: for another district's officer.
            Conflict: `rounds_not_here`, `round_gives_nothing`; `round_changed` where the outcome is not the one seen.
        """
        district = district_of(actor)
        name = await find_district(tx, district)
        if name is None:
            raise Invalid("district_unknown", district=district)
        _, facts = await _drawn(tx, district, tx.now())
        if facts.digest != body.digest:
            raise Conflict("round_changed")
        told = RoundTold(
            facts.number,
            facts.wishing,
            facts.given,
            tuple((each.kind, each.group_year, each.places, each.given) for each in facts.queues),
            facts.digest,
        )
        sentences = round_sentences(DistrictNamed(district, name), told, actor.language.value)
        return Draft(SUBJECT + district, facts, sentences)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the district from another round until the receipt is stored."""
        await rounds.share_rounds(tx, subject.removeprefix(SUBJECT))

    async def perform(self, tx: Tx, act: Act[RoundProposal, RoundFacts], received_at: datetime) -> RoundHeld:
        """Call whom the round gives a place, under the locks of all queues of the district; the rest is told later.

        Raises:
            Conflict: `act_outdated` where others would get places by now, or others of them; `rounds_not_here`,
                `round_gives_nothing`.
        """
        district = district_of(act.actor)
        await rounds.lock_rounds(tx, district)
        refs = [QueueRef.parse(each) for each in await list_queue_ids(tx, district)]
        await end_benefits(tx, refs, now=received_at)
        queues = await store.lock_queues(tx, refs)
        drawn, facts = await _drawn(tx, district, received_at)
        # who merely waits, and a place that nobody gets, spoil nothing
        act.check_facts(facts.model_copy(update={"wishing": act.facts.wishing, "queues": act.facts.queues}))
        queues, called = await call_round(tx, queues, drawn, act.id, now=received_at)
        await store.update_queues(tx, queues)
        await rounds.insert_round(
            tx, _row(act, facts, drawn, received_at), _seats(act.id, drawn, called), drawn.unseated
        )
        for ref in queues:
            await tell_later(tx, act.id, str(ref))
            tx.hint(queue(ref), HintKind.POSITION, ref)
        return RoundHeld(round_id=act.id, number=facts.number, given=facts.given)


async def _drawn(tx: ReadTx, district: str, at: datetime) -> tuple[Drawn, RoundFacts]:
    drawn = await draw_round(tx, district, await list_queue_ids(tx, district), at)
    given = len(drawn.found.given)
    if not given:
        raise Conflict("round_gives_nothing")
    facts = RoundFacts(
        district=district,
        number=await rounds.next_number(tx, district),
        policy_id=drawn.policy.id,
        digest=drawn.found.digest,
        given=given,
        wishing=drawn.wishing,
        queues=tuple(RoundOfQueue(**vars(each)) for each in drawn.by_queue()),
    )
    return drawn, facts


def _row(act: Act[RoundProposal, RoundFacts], facts: RoundFacts, drawn: Drawn, at: datetime) -> dict[str, Any]:
    return {
        "id": act.id,
        "district": facts.district,
        "number": facts.number,
        "policy": facts.policy_id,
        "digest": facts.digest,
        "places": len(drawn.kept),
        "wishing": drawn.wishing,
        "given": facts.given,
        "held_at": at,
        "signed_by": act.actor.person_id,
        "signed_by_name": signer_name(act.cms),
    }


def _seats(round_id: UUID, drawn: Drawn, called: list[RoundCall]) -> list[dict[str, Any]]:
    """What is given, in the order of the round."""
    call_of = {entry.child.application_id: call.id for call in called for entry, _ in call.seats}
    return [
        {
            "round_id": round_id,
            "position": position,
            "application_id": each.application_id,
            "call_id": call_of[application_of(each)],
            "kindergarten_id": drawn.place_of(each).kindergarten_id,
            "wish": each.wish,
        }
        for position, each in enumerate(drawn.found.given, 1)
    ]
