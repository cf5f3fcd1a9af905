"""What a family is told: one notice per step of its application that concerns it (domain §6.2, §7)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kezek.contracts.vocabulary import DepartureReason


class NoticeKind(StrEnum):
    """The steps that are told; free choice never is (domain §6.4). Changed contacts are told to those before."""

    TURN_STARTED = "turn_started"
    PLACE_BY_ROUND = "place_by_round"
    PLACE_BY_ROUND_MOVED = "place_by_round_moved"
    PLACE_BY_ROUND_ENDS_SOON = "place_by_round_ends_soon"
    ROUND_GAVE_NONE = "round_gave_none"
    TURN_MOVED = "turn_moved"
    TURN_ENDS_SOON = "turn_ends_soon"
    TURN_LAPSED = "turn_lapsed"
    TURN_ANNULLED = "turn_annulled"
    TURN_CLOSED = "turn_closed"
    REFERRAL_ISSUED = "referral_issued"
    CHOSEN_AT_COUNTER = "chosen_at_counter"
    REFERRAL_MOVED = "referral_moved"
    REFERRAL_EXTENDED = "referral_extended"
    REFERRAL_ENDS_SOON = "referral_ends_soon"
    REFERRAL_CANCELLED = "referral_cancelled"
    REFERRAL_VOIDED = "referral_voided"
    ARRIVED = "arrived"
    PAPERS_SUBMITTED = "papers_submitted"
    PAPERS_RETURNED = "papers_returned"
    PAPERS_RETURNED_WITHOUT_TERM = "papers_returned_without_term"
    REFERRAL_REFUSED = "referral_refused"
    REFUSAL_UPHELD = "refusal_upheld"
    REFUSAL_OVERRULED = "refusal_overruled"
    REFERRAL_ACCEPTED = "referral_accepted"
    INACTIVE = "inactive"
    RESTORING_ENDS_SOON = "restoring_ends_soon"
    RESTORED = "restored"
    NOT_RESTORED = "not_restored"
    RESTORED_BEFORE = "restored_before"
    DECLINED = "declined"
    STOP_LISTED = "stop_listed"
    STOP_LIST_MOVED = "stop_list_moved"
    RETURNED = "returned"
    AGES_OUT_SOON = "ages_out_soon"
    AGEING_MOVED = "ageing_moved"
    AGED_OUT = "aged_out"
    TOO_MANY_MISSES = "too_many_misses"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    MOVED = "moved"
    DEPARTED = "departed"
    DEPARTED_BY_CLOSING = "departed_by_closing"
    DEPARTED_KEEPING_TIME = "departed_keeping_time"
    DEPARTED_BY_TRANSFER = "departed_by_transfer"
    TRANSFER_OVER = "transfer_over"
    TURN_FOR_NOTHING = "turn_for_nothing"
    REFERRAL_FOR_NOTHING = "referral_for_nothing"
    SWAP_PROPOSED = "swap_proposed"
    SWAP_JOINED = "swap_joined"
    SWAP_APPROVED = "swap_approved"
    SWAP_DONE = "swap_done"
    SWAP_CANCELLED = "swap_cancelled"
    SWAP_DECLINED = "swap_declined"
    SWAP_ENDS_SOON = "swap_ends_soon"
    SWAP_EXPIRED = "swap_expired"
    SWAP_VOIDED = "swap_voided"
    ESCORT_ADDED = "escort_added"
    ESCORT_REMOVED = "escort_removed"
    ESCORT_CHANGED = "escort_changed"
    ESCORT_HIRED = "escort_hired"
    ESCORT_NOT_CONFIRMED = "escort_not_confirmed"
    PICKUP_GIVEN = "pickup_given"
    PICKUP_USED = "pickup_used"
    MONTH_TO_APPROVE = "month_to_approve"
    MONTH_REOPENED = "month_reopened"
    CONTACTS_CHANGED = "contacts_changed"
    TO_CHECK = "to_check"
    UNDER_REVIEW = "under_review"
    QUEUED = "queued"
    REJECTED = "rejected"
    BETTER_COPY_ASKED = "better_copy_asked"
    CLAIM_CONFIRMED = "claim_confirmed"
    CLAIM_REJECTED = "claim_rejected"
    PROOF_ENDS_SOON = "proof_ends_soon"
    PROOF_EXPIRED = "proof_expired"
    PROOF_DUE = "proof_due"


class Otherwise(StrEnum):
    """What follows from letting the term of a turn or a referral pass (domain §6.4, §7, §9.profiles)."""

    FREE_CHOICE = "free_choice"
    STOP_LIST = "stop_list"
    TURN_INACTIVE = "turn_inactive"
    TURN_REMOVED = "turn_removed"
    REFERRAL_INACTIVE = "referral_inactive"
    REFERRAL_REMOVED = "referral_removed"


OF_A_ROUND = frozenset(
    {NoticeKind.PLACE_BY_ROUND, NoticeKind.PLACE_BY_ROUND_MOVED, NoticeKind.PLACE_BY_ROUND_ENDS_SOON}
)
"""Of a place by a round: there is nothing to choose, the kindergarten that is to be confirmed is named."""
OF_A_TURN = OF_A_ROUND | {NoticeKind.TURN_STARTED, NoticeKind.TURN_MOVED, NoticeKind.TURN_ENDS_SOON}
"""That a turn runs: its short term is told to every contact known (domain §6.2).

