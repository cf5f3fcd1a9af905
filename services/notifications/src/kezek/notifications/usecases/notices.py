"""Which events a family is told of, and what of them."""

from datetime import date, datetime
from uuid import UUID

from kezek.contracts.applications import (
    ApplicationCard,
    ApplicationEvent,
    ApplicationQueued,
    ApplicationRejected,
    ApplicationSubmitted,
    ApplicationUnderReview,
    ApplicationWithdrawn,
    ClaimChanged,
)
from kezek.contracts.law import Reason
from kezek.contracts.queue import RoundGaveNone
from kezek.contracts.referrals import (
    AgeingMoved,
    AgesOutSoon,
    Arrived,
    CandidateEvent,
    Closed,
    Deactivated,
    DeadlineMoved,
    Departed,
    PapersReturned,
    PapersSubmitted,
    ReferralAccepted,
    ReferralCancelled,
    ReferralExpired,
    ReferralExtended,
    ReferralFacts,
    ReferralIssued,
    ReferralRefused,
    ReferralVoided,
    RefusalOverruled,
    RefusalUpheld,
    Returned,
    StopListed,
    TermEndsSoon,
    TurnEnded,
    TurnExchanged,
    TurnFacts,
    TurnStarted,
)
from kezek.contracts.vocabulary import ActorKind, ClaimKind, ClaimState, ClockStop
from kezek.notifications.domain.notice import (
    OF_A_REFERRAL,
    OF_A_ROUND,
    OF_AGE,
    OF_CLAIMS,
    OF_RETURNED_PAPERS,
    OF_THE_CANDIDATE,
    Notice,
    NoticeKind,
    Otherwise,
)
from kezek.platform.workdays import last_day_of

TOLD: dict[type[CandidateEvent], NoticeKind] = {
    TurnStarted: NoticeKind.TURN_STARTED,
    ReferralIssued: NoticeKind.REFERRAL_ISSUED,
    ReferralVoided: NoticeKind.REFERRAL_VOIDED,
    ReferralCancelled: NoticeKind.REFERRAL_CANCELLED,
    ReferralExtended: NoticeKind.REFERRAL_EXTENDED,
    Arrived: NoticeKind.ARRIVED,
    PapersSubmitted: NoticeKind.PAPERS_SUBMITTED,
    PapersReturned: NoticeKind.PAPERS_RETURNED,
    ReferralRefused: NoticeKind.REFERRAL_REFUSED,
    RefusalUpheld: NoticeKind.REFUSAL_UPHELD,
    RefusalOverruled: NoticeKind.REFUSAL_OVERRULED,
    ReferralAccepted: NoticeKind.REFERRAL_ACCEPTED,
    Departed: NoticeKind.DEPARTED,
    StopListed: NoticeKind.STOP_LISTED,
    Deactivated: NoticeKind.INACTIVE,
    Returned: NoticeKind.RETURNED,
    AgesOutSoon: NoticeKind.AGES_OUT_SOON,
    AgeingMoved: NoticeKind.AGEING_MOVED,
    Closed: NoticeKind.CLOSED,
}
# what a step is told as for its reason, or not at all where another step of the same decision tells it
_FOR_ITS_REASON: dict[tuple[type[CandidateEvent], Reason], NoticeKind | None] = {
    (TurnStarted, Reason.GIVEN_BY_ROUND): NoticeKind.PLACE_BY_ROUND,
    (TurnEnded, Reason.NO_CHOICE_IN_TIME): NoticeKind.TURN_LAPSED,
    (TurnEnded, Reason.PLACE_ANNULLED): NoticeKind.TURN_ANNULLED,
    (TurnEnded, Reason.KINDERGARTEN_CLOSED): NoticeKind.TURN_CLOSED,
    (TurnEnded, Reason.OWN_KINDERGARTEN): NoticeKind.TURN_FOR_NOTHING,
    (ReferralVoided, Reason.OWN_KINDERGARTEN): NoticeKind.REFERRAL_FOR_NOTHING,
    **dict.fromkeys([(TurnEnded, each) for each in (Reason.PLACE_CHOSEN, Reason.WITHDRAWN, Reason.MOVED)]),
    # told with what follows from it
    **dict.fromkeys([(TurnEnded, each) for each in (Reason.NOT_CONFIRMED_IN_TIME, Reason.PLACE_DECLINED)]),
    (ReferralVoided, Reason.PLACE_DECLINED): None,
    (TermEndsSoon, Reason.RESTORING_DUE_SOON): NoticeKind.RESTORING_ENDS_SOON,
    (Returned, Reason.RESTORED): NoticeKind.RESTORED,
    (Closed, Reason.NOT_RESTORED_IN_TIME): NoticeKind.NOT_RESTORED,
    (Closed, Reason.RESTORED_BEFORE): NoticeKind.RESTORED_BEFORE,
    (Closed, Reason.PLACE_DECLINED): NoticeKind.DECLINED,
    (Departed, Reason.KINDERGARTEN_CLOSED): NoticeKind.DEPARTED_BY_CLOSING,
    (Departed, Reason.TRANSFERRED): NoticeKind.DEPARTED_BY_TRANSFER,
    (Closed, Reason.ENROLMENT_OVER): NoticeKind.TRANSFER_OVER,
    (Closed, Reason.WITHDRAWN): NoticeKind.WITHDRAWN,
    (Closed, Reason.MOVED): NoticeKind.MOVED,
    (Closed, Reason.AGED_OUT): NoticeKind.AGED_OUT,
    (Closed, Reason.TOO_MANY_MISSES): NoticeKind.TOO_MANY_MISSES,
}
NOT_TOLD: dict[type[CandidateEvent], str] = {
    ReferralExpired: "it is told with what follows from it, the stop list, inactivity, or the removal: in one message",
    TurnExchanged: "the turn's message names no place, and its term stays",
}
# of a turn or a referral, what waits for the morning is true still
_ABOUT_AGE = (AgesOutSoon, AgeingMoved)
# whoever has to send the papers again is told so, though the term goes on meanwhile, ends later or runs out
_LEAVES_RETURNED_PAPERS = (TermEndsSoon, DeadlineMoved, ReferralExtended, ReferralExpired, StopListed, Deactivated)
_OUT_OF_TIME = frozenset({Reason.TOO_MANY_MISSES, Reason.RESTORED_BEFORE})
# steps before the child is queued
OF_APPLICATIONS: dict[type[ApplicationEvent], NoticeKind] = {
    ApplicationSubmitted: NoticeKind.TO_CHECK,
    ApplicationUnderReview: NoticeKind.UNDER_REVIEW,
    ApplicationRejected: NoticeKind.REJECTED,
    ApplicationWithdrawn: NoticeKind.WITHDRAWN,
}
_BY_STATE = {
    ClaimState.BETTER_COPY_ASKED: NoticeKind.BETTER_COPY_ASKED,
    ClaimState.CONFIRMED: NoticeKind.CLAIM_CONFIRMED,
    ClaimState.REJECTED: NoticeKind.CLAIM_REJECTED,
    ClaimState.EXPIRED: NoticeKind.PROOF_EXPIRED,
}
_BY_REASON = {Reason.BENEFIT_ENDS_SOON: NoticeKind.PROOF_ENDS_SOON, Reason.BENEFIT_PROOF_DUE: NoticeKind.PROOF_DUE}
# they decide whether the child is queued, and what comes of that is told
_TOLD_BY_WHAT_FOLLOWS = {ClaimKind.REGISTRATION, ClaimKind.REPRESENTATION}


