"""No name that a form or a register can bring stops a paper."""

from datetime import UTC, date, datetime

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import AttendanceSheet, Kindergarten, SheetChild
from kezek.contracts.lines import LONGEST, line
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.texts import Text
from kezek.contracts.values import ClaimedBenefit, Person, PersonName
from kezek.contracts.vocabulary import (
    DepartureReason,
    DocumentKind,
    GroupKind,
    InstructionLanguage,
    Language,
    Ownership,
    ReferralStatus,
    SheetDay,
)
from kezek.documents.adapters.papers.typesetting import STAND_IN, showable
from kezek.documents.domain.ending_paper import Ending
from kezek.documents.domain.referral import Origin, Referral
from kezek.documents.domain.referral_paper import Told
from kezek.documents.usecases.make_child_card import ChildCard, child_card_pdf
from kezek.documents.usecases.make_ending_paper import EndedReferral, ending_pdf
from kezek.documents.usecases.make_referral_paper import referral_pdf
from kezek.documents.usecases.make_sheet_paper import KnownSheet, sheet_pdf

REFERRAL = Referral(
    id=new_id(),
    application_id=new_id(),
    applicant_id=new_id(),
    kindergarten_id=new_id(),
    number="1000000101",
    group_year=2022,
    language=InstructionLanguage.KAZAKH,
    issued_at=datetime(2026, 11, 23, 9, 14, tzinfo=UTC),
    expires_at=datetime(2026, 11, 30, 19, tzinfo=UTC),
    last_day=date(2026, 11, 30),
    status=ReferralStatus.VALID,
    version=1,
    check_code="a" * 26,
)
STARS = "Бала 🐣 王伟 김 कमल ༀ \U0001f468\u200d\U0001f469\u200d\U0001f467"


def paper(name: str, garden: str | None = None, child: Person | None = None) -> bytes:
    """The paper of a child, at a kindergarten, of these names."""
    card, kindergarten = known(name, garden, child)
    told = Told(REFERRAL_PROFILE, Origin(), "https://kezek.example/check/a")
    return referral_pdf(REFERRAL, card, kindergarten, told)


def child_card(name: str) -> bytes:
    """The child's card, where all names and a benefit's are this."""
    benefit = ClaimedBenefit(code="other", name=Text(name, name, name), confirmed=False)
    card, kindergarten = known(name)
    card = card.model_copy(update={"benefits": (benefit,)})
    return child_card_pdf(ChildCard(REFERRAL, card, kindergarten), "https://kezek.example", REFERRAL.issued_at)


def ending(kind: DocumentKind, name: str) -> bytes:
    """The paper of how a referral ended, where all names are this."""
    card, kindergarten = known(name)
    ended = Ending(kind, REFERRAL.issued_at, DepartureReason.OTHER, date(2026, 12, 18))
    return ending_pdf(EndedReferral(REFERRAL, card, kindergarten, ended), "https://kezek.example")


def attendance(name: str, language: str = "kk", children: int = 25) -> bytes:
    """The paper of a month of 31 days, where all names are this."""
    card, kindergarten = known(name)
    days = tuple(list(SheetDay)[day % 7] for day in range(31))
    ids = [new_id() for _ in range(children)]
    sheet = AttendanceSheet(
        sheet_id=new_id(),
        number="202610-00001",
        kindergarten_id=kindergarten.kindergarten_id,
        group_year=2022,
        language=InstructionLanguage.KAZAKH,
        kind=GroupKind.GENERAL,
        month=date(2026, 10, 1),
        children=tuple(SheetChild(application_id=each, applicant_id=None, days=days) for each in ids),
        not_worked=tuple(date(2026, 10, day) for day in range(1, 32) if days[day - 1] is SheetDay.FREE),
        digest="a" * 64,
        act_id=new_id(),
        closed_at=datetime(2026, 11, 1, 5, tzinfo=UTC),
        closed_by_name=name,
    )
    of = KnownSheet(sheet, kindergarten, dict.fromkeys(ids[1:], card))
    return sheet_pdf(of, "https://kezek.example/check/a", language)


