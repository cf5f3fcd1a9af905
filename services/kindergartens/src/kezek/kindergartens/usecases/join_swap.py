"""The other family joins a swap that was proposed to it: now both have signed (domain §7.swap)."""

from datetime import datetime
from uuid import UUID

from kezek.contracts.vocabulary import ActorKind
from kezek.kindergartens.adapters import roster, swaps
from kezek.kindergartens.domain.swap import Swap, check_in_time, join
from kezek.kindergartens.domain.swap_texts import FamilysAct
from kezek.kindergartens.usecases.propose_swap import check_free
from kezek.kindergartens.usecases.swap_statements import FamilyFacts, SwapActed, family_facts
from kezek.kindergartens.usecases.swapping import check_first, save
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import NotFound, rules_hold


class SwapJoining(ActModel):
    """Which swap, by the id that its code has led to, and with which child."""

    swap_id: UUID
    enrolment_id: UUID


class JoinSwap(SignedAct[SwapJoining, FamilyFacts, SwapActed]):
    """The signed act; its subject is the swap."""

    TYPE = "kindergartens.join-swap"

    async def draft(self, tx: Tx, actor: Actor, body: SwapJoining) -> Draft[FamilyFacts]:
        """What the family would sign.

        Raises:
            NotFound: `enrolment_not_found`, also for somebody else's; `swap_not_found`.
            Conflict: `kindergarten_closed`, `child_swaps_already`, or as `join`.
        """
        swap = await swaps.load_swap(tx, body.swap_id)
        _, facts = await _joined(tx, actor, swap, body, tx.now())
        return Draft(str(swap.id), facts, facts.sentences(FamilysAct.JOIN, actor.language))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the swap as it is until the receipt is stored."""
        await swaps.share_swap(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[SwapJoining, FamilyFacts], received_at: datetime) -> SwapActed:
        """Join, judged by the time of receipt.

        Raises:
            NotFound, Conflict: as in `draft`; `act_outdated`.
        """
        await roster.lock_enrolment(tx, act.body.enrolment_id)
        swap = await swaps.lock_swap(tx, act.body.swap_id)
        await check_first(tx, act, swap, received_at)
        joined, facts = await _joined(tx, act.actor, swap, act.body, received_at)
        act.check_facts(facts)
        await save(tx, swap, joined, ActorKind.APPLICANT)
        return SwapActed(swap_id=swap.id)


async def find_swap(tx: ReadTx, code: str) -> UUID:
    """The swap that a code leads to.

    Raises:
        NotFound: `swap_code_unknown`, also for one that is used up.
    """
    found = await swaps.find_by_code(tx, code)
    if found is None:
        raise NotFound("swap_code_unknown")
    return found


async def _joined(tx: ReadTx, actor: Actor, swap: Swap, body: SwapJoining, at: datetime) -> tuple[Swap, FamilyFacts]:
    child = await roster.load_own_child(tx, actor.person_id, body.enrolment_id)
    with rules_hold():
        check_in_time(swap, at)
        joined = join(swap, child.enrolment, at)
    await check_free(tx, child)
    return joined, await family_facts(tx, child, swap.first.kindergarten_id)
