"""Until policies are published (domain §9) several services hold the same numbers: they must agree."""

from kezek.applications.domain.policy import DEFAULT as APPLICATIONS
from kezek.documents.domain.policy import DEFAULT as DOCUMENTS
from kezek.kindergartens.domain.policy import DEFAULT as KINDERGARTENS
from kezek.queue.domain.policy import load_policy as load_queue_policy
from kezek.referrals.domain.policy import DEFAULT as REFERRALS

QUEUE = load_queue_policy()
MONTHS = 12


def test_all_services_name_the_same_policy() -> None:
    assert {each.id for each in (APPLICATIONS, DOCUMENTS, KINDERGARTENS, QUEUE, REFERRALS)} == {QUEUE.id}


def test_ages_agree() -> None:
    below = {APPLICATIONS.below_years, KINDERGARTENS.below_years, REFERRALS.below_years}
    assert below == {QUEUE.called_below_months // MONTHS}
    assert QUEUE.called_below_months % MONTHS == 0
    assert {KINDERGARTENS.youngest_years * MONTHS, REFERRALS.youngest_years * MONTHS} == {QUEUE.called_from_months}


def test_papers_tell_the_terms_that_referrals_keeps() -> None:
    assert DOCUMENTS.stop_list_working_days == REFERRALS.stop_list_working_days
    assert DOCUMENTS.misses_until_removal == REFERRALS.misses_until_removal
