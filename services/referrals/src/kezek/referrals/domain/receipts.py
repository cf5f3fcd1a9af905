"""Receipts of signatures: the earlier one comes first, even while it is checked, but not for ever (domain §6.4)."""

from datetime import datetime, timedelta

from kezek.contracts.policy import Policy


def hold_back(policy: Policy) -> timedelta:
    """How long a receipt that is not finished holds back those that came later."""
    return timedelta(seconds=policy.unfinished_receipt_seconds)


def finishes_in_time(received_at: datetime, checked_at: datetime, policy: Policy) -> bool:
    """Whether a check ends while its receipt holds others back: then it is as if it had been checked at once."""
    return checked_at - received_at <= hold_back(policy)
