"""What counts as breaking readers of an event."""

from enum import StrEnum
from typing import Any, ClassVar

import pytest
from pydantic import Field, create_model

from kezek.contracts.events import Contract, Event
from kezek.contracts.schemas import breaks, schema_of


class Kind(StrEnum):
    ONE = "one"
    TWO = "two"


class FewerKinds(StrEnum):
    ONE = "one"


class MoreKinds(StrEnum):
    ONE = "one"
    TWO = "two"
    THREE = "three"


class Inner(Contract):
    name: str


class RenamedInner(Contract):
    full_name: str


class Before(Event):
    """The event as it was."""

    TYPE: ClassVar[str] = "probe.before.v1"
    TOPIC: ClassVar[str] = "probe"

    text: str
    number: int | None
    kind: Kind
    inner: Inner
    listed: tuple[Inner, ...] = ()


def changed(**fields: Any) -> dict[str, Any]:
    """The schema with these fields as given; None takes one out."""
    now = {name: (field.annotation, field) for name, field in Before.model_fields.items()}
    now |= {name: field for name, field in fields.items() if field is not None}
    kept = {name: field for name, field in now.items() if fields.get(name, field) is not None}
    return create_model("After", __base__=Contract, **kept).model_json_schema()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"text": None}, "payload.text is gone"),
        ({"text": None, "renamed": (str, "")}, "payload.text is gone"),
        ({"text": (int, ...)}, "payload.text has another type"),
        ({"number": (int, ...)}, "payload.number has another"),
        ({"text": (str | None, ...)}, "payload.text has another"),
        ({"text": (str, Field(pattern="^a$"))}, "payload.text has another pattern"),
        ({"added": (str, ...)}, "payload.added is required now"),
        ({"kind": (FewerKinds, ...)}, "payload.kind lost the values ['two']"),
        ({"inner": (RenamedInner, ...)}, "payload.inner.name is gone"),
        ({"listed": (tuple[RenamedInner, ...], ())}, "payload.listed[].name is gone"),
        ({"listed": (tuple[Inner, ...], ...)}, "payload.listed is required now"),
    ],
    ids=str,
)
def test_a_change_that_breaks_readers_is_found(change: dict[str, Any], problem: str) -> None:
    found = breaks(schema_of(Before), changed(**change))
    assert any(each.startswith(problem) for each in found), found


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"added": (str, "")},
        {"kind": (MoreKinds, ...)},
        {"listed": (tuple[Inner, ...], ()), "more": (Inner | None, None)},
    ],
    ids=str,
)
def test_what_is_only_added_breaks_nobody(change: dict[str, Any]) -> None:
    assert breaks(schema_of(Before), changed(**change)) == []


def test_other_words_break_nobody() -> None:
    schema = schema_of(Before)
    assert breaks(schema, {**schema, "description": "Said otherwise.", "title": "Other"}) == []
