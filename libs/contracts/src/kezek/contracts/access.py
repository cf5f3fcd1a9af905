"""Events of every service whose staff reads personal data: who read whose, when, what and why (domain §1)."""

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from kezek.contracts.events import Contract, Event


class Why(StrEnum):
    """What the data were opened for: a search, a list, one paper or card, or an act about to be signed."""

    SEARCH = "search"
    LIST = "list"
    OPEN = "open"
    ACT = "act"


class Subject(Contract):
    """Whose data: the person, as far as the service knows one, and what was opened, by ids.

    `known_as` is a keyed digest of the IIN, for people of whom the service knows nothing else.
    """

    person_id: UUID | None = None
    known_as: str | None = None
    application_id: UUID | None = None
    object_id: UUID | None = None


class DataRead(Event):
    """Somebody on staff was given personal data; `what` is the permission used, in the capacity of `role`."""

    reading_id: UUID
    reader_id: UUID
    role: str
    kindergarten_id: UUID | None
    district: str | None
    what: str
    why: Why
    act_id: UUID | None
    subjects: tuple[Subject, ...]

    def key(self) -> str:
        """The reading: nothing ever happens to it again."""
        return str(self.reading_id)


class ReferralsRead(DataRead):
    """Read in referrals: a search in the workroom, a card to be accepted (domain §7)."""

    TYPE: ClassVar[str] = "referrals.data-read.v1"
    TOPIC: ClassVar[str] = "referrals.access"


class KindergartensRead(DataRead):
    """Read in kindergartens: rosters, workers, account requests."""

    TYPE: ClassVar[str] = "kindergartens.data-read.v1"
    TOPIC: ClassVar[str] = "kindergartens.access"


class DocumentsRead(DataRead):
    """Read in documents: the papers of an application."""

    TYPE: ClassVar[str] = "documents.data-read.v1"
    TOPIC: ClassVar[str] = "documents.access"


class ApplicationsRead(DataRead):
    """Read in applications: what an officer of the district finds, opens and decides (domain §1, §3)."""

    TYPE: ClassVar[str] = "applications.data-read.v1"
    TOPIC: ClassVar[str] = "applications.access"


class NotificationsRead(DataRead):
    """Read in notifications: what an officer of the district is shown of what a family was told (domain §6.2)."""

    TYPE: ClassVar[str] = "notifications.data-read.v1"
    TOPIC: ClassVar[str] = "notifications.access"


_EVENTS: tuple[type[DataRead], ...] = (
    ReferralsRead,
    KindergartensRead,
    DocumentsRead,
    ApplicationsRead,
    NotificationsRead,
)
READ_EVENTS: dict[str, type[DataRead]] = {event.TOPIC.partition(".")[0]: event for event in _EVENTS}
