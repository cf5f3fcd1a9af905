"""What kindergartens did with an enrolled child becomes lines of history (domain §7.roster, §7.swap)."""

from datetime import datetime

from kezek.applications.adapters.applications import lock_application, lock_transfers_of
from kezek.applications.adapters.journal import find_swapped_to, insert_history
from kezek.applications.domain.history import HistoryLine
from kezek.applications.domain.transfer import leave_instead
from kezek.applications.usecases.saving import save
from kezek.contracts.kindergartens import ChildRegrouped, ChildSwapped, EscortsChanged, SwapChanged
from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import ActorKind, EscortEnding, SwapState
from kezek.platform.db import Tx

SWAPPED = "swapped"
"""The code of the line by which a child has come into another kindergarten than that of its referral."""


_ESCORTS = {
    EscortEnding.HIRED: (Reason.ESCORT_HIRED, ActorKind.KINDERGARTEN),
    EscortEnding.REGISTER: (Reason.ESCORT_NOT_CONFIRMED, ActorKind.SYSTEM),
}


async def record_escorts(tx: Tx, event: EscortsChanged, version: int, at: datetime) -> None:
    """Who may bring and fetch the child has changed; that it ends with the stay goes without saying."""
    if event.because is EscortEnding.DEPARTED:
        return
    reason, actor = (Reason.ESCORTS_CHANGED, ActorKind.APPLICANT)
    if event.because in _ESCORTS:
        reason, actor = _ESCORTS[event.because]
    await insert_history(
        tx,
        HistoryLine(
            application_id=event.application_id,
            fact=f"escorts:{version}",
            at=at,
            version=0,
            code="escorts_changed",
            reason=reason,
            rule=reason.rule,
            actor=actor,
            params={"added": event.added, "ended": event.ended, "entrusted": event.entrusted},
        ),
    )


async def record_regrouped(tx: Tx, event: ChildRegrouped, version: int, at: datetime) -> None:
    """The kindergarten has the child in another of its groups."""
    queue = event.queue
    await insert_history(
        tx,
        HistoryLine(
            application_id=event.application_id,
            fact=f"roster:{version}",
            at=at,
            version=0,
            code="regrouped",
            reason=Reason.CHILD_REGROUPED,
            rule=Reason.CHILD_REGROUPED.rule,
            actor=ActorKind.KINDERGARTEN,
            params={"year": queue.group_year, "languages": [event.language.value], "kind": queue.kind.value},
        ),
    )


async def record_swapped(tx: Tx, event: ChildSwapped, version: int, at: datetime) -> None:
    """The child is in another kindergarten, in the place of another child; what asks to leave the former leaves it."""
    enrolment = await lock_application(tx, event.application_id)
    await insert_history(
        tx,
        HistoryLine(
            application_id=event.application_id,
            fact=f"roster:{version}",
            at=at,
            version=0,
            code=SWAPPED,
            reason=Reason.CHILDREN_SWAPPED,
            rule=Reason.CHILDREN_SWAPPED.rule,
            actor=ActorKind.KINDERGARTEN,
            params={"kindergarten_id": str(event.kindergarten_id)},
        ),
    )
    here = await find_swapped_to(tx, event.application_id)
    if enrolment is None or here is None:
        return
    for transfer in await lock_transfers_of(tx, enrolment.id):
        if transfer.made.leaves != here:
            await save(tx, transfer, leave_instead(transfer, here, at))


async def record_swap(tx: Tx, event: SwapChanged, version: int, at: datetime) -> None:
    """A step of a swap, for each child of it by then; that they have changed is told by their new stays.

    Of the kindergartens the one is named whose doing the step was, else the one to which this child would go.
    """
    if event.state is SwapState.DONE:
        return
    for own, other in ((event.first, event.second), (event.second, event.first)):
        if own is None:
            continue
        to = other.kindergarten_id if other else event.to_kindergarten_id
        await insert_history(
            tx,
            HistoryLine(
                application_id=own.application_id,
                fact=f"swap:{event.swap_id}:{version}",
                at=at,
                version=0,
                code=f"swap_{event.state.value}",
                reason=event.reason,
                rule=event.rule,
                actor=event.actor,
                params={
                    "kindergarten_id": str(event.by_kindergarten or to),
                    "last_day": f"{event.last_day:%d.%m.%Y}",
                },
            ),
        )
