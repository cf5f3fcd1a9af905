from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from kezek.contracts.ages import birthday, born_by
from kezek.contracts.applications import ApplicationCard, ApplicationQueued
from kezek.contracts.ids import new_id
from kezek.contracts.texts import LANGUAGE_NAMES, Text
from kezek.contracts.values import Person, PersonName, QueueRef, Transfer
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language, QueueClass

QUEUES = TypeAdapter(QueueRef)
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


@given(st.from_regex("[0-9]{4}", fullmatch=True), st.sampled_from(GroupKind), st.integers(1000, 9999))
def test_a_queues_key_can_be_read_and_parsed(district: str, kind: GroupKind, year: int) -> None:
    queue = QueueRef(district, kind, year)
    assert str(queue) == f"{district}.{kind.value}.{year}"
    assert QueueRef.parse(str(queue)) == queue


@pytest.mark.parametrize("key", ["", "1110", "1110.general", "11100.general.2022", "1110.other.2022"])
def test_what_is_no_key_of_a_queue_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match=r"key of a queue|not a valid GroupKind"):
        QueueRef.parse(key)


def test_a_value_travels_as_an_object_and_is_checked_on_arrival() -> None:
    told: dict[str, Any] = {"district": "1110", "kind": "general", "group_year": 2022}
    queue = QUEUES.validate_python(told | {"added_later": 1})
    assert queue == QueueRef("1110", GroupKind.GENERAL, 2022)
    assert QUEUES.dump_python(queue, mode="json") == told
    with pytest.raises(ValidationError, match="pattern"):
        QUEUES.validate_python(told | {"district": "Kokshetau"})


def test_the_facts_of_a_child_are_one_value() -> None:
    facts: dict[str, Any] = {
        "application_id": new_id(),
        "child_id": new_id(),
        "applicant_id": new_id(),
        "queue_class": QueueClass.PRIORITY,
        "birth_date": date(2022, 2, 28),
        "languages": (InstructionLanguage.KAZAKH,),
        "submitted_at": datetime(2026, 11, 28, 9, tzinfo=UTC),
        "twins": new_id(),
        "separate_places": True,
        "transfer": Transfer(application_id=new_id(), kindergarten_id=new_id()),
    }
    queued = ApplicationQueued(number="10.UO.2026.00001.1", queue=QueueRef.parse("1110.general.2022"), **facts)
    assert vars(queued.child) == facts


def test_a_name_is_read_in_full_and_a_person_never_stands_in_a_log() -> None:
    assert PersonName(surname="Үлгі", given_name="Бала").full == "Үлгі Бала"
    assert PersonName(surname="Үлгі", given_name="Бала", patronymic="Әкеұлы").full == "Үлгі Бала Әкеұлы"
    person = Person(iin="991399000009", surname="Үлгі", given_name="Бала")
    assert repr(person) == "Person()"
    assert "Үлгі" not in repr(ApplicationCard.model_construct(child=person))


@pytest.mark.parametrize("language", Language)
def test_a_text_is_told_in_each_language_with_its_values(language: Language) -> None:
    text = Text("{n} орын", "{n} мест", "{n} places")
    assert text.in_(language, {"n": 3}).startswith("3 ")
    assert text.in_(language.value) == getattr(text, language.value)
    assert LANGUAGE_NAMES[InstructionLanguage(language.value)].in_(language)


@pytest.mark.parametrize(
    ("born", "months", "day"),
    [
        ("2022-02-01", 24, "2024-02-01"),
        ("2020-02-29", 12, "2021-03-01"),
        ("2020-02-29", 48, "2024-02-29"),
        ("2022-08-31", 18, "2024-03-01"),
        ("2021-12-31", 2, "2022-03-01"),
    ],
)
def test_an_age_is_reached_on_its_day(born: str, months: int, day: str) -> None:
    assert birthday(date.fromisoformat(born), months) == date.fromisoformat(day)


@given(DAYS, DAYS, st.integers(0, 120))
def test_the_last_day_of_birth_is_that_of_those_who_have_reached_the_age(born: date, day: date, months: int) -> None:
    assert (birthday(born, months) <= day) == (born <= born_by(day, months))
