"""What changes of escorts and pick-up codes, and a closed month, mean for the parent (domain §8.escorts, §8.sheet)."""

from collections.abc import Mapping
from datetime import datetime

from kezek.contracts.kindergartens import ChildMonthClosed, ChildMonthReopened, EscortsChanged, PickupChanged
from kezek.contracts.vocabulary import EscortEnding, PickupState
from kezek.notifications.domain.notice import Notice, NoticeKind
from kezek.platform.workdays import month_of

_BY_OTHERS: Mapping[EscortEnding, NoticeKind] = {
    EscortEnding.HIRED: NoticeKind.ESCORT_HIRED,
    EscortEnding.REGISTER: NoticeKind.ESCORT_NOT_CONFIRMED,
}
_OF_PICKUPS: Mapping[PickupState, NoticeKind] = {
    PickupState.WAITING: NoticeKind.PICKUP_GIVEN,
    PickupState.USED: NoticeKind.PICKUP_USED,
}


def notice_of_escorts(event: EscortsChanged, version: int, at: datetime) -> Notice | None:
    """Told whatever comes after it; that it ends when the child leaves goes without saying."""
    if event.because is EscortEnding.DEPARTED:
        return None
    return Notice(
        kind=_kind(event),
        application_id=event.application_id,
        applicant_id=event.applicant_id,
        about=f"escorts:{version}",
        occurred_at=at,
    )


def notice_of_pickup(event: PickupChanged, at: datetime) -> Notice | None:
    """Told when it is given, in case somebody else did, and when it is used; what the parent takes back is not."""
    kind = _OF_PICKUPS.get(event.state)
    if kind is None:
        return None
    return Notice(
        kind=kind,
        application_id=event.application_id,
        applicant_id=event.applicant_id,
        about=f"pickup:{event.pickup_id}:{event.state}",
        occurred_at=at,
        last_day=event.day,
    )


def notice_of_month(event: ChildMonthClosed | ChildMonthReopened, at: datetime) -> Notice:
    """That a child's closed month waits for its parent's word, or does so no more (domain §8.sheet)."""
    again = isinstance(event, ChildMonthReopened)
    return Notice(
        kind=NoticeKind.MONTH_REOPENED if again else NoticeKind.MONTH_TO_APPROVE,
        application_id=event.application_id,
        applicant_id=event.applicant_id,
        about=f"sheet:{event.sheet_id}:reopened" if again else f"sheet:{event.sheet_id}",
        occurred_at=at,
        last_day=month_of(event.month)[1],
        month=event.month,
    )


def _kind(event: EscortsChanged) -> NoticeKind:
    """Removed and added in one step is the same escort with another phone."""
    if event.because is not None and event.because in _BY_OTHERS:
        return _BY_OTHERS[event.because]
    if event.added and event.ended:
        return NoticeKind.ESCORT_CHANGED
    return NoticeKind.ESCORT_ADDED if event.added else NoticeKind.ESCORT_REMOVED
