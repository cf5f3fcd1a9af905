"""Receipts of files as documents would sign them."""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from kezek.contracts.files import FilePurpose, FileReceipt, MediaType
from kezek.contracts.ids import new_id
from kezek.platform.contract_receipts import ContractReceipt, ContractSigner
from kezek.platform.file_receipts import ReceiptSigner
from kezek_local.folders import make_file_keys
from kezek_local.services import file_settings


class FileOffice:
    """Keys of all services that vouch for files, and documents' hand."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        make_file_keys(folder)
        self._signer = ReceiptSigner(folder / "private/documents.pem")
        self._contracts = ContractSigner(folder / "private/documents.pem")

    def settings(self, service: str) -> dict[str, Any]:
        """What this service is told of keys."""
        return {name.lower(): Path(value) for name, value in file_settings(self._folder, service).items()}

    def receipt(self, owner: UUID, purpose: FilePurpose = FilePurpose.REGISTRATION, **changes: Any) -> FileReceipt:
        """What a receipt says of a small file that was handed in a moment ago."""
        now = datetime.now(UTC)
        values: dict[str, Any] = {
            "file_id": new_id(),
            "draft_id": new_id(),
            "owner_id": owner,
            "purpose": purpose,
            "name": "анықтама.pdf",
            "media_type": MediaType.PDF,
            "size": 1000,
            "sha256": hashlib.sha256(b"paper").hexdigest(),
            "scanned_at": now,
            "expires_at": now + timedelta(days=1),
        }
        return FileReceipt(**{**values, **changes})

    def sign(self, receipt: FileReceipt) -> str:
        """The receipt as the client carries it."""
        return self._signer.sign(receipt)

    def contract(self, referral_id: UUID) -> str:
        """The receipt of a contract that was filled in for this referral."""
        return self._contracts.sign(ContractReceipt(referral_id=referral_id, number="7", sha256="d" * 64, version=1))
