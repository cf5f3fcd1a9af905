"""A family cancels a swap before the last approval (domain §7.swap)."""

from datetime import datetime
from uuid import UUID

from kezek.contracts.vocabulary import ActorKind
from kezek.kindergartens.adapters import roster, swaps
from kezek.kindergartens.domain.swap import Swap, cancel, check_in_time
from kezek.kindergartens.domain.swap_texts import FamilysAct
from kezek.kindergartens.usecases.swap_statements import FamilyFacts, SwapActed, family_facts
from kezek.kindergartens.usecases.swapping import check_first, save
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import NotFound, rules_hold


class SwapToCancel(ActModel):
    """Which swap."""

    swap_id: UUID


class CancelSwap(SignedAct[SwapToCancel, FamilyFacts, SwapActed]):
    """The signed act; its subject is the swap."""

    TYPE = "kindergartens.cancel-swap"

    async def draft(self, tx: Tx, actor: Actor, body: SwapToCancel) -> Draft[FamilyFacts]:
        """What the family would sign.

        Raises:
            NotFound: `swap_not_found`, also for one of other families.
            Conflict: `swap_over`.
        """
        swap = await swaps.load_swap(tx, body.swap_id)
        facts = await _facts(tx, actor, swap)
        with rules_hold():
            check_in_time(swap, tx.now())
            cancel(swap, tx.now())
        return Draft(str(swap.id), facts, facts.sentences(FamilysAct.CANCEL, actor.language))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the swap as it is until the receipt is stored."""
        await swaps.share_swap(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[SwapToCancel, FamilyFacts], received_at: datetime) -> SwapActed:
        """Cancel, judged by the time of receipt; whatever the children are called now.

        Raises:
            NotFound, Conflict: as in `draft`.
        """
        swap = await swaps.lock_swap(tx, act.body.swap_id)
        await check_first(tx, act, swap, received_at)
        if not swap.of_applicant(act.actor.person_id):
            raise NotFound("swap_not_found")
        with rules_hold():
            check_in_time(swap, received_at)
            cancelled = cancel(swap, received_at)
        await save(tx, swap, cancelled, ActorKind.APPLICANT)
        return SwapActed(swap_id=swap.id)


async def _facts(tx: ReadTx, actor: Actor, swap: Swap) -> FamilyFacts:
    own = next((each for each in swap.sides if each.applicant_id == actor.person_id), None)
    if own is None:
        raise NotFound("swap_not_found")
    child = await roster.load_own_child(tx, actor.person_id, own.enrolment_id)
    return await family_facts(tx, child, swap.other_kindergarten(own))
