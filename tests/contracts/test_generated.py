"""Snapshots and pages are what the code says, and nothing breaks those who know the snapshots."""

import json
import re
from pathlib import Path
from typing import Any, ClassVar

import pytest

from kezek.contracts import docs
from kezek.contracts.asyncapi import asyncapi
from kezek.contracts.events import Event
from kezek.contracts.topics import EVENTS, TOPICS

ROOT = Path(__file__).parents[2]


class NewEvent(Event):
    """An event that has no snapshot yet."""

    TYPE: ClassVar[str] = "queue.new-event.v1"
    TOPIC: ClassVar[str] = "queue.call"

    text: str


class Retyped(NewEvent):
    """The same type with another field."""

    text: int  # type: ignore[assignment]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    docs_of_today = docs.generated()
    for path, text in docs_of_today.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def test_no_event_breaks_those_who_know_its_snapshot() -> None:
    assert docs.broken(ROOT) == []


def test_every_event_has_its_snapshot_and_the_pages_are_current() -> None:
    assert docs.outdated(ROOT) == [], "run: python -m kezek.contracts.docs"


def test_an_event_without_a_snapshot_is_found(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EVENTS, NewEvent.TYPE, NewEvent)
    assert f"libs/contracts/schemas/{NewEvent.TYPE}.json" in docs.outdated(copy)


def test_an_event_that_is_gone_is_found(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(EVENTS, "queue.called.v1")
    assert docs.broken(copy) == ["queue.called.v1 is gone"]


def test_a_change_that_breaks_readers_is_found_and_not_written_over(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(EVENTS, NewEvent.TYPE, NewEvent)
    docs.main(copy)
    monkeypatch.setitem(EVENTS, NewEvent.TYPE, Retyped)
    assert docs.broken(copy) == [f"{NewEvent.TYPE}: payload.text has another type: string before, integer now"]
    with pytest.raises(SystemExit, match="break readers"):
        docs.main(copy)


def test_every_reference_of_the_asyncapi_document_leads_somewhere() -> None:
    document: dict[str, Any] = asyncapi()
    for reference in re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(document)):
        found: Any = document
        for step in reference.split("/"):
            found = found[step]


def test_the_asyncapi_document_names_every_topic_with_who_sends_and_who_receives() -> None:
    document = asyncapi()
    assert set(document["channels"]) == {topic.name for topic in TOPICS}
    for topic in TOPICS:
        named = {name for name in document["operations"] if name.endswith(f"s.{topic.name}")}
        assert named == {
            f"{topic.publisher}.sends.{topic.name}",
            *(f"{service}.receives.{topic.name}" for service in topic.consumed_by),
        }
