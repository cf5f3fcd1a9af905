"""The numbers and switches of the rules as one frozen value (domain §9); standard library only."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Profile(StrEnum):
    """The two regimes that are shipped: referrals (жолдама), and vouchers as of 2025 (domain §9)."""

    REFERRAL = "referral"
    VOUCHER = "voucher"


@dataclass(frozen=True, kw_only=True)
class Policy:
    """One version of a district's policy, as shipped unless said otherwise; a running term keeps the id of its own.

    Terms are in working days, ages in months, hours those of Kazakhstan's clock; `None` switches a rule off.
    """

    id: str
    profile: Profile = Profile.REFERRAL
    choice_working_days: int = 3  # domain §6.2
    referral_working_days: int = 5  # domain §7
    stop_list_working_days: int = 10  # domain §7
    misses_until_removal: int = 3  # domain §7
    cancel_hours: int = 24  # domain §7
    generals_per_priority: int = 3  # domain §5.2
    called_from_months: int = 24  # domain §5.5
    called_below_months: int = 72  # domain §5.5
    free_choice_hour: int | None = None  # domain §6.4
    papers_before_acceptance: bool = False  # domain §7
    unfinished_receipt_seconds: int = 60  # domain §6.4
    max_places: int = 100  # domain §6.1
    quiet_from_hour: int = 22  # domain §6.2
    quiet_until_hour: int = 8  # domain §6.2
    restorable_calendar_days: int | None = None  # domain §9, voucher


REFERRAL_PROFILE = Policy(id="default-1")
VOUCHER_PROFILE = Policy(
    id="voucher-1",
    profile=Profile.VOUCHER,
    choice_working_days=2,
    called_from_months=18,
    papers_before_acceptance=True,
    restorable_calendar_days=28,
)
SHIPPED: Mapping[str, Policy] = {policy.id: policy for policy in (REFERRAL_PROFILE, VOUCHER_PROFILE)}
