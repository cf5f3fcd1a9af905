"""Events of the kindergartens service."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from kezek.contracts.events import Contract, Event
from kezek.contracts.readers import ReadActor, ReadReason, ReadRule
from kezek.contracts.texts import Text
from kezek.contracts.values import Location, QueueRef
from kezek.contracts.vocabulary import (
    DepartureReason,
    EscortEnding,
    GroupKind,
    InstructionLanguage,
    Language,
    Ownership,
    PickupState,
    RefusalReason,
    SheetDay,
    SwapState,
)


class Kindergarten(Event):
    """The whole state of a kindergarten."""

    TYPE: ClassVar[str] = "kindergartens.kindergarten.v1"
    TOPIC: ClassVar[str] = "kindergartens.kindergarten"

    kindergarten_id: UUID
    district: str
    name: Text
    address: Text
    phone: str
    ownership: Ownership
    closed: bool = False
    # by the receipt of the administrator's signature
    closed_at: AwareDatetime | None = None
    website: str | None = None
    # entered by an administrator; events stored before do not say it
    location: Location | None = None
    # likewise
    bin: str | None = None

    def key(self) -> str:
        """The kindergarten."""
        return str(self.kindergarten_id)


class District(Event):
    """A district or city of the region, by its KATO prefix (domain §10)."""

    TYPE: ClassVar[str] = "kindergartens.district.v1"
    TOPIC: ClassVar[str] = "kindergartens.district"

    code: str
    name: Text

    def key(self) -> str:
        """The district."""
        return self.code


class VacancyConfirmed(Event):
    """Free places were published with a signature and cannot be edited (domain §6.1)."""

    TYPE: ClassVar[str] = "kindergartens.vacancy-confirmed.v1"
    TOPIC: ClassVar[str] = "kindergartens.vacancy"

    vacancy_id: UUID
    kindergarten_id: UUID
    queue: QueueRef
    language: InstructionLanguage
    places: int
    confirmed_at: AwareDatetime

    def key(self) -> str:
        """The kindergarten."""
        return str(self.kindergarten_id)


class Worker(Event):
    """Who works in the system for a kindergarten, and which administrator said so last; personal (domain §1)."""

    TYPE: ClassVar[str] = "kindergartens.worker.v1"
    TOPIC: ClassVar[str] = "kindergartens.staff"

    iin: str
    kindergarten_id: UUID
    active: bool = True
    changed_by: UUID | None = None

    def key(self) -> str:
        """The worker at this kindergarten."""
        return f"{self.iin}.{self.kindergarten_id}"


class AccountRequestDecided(Event):
    """What became of a request for an account, for who asked; refused if there is a reason (domain §2, last bullet)."""

    TYPE: ClassVar[str] = "kindergartens.account-request-decided.v1"
    TOPIC: ClassVar[str] = "kindergartens.account-request"

    request_id: UUID
    number: str
    kindergarten_name: Text
    phone: str
    email: str
    language: Language
    refused_because: RefusalReason | None = None
    remark: str = ""

    def key(self) -> str:
        """The request."""
        return str(self.request_id)


class RosterEvent(Event):
    """A child's stay in one group of a kindergarten, whole, after one step; nothing of the child but ids."""

    TOPIC: ClassVar[str] = "kindergartens.roster"

    application_id: UUID
    kindergarten_id: UUID
    queue: QueueRef
    language: InstructionLanguage
    since: date

    def key(self) -> str:
        """The application by which the child came."""
        return str(self.application_id)


class ChildRegrouped(RosterEvent):
    """The child is in another group of the same kindergarten: that of the event (domain §7.roster)."""

    TYPE: ClassVar[str] = "kindergartens.child-regrouped.v1"


class ChildDeparted(RosterEvent):
    """The child has left the kindergarten, as its worker has signed (domain §7.roster); that day was its last one."""

    TYPE: ClassVar[str] = "kindergartens.child-departed.v1"

    left_on: date
    reason: DepartureReason


class ChildSwapped(RosterEvent):
    """The child is in another kindergarten, that of the event, in the place of another child (domain §7.swap)."""

    TYPE: ClassVar[str] = "kindergartens.child-swapped.v1"

    swap_id: UUID


