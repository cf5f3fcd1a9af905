"""Signatures of contracts as referrals tells of them, and the file that holds them with the contract (ADR 56)."""

import base64

from kezek.contracts.referrals import ContractSigned
from kezek.documents.adapters import contracts, copies
from kezek.documents.adapters.asice import SignedManifest, container
from kezek.documents.adapters.files import Files
from kezek.documents.domain.document import Document
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict
from kezek.platform.signed_contracts import PAPER


async def keep_signature(tx: Tx, event: ContractSigned, version: int) -> None:
    """Keep a signature; the same once more changes nothing."""
    await copies.contract_signatures.keep(tx, event, version, referral_id=event.referral_id)


async def forget_signature(tx: Tx, act_id: str) -> None:
    """Let a signature go: its signer is erased."""
    await copies.contract_signatures.forget(tx, act_id)


async def list_signed(tx: ReadTx, paper: Document) -> list[SignedManifest]:
    """What was signed of a contract, the earliest first.

    Raises:
        Conflict: `contract_not_signed`.
    """
    found = await contracts.list_signatures(tx, paper.subject.id, paper.sha256)
    if not found:
        raise Conflict("contract_not_signed")
    return [
        SignedManifest(each.act_id, base64.b64decode(each.manifest), base64.b64decode(each.signature)) for each in found
    ]


async def signed_container(files: Files, paper: Document, signed: list[SignedManifest]) -> bytes:
    """The contract with all its signatures in one file."""
    return container({PAPER: await files.get(paper.sha256)}, signed, paper.made_at)
