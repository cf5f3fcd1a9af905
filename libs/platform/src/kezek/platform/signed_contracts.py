"""How an act signs a contract (ADR 56): it goes along with the statement, and documents is told of the signature."""

import base64
from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.referrals import ContractSigned
from kezek.platform.act_manifests import AttachedFile
from kezek.platform.acts import Act

PAPER = "contract.pdf"
"""What the contract is called in manifests and in the container that holds them."""


def attached_contract(sha256: str) -> AttachedFile:
    """The contract with these bytes, to stand in an act's `Draft.attached`."""
    return AttachedFile(PAPER, "application/pdf", sha256)


def contract_signed(
    act: Act[Any, Any], *, application_id: UUID, referral_id: UUID, sha256: str, received_at: datetime
) -> ContractSigned:
    """What is told of an act by which the contract was signed; published at version 1 where the act is performed."""
    return ContractSigned(
        act_id=act.id,
        application_id=application_id,
        referral_id=referral_id,
        sha256=sha256,
        signed_at=received_at,
        manifest=base64.b64encode(act.statement).decode(),
        signature=base64.b64encode(act.cms).decode(),
    )
