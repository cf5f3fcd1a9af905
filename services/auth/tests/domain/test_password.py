import pytest
from hypothesis import given
from hypothesis import strategies as st

from kezek.auth.adapters.common_passwords import common_passwords
from kezek.auth.domain.password import LONGEST, normal_form, weakness

OWN = ["991399000009", "991399", "77991234567", "7991234567", "aigerim.s", "Сынақова", "Үлгі"]
COMMON = common_passwords()


def judged(password: str) -> str | None:
    return weakness(normal_form(password), COMMON, OWN)


def test_the_list_is_long_enough_to_mean_something() -> None:
    assert len([each for each in COMMON if len(each) >= 8]) > 3_000


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("", "password_too_short"),
        ("жеті-әр", "password_too_short"),
        ("a" * 129, "password_too_long"),
        ("password", "password_too_common"),
        ("PassWord", "password_too_common"),
        ("Password2026!", "password_too_common"),
        ("12345678", "password_too_common"),
        ("йцукен123", "password_too_common"),
        ("aaaaaaaaaaaa", "password_too_common"),
        ("abababababab", "password_too_common"),
        ("Kezek-2026", "password_too_common"),
        ("Балабақша1", "password_too_common"),
        ("kokshetau2026", "password_too_common"),
        ("991399000009", "password_too_common"),
        ("+77991234567", "password_too_common"),
        ("Сынақова-7", "password_too_common"),
        ("aigerim.s2026", "password_too_common"),
    ],
)
def test_what_is_tried_first_is_refused(password: str, code: str) -> None:
    assert judged(password) == code


@pytest.mark.parametrize(
    "password",
    [
        "жеті қазына, бір өзен",
        "тоғыз-ағаш",
        "correct horse battery staple",
        "қар жауғанда күлемін",
        "mN4#vQ7z",
        "kezek has a door of blue wood",
        "a1b2c3d4" * 16,
    ],
)
def test_long_enough_and_unlikely_is_all_that_is_asked(password: str) -> None:
    assert judged(password) is None


@given(st.text(max_size=200))
def test_every_text_is_judged_and_the_normal_form_is_final(text: str) -> None:
    normal = normal_form(text)
    assert normal_form(normal) == normal
    code = weakness(normal, COMMON, OWN)
    assert (code == "password_too_short") is (len(normal) < 8)
    assert (code == "password_too_long") is (len(normal) > LONGEST)


def test_the_same_letters_typed_otherwise_are_the_same() -> None:
    assert normal_form("Й\u00a0кра\u0438\u0306") == normal_form("\u0418\u0306 кра\u0439")
