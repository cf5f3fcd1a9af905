"""What is read before applying says what the district's policy does, in every language (domain §3.undertaking)."""

from dataclasses import asdict, replace
from itertools import product

import pytest

from kezek.applications.domain.undertaking import VERSIONS, current_by
from kezek.contracts.policy import REFERRAL_PROFILE, VOUCHER_PROFILE, Policy
from kezek.contracts.vocabulary import Language

OF_ITS_OWN = replace(VOUCHER_PROFILE, numbered_categories=False, sorted_anew_on=None)
POLICIES = (REFERRAL_PROFILE, VOUCHER_PROFILE, OF_ITS_OWN, replace(VOUCHER_PROFILE, restorable_calendar_days=None))


def test_what_begins_otherwise_or_ends_otherwise_has_a_version_of_its_own() -> None:
    versions = {current_by(policy).version for policy in POLICIES}
    assert len(versions) == len(POLICIES)
    assert versions < set(VERSIONS)


@pytest.mark.parametrize(("policy", "language"), [*product(POLICIES, Language)], ids=str)
def test_the_algorithm_tells_of_the_stop_list_or_of_inactive_applications(policy: Policy, language: Language) -> None:
    said = "\n".join(each.in_(language, asdict(policy)) for each in current_by(policy).algorithm)
    assert "{" not in said
    inactive = {"kk": "белсенді емес", "ru": "неактивным", "en": "inactive"}[language.value]
    stop_list = {"kk": "стоп-тізімге", "ru": "стоп-лист", "en": "stop list"}[language.value]
    by_vouchers = policy.restorable_calendar_days is not None
    assert (inactive in said, stop_list in said) == (by_vouchers, not by_vouchers)
