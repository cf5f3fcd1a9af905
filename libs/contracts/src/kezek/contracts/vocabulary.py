"""The words that several services speak, each once; standard library only, so that every domain may import it."""

from enum import StrEnum


class Language(StrEnum):
    """A language the service speaks (domain §1)."""

    KK = "kk"
    RU = "ru"
    EN = "en"


class InstructionLanguage(StrEnum):
    """Languages of instruction (domain §6.1)."""

    KAZAKH = "kk"
    RUSSIAN = "ru"
    ENGLISH = "en"


class GroupKind(StrEnum):
    """General groups, or correctional ones for children with the commission's conclusion (domain §5.1)."""

    GENERAL = "general"
    CORRECTIONAL = "correctional"


class QueueClass(StrEnum):
    """The classes of a queue, best first (domain §5.1); behind all: enrolled ones who ask for another kindergarten."""

    EXTRAORDINARY = "extraordinary"
    PRIORITY = "priority"
    GENERAL = "general"
    TRANSFER = "transfer"


class ApplicationStatus(StrEnum):
    """The state of an application, all of them (domain §4)."""

    SUBMITTED = "submitted"
    UNDER_REVIEW = "under_review"
    QUEUED = "queued"
    NOTIFIED = "notified"
    REFERRED = "referred"
    PAPERS_SUBMITTED = "papers_submitted"
    REFUSAL_REVIEW = "refusal_review"
    STOP_LISTED = "stop_listed"
    INACTIVE = "inactive"
    ENROLLED = "enrolled"
    REFUSED = "refused"
    REMOVED = "removed"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    DEPARTED = "departed"


class PlaceStatus(StrEnum):
    """Where a place stands: offered to the queue, held for a turn, open to free choice, taken, or annulled.

    One that waits for the hour of free choice is `OPENING`; events tell it as held, with the instant.
    """

    OFFERED = "offered"
    HELD = "held"
    OPENING = "opening"
    OPEN = "open"
    TAKEN = "taken"
    ANNULLED = "annulled"


class ReferralStatus(StrEnum):
    """What became of a referral (domain §7); `DEPARTED` is one on which a child was enrolled that has left again."""

    VALID = "valid"
    ACCEPTED = "accepted"
    EXPIRED = "expired"
    VOIDED = "voided"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    DEPARTED = "departed"


class ClockStop(StrEnum):
    """Why a valid referral's term does not run (domain §7.validity); after `OVERRULED` it never runs again."""

    CAME = "came"
    PAPERS = "papers"
    REFUSAL = "refusal"
    OVERRULED = "overruled"


class AdmissionRefusal(StrEnum):
    """Why a kindergarten refuses to enrol a child (domain §7.refused); its own words stand beside it."""

    AGE_OF_GROUP = "age_of_group"
    SPECIAL_GROUP_NEEDED = "special_group_needed"
    HEALTH = "health"
    DATA_DIFFER = "data_differ"
    PAPERS_NOT_GIVEN = "papers_not_given"
    NO_ROOM = "no_room"
    ENROLLED_ELSEWHERE = "enrolled_elsewhere"
    FAMILY_DECLINED = "family_declined"
    OTHER = "other"


class RefusalOutcome(StrEnum):
    """What an officer decides on a kindergarten's refusal (domain §7.refused)."""

    UPHELD = "upheld"
    OVERRULED = "overruled"


class PaperForm(StrEnum):
    """The medical forms that a kindergarten asks for, by their numbers (domain §8.papers)."""

    F065 = "065"
    F027 = "027"
    F052_2 = "052-2"


class AdmissionState(StrEnum):
    """Where an admission application stands (domain §4); rejected, it may be sent again while its referral lives."""

    SUBMITTED = "submitted"
    REJECTED = "rejected"
    ACCEPTED = "accepted"
    ARCHIVED = "archived"


class PapersFlaw(StrEnum):
    """Why a kindergarten returns admission papers (domain §8.papers); its own words stand beside it."""

    UNREADABLE = "unreadable"
    INCOMPLETE = "incomplete"
    OUT_OF_DATE = "out_of_date"
    DATA_DIFFER = "data_differ"
    OTHER = "other"


class ActorKind(StrEnum):
    """Whose doing a step is: a person in one of the parts of domain §1, or a term that ran out.

    `OTHER` is somebody whom only a later release knows.
    """

    APPLICANT = "applicant"
    KINDERGARTEN = "kindergarten"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"
    OTHER = "other"


