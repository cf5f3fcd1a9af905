"""Scans that a person hands in, as the receipts of documents say (ADR 32)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from kezek.applications.domain.claim import ClaimFile
from kezek.applications.usecases.submission_facts import GivenFile
from kezek.contracts.files import FilePurpose
from kezek.contracts.policy import Policy
from kezek.platform.file_receipts import ReceiptReader


def given_files(
    tokens: Sequence[str], receipts: ReceiptReader, owner: UUID, purpose: FilePurpose, policy: Policy
) -> tuple[GivenFile, ...]:
    """Scans as their receipts say, within the policy's limits.

    Raises:
        Invalid: `file_receipt_invalid` and its like.
        Conflict: `too_many_files`, `files_too_large`.
    """
    limits = {"files": policy.paper_files, "megabytes": policy.paper_megabytes}
    return tuple(
        GivenFile(
            id=each.file_id,
            owner_id=each.owner_id,
            name=each.name,
            media_type=each.media_type.value,
            size=each.size,
            sha256=each.sha256,
        )
        for each in receipts.read_all(tokens, owner=owner, purpose=purpose, **limits)
    )


def kept_files(given: Sequence[GivenFile], at: datetime) -> tuple[ClaimFile, ...]:
    """Given files as a claim keeps them."""
    return tuple(ClaimFile(**each.model_dump(), added_at=at) for each in given)
