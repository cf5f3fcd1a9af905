"""Events of the referrals service: places, turns, referrals and the state of every queued application."""

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from pydantic import AwareDatetime, model_validator

from kezek.contracts.children import StopList
from kezek.contracts.events import Contract, Event
from kezek.contracts.law import Reason
from kezek.contracts.queue import OfferedPlace
from kezek.contracts.readers import ReadActor, ReadReason, ReadRule, known
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import (
    ActorKind,
    AdmissionRefusal,
    ApplicationStatus,
    ClockStop,
    DepartureReason,
    InstructionLanguage,
    PlaceStatus,
    ReferralStatus,
)


class PlaceOffer(Contract):
    """One place offered to the queue: what it is, and whom not to call for it (domain §6.6)."""

    place: OfferedPlace
    kindergarten_id: UUID
    language: InstructionLanguage
    not_for: tuple[UUID, ...] = ()
    # by what places are ordered that several offers brought; events stored before do not say it
    published_at: AwareDatetime | None = None
    vacancy_id: UUID | None = None
    ordinal: int = 0


class PlacesOffered(Event):
    """Free places, in the order in which they are to be handed out."""

    TYPE: ClassVar[str] = "referrals.places-offered.v1"
    TOPIC: ClassVar[str] = "referrals.queue"

    queue: QueueRef
    offers: tuple[PlaceOffer, ...]
    # at which instant ends of terms have freed them; none by an act, and where it was not said yet (domain §6.7)
    freed_at: AwareDatetime | None = None

    def key(self) -> str:
        """The queue."""
        return str(self.queue)


class CallAnswered(Event):
    """Whether all turns of a call began, or none and why (architecture §job.3)."""

    TYPE: ClassVar[str] = "referrals.call-answered.v1"
    TOPIC: ClassVar[str] = "referrals.queue"

    queue: QueueRef
    call_id: UUID
    started: bool
    reason: ReadReason
    # of several children those who do not wait; events stored before do not say it
    not_waiting: tuple[UUID, ...] = ()

    def key(self) -> str:
        """The queue."""
        return str(self.queue)


class CandidateChanged(Event):
    """Whether a child waits to be called; `version` of the envelope is the candidate's."""

    TYPE: ClassVar[str] = "referrals.candidate-changed.v1"
    TOPIC: ClassVar[str] = "referrals.queue"

    queue: QueueRef
    application_id: UUID
    status: ApplicationStatus
    waiting: bool
    reason: ReadReason

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
    # from then on in free choice, if nobody's until its hour (domain §6.4); events stored before do not say it
    opens_at: AwareDatetime | None = None

    def key(self) -> str:
        """The place."""
        return str(self.place_id)


_ACTORS = {Reason.PLACE_CHOSEN: ActorKind.APPLICANT, Reason.REFERRAL_ACCEPTED: ActorKind.KINDERGARTEN}


class MovedTo(Contract):
    """Where a moved child goes on: as which application, at which time by which policy, with what (domain §4.ends).

    Misses, and whether it was restored, are those of the event; `stop_list` is the term that still runs. Twins who
    move together are linked there, too: `twins` is their new group, `ordinal` the place among them.
    """

    application_id: UUID
    district: str
    submitted_at: AwareDatetime
    policy: str
    stop_list: StopList | None = None
    twins: UUID | None = None
    ordinal: int = 1


class TurnFacts(Contract):
    """A running turn; an act before `deadline_at` is in time, at it late (domain §6.7)."""

    turn_id: UUID
    place_id: UUID
    kindergarten_id: UUID
    language: InstructionLanguage
    began_at: AwareDatetime
    deadline_at: AwareDatetime
    last_day: date
    # exactly this place is to be confirmed, no other can be chosen (domain §9.rounds)
    by_round: bool = False


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
    # the one by which it is judged; events stored before do not say it
    policy: str | None = None
    # why the term does not run, and since when; None: it runs, while the referral is valid (domain §7.validity)
    stopped_by: ClockStop | None = None
    stopped_at: AwareDatetime | None = None
    # working days that run again once papers are returned
    days_left: int | None = None
    must_be_accepted: bool = False
    extended: bool = False


