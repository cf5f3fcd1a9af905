"""Events of the referrals service: places, turns, referrals and the state of every queued application."""

from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from kezek.contracts.events import Contract, Event
from kezek.contracts.queue import OfferedPlace
from kezek.contracts.queues import InstructionLanguage, QueueRef


class CandidateStatus(StrEnum):
    """The state of a queued application (domain §4)."""

    QUEUED = "queued"
    NOTIFIED = "notified"
    REFERRED = "referred"
    STOP_LISTED = "stop_listed"
    ENROLLED = "enrolled"
    REMOVED = "removed"


class PlaceStatus(StrEnum):
    """Where a place stands: offered to the queue, held for a turn, open to free choice, taken, or annulled."""

    OFFERED = "offered"
    HELD = "held"
    OPEN = "open"
    TAKEN = "taken"
    ANNULLED = "annulled"


class ReferralStatus(StrEnum):
    """What became of a referral (domain §7)."""

    VALID = "valid"
    ACCEPTED = "accepted"
    EXPIRED = "expired"


class PlaceOffer(Contract):
    """One place offered to the queue: what it is, and whom not to call for it (domain §6.6)."""

    place: OfferedPlace
    kindergarten_id: UUID
    language: InstructionLanguage
    not_for: tuple[UUID, ...] = ()


class PlacesOffered(Event):
    """Free places, in the order in which they are to be handed out."""

    TYPE: ClassVar[str] = "referrals.places-offered.v1"
    TOPIC: ClassVar[str] = "referrals.queue"

    queue: QueueRef
    offers: tuple[PlaceOffer, ...]

    def key(self) -> str:
        """The queue."""
        return str(self.queue)


class CallAnswered(Event):
    """Whether all turns of a call began, or none and why (architecture §3.3)."""

    TYPE: ClassVar[str] = "referrals.call-answered.v1"
    TOPIC: ClassVar[str] = "referrals.queue"

    queue: QueueRef
    call_id: UUID
    started: bool
    reason: str

    def key(self) -> str:
        """The queue."""
        return str(self.queue)


class CandidateChanged(Event):
    """Whether a child waits to be called; `version` of the envelope is the candidate's."""

    TYPE: ClassVar[str] = "referrals.candidate-changed.v1"
    TOPIC: ClassVar[str] = "referrals.queue"

    queue: QueueRef
    application_id: UUID
    status: CandidateStatus
    waiting: bool
    reason: str

    def key(self) -> str:
        """The queue."""
        return str(self.queue)


class PlaceChanged(Event):
    """The whole state of one place."""

    TYPE: ClassVar[str] = "referrals.place-changed.v1"
    TOPIC: ClassVar[str] = "referrals.place"

    place_id: UUID
    vacancy_id: UUID
    kindergarten_id: UUID
    queue: QueueRef
    language: InstructionLanguage
    status: PlaceStatus

    def key(self) -> str:
        """The place."""
        return str(self.place_id)


class TurnFacts(Contract):
    """A running turn; an act before `deadline_at` is in time, at it late (domain §6.7)."""

    turn_id: UUID
    place_id: UUID
    kindergarten_id: UUID
    language: InstructionLanguage
    began_at: AwareDatetime
    deadline_at: AwareDatetime
    last_day: date


class ReferralFacts(Contract):
    """A referral; valid before `expires_at`, which is the midnight after `last_day` (domain §7)."""

    referral_id: UUID
    number: str
    place_id: UUID
    kindergarten_id: UUID
    group_year: int
    language: InstructionLanguage
    issued_at: AwareDatetime
    expires_at: AwareDatetime
    last_day: date
    status: ReferralStatus


class CandidateEvent(Event):
    """The whole state of a candidate after one step, with the reason of the step and the rule behind it."""

    TOPIC: ClassVar[str] = "referrals.candidate"

    application_id: UUID
    child_id: UUID
    applicant_id: UUID
    queue: QueueRef
    status: CandidateStatus
    turn: TurnFacts | None
    referral: ReferralFacts | None
    misses: int
    stop_listed_until: AwareDatetime | None
    reason: str
    rule: str

    def key(self) -> str:
        """The application."""
        return str(self.application_id)


class TurnStarted(CandidateEvent):
    """The child is called: a place is held for it until the deadline (domain §6.2)."""

    TYPE: ClassVar[str] = "referrals.turn-started.v1"


class TurnEnded(CandidateEvent):
    """The turn is over; the reason tells whether by a choice, by silence or otherwise (domain §6.3, §6.4)."""

    TYPE: ClassVar[str] = "referrals.turn-ended.v1"


class ReferralIssued(CandidateEvent):
    """The family chose a place and holds a referral (domain §6.3)."""

    TYPE: ClassVar[str] = "referrals.referral-issued.v1"


class ReferralExpired(CandidateEvent):
    """The referral was not used in time and is void; `referral` is its last state (domain §7)."""

    TYPE: ClassVar[str] = "referrals.referral-expired.v1"


class ReferralAccepted(CandidateEvent):
    """The kindergarten enrolled the child (domain §7)."""

    TYPE: ClassVar[str] = "referrals.referral-accepted.v1"


class StopListed(CandidateEvent):
    """The child waits out a missed referral (domain §7)."""

    TYPE: ClassVar[str] = "referrals.stop-listed.v1"


class Returned(CandidateEvent):
    """The child stands in the queue again, at its own time (domain §5.3)."""

    TYPE: ClassVar[str] = "referrals.returned.v1"


class Closed(CandidateEvent):
    """The application is over; `reason` tells how (domain §4)."""

    TYPE: ClassVar[str] = "referrals.closed.v1"