class Ownership(StrEnum):
    """State kindergarten (МББ), private with state order (ЖББ), or mini-centre (domain §2)."""

    STATE = "state"
    PRIVATE = "private"
    MINI_CENTRE = "mini_centre"


class DepartureReason(StrEnum):
    """Why a child has left its kindergarten, as its worker says (domain §7.roster); of `OTHER` their own words tell.

    `CLOSED` is said of all children of a kindergarten that was closed, by nobody else (domain §6.6).
    """

    MOVED_AWAY = "moved_away"
    TO_SCHOOL = "to_school"
    OTHER_KINDERGARTEN = "other_kindergarten"
    FAMILYS_WISH = "familys_wish"
    LONG_ABSENCE = "long_absence"
    CLOSED = "closed"
    OTHER = "other"


class SwapState(StrEnum):
    """Where a swap of two enrolled children stands (domain §7.swap); of `APPROVED` one kindergarten has approved."""

    PROPOSED = "proposed"
    JOINED = "joined"
    APPROVED = "approved"
    DONE = "done"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    EXPIRED = "expired"
    VOIDED = "voided"


class EscortEnding(StrEnum):
    """Why a child is entrusted to an escort no more (domain §8.escorts).

    By the parent; because the child has left; because the escort works there by now; because the persons register
    says otherwise than the parent.
    """

    PARENT = "parent"
    DEPARTED = "departed"
    HIRED = "hired"
    REGISTER = "register"


class PickupState(StrEnum):
    """What has become of a pick-up code; that it has lapsed follows from its day and is told by nobody (§8.pickup)."""

    WAITING = "waiting"
    USED = "used"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class SheetDay(StrEnum):
    """What an attendance sheet says of a child's day (domain §8.sheet).

    `UNMARKED`: a working day of which nobody has said anything; `FREE`: such a day that is not worked; `OUT`: the child
    was not in the group.
    """

    PRESENT = "present"
    ILLNESS = "illness"
    LEAVE = "leave"
    OTHER = "other"
    UNMARKED = "unmarked"
    FREE = "free"
    OUT = "out"


class RefusalReason(StrEnum):
    """Why an account is refused to who asked for one (domain §2)."""

    NO_KINDERGARTEN = "no_kindergarten"
    DATA_WRONG = "data_wrong"
    PERSON_NOT_AUTHORISED = "person_not_authorised"
    ASKED_TWICE = "asked_twice"
    OTHER = "other"


class ClaimKind(StrEnum):
    """What a family says and an officer decides on by its papers (domain §3)."""

    REGISTRATION = "registration"
    REPRESENTATION = "representation"
    BENEFIT = "benefit"
    SPECIAL_NEEDS = "special_needs"


class ClaimState(StrEnum):
    """Where a claim stands; `UNPROVED` is a benefit whose proof is asked for at the call only (domain §3.benefit)."""

    WAITING = "waiting"
    BETTER_COPY_ASKED = "better_copy_asked"
    UNPROVED = "unproved"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    EXPIRED = "expired"


class ClaimVerdict(StrEnum):
    """What an officer may decide on a claim."""

    CONFIRM = "confirm"
    REJECT = "reject"
    ASK_BETTER_COPY = "ask_better_copy"


class ClaimReason(StrEnum):
    """Why an officer rejects a claim or asks for a better copy; of `OTHER` the officer's own words tell."""

    UNREADABLE = "unreadable"
    INCOMPLETE = "incomplete"
    OUT_OF_DATE = "out_of_date"
    DATA_DIFFER = "data_differ"
    NOT_ENTITLED = "not_entitled"
    NOT_REGISTERED = "not_registered"
    NOT_REPRESENTATIVE = "not_representative"
    OTHER = "other"


class AnnulmentReason(StrEnum):
    """Why an officer annuls published places; of `OTHER` the officer's own words tell (domain §6.1)."""

    PUBLISHED_BY_MISTAKE = "published_by_mistake"
    GROUP_NOT_OPENED = "group_not_opened"
    PREMISES_UNUSABLE = "premises_unusable"
    OTHER = "other"


class DocumentKind(StrEnum):
    """Papers the system makes (domain §3)."""

    REFERRAL = "referral"
    CONTRACT = "contract"
    REFUSAL = "refusal"
    DEPARTURE = "departure"
    SHEET = "sheet"


class DocumentSubject(StrEnum):
    """What a paper can be about: a referral, or an application as it ended."""

    REFERRAL = "referral"
    APPLICATION = "application"


class Channel(StrEnum):
    """How a message travels (domain §6.2)."""

    SMS = "sms"
    EMAIL = "email"
