"""A file on its way in: sent in parts, checked, then ready to be used (domain §3, §8.papers)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import PurePosixPath
from uuid import UUID

from kezek.contracts.files import FilePurpose, FileReceipt, MediaType
from kezek.documents.domain.faults import FileFault
from kezek.platform.errors import RuleBrokenError
from kezek.platform.file_limits import limits_hold

LONGEST_NAME = 100
ENDINGS = {".pdf": MediaType.PDF, ".jpg": MediaType.JPEG, ".jpeg": MediaType.JPEG}
_SEPARATORS = str.maketrans({"\\": "/", ":": " ", '"': "'"})


class UploadState(StrEnum):
    """Where a file stands; `expired` is one that was not finished, or not used, in time."""

    RECEIVING = "receiving"
    CHECKING = "checking"
    READY = "ready"
    REFUSED = "refused"
    EXPIRED = "expired"


@dataclass(frozen=True, kw_only=True)
class Upload:
    """One file that somebody hands in; `sha256` is what the sender says it has, until it is checked."""

    id: UUID
    owner_id: UUID
    purpose: FilePurpose
    draft_id: UUID
    name: str
    size: int
    sha256: str | None
    received: int = 0
    state: UploadState = UploadState.RECEIVING
    media_type: MediaType | None = None
    fault: FileFault | None = None
    created_at: datetime
    checked_at: datetime | None = None
    discarded_at: datetime | None = None
    receipt_until: datetime | None = None


@dataclass(frozen=True)
class ReceiptTerms:
    """How long a receipt is good, how long an unused file gets new ones, and how long it stays after the last."""

    receipt: timedelta
    unused: timedelta
    grace: timedelta


def expected_type(name: str) -> MediaType | None:
    """What a name's ending promises; None for an ending that is not taken."""
    return ENDINGS.get(PurePosixPath(name).suffix.lower())


def clean_name(name: str) -> str:
    """The last part of a path, as one that any system takes; the ending stays."""
    last = name.translate(_SEPARATORS).rpartition("/")[2].strip(" .")
    ending = PurePosixPath(last).suffix
    stem = last.removesuffix(ending).strip(" .") or "file"
    return stem[: LONGEST_NAME - len(ending)] + ending.lower()


def may_begin(size: int, others: Iterable[Upload], files: int, megabytes: int) -> None:
    """Refuse one more file of the same person, purpose and draft than the policy allows (domain §8.papers).

    Raises:
        RuleBrokenError: `too_many_files`, `files_too_large`.
    """
    sizes = [each.size for each in others if counts(each)]
    limits_hold([*sizes, size], files, megabytes)


def counts(upload: Upload) -> bool:
    """Whether a file takes one of the form's places: what was refused, given up or taken back does not."""
    return upload.discarded_at is None and upload.state not in {UploadState.REFUSED, UploadState.EXPIRED}


def check_part(upload: Upload, begins: int, size: int) -> None:
    """Refuse a part that does not go on where the file ends.

    Raises:
        RuleBrokenError: `upload_over`, `upload_goes_on_elsewhere`.
    """
    if upload.state is not UploadState.RECEIVING:
        raise RuleBrokenError("upload_over", state=upload.state.value)
    if begins != upload.received or begins + size > upload.size:
        raise RuleBrokenError("upload_goes_on_elsewhere", received=upload.received)


def check_whole(upload: Upload) -> None:
    """Refuse to finish what is not all there.

    Raises:
        RuleBrokenError: `upload_over`, `upload_incomplete`.
    """
    if upload.state is UploadState.EXPIRED:
        raise RuleBrokenError("upload_over", state=upload.state.value)
    if upload.received < upload.size:
        raise RuleBrokenError("upload_incomplete", received=upload.received, size=upload.size)


def next_receipt(upload: Upload, terms: ReceiptTerms, now: datetime) -> FileReceipt | None:
    """A receipt of a file that is ready; the last one again while most of its time is left.

    None when there is no such receipt (any more): the file is to be handed in anew.
    """
    if upload.state is not UploadState.READY or upload.discarded_at is not None:
        return None
    if upload.checked_at is None or upload.media_type is None or upload.sha256 is None:
        return None
    last = upload.receipt_until
    fresh = last is not None and last - now > terms.receipt / 2
    until = last if last is not None and fresh else min(now + terms.receipt, upload.checked_at + terms.unused)
    if until <= now:
        return None
    return FileReceipt(
        file_id=upload.id,
        draft_id=upload.draft_id,
        owner_id=upload.owner_id,
        purpose=upload.purpose,
        name=upload.name,
        media_type=upload.media_type,
        size=upload.size,
        sha256=upload.sha256,
        scanned_at=upload.checked_at,
        expires_at=until,
    )
