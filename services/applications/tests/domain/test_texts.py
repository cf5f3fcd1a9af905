import pytest

from kezek.applications.domain.texts import HISTORY, STATES, history_text, statement_sentences
from kezek.applications.usecases.record_history import CODES
from kezek.contracts.languages import Language
from kezek.contracts.referrals import CandidateStatus

PARAMS = {"number": "1000000101", "position": 3, "last_day": "26.11.2026", "misses": 1, "document": "referral"}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", list(HISTORY))
def test_every_line_of_the_history_can_be_said(code: str, language: Language) -> None:
    said = history_text(code, {**PARAMS, "channel": "sms"}, language.value)
    assert said
    assert "{" not in said


def test_every_state_and_every_step_has_words() -> None:
    assert {status.value for status in CandidateStatus} == set(STATES)
    assert {code for code, _ in CODES.values()} <= set(HISTORY)


def test_a_document_is_named_in_the_persons_language() -> None:
    assert history_text("document_made", PARAMS, "kk") == "Құжат дайын: Жолдама"


def test_the_statement_says_the_languages_in_words() -> None:
    said = {"applicant": "А", "child": "Б", "child_iin": "В", "birth_date": "Г", "district": "Д"}
    sentences = statement_sentences({**said, "phone": "Е", "email": "Ж"}, ("kk", "ru"), "ru")
    assert "Язык обучения: казахский, русский" in sentences
