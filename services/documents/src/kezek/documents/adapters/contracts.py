"""Contracts in the database: each referral's number and template, and the signatures."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.referrals import ContractSigned
from kezek.documents.adapters import tables
from kezek.documents.domain.contract import Contract
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import any_of

_ALONE = sa.text("select pg_advisory_xact_lock(hashtextextended('contracts ' || :district, 0))")
_FIND = sa.select(tables.contract).where(any_of(tables.contract.c.referral_id, "referrals"))
_NEXT = sa.select(sa.func.coalesce(sa.func.max(tables.contract.c.serial), 0) + 1).where(
    tables.contract.c.district == sa.bindparam("district"), tables.contract.c.year == sa.bindparam("year")
)
_INSERT = sa.insert(tables.contract)
_SIGNATURES = sa.select(tables.contract_signature.c.state).where(
    tables.contract_signature.c.referral_id == sa.bindparam("referral")
)
_SIGNED = tables.contract_signature.c.state["sha256"].astext.label("sha256")
_COUNTS = (
    sa.select(tables.contract_signature.c.referral_id, _SIGNED, sa.func.count().label("signatures"))
    .where(any_of(tables.contract_signature.c.referral_id, "referrals"))
    .group_by(tables.contract_signature.c.referral_id, _SIGNED)
)


async def find_contract(tx: ReadTx, referral_id: UUID) -> Contract | None:
    """The contract of a referral."""
    return (await find_contracts(tx, [referral_id])).get(referral_id)


async def find_contracts(tx: ReadTx, referrals: Iterable[UUID]) -> dict[UUID, Contract]:
    """Those that there are, by referral."""
    return {row.referral_id: _contract(row) for row in await tx.rows(_FIND, {"referrals": list(referrals)})}


async def number_contract(
    tx: Tx, referral_id: UUID, district: str, year: int, template_id: UUID | None, made_at: datetime
) -> Contract:
    """The contract of a referral, with the district's next number of the year where it has none yet."""
    await tx.execute(_ALONE, {"district": district})
    known = await find_contract(tx, referral_id)
    if known is not None:
        return known
    serial = int(await tx.value(_NEXT, {"district": district, "year": year}))
    contract = Contract(referral_id, district, year, serial, template_id, made_at)
    await tx.execute(_INSERT, vars(contract))
    return contract


async def count_signatures(tx: ReadTx, referrals: Iterable[UUID]) -> dict[tuple[UUID, str], int]:
    """How often these referrals' contracts were signed, by referral and digest."""
    rows = await tx.rows(_COUNTS, {"referrals": list(referrals)})
    return {(row.referral_id, row.sha256): row.signatures for row in rows}


async def list_signatures(tx: ReadTx, referral_id: UUID, sha256: str) -> Sequence[ContractSigned]:
    """The signatures of a referral's contract, of just these bytes, the earliest first."""
    rows = await tx.rows(_SIGNATURES, {"referral": referral_id})
    found = [ContractSigned.model_validate(row.state) for row in rows]
    return sorted((each for each in found if each.sha256 == sha256), key=lambda each: (each.signed_at, each.act_id))


def _contract(row: Any) -> Contract:
    return Contract(row.referral_id, row.district, row.year, row.serial, row.template_id, row.made_at)
