"""Which policy is in force (domain §9.policy): the district's, else the region's, else the shipped, until one is heard.

A service keeps a copy of each version (`kezek.platform.messaging.policies`). A version never changes and a newer one is
another row, so that what was read once is kept in memory by what it says.
"""

import json
from datetime import date
from functools import lru_cache

import sqlalchemy as sa
from pydantic import TypeAdapter

from kezek.contracts.policy import REFERRAL_PROFILE, SHIPPED, Policy
from kezek.contracts.queue import PolicyPublished
from kezek.platform.copies import keep_newer
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import policy_copy

_POLICY = TypeAdapter(Policy)
_IN_FORCE = sa.text(
    "select state::text from policy_copy where (district = cast(:district as text) or district is null) "
    "and in_force_from <= :on order by district nulls last, in_force_from desc, version desc limit 1"
)
_BEGINNINGS = sa.text(
    "select distinct in_force_from from policy_copy where (district = cast(:district as text) or district is null) "
    "and in_force_from > :after order by 1"
)
_BY_ID = sa.text("select state::text from policy_copy where id = :id")


async def load(tx: ReadTx, district: str | None, on: date) -> Policy:
    """The policy of a district, without one the region's, on a day: what begins on that day is judged by it.

    A transaction asks once: a version begins on a later day than it is published, and a batch holds hundreds of events.
    """
    asked = (load, district, on)
    if asked not in tx.kept:
        state = await tx.value(_IN_FORCE, {"district": district, "on": on})
        tx.kept[asked] = REFERRAL_PROFILE if state is None else _read(state)
    policy: Policy = tx.kept[asked]
    return policy


async def list_beginnings(tx: ReadTx, district: str, after: date) -> list[date]:
    """The days after this one on which a version of the district's policy, or of the region's, begins to hold."""
    return [row.in_force_from for row in await tx.rows(_BEGINNINGS, {"district": district, "after": after})]


async def load_by_id(tx: ReadTx, policy_id: str) -> Policy:
    """The policy that a running term keeps by its id.

    Raises:
        LookupError: when no policy has ever had this id.
    """
    asked = (load_by_id, policy_id)
    if asked not in tx.kept:
        state = await tx.value(_BY_ID, {"id": policy_id})
        if state is None and policy_id not in SHIPPED:
            raise LookupError(f"no policy {policy_id!r}")
        tx.kept[asked] = SHIPPED[policy_id] if state is None else _read(state)
    policy: Policy = tx.kept[asked]
    return policy


async def keep(tx: Tx, event: PolicyPublished) -> None:
    """Keep a version that was published."""
    row = {
        "id": event.policy.id,
        "district": event.district,
        "in_force_from": event.in_force_from,
        "state": _POLICY.dump_python(event.policy, mode="json"),
    }
    await keep_newer(tx, policy_copy, event.version, row)
    tx.kept.clear()


@lru_cache(maxsize=256)
def _read(state: str) -> Policy:
    return _POLICY.validate_python(json.loads(state))
