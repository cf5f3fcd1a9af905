from dataclasses import replace

import pytest

from kezek.contracts.vocabulary import Language, RefusalReason
from kezek.notifications.domain.account_texts import Decision, decision_letter, decision_sms
from kezek.notifications.domain.notice import NAMES_A_KINDERGARTEN, OF_A_ROUND, OF_A_TURN, NoticeKind, Otherwise
from kezek.notifications.domain.sms_parts import sms_parts
from kezek.notifications.domain.texts import MAX_PARTS, Values, letter, sms_text
from kezek.notifications.domain.words.afterwards import AGAIN, STAYS, again, stays
from kezek.notifications.domain.words.otherwise import OTHERWISE

LONG_NAME = "№125 «Бәйтерек» бөбекжай-балабақшасы мемлекеттік коммуналдық қазыналық кәсіпорны"
LONGEST_URL = "https://kezek.kyzylorda-bilim.gov.kz"
# forms take 300 characters
LONGEST = {"Cyrillic": f"{LONG_NAME:ә<287}«Айгөлек»-2", "Latin": f"{'State kindergarten':n<290} Aigolek-2"}
VALUES = Values(
    "34.UO.2026.00001.1", "https://kezek.example.kz", LONG_NAME, "26.11.2026", "1000000101", "3", "көшіп кетті"
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        *(("", 1), ("a" * 160, 1), ("a" * 161, 2), ("a" * 306, 2), ("a" * 307, 3)),
        *(("ә" * 70, 1), ("ә" * 71, 2), ("ә" * 134, 2), ("ә" * 135, 3)),
        *(("[" * 80, 1), ("[" * 81, 2), ("№" + "a" * 70, 2), ("😀" * 35, 1), ("😀" * 36, 2)),
    ],
)
def test_parts_are_counted_as_the_networks_do(text: str, parts: int) -> None:
    assert sms_parts(text) == parts


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(NoticeKind))
@pytest.mark.parametrize("name", LONGEST)
def test_an_sms_with_the_longest_name_and_address_is_of_two_parts(
    kind: NoticeKind, language: Language, name: str
) -> None:
    values = replace(VALUES, number="34.UO.2026.99999.9", url=LONGEST_URL, kindergarten=LONGEST[name])
    text = sms_text(kind, language.value, values)
    assert sms_parts(text) <= MAX_PARTS
    assert values.number in text
    assert text.rstrip(".").endswith(LONGEST_URL)
    assert "{" not in text


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("reason", [None, RefusalReason.DATA_WRONG])
def test_an_sms_of_a_decision_is_of_two_parts(language: Language, reason: RefusalReason | None) -> None:
    text = decision_sms(Decision("999999", LONG_NAME, LONGEST_URL, reason), language.value)
    assert sms_parts(text) <= MAX_PARTS


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", [NoticeKind.REFERRAL_ISSUED, NoticeKind.REFERRAL_ACCEPTED])
def test_two_long_names_that_differ_at_either_end_are_told_apart(kind: NoticeKind, language: Language) -> None:
    names = (LONG_NAME, f"{LONG_NAME}-2", LONG_NAME.replace("№125", "№126"))
    said = {sms_text(kind, language.value, replace(VALUES, url=LONGEST_URL, kindergarten=each)) for each in names}
    assert len(said) == len(names)


def test_a_long_name_loses_its_middle() -> None:
    text = sms_text(NoticeKind.REFERRAL_ACCEPTED, "kk", replace(VALUES, kindergarten=LONGEST["Cyrillic"]))
    assert "№125" in text
    assert "«Айгөлек»-2 балаңызды" in text
    assert "…" in text


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", [NoticeKind.TURN_STARTED, NoticeKind.REFERRAL_ISSUED])
def test_a_term_is_said_with_day_and_hour(kind: NoticeKind, language: Language) -> None:
    for text in (sms_text(kind, language.value, VALUES), letter(kind, language.value, VALUES).text):
        assert "26.11.2026" in text
        assert "24:00" in text


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(NoticeKind))
def test_a_letter_has_a_subject_the_number_and_the_link(kind: NoticeKind, language: Language) -> None:
    said = letter(kind, language.value, VALUES)
    assert said.subject
    assert VALUES.url in said.text
    assert "{" not in said.text
    assert (LONG_NAME in said.text) == (kind in NAMES_A_KINDERGARTEN | OF_A_ROUND)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", sorted(OF_A_TURN))
def test_a_turn_is_told_with_its_day_and_names_no_kindergarten_but_a_rounds(
    kind: NoticeKind, language: Language
) -> None:
    for text in (sms_text(kind, language.value, VALUES), letter(kind, language.value, VALUES).text):
        assert LONG_NAME not in text or kind in OF_A_ROUND
        assert VALUES.last_day in text


