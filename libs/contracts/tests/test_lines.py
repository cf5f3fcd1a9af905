import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kezek.contracts.lines import line, remark, shown

INVISIBLE = (
    "\u200b\u00ad\u115f\u1160\u3164\uffa0\u2800\u034f\ufe0f\u200d\u2060\ufeff\U000e0041\u17b4\u180e \u00a0\u3000"
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("«Балапан» 🐣 №3", "«Балапан» 🐣 №3"),
        ("  Ақ\u00a0бота\t\u200b ", "Ақ бота"),
        ("\u0418\u0306", "\u0419"),
        ("王伟", "王伟"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("Бөбек & Ко, 'A' {0} \\ %s", "Бөбек & Ко, 'A' {0} \\ %s"),
    ],
)
def test_a_name_is_kept_as_people_see_it(typed: str, kept: str) -> None:
    assert line(typed) == kept


@pytest.mark.parametrize(
    "mark",
    [*"\n\r\v\f\x00\x1b\x7f\x85\u2028\u2029<>\ue000\U0010fffd\ud800", *"\u061c\u200e\u200f\u202a\u202e\u2066\u2069"],
)
def test_line_breaks_marks_of_direction_and_markup_are_refused(mark: str) -> None:
    with pytest.raises(ValueError, match="line_invalid"):
        line(f"Ақ{mark}бота")


@pytest.mark.parametrize("typed", ["", " ", *INVISIBLE, INVISIBLE, "\u0301", "\ufffe"])
def test_what_nobody_sees_is_no_name(typed: str) -> None:
    with pytest.raises(ValueError, match="line_invalid"):
        line(typed)


@given(st.text())
def test_what_is_kept_is_one_line_and_stays_what_it_is(typed: str) -> None:
    try:
        kept = line(typed)
    except ValueError:
        return
    assert len(kept.splitlines()) == 1
    assert kept == kept.strip() == unicodedata.normalize("NFC", kept) == line(kept) == shown(kept)


@given(st.text(st.characters()))
def test_what_others_bring_becomes_one_line_and_nothing_is_refused(brought: str) -> None:
    kept = shown(brought)
    assert len(kept.splitlines()) <= 1
    assert shown(kept) == kept
    assert not set(kept) & set("<>\x00\u202e\u2066")


def test_a_remark_has_lines_and_may_be_empty() -> None:
    assert remark("Құжат жоқ.\r\n\r\n  Қайта жіберіңіз\t\n") == "Құжат жоқ.\n\nҚайта жіберіңіз"
    assert remark(" \n ") == ""
    for wrong in ("a\x00", "<b>", "\u202e", "\n\u2800"):
        with pytest.raises(ValueError, match="line_invalid"):
            remark(wrong)
