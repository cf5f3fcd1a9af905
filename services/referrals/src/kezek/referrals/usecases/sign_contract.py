"""The contract is signed with acts of both sides: the family's submission, the kindergarten's acceptance (ADR 56)."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.referrals import ContractSigned
from kezek.platform import tables
from kezek.platform.act_manifests import AttachedFile, is_manifest
from kezek.platform.acts import Act
from kezek.platform.db import Tx
from kezek.platform.signed_contracts import attached_contract, contract_signed

# the types of acts that may sign a contract, all of which are on its application
_SIGNERS = ("referrals.submit-papers", "referrals.accept")
_ACTS = sa.select(tables.act.c.id).where(
    tables.act.c.subject == sa.bindparam("subject"),
    tables.act.c.type.in_(_SIGNERS),
    tables.act.c.outcome["result"].astext.is_not(None),
)


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
    for row in await tx.rows(_ACTS, {"subject": str(application_id)}):
        await tx.erase(ContractSigned, str(row.id))
