"""Until policies are published (domain §9) several services hold the same numbers: they must agree."""

from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.queue.domain.policy import load_policy as load_queue_policy
from kezek.referrals.domain.policy import DEFAULT as REFERRALS

QUEUE = load_queue_policy()
MONTHS = 12


def test_all_services_name_the_same_policy() -> None:
    assert {each.id for each in (QUEUE, REFERRALS)} == {REFERRAL_PROFILE.id}


def test_ages_agree() -> None:
    assert REFERRALS.below_years * MONTHS == QUEUE.called_below_months == REFERRAL_PROFILE.called_below_months
    assert REFERRALS.youngest_years * MONTHS == QUEUE.called_from_months == REFERRAL_PROFILE.called_from_months
