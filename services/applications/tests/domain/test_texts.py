import pytest

from kezek.applications.domain.texts import (
    HISTORY,
    HISTORY_BY_REASON,
    OBSTACLES,
    STATES,
    history_text,
    statement_sentences,
)
from kezek.applications.usecases.record_history import CODES
from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import ActorKind, ApplicationStatus, Language

PARAMS = {
    "time": "04.03.2025 09:30",
    "number": "1000000101",
    "position": 3,
    "last_day": "26.11.2026",
    "misses": 1,
    "document": "referral",
    "former": "16.UO.2026.00001.1",
    "languages": ["kk", "ru"],
    "refusal": "no_room",
    "wishes": 3,
    "round": 2,
    "added": 1,
    "ended": 0,
    "entrusted": 3,
}
QUEUE = {"year": 2023, "kind": "correctional"}
CLAIM = {"claim": "benefit", "why": "unreadable", "remark": "2-бет", "queue_class": "priority"}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("code", "reason"), [*((code, Reason.QUEUED) for code in HISTORY), *HISTORY_BY_REASON], ids=str
)
def test_every_line_of_the_history_can_be_said(code: str, reason: Reason, language: Language) -> None:
    for garden in ("", "«Гүл» балабақшасы"):
        said = history_text(code, reason, {**PARAMS, **CLAIM, **QUEUE, "channel": "sms"}, language, garden=garden)
        assert said
        assert "{" not in said


def test_every_state_and_every_step_has_words() -> None:
    assert set(ApplicationStatus) == set(STATES)
    assert set(CODES.values()) <= set(HISTORY)


def test_a_document_is_named_in_the_persons_language() -> None:
    assert history_text("document_made", Reason.PAPER_MADE, PARAMS, Language.KK) == "Құжат дайын: Жолдама"


def test_the_statement_says_the_languages_in_words() -> None:
    child = {"child": "Б", "child_iin": "В", "birth_date": "Г"}
    said = {"applicant": "А", "district": "Д", "contacts": "Е, Ж"}
    sentences = statement_sentences(said, [child], ("kk", "ru"), (), Language.RU)
    assert "Язык обучения: казахский, русский" in sentences


def test_an_offer_names_the_kindergarten_the_day_and_the_hour() -> None:
    said = history_text("turn_started", Reason.TURN_STARTED, PARAMS, Language.KK, garden="«Ақкөгершін» балабақшасы")
    assert said == "Орын ұсынылды: «Ақкөгершін» балабақшасы, 26.11.2026 күні сағат 24:00-ге дейін таңдау керек"


def test_the_end_of_a_turn_tells_a_choice_from_silence() -> None:
    chosen = history_text("turn_ended", Reason.PLACE_CHOSEN, PARAMS, Language.RU, garden="Детский сад «Гуль»")
    assert chosen == "Место выбрано: Детский сад «Гуль»"
    silent = history_text("turn_ended", Reason.NO_CHOICE_IN_TIME, PARAMS, Language.RU)
    assert silent.startswith("Срок выбора истёк")


@pytest.mark.parametrize("code", ["turn_ended", "referral_issued"])
def test_a_choice_at_the_counter_is_said_to_be_from_a_paper(code: str) -> None:
    said = {actor: history_text(code, Reason.PLACE_CHOSEN, PARAMS, Language.EN, actor=actor) for actor in ActorKind}
    assert "at the counter from a paper that the family signed, by the officer" in said[ActorKind.OFFICER]
    assert "counter" not in said[ActorKind.APPLICANT]


def test_a_message_is_told_with_what_it_was_about() -> None:
    said = history_text("message_sent", Reason.FAMILY_TOLD, {"channel": "sms"}, Language.KK, about="turn_started")
    assert said == "Хабарлама жіберілді (SMS): кезек келді"


def test_a_decision_says_why_and_in_whose_words() -> None:
    said = history_text("claim_rejected", Reason.BENEFIT_REJECTED, CLAIM, Language.KK)
    assert said == "Уәкілетті тұлға қабылдамады: жеңілдік. Себебі: көшірме оқылмайды (2-бет)"
    plain = {"claim": "benefit", "why": "", "remark": "", "last_day": ""}
    assert history_text("claim_confirmed", Reason.BENEFIT_CONFIRMED, plain, Language.RU).endswith("лицом: льгота")


@pytest.mark.parametrize("language", list(Language))
def test_a_rejection_by_the_register_says_what_it_met(language: Language) -> None:
    for obstacle in OBSTACLES:
        said = history_text("rejected", Reason.REGISTER_DISAGREES, {"obstacle": obstacle}, language)
        assert said.endswith(OBSTACLES[obstacle].in_(language))