def known(name: str, garden: str | None = None, child: Person | None = None) -> tuple[ApplicationCard, Kindergarten]:
    person = Person(iin="", surname=name, given_name=name, patronymic=None)
    card = ApplicationCard(
        application_id=REFERRAL.application_id,
        number="10.UO.2026.00001.1",
        applicant=person,
        child=child or person,
        child_birth_date=date(2022, 3, 8),
        phone="77990000000",
        email="family@example.kz",
        language=Language.KK,
    )
    called = Text(kk=garden or name, ru=garden or name, en=garden or name)
    kindergarten = Kindergarten(
        kindergarten_id=REFERRAL.kindergarten_id,
        district="1110",
        name=called,
        address=called,
        phone=name,
        ownership=Ownership.STATE,
    )
    return card, kindergarten


def words_of(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
@example(STARS)
@example("\x00\x1f\x7f\u2028\u202e\u200b\ufeff\ue000\ufffe\U0010ffff<b>&lt;")
@example("\u0301\u0301e\u0301\u0489")
@example("")
def test_whatever_a_register_brings_becomes_a_paper(name: str) -> None:
    assert paper(name).startswith(b"%PDF")
    assert child_card(name).startswith(b"%PDF")
    assert attendance(name, children=2).startswith(b"%PDF")


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=LONGEST))
@example("0\u20e3")
@example("ж\u0489 Ł\u20dd")
def test_whatever_a_form_takes_becomes_a_paper(typed: str) -> None:
    try:
        taken = line(typed)
    except ValueError:
        return
    assert paper(taken).startswith(b"%PDF")


def test_what_fonts_do_not_have_is_a_box_which_the_paper_explains() -> None:
    text = words_of(paper("Бала 王😀", "Гүл"))
    assert "Бала □□" in text
    assert "□ – буква или знак" in text
    assert "□ – қағаздың" in text
    assert "□ – қағаздың" in words_of(child_card("Бала 王😀"))
    assert STAND_IN not in words_of(paper("Әғқңөұүһі Ёлкина O'Neil-Łukasz", "Гүл"))


def test_a_mark_that_its_letter_cannot_carry_is_a_box_beside_it() -> None:
    assert "Бала 0□" in words_of(paper("Бала 0\u20e3", "Гүл"))
    assert showable("Жә\u0301н") == "Жә\u0301н"


def test_each_page_has_the_name_the_register_writes_in_its_language() -> None:
    russian = PersonName(surname="Улгиева", given_name="Асем", patronymic="Хакимовна")
    child = Person(iin="", surname="Үлгіева", given_name="Әсем", patronymic="Һәкімқызы", russian=russian)
    kazakh_page, russian_page = pypdfium2.PdfDocument(paper("Гүл", child=child))
    kazakh_text, russian_text = (each.get_textpage().get_text_bounded() for each in (kazakh_page, russian_page))
    assert "Үлгіева Әсем Һәкімқызы" in kazakh_text
    assert "Улгиева Асем Хакимовна" in russian_text
    assert "Үлгіева" not in russian_text


def test_each_letter_of_ordinary_names_is_set_as_it_is() -> None:
    ranges = [(0x20, 0x7E), (0xA0, 0xFF), (0x400, 0x482), (0x48A, 0x4FF), (0x2013, 0x2014), (0x2018, 0x201E)]
    ordinary = "".join(chr(code) for first, last in ranges for code in range(first, last + 1)) + "…№"
    assert showable(ordinary) == ordinary
    assert paper(ordinary).startswith(b"%PDF")


def test_long_names_leave_the_card_one_page_in_each_language() -> None:
    assert len(pypdfium2.PdfDocument(child_card("Ұзынатаулы " * 7))) == 2
    for kind in (DocumentKind.REFUSAL, DocumentKind.DEPARTURE):
        assert len(pypdfium2.PdfDocument(ending(kind, "Ұзынатаулы " * 7))) == 2


@pytest.mark.parametrize("word", ["ЖОЛДАМА", "БАЛА", "БАЛАБАҚША", "НАПРАВЛЕНИЕ", "РЕБЁНОК", "KEZEK", "ДЕЙСТВИТЕЛЬНО"])
def test_headings_are_read_as_words(word: str) -> None:
    assert word in words_of(paper("Ғалия")).split()
