import pytest

from kezek.applications.domain.texts import HISTORY, STATES, history_text, statement_sentences
from kezek.applications.usecases.record_history import CODES
from kezek.contracts.languages import Language
from kezek.contracts.referrals import CandidateStatus

PARAMS = {"number": "1000000101", "position": 3, "last_day": "26.11.2026", "misses": 1, "document": "referral"}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", list(HISTORY))
def test_every_line_of_the_history_can_be_said(code: str, language: Language) -> None:
    code, _, reason = code.partition(" ")
    for garden in ("", "«Гүл» балабақшасы"):
        said = history_text(code, reason, {**PARAMS, "channel": "sms"}, language.value, garden)
        assert said
        assert "{" not in said


def test_every_state_and_every_step_has_words() -> None:
    assert {status.value for status in CandidateStatus} == set(STATES)
    assert {code for code, _ in CODES.values()} <= set(HISTORY)


def test_a_document_is_named_in_the_persons_language() -> None:
    assert history_text("document_made", "referral", PARAMS, "kk") == "Құжат дайын: Жолдама"


def test_the_statement_says_the_languages_in_words() -> None:
    said = {"applicant": "А", "child": "Б", "child_iin": "В", "birth_date": "Г", "district": "Д"}
    sentences = statement_sentences({**said, "phone": "Е", "email": "Ж"}, ("kk", "ru"), "ru")
    assert "Язык обучения: казахский, русский" in sentences


def test_an_offer_names_the_kindergarten_the_day_and_the_hour() -> None:
    said = history_text("turn_started", "turn_started", PARAMS, "kk", "«Ақкөгершін» балабақшасы")
    assert said == "Орын ұсынылды: «Ақкөгершін» балабақшасы, 26.11.2026 күні сағат 24:00-ге дейін таңдау керек"


def test_the_end_of_a_turn_tells_a_choice_from_silence() -> None:
    assert history_text("turn_ended", "place_chosen", PARAMS, "ru", "Детский сад «Гуль»") == (
        "Место выбрано: Детский сад «Гуль»"
    )
    assert history_text("turn_ended", "no_choice_in_time", PARAMS, "ru").startswith("Срок выбора истёк")


def test_a_message_is_told_with_what_it_was_about() -> None:
    said = history_text("message_sent", "turn_started", {"channel": "sms"}, "kk")
    assert said == "Хабарлама жіберілді (SMS): орын ұсынылды"
