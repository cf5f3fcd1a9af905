"""What a family is told: one notice per step of its application that concerns it (domain §6.2, §7)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class NoticeKind(StrEnum):
    """The steps that are told; free choice never is (domain §6.4). Changed contacts are told to those before."""

    TURN_STARTED = "turn_started"
    TURN_MOVED = "turn_moved"
    REFERRAL_ISSUED = "referral_issued"
    REFERRAL_MOVED = "referral_moved"
    REFERRAL_ACCEPTED = "referral_accepted"
    STOP_LISTED = "stop_listed"
    STOP_LIST_MOVED = "stop_list_moved"
    RETURNED = "returned"
    AGES_OUT_SOON = "ages_out_soon"
    AGED_OUT = "aged_out"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    MOVED = "moved"
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


OF_THE_CANDIDATE = frozenset(
    {
        NoticeKind.TURN_STARTED,
        NoticeKind.TURN_MOVED,
        NoticeKind.REFERRAL_ISSUED,
        NoticeKind.REFERRAL_MOVED,
        NoticeKind.REFERRAL_ACCEPTED,
        NoticeKind.STOP_LISTED,
        NoticeKind.STOP_LIST_MOVED,
        NoticeKind.RETURNED,
        NoticeKind.AGED_OUT,
        NoticeKind.CLOSED,
    }
)
"""How the child stands in the queue: the newest of these says all that is to be done."""
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
