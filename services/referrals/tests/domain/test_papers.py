"""What a family may hand in, and what becomes of it with its referral (domain §8.papers)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from services.referrals.tests.domain.clockwork import BASIS, CHILDREN, START, a_child

from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.vocabulary import AdmissionState, InstructionLanguage, PaperForm, ReferralStatus
from kezek.platform.errors import RuleBrokenError
from kezek.referrals.domain.candidate import Referral
from kezek.referrals.domain.papers import (
    Applicant,
    IdentityCard,
    PaperFile,
    admission_number,
    check_papers,
    end_of,
    service_code,
)
from kezek.referrals.domain.terms import TermKind

TODAY = date(2027, 2, 1)
CARD = IdentityCard("012345678", "ҚР ІІМ", TODAY)
APPLICANT = Applicant(CARD, "Абай көшесі, 7", "a@example.kz", "77990000000")


def paper(form: PaperForm, size: int = 1000) -> PaperFile:
    number = UUID(int=list(PaperForm).index(form) + 1)
    return PaperFile(
        form=form, id=number, owner_id=number, name="a.pdf", media_type="application/pdf", size=size, sha256="0"
    )


ALL = [paper(form) for form in PaperForm]


def code_of(applicant: Applicant, files: list[PaperFile], **policy: int) -> tuple[str, dict[str, object]]:
    with pytest.raises(RuleBrokenError) as broken:
        check_papers(applicant, files, replace(REFERRAL_PROFILE, **policy), TODAY)
    return broken.value.code, broken.value.params


def test_a_card_valid_on_the_day_and_all_three_forms_are_taken() -> None:
    check_papers(APPLICANT, ALL, REFERRAL_PROFILE, TODAY)


@pytest.mark.parametrize("missing", list(PaperForm))
def test_each_form_has_to_be_there(missing: PaperForm) -> None:
    given = [each for each in ALL if each.form is not missing]
    assert code_of(APPLICANT, given) == ("paper_form_missing", {"form": missing.value})


def test_a_policy_of_fewer_files_than_forms_asks_for_one_at_least() -> None:
    check_papers(APPLICANT, ALL[:1], replace(REFERRAL_PROFILE, paper_files=1), TODAY)
    assert code_of(APPLICANT, [], paper_files=1)[0] == "paper_form_missing"


def test_a_card_of_yesterday_too_many_files_and_too_large_ones_are_refused() -> None:
    expired = replace(APPLICANT, identity=replace(CARD, valid_until=date(2027, 1, 31)))
    assert code_of(expired, ALL) == ("identity_card_expired", {"last_day": "2027-01-31"})
    assert code_of(APPLICANT, [*ALL, paper(PaperForm.F065)]) == ("too_many_files", {"most": 3})
    assert code_of(APPLICANT, [*ALL[1:], paper(PaperForm.F065, 11 * 2**20)])[0] == "files_too_large"


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (ReferralStatus.VALID, None),
        (ReferralStatus.ACCEPTED, AdmissionState.ACCEPTED),
        (ReferralStatus.REFUSED, AdmissionState.REJECTED),
        (ReferralStatus.EXPIRED, AdmissionState.ARCHIVED),
        (ReferralStatus.CANCELLED, AdmissionState.ARCHIVED),
        (ReferralStatus.VOIDED, AdmissionState.ARCHIVED),
    ],
)
def test_papers_follow_their_referral(status: ReferralStatus, state: AdmissionState | None) -> None:
    ids = UUID(int=7)
    term = BASIS.term(TermKind.REFERRAL, ids, START, 5).term
    referral = Referral(
        ids, "1000000101", ids, ids, 2023, InstructionLanguage.KAZAKH, START, term, ReferralStatus.VALID, "referral"
    )
    before = replace(a_child(CHILDREN[0]), referral=referral)
    after = replace(before, referral=replace(referral, status=status))
    assert end_of(before, after) is state
    assert end_of(after, after) is None, "what is over ends once"


def test_a_number_is_the_districts_code_the_year_and_the_serial() -> None:
    year = datetime(2025, 10, 16, tzinfo=UTC).year
    assert admission_number(320, "1110", year, 107) == "320.2025.107"
    assert (service_code(None, "1110"), service_code(7, "1110")) == ("110", "007")