class EscortsChanged(RosterEvent):
    """Who may bring and fetch the child has changed; of people nothing but numbers (domain §8.escorts).

    `entrusted` is how many escorts the child has by now besides the applicant; `because` is why some ended, if any did.
    """

    TYPE: ClassVar[str] = "kindergartens.escorts-changed.v1"

    applicant_id: UUID
    added: int
    ended: int
    entrusted: int
    because: EscortEnding | None = None


class PickupChanged(RosterEvent):
    """A pick-up code of the child was given, used or withdrawn; of people nothing but ids (domain §8.pickup)."""

    TYPE: ClassVar[str] = "kindergartens.pickup-changed.v1"

    pickup_id: UUID
    applicant_id: UUID
    state: PickupState
    day: date


class ChildMonthClosed(RosterEvent):
    """The child's month was closed with a signature, and its parent is asked to approve it (domain §8.sheet)."""

    TYPE: ClassVar[str] = "kindergartens.child-month-closed.v1"

    sheet_id: UUID
    applicant_id: UUID
    month: date


class ChildMonthReopened(RosterEvent):
    """The child's month, which its parent was asked to approve, is open again: nothing is to be approved (§8.sheet)."""

    TYPE: ClassVar[str] = "kindergartens.child-month-reopened.v1"

    sheet_id: UUID
    applicant_id: UUID
    month: date


class Escort(Event):
    """One child is entrusted to one escort, or no more; personal (domain §8.escorts).

    The escort's code and messages go to this phone, which the parent gave; `language` is that of the parent.
    """

    TYPE: ClassVar[str] = "kindergartens.escort.v1"
    TOPIC: ClassVar[str] = "kindergartens.escort"

    entrustment_id: UUID
    application_id: UUID
    kindergarten_id: UUID
    iin: str
    phone: str
    language: Language
    ended_because: EscortEnding | None = None

    @property
    def active(self) -> bool:
        """Whether the child is entrusted to the escort."""
        return self.ended_because is None

    def key(self) -> str:
        """This child with this escort; entrusted again later it has another one."""
        return str(self.entrustment_id)


class SwapSide(Contract):
    """A child of a swap by its application, and whether its kindergarten has approved."""

    application_id: UUID
    applicant_id: UUID
    kindergarten_id: UUID
    approved: bool = False


class SwapEvent(Event):
    """A swap, whole; of the children nothing but ids (domain §7.swap).

    `second` is there once the other family has signed; `by_kindergarten` is the one that has approved or declined.
    Reason, rule and actor are those of its last step.
    """

    TOPIC: ClassVar[str] = "kindergartens.swap"

    swap_id: UUID
    queue: QueueRef
    language: InstructionLanguage
    state: SwapState
    first: SwapSide
    second: SwapSide | None
    to_kindergarten_id: UUID
    last_day: date
    reason: ReadReason
    rule: ReadRule
    actor: ReadActor
    by_kindergarten: UUID | None = None

    def key(self) -> str:
        """The swap."""
        return str(self.swap_id)


class SwapChanged(SwapEvent):
    """The swap after one step."""

    TYPE: ClassVar[str] = "kindergartens.swap-changed.v1"


class SwapEndsSoon(SwapEvent):
    """The term in which a swap is to be agreed on by all ends soon: a reminder (domain §9.reminders)."""

    TYPE: ClassVar[str] = "kindergartens.swap-ends-soon.v1"


class SheetChild(Contract):
    """A child's month by its application: a word for each day of the month."""

    application_id: UUID
    applicant_id: UUID | None
    days: tuple[SheetDay, ...]


class AttendanceSheet(Event):
    """A group's month as a worker has closed it with a signature, whole; personal (domain §8.sheet).

    Of children it has nothing but ids and their days; `not_worked` are days that the calendar does not work. Reopened,
    it counts no more, and its children are no longer told.
    """

    TYPE: ClassVar[str] = "kindergartens.attendance-sheet.v1"
    TOPIC: ClassVar[str] = "kindergartens.sheet"

    sheet_id: UUID
    number: str
    kindergarten_id: UUID
    group_year: int
    language: InstructionLanguage
    kind: GroupKind
    month: date
    children: tuple[SheetChild, ...]
    not_worked: tuple[date, ...]
    digest: str
    act_id: UUID
    closed_at: AwareDatetime
    closed_by_name: str
    reopened_at: AwareDatetime | None = None

    def key(self) -> str:
        """The sheet; a month that was reopened and closed again has another one."""
        return str(self.sheet_id)