class CandidateEvent(Event):
    """The whole state of a candidate after one step, with the step's reason, its rule, and whose doing it was.

    `over` says that the application has ended for good (domain §4).
    """

    TOPIC: ClassVar[str] = "referrals.candidate"

    application_id: UUID
    child_id: UUID
    applicant_id: UUID
    queue: QueueRef
    status: ApplicationStatus
    turn: TurnFacts | None
    referral: ReferralFacts | None
    misses: int
    stop_listed_until: AwareDatetime | None
    reason: ReadReason
    rule: ReadRule
    over: bool = False
    actor: ReadActor = ActorKind.SYSTEM
    # of which the family has been told that the child is too old on it (domain §4.ends)
    ages_out_on: date | None = None
    # the voucher regime (domain §9.profiles): whether who lets the term that runs pass is inactive then, before when
    # one that is may be restored, and whether that was done once; events stored before do not say it
    then_inactive: bool = False
    inactive_until: AwareDatetime | None = None
    restored: bool = False
    # whether it is of a child that is enrolled, and stays so whatever becomes of this application (domain §7.transfer)
    transfer: bool = False

    @model_validator(mode="before")
    @classmethod
    def _read_former(cls, told: Any) -> Any:
        """Fill in what events did not say once: the rule as a code, whether all is over, whose doing it was."""
        if not isinstance(told, dict) or "reason" not in told:
            return told
        reason = known(Reason, told["reason"])
        over = told.get("status") == ApplicationStatus.REMOVED
        said = {"rule": reason.rule, "over": over, "actor": _ACTORS.get(reason, ActorKind.SYSTEM), **told}
        return {**said, "rule": reason.rule} if str(said["rule"]).startswith("domain §") else said

    def key(self) -> str:
        """The application."""
        return str(self.application_id)


class TurnStarted(CandidateEvent):
    """The child is called: a place is held for it until the deadline (domain §6.2)."""

    TYPE: ClassVar[str] = "referrals.turn-started.v1"


class TurnEnded(CandidateEvent):
    """The turn is over; the reason tells whether by a choice, by silence or otherwise (domain §6.3, §6.4)."""

    TYPE: ClassVar[str] = "referrals.turn-ended.v1"


class TurnExchanged(CandidateEvent):
    """The running turn holds another place that fits the child: its former one was taken (domain §6.6)."""

    TYPE: ClassVar[str] = "referrals.turn-exchanged.v1"


class ReferralIssued(CandidateEvent):
    """The family chose a place and holds a referral (domain §6.3)."""

    TYPE: ClassVar[str] = "referrals.referral-issued.v1"

    # the place that a round gave was confirmed, not chosen (domain §9.rounds); events stored before do not say it
    by_round: bool = False


class DeadlineMoved(CandidateEvent):
    """The term that runs ends later: the working calendar has changed (domain §6.7, §9.calendar)."""

    TYPE: ClassVar[str] = "referrals.deadline-moved.v1"


class ReferralExpired(CandidateEvent):
    """The referral was not used in time and is void; `referral` is its last state (domain §7)."""

    TYPE: ClassVar[str] = "referrals.referral-expired.v1"


class ReferralVoided(CandidateEvent):
    """The referral is void, by nobody's fault, and the child is queued again; `referral` is its last state."""

    TYPE: ClassVar[str] = "referrals.referral-voided.v1"


class ReferralCancelled(CandidateEvent):
    """The family gave the referral back in time; the child is queued again, without a miss (domain §7.cancel)."""

    TYPE: ClassVar[str] = "referrals.referral-cancelled.v1"


class Arrived(CandidateEvent):
    """The family has come to the kindergarten: the term does not run any more (domain §7.validity)."""

    TYPE: ClassVar[str] = "referrals.arrived.v1"


class PapersSubmitted(CandidateEvent):
    """The family handed in its admission papers: the term does not run meanwhile (domain §7.validity)."""

    TYPE: ClassVar[str] = "referrals.papers-submitted.v1"


class PapersReturned(CandidateEvent):
    """The kindergarten returned the papers; what was left of the term runs again, if it ever does (§7.validity)."""

    TYPE: ClassVar[str] = "referrals.papers-returned.v1"