def notice_of_application(event: ApplicationEvent, version: int, at: datetime) -> Notice | None:
    """What a step before the queue, or of a claim, means for the family, if it is told of it."""
    if event.reason is Reason.CHILD_NOT_ALIVE:
        return None
    kind = _kind_of_claim(event) if isinstance(event, ClaimChanged) else OF_APPLICATIONS.get(type(event))
    if kind is None:
        return None
    last_day = event.last_day if isinstance(event, ClaimChanged) else None
    return Notice(
        kind=kind,
        application_id=event.application_id,
        applicant_id=event.applicant_id,
        about=f"{kind.value}:{version}",
        occurred_at=at,
        last_day=last_day,
    )


def _kind_of_claim(event: ClaimChanged) -> NoticeKind | None:
    decided = event.state in {ClaimState.CONFIRMED, ClaimState.REJECTED}
    if event.reason in _BY_REASON:
        return _BY_REASON[event.reason]
    return None if decided and event.kind in _TOLD_BY_WHAT_FOLLOWS else _BY_STATE.get(event.state)


def notice_of_queued(event: ApplicationQueued, version: int, at: datetime) -> Notice | None:
    """That a child is queued at last, or by an officer at the counter; else the page of who signed has told it."""
    if version == 1 and event.actor is not ActorKind.OFFICER:
        return None
    kind = NoticeKind.QUEUED
    return Notice(
        kind=kind,
        application_id=event.application_id,
        applicant_id=event.applicant_id,
        about=f"{kind.value}:{version}",
        occurred_at=at,
    )


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
    kind = None if event.reason is Reason.CHILD_NOT_ALIVE else _kind_of(event)
    if kind is None:
        return None
    referral = event.referral
    told_once = f"turn:{event.turn.turn_id}" if isinstance(event, TurnStarted) and event.turn else None
    return Notice(
        kind=kind,
        application_id=event.application_id,
        applicant_id=event.applicant_id,
        about=told_once or f"{kind.value}:{version}",
        occurred_at=at,
        kindergarten_id=_kindergarten(event, kind),
        last_day=_last_day(event, kind),
        referral_number=referral.number if referral else "",
        misses=event.misses,
        otherwise=_otherwise(event),
        departure=event.departure if isinstance(event, Departed) else None,
        transfer=event.transfer,
    )