No kindergarten is named but the one that a round gives (domain §9.rounds).
"""
OF_A_REFERRAL = frozenset(
    {
        NoticeKind.REFERRAL_ISSUED,
        NoticeKind.CHOSEN_AT_COUNTER,
        NoticeKind.REFERRAL_MOVED,
        NoticeKind.REFERRAL_EXTENDED,
        NoticeKind.REFERRAL_ENDS_SOON,
        NoticeKind.REFERRAL_CANCELLED,
        NoticeKind.REFERRAL_VOIDED,
        NoticeKind.REFERRAL_FOR_NOTHING,
        NoticeKind.ARRIVED,
        NoticeKind.PAPERS_SUBMITTED,
        NoticeKind.PAPERS_RETURNED,
        NoticeKind.PAPERS_RETURNED_WITHOUT_TERM,
        NoticeKind.REFERRAL_REFUSED,
        NoticeKind.REFUSAL_UPHELD,
        NoticeKind.REFUSAL_OVERRULED,
        NoticeKind.REFERRAL_ACCEPTED,
        NoticeKind.DEPARTED,
        NoticeKind.DEPARTED_BY_CLOSING,
        NoticeKind.DEPARTED_KEEPING_TIME,
        NoticeKind.DEPARTED_BY_TRANSFER,
    }
)
"""Of a referral: its kindergarten is named."""
_TOLD_WHATEVER_FOLLOWS = frozenset(
    {
        NoticeKind.TURN_ANNULLED,
        NoticeKind.TURN_CLOSED,
        NoticeKind.TURN_FOR_NOTHING,
        NoticeKind.CHOSEN_AT_COUNTER,
        NoticeKind.REFERRAL_CANCELLED,
        NoticeKind.REFERRAL_VOIDED,
        NoticeKind.REFERRAL_FOR_NOTHING,
        NoticeKind.REFUSAL_UPHELD,
        NoticeKind.DEPARTED,
        NoticeKind.DEPARTED_BY_CLOSING,
        NoticeKind.DEPARTED_KEEPING_TIME,
        NoticeKind.DEPARTED_BY_TRANSFER,
    }
)
"""What others have ended, or somebody signed for the family: it is to know, whatever has come since."""
OF_THE_CANDIDATE = (
    OF_A_TURN
    | OF_A_REFERRAL
    | {
        NoticeKind.ROUND_GAVE_NONE,
        NoticeKind.TURN_LAPSED,
        NoticeKind.INACTIVE,
        NoticeKind.RESTORING_ENDS_SOON,
        NoticeKind.NOT_RESTORED,
        NoticeKind.RESTORED_BEFORE,
        NoticeKind.STOP_LISTED,
        NoticeKind.STOP_LIST_MOVED,
        NoticeKind.RETURNED,
        NoticeKind.AGED_OUT,
        NoticeKind.TOO_MANY_MISSES,
        NoticeKind.TRANSFER_OVER,
        NoticeKind.CLOSED,
    }
) - _TOLD_WHATEVER_FOLLOWS
"""How the child stands in the queue: the newest of these says all that is to be done."""
OF_RETURNED_PAPERS = frozenset({NoticeKind.PAPERS_RETURNED, NoticeKind.PAPERS_RETURNED_WITHOUT_TERM})
"""That papers are to be sent again."""
OF_AGE = frozenset({NoticeKind.AGES_OUT_SOON, NoticeKind.AGEING_MOVED})
"""On which day the child is too old: the newest of these is so."""
OF_CLAIMS = frozenset(
    {
        NoticeKind.BETTER_COPY_ASKED,
        NoticeKind.CLAIM_CONFIRMED,
        NoticeKind.CLAIM_REJECTED,
        NoticeKind.PROOF_ENDS_SOON,
        NoticeKind.PROOF_EXPIRED,
        NoticeKind.PROOF_DUE,
    }
)
"""Of papers: told whatever becomes of a turn or a referral meanwhile, as long as the application lives."""

OF_A_SWAP = frozenset(each for each in NoticeKind if each.value.startswith("swap_"))
"""Of a swap: its newest step says all that is to be known of it."""
NAMES_A_KINDERGARTEN = OF_A_REFERRAL | (
    OF_A_SWAP - {NoticeKind.SWAP_CANCELLED, NoticeKind.SWAP_EXPIRED, NoticeKind.SWAP_VOIDED}
)
"""A referral's, or the one where a child of a swap is to go, or that has decided on it."""


@dataclass(frozen=True)
class Notice:
    """One notice; `about` names the turn or the version it tells of, so that nobody is told twice."""

    kind: NoticeKind
    application_id: UUID
    applicant_id: UUID | None
    about: str
    occurred_at: datetime
    kindergarten_id: UUID | None = None
    last_day: date | None = None
    referral_number: str = ""
    misses: int = 0
    otherwise: Otherwise | None = None
    departure: DepartureReason | None = None
    # of a closed month of attendance: its first day
    month: date | None = None
    # of a child that is enrolled meanwhile
    transfer: bool = False
