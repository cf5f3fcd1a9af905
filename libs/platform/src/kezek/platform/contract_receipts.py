"""Receipts of contracts: documents signs which one was filled in for a referral, referrals reads it (domain §8)."""

from pathlib import Path
from uuid import UUID

from joserfc.jwk import OKPKey
from pydantic import ValidationError

from kezek.platform.acts import ActModel
from kezek.platform.errors import Invalid
from kezek.platform.file_keys import TokenInvalidError, decode, encode, signing_key, verifying_keys

TYPE = "kezek-contract-receipt+jwt"


class ContractReceipt(ActModel):
    """A contract as documents filled it in: for which referral, its number, its text's digest, the template's version.

    Kept with the act that signs it, for good.
    """

    referral_id: UUID
    number: str
    sha256: str
    version: int


class ContractSigner:
    """Documents' side, by the key that signs its receipts of files."""

    def __init__(self, key: Path) -> None:
        self._key: OKPKey = signing_key(key)

    def sign(self, receipt: ContractReceipt) -> str:
        """The receipt as a token: it lives as long as the referral does."""
        return encode(TYPE, receipt.model_dump(mode="json"), self._key)


class ContractReader:
    """The side of referrals. Without keys no receipt is valid."""

    def __init__(self, keys: Path | None) -> None:
        self._keys = verifying_keys(keys) if keys else {}

    def read(self, token: str, *, referral_id: UUID) -> ContractReceipt:
        """What documents says of the contract of this referral.

        Raises:
            Invalid: `contract_receipt_invalid`, also for another referral's.
        """
        try:
            receipt = ContractReceipt.model_validate(decode(TYPE, token, self._keys))
        except (TokenInvalidError, ValidationError) as error:
            raise Invalid("contract_receipt_invalid") from error
        if receipt.referral_id != referral_id:
            raise Invalid("contract_receipt_invalid")
        return receipt