def notice_of_round(event: RoundGaveNone, at: datetime) -> Notice:
    """That a round gave no place, and the child waits on."""
    kind = NoticeKind.ROUND_GAVE_NONE
    return Notice(
        kind=kind,
        application_id=event.application_id,
        applicant_id=event.applicant_id,
        about=f"{kind.value}:{event.round_id}",
        occurred_at=at,
    )


def _kindergarten(event: CandidateEvent, kind: NoticeKind) -> UUID | None:
    """That of the place to confirm, or the referral's, or the one that the child has left: after a swap these are two.

    (Domain §7.swap, §9.rounds.)
    """
    if kind in OF_A_ROUND and event.turn is not None:
        return event.turn.kindergarten_id
    if kind not in OF_A_REFERRAL:
        return None
    left = event.kindergarten_id if isinstance(event, Departed) else None
    return left or (event.referral.kindergarten_id if event.referral else None)


def overtaken_by(event: CandidateEvent | ApplicationEvent) -> frozenset[NoticeKind]:
    """What has not been told yet and is not to be told any more, now that this has happened.

    Nobody writes to a bereaved family, of whatever (domain §3). Of papers nothing is told when the application is over,
    unless the child goes on elsewhere with them.
    """
    if event.reason is Reason.CHILD_NOT_ALIVE:
        return frozenset(NoticeKind)
    if not isinstance(event, CandidateEvent) or isinstance(event, TurnExchanged):
        return frozenset()
    if isinstance(event, _ABOUT_AGE):
        return OF_AGE
    overtaken = OF_THE_CANDIDATE | _besides_its_state(event)
    returned = isinstance(event, _LEAVES_RETURNED_PAPERS) or event.reason in _OUT_OF_TIME
    return overtaken - OF_RETURNED_PAPERS if returned else overtaken


def _besides_its_state(event: CandidateEvent) -> frozenset[NoticeKind]:
    """What else is not to be told any more: who is enrolled grows too old for no queue."""
    if isinstance(event, ReferralAccepted):
        return OF_AGE
    return OF_CLAIMS | OF_AGE if event.over and event.reason is not Reason.MOVED else frozenset()


def _kind_of(event: CandidateEvent) -> NoticeKind | None:
    if isinstance(event, Departed) and event.old_time_kept:
        return NoticeKind.DEPARTED_KEEPING_TIME
    its_own = (type(event), event.reason)
    if its_own in _FOR_ITS_REASON:
        return _FOR_ITS_REASON[its_own]
    return _by_its_state(event) or TOLD.get(type(event))


def _by_its_state(event: CandidateEvent) -> NoticeKind | None:
    """What a step is told as for the state that it leaves, or for who did it."""
    match event:
        case DeadlineMoved():
            return _moved(event)
        case TermEndsSoon(turn=TurnFacts(by_round=True)):
            return NoticeKind.PLACE_BY_ROUND_ENDS_SOON
        case TermEndsSoon():
            return NoticeKind.TURN_ENDS_SOON if event.turn else NoticeKind.REFERRAL_ENDS_SOON
        case ReferralIssued(actor=ActorKind.OFFICER):
            return NoticeKind.CHOSEN_AT_COUNTER
        case PapersReturned(referral=ReferralFacts(stopped_by=ClockStop())):
            return NoticeKind.PAPERS_RETURNED_WITHOUT_TERM
    return None


def _moved(event: DeadlineMoved) -> NoticeKind:
    """Which term ends later; its message says all that the one says that told of it first: it may overtake that."""
    if event.turn is not None:
        return NoticeKind.PLACE_BY_ROUND_MOVED if event.turn.by_round else NoticeKind.TURN_MOVED
    return NoticeKind.STOP_LIST_MOVED if event.stop_listed_until is not None else NoticeKind.REFERRAL_MOVED


def _otherwise(event: CandidateEvent) -> Otherwise | None:
    """What follows if the term of the turn, or of the referral, is let pass."""
    if event.turn is not None:
        by_vouchers = Otherwise.TURN_REMOVED if event.restored else Otherwise.TURN_INACTIVE
        return by_vouchers if event.then_inactive else Otherwise.FREE_CHOICE
    if event.referral is not None:
        by_vouchers = Otherwise.REFERRAL_REMOVED if event.restored else Otherwise.REFERRAL_INACTIVE
        return by_vouchers if event.then_inactive else Otherwise.STOP_LIST
    return None


def _last_day(event: CandidateEvent, kind: NoticeKind) -> date | None:
    """The last day of the term that is told of, that for restoring too, or the day on which the child is too old."""
    if isinstance(event, AgesOutSoon):
        return event.ages_out_on
    if isinstance(event, AgeingMoved):
        return event.day
    if event.turn is not None:
        return event.turn.last_day
    if kind in OF_A_REFERRAL and event.referral is not None:
        return event.referral.last_day
    until = event.stop_listed_until or event.inactive_until
    return last_day_of(until) if until is not None else None
