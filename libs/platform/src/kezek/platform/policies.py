"""Which policy is in force (domain §9): until districts have their own, the one that is shipped."""

from datetime import date

from kezek.contracts.policy import REFERRAL_PROFILE, SHIPPED, Policy
from kezek.platform.db import ReadTx


async def load(tx: ReadTx, district: str, on: date) -> Policy:
    """The policy of a district on a day: what begins on that day is judged by it."""
    _ = tx, district, on
    return REFERRAL_PROFILE


async def load_by_id(tx: ReadTx, policy_id: str) -> Policy:
    """The policy that a running term keeps by its id.

    Raises:
        LookupError: when no policy has ever had this id.
    """
    _ = tx
    if policy_id not in SHIPPED:
        raise LookupError(f"no policy {policy_id!r}")
    return SHIPPED[policy_id]
