"""Scans that a signed act names, each as its receipt says it: kept with the act as JSON for good (ADR 32)."""

from collections.abc import Sequence
from uuid import UUID

from kezek.contracts.files import FilePurpose
from kezek.contracts.policy import Policy
from kezek.platform.acts import ActModel
from kezek.platform.file_receipts import ReceiptReader


class GivenFile(ActModel):
    """A scan by its receipt."""

    id: UUID
    owner_id: UUID
    name: str
    media_type: str
    size: int
    sha256: str


def given_files(
    tokens: Sequence[str], receipts: ReceiptReader, owner: UUID, purpose: FilePurpose, policy: Policy
) -> tuple[GivenFile, ...]:
    """Scans as their receipts say, within the policy's limits (domain §8.papers).

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
