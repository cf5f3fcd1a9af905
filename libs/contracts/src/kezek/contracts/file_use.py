"""Events of every service that keeps files people handed in: documents sweeps none of those (ADR 32)."""

from typing import ClassVar
from uuid import UUID

from kezek.contracts.events import Event
from kezek.contracts.files import FilePurpose


class FileKept(Event):
    """A service keeps a file, or at version 2 lets it go (`kept` false), after which its bytes are erased.

    `about` is what it belongs to there, as an application.
    """

    file_id: UUID
    owner_id: UUID
    purpose: FilePurpose
    about: UUID
    kept: bool = True

    def key(self) -> str:
        """The file."""
        return str(self.file_id)


class ApplicationsFileKept(FileKept):
    """A file kept with an application (domain §3)."""

    TYPE: ClassVar[str] = "applications.file-kept.v1"
    TOPIC: ClassVar[str] = "applications.file"


class ReferralsFileKept(FileKept):
    """A file kept with admission papers, an answer to a refusal or a choice at the counter (domain §6, §7, §8)."""

    TYPE: ClassVar[str] = "referrals.file-kept.v1"
    TOPIC: ClassVar[str] = "referrals.file"


FILE_EVENTS: dict[str, type[FileKept]] = {
    event.TOPIC.partition(".")[0]: event for event in (ApplicationsFileKept, ReferralsFileKept)
}
