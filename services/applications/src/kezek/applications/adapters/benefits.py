"""The list of benefits as the queue published it last; until it has, the shipped one (domain §5.1)."""

from collections.abc import Mapping

import sqlalchemy as sa
from pydantic import TypeAdapter

from kezek.applications.adapters.tables import benefit_list
from kezek.contracts.benefits import SHIPPED_BENEFITS, Benefit
from kezek.contracts.queue import BenefitsPublished
from kezek.platform.copies import keep_newer
from kezek.platform.db import ReadTx, Tx

_BENEFITS = TypeAdapter(tuple[Benefit, ...])
_LOAD = sa.select(benefit_list.c.benefits).where(benefit_list.c.key == sa.bindparam("key"))


async def keep_benefits(tx: Tx, event: BenefitsPublished) -> None:
    """Keep the whole list."""
    said = _BENEFITS.dump_python(event.benefits, mode="json")
    await keep_newer(tx, benefit_list, event.version, {"key": event.key(), "benefits": said})


async def load_benefits(tx: ReadTx) -> Mapping[str, Benefit]:
    """The benefits that may be claimed now, by code, in the order of the list."""
    kept = await tx.value(_LOAD, {"key": "benefits"})
    benefits = SHIPPED_BENEFITS if kept is None else _BENEFITS.validate_python(kept)
    return {each.code: each for each in benefits}


async def find_proof_months(tx: ReadTx, code: str | None) -> int | None:
    """How long a benefit's proof may live by the list of now, if it has an end."""
    benefit = (await load_benefits(tx)).get(code) if code else None
    return benefit.proof_months if benefit else None