def test_a_called_family_reads_that_its_turn_has_come() -> None:
    assert "кезегіңіз келді" in sms_text(NoticeKind.TURN_STARTED, "kk", VALUES)


@pytest.mark.parametrize("language", list(Language))
def test_a_number_is_said_to_be_one(language: Language) -> None:
    sign = "No." if language is Language.EN else "№"
    decision = Decision("000042", LONG_NAME, VALUES.url)
    for text in (decision_sms(decision, language.value), decision_letter(decision, language.value).text):
        assert f"{sign} 000042" in text
    for kind in NoticeKind:
        for text in (sms_text(kind, language.value, VALUES), letter(kind, language.value, VALUES).text):
            assert f"{sign} {VALUES.number}" in text
            assert text.count(VALUES.referral) == text.count(f"{sign} {VALUES.referral}")


_ENDS_OF_A_MISS = {"kk": ("стоп-тізім", "кезектен алынады"), "ru": ("стоп-лист", "снятие с очереди")}
_ENDS_OF_A_MISS["en"] = ("stop list", "removed from the queue")


_WITH_A_TERM = {
    NoticeKind.REFERRAL_ISSUED,
    NoticeKind.CHOSEN_AT_COUNTER,
    NoticeKind.REFERRAL_EXTENDED,
    NoticeKind.REFERRAL_ENDS_SOON,
    NoticeKind.PAPERS_RETURNED,
}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", sorted(_WITH_A_TERM))
def test_who_is_warned_of_the_stop_list_is_warned_of_the_last_miss(kind: NoticeKind, language: Language) -> None:
    otherwise = OTHERWISE[Otherwise.STOP_LIST].in_(language)
    said = letter(kind, language.value, replace(VALUES, otherwise=otherwise)).text
    assert all(each in said for each in _ENDS_OF_A_MISS[language.value])


@pytest.mark.parametrize("language", list(Language))
def test_whoever_is_told_of_a_term_reads_what_follows_from_letting_it_pass(language: Language) -> None:
    told = {
        kind for kind in NoticeKind if "THEN" in letter(kind, language.value, replace(VALUES, otherwise="THEN")).text
    }
    moved = {NoticeKind.REFERRAL_MOVED}
    assert told == OF_A_TURN | _WITH_A_TERM - moved
    assert len({text.in_(language) for text in OTHERWISE.values()}) == len(Otherwise)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", [NoticeKind.INACTIVE, NoticeKind.RESTORING_ENDS_SOON])
def test_who_is_inactive_reads_until_when_the_application_can_be_restored(kind: NoticeKind, language: Language) -> None:
    for text in (sms_text(kind, language.value, VALUES), letter(kind, language.value, VALUES).text):
        assert VALUES.last_day in text
        assert "24:00" in text


@pytest.mark.parametrize("language", Language)
def test_of_an_ended_transfer_no_letter_speaks_of_an_application_that_would_be_refused(language: Language) -> None:
    ended = [each for each in NoticeKind if AGAIN.in_(language) in _told(each, language, transfer=False)]
    assert set(ended) >= {NoticeKind.REFUSAL_UPHELD, NoticeKind.TOO_MANY_MISSES, NoticeKind.DECLINED}
    for kind in (*ended, NoticeKind.AGED_OUT, NoticeKind.WITHDRAWN):
        told = _told(kind, language, transfer=True)
        assert AGAIN.in_(language) not in told
        assert STAYS.in_(language) in told
        assert STAYS.in_(language) not in _told(kind, language, transfer=False)


def _told(kind: NoticeKind, language: Language, *, transfer: bool) -> str:
    left = {"again": again(language, transfer=transfer), "stays": stays(language, transfer=transfer)}
    return letter(kind, language, replace(VALUES, **left)).text


def test_a_short_name_is_not_cut() -> None:
    assert "«Гүл». 26.11.2026" in sms_text(NoticeKind.REFERRAL_ISSUED, "kk", replace(VALUES, kindergarten="«Гүл»"))


@pytest.mark.parametrize(("language", "cabinet"), [("kk", "жеке кабинет"), ("ru", "лич"), ("en", "personal cabinet")])
def test_who_is_to_hand_papers_in_reads_where_and_who_did_not_that_they_are_archived(
    language: str, cabinet: str
) -> None:
    papers = {"kk": "қабылдау құжаттар", "ru": "документы для зачисления", "en": "papers for enrolment"}[language]
    archive = {"kk": "мұрағатқа", "ru": "архив", "en": "archive"}[language]
    for kind in (NoticeKind.REFERRAL_ISSUED, NoticeKind.REFERRAL_ENDS_SOON):
        text = letter(kind, language, VALUES).text.lower()
        assert papers in text
        assert cabinet in text
    for kind in (NoticeKind.STOP_LISTED, NoticeKind.TOO_MANY_MISSES):
        assert archive in letter(kind, language, VALUES).text
