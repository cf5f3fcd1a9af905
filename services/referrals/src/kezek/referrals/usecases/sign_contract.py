"""The contract is signed with acts of both sides: the family's submission, the kindergarten's acceptance (ADR 56)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.referrals import ContractSigned
from kezek.platform.act_manifests import AttachedFile, is_manifest
from kezek.platform.acts import Act
from kezek.platform.db import Tx
from kezek.platform.signed_contracts import attached_contract, contract_signed
from kezek.referrals.adapters.contract_acts import list_signing_acts


def with_contract(sha256: str | None) -> tuple[AttachedFile, ...]:
    """What is attached to an act that signs the contract with these bytes, if there is one."""
    return (attached_contract(sha256),) if sha256 else ()


async def tell_of_signature(
    tx: Tx, act: Act[Any, Any], referral_id: UUID, sha256: str | None, received_at: datetime
) -> None:
    """Tell documents who has signed; an act that a release before this prepared signs its statement alone."""
    if sha256 is None or not is_manifest(act.statement):
        return
    application_id = UUID(act.subject)
    signed = contract_signed(
        act, application_id=application_id, referral_id=referral_id, sha256=sha256, received_at=received_at
    )
    await tx.publish(signed, version=1)


async def forget_signatures(tx: Tx, application_id: UUID) -> None:
    """Take signatures of contracts out of what was told: the family is forgotten."""
    for act_id in await list_signing_acts(tx, application_id):
        await tx.erase(ContractSigned, str(act_id))
