"""A kindergarten approves a swap, or declines it; with the second approval the children change (domain §7.swap)."""

from datetime import datetime
from uuid import UUID

from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import ActorKind, SwapState
from kezek.kindergartens.adapters import kindergartens, roster, swaps
from kezek.kindergartens.domain.swap import Swap, approve, check_in_time, decline, exchange
from kezek.kindergartens.usecases.entrusting import end_of_new_staff
from kezek.kindergartens.usecases.publishing import tell_of_swapped
from kezek.kindergartens.usecases.swap_statements import KindergartenFacts, SwapActed, kindergarten_facts
from kezek.kindergartens.usecases.swapping import check_first, save
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, rules_hold


class SwapApproval(ActModel):
    """Which kindergarten approves which swap."""

    kindergarten_id: UUID
    swap_id: UUID


class SwapRefusal(SwapApproval):
    """And why it declines, in its own words."""

    remark: str


class SwapApproved(SwapActed):
    """The kindergarten has approved; `done`: it was the second one, and the children have changed."""

    done: bool


class ApproveSwap(SignedAct[SwapApproval, KindergartenFacts, SwapApproved]):
    """The signed act; its subject is the swap."""

    TYPE = "kindergartens.approve-swap"
    OF_KINDERGARTEN = True

    async def draft(self, tx: Tx, actor: Actor, body: SwapApproval) -> Draft[KindergartenFacts]:
        """What the worker would sign.

        Raises:
            NotFound: as `kindergarten_facts`.
            Conflict: `kindergarten_closed`, `swap_over`, `swap_approved_already`.
        """
        swap = await swaps.load_swap(tx, body.swap_id)
        facts = await kindergarten_facts(tx, actor, swap, body.kindergarten_id)
        await _approved(tx, swap, body.kindergarten_id, tx.now())
        return Draft(str(swap.id), facts, facts.sentences(actor.language))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the swap as it is until the receipt is stored."""
        await swaps.share_swap(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[SwapApproval, KindergartenFacts], received_at: datetime) -> SwapApproved:
        """Approve, judged by the time of receipt; as the second one, exchange the children in this transaction.

        Raises:
            NotFound, Conflict: as in `draft`; `act_outdated`.
        """
        swap = await _lock_all(tx, act.body.swap_id)
        await check_first(tx, act, swap, received_at)
        facts = await kindergarten_facts(tx, act.actor, swap, act.body.kindergarten_id)
        approved = await _approved(tx, swap, act.body.kindergarten_id, received_at)
        act.check_facts(facts)
        done = approved.state is SwapState.DONE
        if done:
            await _exchange(tx, approved, act.id, received_at)
        await save(tx, swap, approved, ActorKind.KINDERGARTEN, act.body.kindergarten_id)
        return SwapApproved(swap_id=swap.id, done=done)


class DeclineSwap(SignedAct[SwapRefusal, KindergartenFacts, SwapActed]):
    """The signed act; its subject is the swap."""

    TYPE = "kindergartens.decline-swap"
    OF_KINDERGARTEN = True

    async def draft(self, tx: Tx, actor: Actor, body: SwapRefusal) -> Draft[KindergartenFacts]:
        """What the worker would sign.

        Raises:
            NotFound: as `kindergarten_facts`.
            Conflict: `swap_over`, `remark_required`.
        """
        swap = await swaps.load_swap(tx, body.swap_id)
        facts = await kindergarten_facts(tx, actor, swap, body.kindergarten_id)
        _declined(swap, body, tx.now())
        return Draft(str(swap.id), facts, facts.sentences(actor.language, body.remark))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the swap as it is until the receipt is stored."""
        await swaps.share_swap(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[SwapRefusal, KindergartenFacts], received_at: datetime) -> SwapActed:
        """Decline, judged by the time of receipt.

        Raises:
            NotFound, Conflict: as in `draft`; `act_outdated`.
        """
        swap = await swaps.lock_swap(tx, act.body.swap_id)
        await check_first(tx, act, swap, received_at)
        act.check_facts(await kindergarten_facts(tx, act.actor, swap, act.body.kindergarten_id))
        declined = _declined(swap, act.body, received_at)
        await save(tx, swap, declined, ActorKind.KINDERGARTEN, act.body.kindergarten_id)
        return SwapActed(swap_id=swap.id)


async def _lock_all(tx: Tx, swap_id: UUID) -> Swap:
    """The swap, locked after its kindergartens and stays: in the order of a departure, a regrouping and a closing."""
    sides = (await swaps.load_swap(tx, swap_id)).sides
    for kindergarten_id in sorted(each.kindergarten_id for each in sides):
        await kindergartens.lock_kindergarten(tx, kindergarten_id)
    for enrolment_id in sorted(each.enrolment_id for each in sides):
        await roster.lock_enrolment(tx, enrolment_id)
    return await swaps.lock_swap(tx, swap_id)


async def _approved(tx: ReadTx, swap: Swap, kindergarten_id: UUID, at: datetime) -> Swap:
    for side in swap.sides:
        if (await kindergartens.load_kindergarten(tx, side.kindergarten_id)).closed:
            raise Conflict("kindergarten_closed")
    with rules_hold():
        check_in_time(swap, at)
        return approve(swap, kindergarten_id, at)


def _declined(swap: Swap, body: SwapRefusal, at: datetime) -> Swap:
    with rules_hold():
        check_in_time(swap, at)
        return decline(swap, body.kindergarten_id, body.remark, at)


async def _exchange(tx: Tx, swap: Swap, act_id: UUID, at: datetime) -> None:
    """End both stays and begin both new ones; the caller has locked all."""
    first, second = [await roster.lock_enrolment(tx, each.enrolment_id) for each in swap.sides]
    with rules_hold():
        halves = exchange(first, second, (new_id(), new_id()), at)
    for ended, _ in halves:
        await roster.update_ended(tx, ended, act_id)
    for _, begun in halves:
        await roster.insert_begun(tx, begun)
        await tell_of_swapped(tx, begun, swap.id)
    await end_of_new_staff(tx, [begun for _, begun in halves])
