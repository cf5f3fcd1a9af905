"""Receipts of files: documents signs what it has checked, any service reads it without asking anybody (ADR 32)."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from joserfc.jwk import OKPKey
from pydantic import Field, TypeAdapter, ValidationError

from kezek.contracts.files import FilePurpose, FileReceipt
from kezek.platform.errors import Invalid, rules_hold
from kezek.platform.file_keys import TokenInvalidError, decode, encode, signing_key, verifying_keys
from kezek.platform.file_limits import limits_hold
from kezek.platform.settings import Settings, file_lacks

TYPE = "kezek-file-receipt+jwt"
LONGEST = 4000
"""Characters of a receipt at most, for the bodies that carry one."""
_RECEIPT = TypeAdapter(FileReceipt)


class FileKeeperSettings(Settings):
    """Of a service that keeps files people handed in."""

    file_receipt_keys: Path | None = Field(default=None, description="PEM of documents' public keys of receipts")
    file_link_key: Path | None = Field(default=None, description="PEM of the own key that signs links to files")

    def lacking(self) -> list[str]:
        """Both keys."""
        return [
            *super().lacking(),
            *file_lacks("file_receipt_keys", self.file_receipt_keys),
            *file_lacks("file_link_key", self.file_link_key),
        ]


class ReceiptSigner:
    """Documents' side: signs what a receipt says."""

    def __init__(self, key: Path) -> None:
        self._key: OKPKey = signing_key(key)

    def sign(self, receipt: FileReceipt) -> str:
        """The receipt as a token; it lives as long as it says, in real time."""
        return encode(TYPE, {**_RECEIPT.dump_python(receipt, mode="json")}, self._key)


class ReceiptReader:
    """The side of a service that uses a file. Without keys no receipt is valid."""

    def __init__(self, keys: Path | None) -> None:
        self._keys = verifying_keys(keys) if keys else {}

    def read(self, token: str, *, owner: UUID, purpose: FilePurpose) -> FileReceipt:
        """What documents says of a file that this person handed in for this.

        Raises:
            Invalid: `file_receipt_invalid`, `file_receipt_expired`, `file_not_yours`, `file_of_another_purpose`.
        """
        receipt = self._read(token)
        if receipt.owner_id != owner:
            raise Invalid("file_not_yours")
        if receipt.purpose is not purpose:
            raise Invalid("file_of_another_purpose", purpose=receipt.purpose.value)
        if receipt.expires_at <= datetime.fromtimestamp(time.time(), UTC):
            raise Invalid("file_receipt_expired", file_id=receipt.file_id)
        return receipt

    def read_all(
        self, tokens: Sequence[str], *, owner: UUID, purpose: FilePurpose, files: int, megabytes: int
    ) -> tuple[FileReceipt, ...]:
        """What documents says of files handed in together, within the policy's limits (domain §8.papers).

        Raises:
            Invalid: as of one; `file_given_twice`.
            Conflict: `too_many_files`, `files_too_large`.
        """
        receipts = tuple(self.read(each, owner=owner, purpose=purpose) for each in tokens)
        if len({each.file_id for each in receipts}) < len(receipts):
            raise Invalid("file_given_twice")
        with rules_hold():
            limits_hold([each.size for each in receipts], files, megabytes)
        return receipts

    def _read(self, token: str) -> FileReceipt:
        try:
            return _RECEIPT.validate_python(decode(TYPE, token, self._keys))
        except (TokenInvalidError, ValidationError) as error:
            raise Invalid("file_receipt_invalid") from error
