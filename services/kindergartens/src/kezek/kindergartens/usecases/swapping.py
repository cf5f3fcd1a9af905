"""A swap is saved whole: its row, its term, what others are told, and whose open pages change (domain §7.swap)."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from kezek.contracts import kindergartens as events
from kezek.contracts.hints import HintKind, kindergarten, person
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import ActorKind, SwapState
from kezek.kindergartens.adapters import roster, swaps
from kezek.kindergartens.domain.roster import Enrolment
from kezek.kindergartens.domain.swap import Side, Swap, expire, void, void_by_closing
from kezek.kindergartens.usecases.entrusting import end_of_stays
from kezek.platform import calendar, policies
from kezek.platform.act_rows import Rivals, check_first_received, received_before
from kezek.platform.acts import Act
from kezek.platform.db import Tx
from kezek.platform.telemetry import logger
from kezek.platform.timers import ActsInTime, Deadline, clear_deadline, set_deadline
from kezek.platform.workdays import last_day_of, reminder_of

LOG = logger(__name__)
SWAP_TERM = "swap"
SWAP_REMINDER = "swap-reminder"


async def open_swap(tx: Tx, swap: Swap, code: str) -> Swap | None:
    """Store a proposed swap with its term; None when another one has this code."""
    proposed = replace(swap, code=code)
    if not await swaps.insert_swap(tx, proposed):
        return None
    await set_deadline(tx, _deadline(swap, SWAP_TERM, swap.expires_at))
    days = (await policies.load_by_id(tx, swap.policy)).reminded_before_working_days
    reminded_at = reminder_of(await calendar.load(tx), swap.opened_at, last_day_of(swap.expires_at), days)
    if reminded_at is not None:
        await set_deadline(tx, _deadline(swap, SWAP_REMINDER, reminded_at))
    await _tell(tx, proposed, ActorKind.APPLICANT, None)
    return proposed


def _deadline(swap: Swap, kind: str, due_at: datetime) -> Deadline:
    """One of a swap; its days are those of the calendar, not working ones."""
    return Deadline(
        kind=kind,
        key=str(swap.id),
        group=str(swap.id),
        due_at=due_at,
        began_at=swap.opened_at,
        calendar_version=0,
        policy=swap.policy,
    )


async def check_first(tx: Tx, act: Act[Any, Any], swap: Swap, received_at: datetime) -> None:
    """Let what was signed before for this locked swap, or for a child of it, come first (domain §7.swap).

    Raises:
        ReceivedEarlier: to finish an earlier act first, as long as the swap's policy lets it hold others back.
    """
    seconds = (await policies.load_by_id(tx, swap.policy)).unfinished_receipt_seconds
    rivals = Rivals(tuple(str(each.enrolment_id) for each in swap.sides))
    await check_first_received(tx, act, before=received_at, hold_back=timedelta(seconds=seconds), rivals=rivals)


async def save(tx: Tx, before: Swap, after: Swap, actor: ActorKind, by: UUID | None = None) -> None:
    """Store what became of a locked swap; `by` is the kindergarten whose doing it was."""
    await swaps.update_swap(tx, before, after)
    if not after.open:
        for kind in (SWAP_TERM, SWAP_REMINDER):
            await clear_deadline(tx, kind, str(after.id))
    await _tell(tx, after, actor, by)


async def end_stay(tx: Tx, ended: Enrolment, act_id: UUID | None) -> None:
    """Store how a locked stay has ended; a swap of the child is void by that (domain §7.swap).

    Who has left the kindergarten is entrusted to nobody any more (domain §8.escorts).

    Raises:
        StaleStateError: when it had ended already.
    """
    await roster.update_ended(tx, ended, act_id)
    if ended.departure is not None:
        await end_of_stays(tx, [ended])
    swap_id = await swaps.find_open_of(tx, ended.id)
    if swap_id is None:
        return
    swap = await swaps.lock_swap(tx, swap_id)
    if swap.open:  # a family or the term may have ended it while we waited
        await save(tx, swap, void(swap, ended, ended.ended_at or tx.now()), ActorKind.SYSTEM)


async def end_proposals_to(tx: Tx, kindergarten_id: UUID, closed_at: datetime) -> None:
    """Void what was proposed to families of a kindergarten that is closed (domain §7.swap)."""
    for swap_id in await swaps.list_proposed_to(tx, kindergarten_id):
        swap = await swaps.lock_swap(tx, swap_id)
        if swap.state is SwapState.PROPOSED:  # a family or the term may have ended it while we waited
            await save(tx, swap, void_by_closing(swap, max(closed_at, swap.state_at)), ActorKind.ADMINISTRATOR)


async def fire_due(tx: Tx, group: str, due_at: datetime, due: list[Deadline]) -> None:
    """The term of a swap is over, where what was signed in time comes first (domain §6.7); or it ends soon.

    Raises:
        ActsInTime: when an act on it was received in time and is not finished.
    """
    swap = await swaps.lock_swap(tx, UUID(group))
    if not swap.open:
        LOG.error("deadline of what does not run", kind=due[0].kind, key=group)
        return
    if all(each.kind == SWAP_REMINDER for each in due):
        await tx.publish(_event(events.SwapEndsSoon, swap, ActorKind.SYSTEM), version=swap.version, occurred_at=due_at)
        return
    if await received_before(tx, [group], due_at):
        raise ActsInTime([group], due)
    await save(tx, swap, expire(swap), ActorKind.SYSTEM)


async def _tell(tx: Tx, swap: Swap, actor: ActorKind, by: UUID | None) -> None:
    event = _event(events.SwapChanged, swap, actor, by)
    await tx.publish(event, version=swap.version, occurred_at=swap.state_at)
    for side in swap.sides:
        tx.hint(person(side.applicant_id), HintKind.SWAP, swap.id, swap.version)
        tx.hint(kindergarten(side.kindergarten_id), HintKind.SWAP, swap.id, swap.version)


def _event(kind: type[events.SwapEvent], swap: Swap, actor: ActorKind, by: UUID | None = None) -> events.SwapEvent:
    return kind(
        swap_id=swap.id,
        queue=QueueRef(swap.district, swap.group.kind, swap.group.group_year),
        language=swap.group.language,
        state=swap.state,
        first=_told(swap.first),
        second=_told(swap.second) if swap.second else None,
        to_kindergarten_id=swap.to_kindergarten_id,
        last_day=last_day_of(swap.expires_at),
        reason=swap.reason,
        rule=swap.reason.rule,
        actor=actor,
        by_kindergarten=by,
    )


def _told(side: Side) -> events.SwapSide:
    return events.SwapSide(
        application_id=side.application_id,
        applicant_id=side.applicant_id,
        kindergarten_id=side.kindergarten_id,
        approved=side.approved_at is not None,
    )
