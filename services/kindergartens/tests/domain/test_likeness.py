import pytest
from hypothesis import given
from hypothesis import strategies as st

from kezek.kindergartens.domain.likeness import ALIKE, likeness, normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("«Бәйтерек» балабақшасы", "БӘЙТЕРЕК"),
        ("Детский сад «Байтерек»", 'д/с "Байтерек"'),
        ("«Бәйтерек» балабақшасы", "Детский сад «Байтерек»"),
        ("ГККП «Ясли-сад № 5 Ақбота»", "ясли сад №5  Акбота"),
        ("Мини-центр «Балдырған»", "Балдырган"),
        ("Детский сад «Звёздочка»", "Детский сад Звездочка"),
        ("Детский сад «Солнышко»", "Детский сад «Сонышко»"),
    ],
)
def test_these_are_alike(one: str, other: str) -> None:
    assert likeness(one, other) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Детский сад № 5", "Детский сад № 6"),
        ("Детский сад «Байтерек»", "Детский сад «Балапан»"),
        ("«Ақбота» балабақшасы", "«Айгөлек» балабақшасы"),
        ("Детский сад № 15", "Детский сад № 5"),
    ],
)
def test_these_are_not(one: str, other: str) -> None:
    assert likeness(one, other) < ALIKE


def test_a_name_of_common_words_only_is_still_a_name() -> None:
    assert normalise("Детский сад") == "детский сад"


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_mutual_and_between_nothing_and_all(one: str, other: str) -> None:
    assert 0.0 <= likeness(one, other) == likeness(other, one) <= 1.0


@given(st.text(max_size=60))
def test_what_is_normalised_stays_so(name: str) -> None:
    assert normalise(normalise(name)) == normalise(name)