class ReferralExtended(CandidateEvent):
    """An officer gave the referral a later last day, once (domain §7.validity)."""

    TYPE: ClassVar[str] = "referrals.referral-extended.v1"


class ReferralRefused(CandidateEvent):
    """The kindergarten refused to enrol the child; an officer is to decide (domain §7.refused).

    Why may be a matter of the child's health: it does not leave the referrals service, where the family and the officer
    read it. `refusal` always is `other`, for readers of before.
    """

    TYPE: ClassVar[str] = "referrals.referral-refused.v1"

    refusal: AdmissionRefusal = AdmissionRefusal.OTHER


class RefusalUpheld(CandidateEvent):
    """The refusal stands: the application is over (domain §7.refused)."""

    TYPE: ClassVar[str] = "referrals.refusal-upheld.v1"


class RefusalOverruled(CandidateEvent):
    """The kindergarten must enrol the child; no term runs any more (domain §7.refused)."""

    TYPE: ClassVar[str] = "referrals.refusal-overruled.v1"


class ReferralAccepted(CandidateEvent):
    """The kindergarten enrolled the child (domain §7); by a transfer its former enrolment ends with that."""

    TYPE: ClassVar[str] = "referrals.referral-accepted.v1"

    # the application by which the child was enrolled until this instant
    transfer_of: UUID | None = None


class Departed(CandidateEvent):
    """The enrolled child has left its kindergarten: the application is over, a new one may be made (domain §4).

    `departure` and `left_on` are what the kindergarten signed, not known of long ago; by `old_time_kept` a new
    application for the child stands at this one's time (domain §6.6).
    """

    TYPE: ClassVar[str] = "referrals.departed.v1"

    departure: DepartureReason | None = None
    left_on: date | None = None
    old_time_kept: bool = False
    # which one: after a swap not the referral's; events stored before do not say it
    kindergarten_id: UUID | None = None


class StopListed(CandidateEvent):
    """The child waits out a missed referral (domain §7)."""

    TYPE: ClassVar[str] = "referrals.stop-listed.v1"


class Deactivated(CandidateEvent):
    """The child is inactive, and restorable before `inactive_until`: it let a turn or a referral pass (§9.profiles)."""

    TYPE: ClassVar[str] = "referrals.deactivated.v1"


class Returned(CandidateEvent):
    """The child stands in the queue again, at its own time: the stop list is over, or it was restored (domain §5.3)."""

    TYPE: ClassVar[str] = "referrals.returned.v1"


class TermEndsSoon(CandidateEvent):
    """The term that runs, of a turn, a referral or for restoring, ends soon: a reminder (domain §9.reminders)."""

    TYPE: ClassVar[str] = "referrals.term-ends-soon.v1"


class AgesOutSoon(CandidateEvent):
    """The family is told on which day the child grows too old; a term that runs by then is waited for (§4.ends)."""

    TYPE: ClassVar[str] = "referrals.ages-out-soon.v1"

    ages_out_on: date


class AgeingMoved(CandidateEvent):
    """The day that was told to the family is not so any more: the child grows too old on `day` (domain §4.ends)."""

    TYPE: ClassVar[str] = "referrals.ageing-moved.v1"

    day: date


class Closed(CandidateEvent):
    """The application is over; `reason` tells how (domain §4). One that has moved goes on as another."""

    TYPE: ClassVar[str] = "referrals.closed.v1"

    moved: MovedTo | None = None


class ContractSigned(Event):
    """A contract was signed by one of its sides, with an act (ADR 56).

    `manifest` are the exact bytes that were signed, `signature` is the CMS over them, both in base64: the signature
    holds its signer's certificate, so it is personal.
    """

    TYPE: ClassVar[str] = "referrals.contract-signed.v1"
    TOPIC: ClassVar[str] = "referrals.contract"

    act_id: UUID
    application_id: UUID
    referral_id: UUID
    sha256: str
    signed_at: AwareDatetime
    manifest: str
    signature: str

    def key(self) -> str:
        """The act."""
        return str(self.act_id)
