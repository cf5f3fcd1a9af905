"""What auth writes to people."""

import pytest

from kezek.auth.domain.letters import BY_OTHERS, CODES, TEXTS, Letter, write_letter

VALUES = {
    "at": "21.11.2026 10:00",
    "code": "123456",
    "minutes": "30",
    "device": "",
    "role": "officer",
    "url": "https://kezek.example",
}


@pytest.mark.parametrize("language", sorted(TEXTS))
@pytest.mark.parametrize("letter", Letter)
def test_every_letter_of_a_change_says_what_to_do_about_it(letter: Letter, language: str) -> None:
    text = write_letter(letter, language, VALUES).text
    assert "{" not in text
    assert ("https://kezek.example" in text) is (letter not in CODES)


@pytest.mark.parametrize("letter", sorted(BY_OTHERS))
def test_nobody_is_asked_whether_they_gave_themselves_a_role(letter: Letter) -> None:
    texts = {language: write_letter(letter, language, VALUES).text for language in TEXTS}
    assert "Бұл сіз болмасаңыз" not in texts["kk"]
    assert "Если это были не вы" not in texts["ru"]
    assert "If it was not you" not in texts["en"]


def test_an_administrator_may_have_ended_all_sessions_not_only_the_others() -> None:
    texts = {language: write_letter(Letter.SESSIONS_ENDED, language, VALUES).text for language in TEXTS}
    assert not [each for each in texts.values() if "басқа" in each or "другие" in each or "other" in each]


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("letter", Letter)
def test_what_one_signs_in_to_is_an_account_the_cabinet_is_a_familys_pages(letter: Letter, language: str) -> None:
    words = TEXTS[language][letter]
    assert not [each for each in ("кабинет", "cabinet") if each in (words.subject + words.text).lower()]
