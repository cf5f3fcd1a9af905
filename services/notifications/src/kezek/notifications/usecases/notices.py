"""Which events a family is told of, and what of them."""

from datetime import date, datetime
from uuid import UUID

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.law import Reason
from kezek.contracts.referrals import (
    CandidateEvent,
    Closed,
    ReferralAccepted,
    ReferralIssued,
    Returned,
    StopListed,
    TurnStarted,
)
from kezek.notifications.domain.notice import Notice, NoticeKind
from kezek.platform.workdays import last_day_of

# an expired referral is told with what follows from it, the stop list or the removal: one message, not two
TOLD: dict[type[CandidateEvent], NoticeKind] = {
    TurnStarted: NoticeKind.TURN_STARTED,
    ReferralIssued: NoticeKind.REFERRAL_ISSUED,
    ReferralAccepted: NoticeKind.REFERRAL_ACCEPTED,
    StopListed: NoticeKind.STOP_LISTED,
    Returned: NoticeKind.RETURNED,
    Closed: NoticeKind.CLOSED,
}

# what the family itself has ended is told as that
_ENDS = {Reason.WITHDRAWN: NoticeKind.WITHDRAWN, Reason.MOVED: NoticeKind.MOVED}


def changed_contacts(event: ApplicationCard, version: int, at: datetime) -> Notice:
    """What a new card means for the contacts that were on the one before; it does not say whose account it is."""
    return Notice(
        kind=NoticeKind.CONTACTS_CHANGED,
        application_id=event.application_id,
        applicant_id=None,
        about=f"{NoticeKind.CONTACTS_CHANGED.value}:{version}",
        occurred_at=at,
    )


def notice_of(event: CandidateEvent, version: int, at: datetime) -> Notice | None:
    """What a step of the candidate means for the family, if it is told of it."""
    kind = _ENDS.get(event.reason) if isinstance(event, Closed) else None
    kind = kind or TOLD.get(type(event))
    if kind is None:
        return None
    kindergarten_id, last_day, about = _details(event, kind)
    return Notice(
        kind=kind,
        application_id=event.application_id,
        applicant_id=event.applicant_id,
        about=about or f"{kind.value}:{version}",
        occurred_at=at,
        kindergarten_id=kindergarten_id,
        last_day=last_day,
        referral_number=event.referral.number if event.referral else "",
    )


def _details(event: CandidateEvent, kind: NoticeKind) -> tuple[UUID | None, date | None, str | None]:
    """The kindergarten, the last day of the term, and the turn if it is one."""
    if kind is NoticeKind.TURN_STARTED and event.turn is not None:
        return event.turn.kindergarten_id, event.turn.last_day, f"turn:{event.turn.turn_id}"
    if kind in {NoticeKind.REFERRAL_ISSUED, NoticeKind.REFERRAL_ACCEPTED} and event.referral is not None:
        return event.referral.kindergarten_id, event.referral.last_day, None
    if kind is NoticeKind.STOP_LISTED and event.stop_listed_until is not None:
        return None, last_day_of(event.stop_listed_until), None
    return None, None, None
