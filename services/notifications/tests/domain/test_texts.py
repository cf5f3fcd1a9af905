import pytest

from kezek.contracts.languages import Language
from kezek.notifications.domain.notice import NoticeKind
from kezek.notifications.domain.texts import SMS_LENGTH, Values, letter, sms_text

LONG_NAME = "№125 «Бәйтерек» бөбекжай-балабақшасы мемлекеттік коммуналдық қазыналық кәсіпорны"
VALUES = Values("34.UO.2026.00001.1", "https://kezek.example.kz", LONG_NAME, "26.11.2026", "1000000101")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(NoticeKind))
def test_an_sms_stays_within_two_parts_and_names_application_and_link(kind: NoticeKind, language: Language) -> None:
    text = sms_text(kind, language.value, VALUES)
    assert len(text) <= SMS_LENGTH
    assert VALUES.number in text
    assert VALUES.url in text
    assert "{" not in text


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
    assert VALUES.number in said.text
    assert VALUES.url in said.text
    assert "{" not in said.text


def test_a_short_name_is_not_cut() -> None:
    short = Values("34.UO.2026.00001.1", "https://kezek.example.kz", "«Гүл»", "26.11.2026")
    assert "«Гүл» орын" in sms_text(NoticeKind.TURN_STARTED, "kk", short)
