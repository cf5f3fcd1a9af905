"""A family proposes a swap to the family of a child in another kindergarten, by a code (domain §7.swap)."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from kezek.contracts.ids import new_id
from kezek.contracts.policy import Policy
from kezek.kindergartens.adapters import kindergartens, roster, swaps
from kezek.kindergartens.domain.roster import EnrolledChild
from kezek.kindergartens.domain.swap import Swap, check_partner, side_for
from kezek.kindergartens.domain.swap_texts import FamilysAct
from kezek.kindergartens.usecases.swap_statements import FamilyFacts, SwapActed, family_facts
from kezek.kindergartens.usecases.swapping import open_swap
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, rules_hold
from kezek.platform.workdays import local_day, midnight_after

CODE_DIGITS = 10


class SwapProposal(ActModel):
    """Which child, and in which kindergarten the other one is."""

    enrolment_id: UUID
    to_kindergarten_id: UUID


class ProposeSwap(SignedAct[SwapProposal, FamilyFacts, SwapActed]):
    """The signed act; its subject is the child's stay."""

    TYPE = "kindergartens.propose-swap"

    async def draft(self, tx: Tx, actor: Actor, body: SwapProposal) -> Draft[FamilyFacts]:
        """What the family would sign.

        Raises:
            NotFound: `enrolment_not_found`, also for somebody else's; `kindergarten_not_found`.
            Conflict: `child_not_in_group`, `kindergarten_closed`, `child_swaps_already`, or as `check_partner`.
        """
        child = await roster.load_own_child(tx, actor.person_id, body.enrolment_id)
        await _check(tx, child, body.to_kindergarten_id, tx.now())
        facts = await family_facts(tx, child, body.to_kindergarten_id)
        return Draft(str(body.enrolment_id), facts, facts.sentences(FamilysAct.PROPOSE, actor.language))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the stay as it is until the receipt is stored."""
        await roster.share_enrolment(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[SwapProposal, FamilyFacts], received_at: datetime) -> SwapActed:
        """Open the swap under a code of its own; its term begins with the receipt.

        Raises:
            NotFound, Conflict: as in `draft`; `act_outdated`.
        """
        # before the stay, as whatever closes it does: after a closing nothing is proposed to it
        await kindergartens.share_kindergarten(tx, act.body.to_kindergarten_id)
        await roster.lock_enrolment(tx, act.body.enrolment_id)
        child = await roster.load_own_child(tx, act.actor.person_id, act.body.enrolment_id)
        await _check(tx, child, act.body.to_kindergarten_id, received_at)
        act.check_facts(await family_facts(tx, child, act.body.to_kindergarten_id))
        policy = await policies.load(tx, child.enrolment.district, local_day(received_at))
        swap = _proposed(child, act.body.to_kindergarten_id, policy, received_at)
        while await open_swap(tx, swap, _a_code()) is None:
            pass
        return SwapActed(swap_id=swap.id)


async def check_free(tx: ReadTx, child: EnrolledChild) -> None:
    """Refuse for a child that is in a swap, or whose kindergarten is closed.

    Raises:
        Conflict: `child_swaps_already`, `kindergarten_closed`.
    """
    if await swaps.find_open_of(tx, child.enrolment.id) is not None:
        raise Conflict("child_swaps_already")
    if (await kindergartens.load_kindergarten(tx, child.enrolment.kindergarten_id)).closed:
        raise Conflict("kindergarten_closed")


async def _check(tx: ReadTx, child: EnrolledChild, to_kindergarten_id: UUID, at: datetime) -> None:
    to = await kindergartens.load_kindergarten(tx, to_kindergarten_id)
    with rules_hold():
        side_for(child.enrolment, at)
        check_partner(child.enrolment, to.id, to.district)
    await check_free(tx, child)
    if to.closed:
        raise Conflict("kindergarten_closed")


def _proposed(child: EnrolledChild, to_kindergarten_id: UUID, policy: Policy, at: datetime) -> Swap:
    stay = child.enrolment
    return Swap(
        id=new_id(),
        district=stay.district,
        group=stay.group,
        to_kindergarten_id=to_kindergarten_id,
        first=side_for(stay, at),
        opened_at=at,
        expires_at=midnight_after(local_day(at) + timedelta(days=policy.swap_calendar_days)),
        policy=policy.id,
        code=None,
        state_at=at,
    )


def _a_code() -> str:
    """Digits, which every keyboard has: so many that nobody guesses one that is open."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
