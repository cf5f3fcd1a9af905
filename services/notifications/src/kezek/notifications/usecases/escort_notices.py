"""What a change of a child's escorts means for the parent (domain §8.escorts)."""

from collections.abc import Mapping
from datetime import datetime

from kezek.contracts.kindergartens import EscortsChanged
from kezek.contracts.vocabulary import EscortEnding
from kezek.notifications.domain.notice import Notice, NoticeKind

_BY_OTHERS: Mapping[EscortEnding, NoticeKind] = {
    EscortEnding.HIRED: NoticeKind.ESCORT_HIRED,
    EscortEnding.REGISTER: NoticeKind.ESCORT_NOT_CONFIRMED,
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


def _kind(event: EscortsChanged) -> NoticeKind:
    """Removed and added in one step is the same escort with another phone."""
    if event.because is not None and event.because in _BY_OTHERS:
        return _BY_OTHERS[event.because]
    if event.added and event.ended:
        return NoticeKind.ESCORT_CHANGED
    return NoticeKind.ESCORT_ADDED if event.added else NoticeKind.ESCORT_REMOVED
