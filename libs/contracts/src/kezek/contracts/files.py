"""Files that people hand in: what they are for, which kinds are taken, what a receipt says of one (domain §3, §8)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class FilePurpose(StrEnum):
    """What a file is handed in for; the service that keeps it is named by `PURPOSES`.

    A better copy has the purpose of what it is a copy of.
    """

    REGISTRATION = "registration"
    BENEFIT_PROOF = "benefit_proof"
    COMMISSION_CONCLUSION = "commission_conclusion"
    REPRESENTATION = "representation"
    COUNTER_STATEMENT = "counter_statement"
    COUNTER_CHOICE = "counter_choice"
    REFUSAL_ANSWER = "refusal_answer"
    ADMISSION_PAPER = "admission_paper"


class MediaType(StrEnum):
    """Kinds of files that are taken, by what is in them; the law says pdf and jpeg (domain §8.papers)."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"

    @property
    def extension(self) -> str:
        """The ending of a cleaned name."""
        return {MediaType.PDF: "pdf", MediaType.JPEG: "jpg"}[self]


PURPOSES: Mapping[FilePurpose, str] = {
    FilePurpose.REGISTRATION: "applications",
    FilePurpose.BENEFIT_PROOF: "applications",
    FilePurpose.COMMISSION_CONCLUSION: "applications",
    FilePurpose.REPRESENTATION: "applications",
    FilePurpose.COUNTER_STATEMENT: "applications",
    FilePurpose.COUNTER_CHOICE: "referrals",
    FilePurpose.REFUSAL_ANSWER: "referrals",
    FilePurpose.ADMISSION_PAPER: "referrals",
}
"""Which service keeps files of a purpose: only it lets somebody open one."""


@dataclass(frozen=True, kw_only=True)
class FileReceipt:
    """What documents signs of a file that was handed in, checked and found clean.

    `draft_id` is the form it was handed in with: files of one person, purpose and draft are limited together. `name` is
    cleaned, its ending agrees with `media_type`. `scanned_at` says when the virus scanner passed it, `expires_at` until
    when it may be used.
    """

    file_id: UUID
    draft_id: UUID
    owner_id: UUID
    purpose: FilePurpose
    name: str
    media_type: MediaType
    size: int
    sha256: str
    scanned_at: datetime
    expires_at: datetime

    def __repr__(self) -> str:
        """Without its name, which people make of names."""
        return f"FileReceipt({self.file_id})"
