import re

import pytest
from pydantic import ValidationError

from kezek.contracts.access import READ_EVENTS
from kezek.contracts.events import Event
from kezek.contracts.ids import new_id
from kezek.contracts.queue import OfferedPlace
from kezek.contracts.topics import BY_NAME, EVENTS, TOPICS, topics_consumed_by

PERSONAL = re.compile(r"iin|name|phone|email|address|patronymic")


def fields_of(event: type[Event]) -> set[str]:
    return set(re.findall(r'"([a-z_]+)": ?\{', str(event.model_json_schema()).replace("'", '"')))


@pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS)
def test_a_type_is_named_after_its_publisher_and_stands_on_its_own_topic(event: type[Event]) -> None:
    topic = BY_NAME[event.TOPIC]
    assert re.fullmatch(rf"{topic.publisher}\.[a-z]+(-[a-z]+)*\.v[0-9]+", event.TYPE)
    assert event in topic.events


@pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS)
def test_personal_data_travel_on_their_own_topics_only(event: type[Event]) -> None:
    about_nobody = event.TOPIC in {"kindergartens.kindergarten", "kindergartens.district", "queue.policy"}
    if not (BY_NAME[event.TOPIC].personal or about_nobody):
        assert not [name for name in fields_of(event) if PERSONAL.search(name)]


def test_personal_topics_are_compacted_so_that_a_tombstone_erases() -> None:
    assert all(topic.compacted for topic in TOPICS if topic.personal)


def test_events_are_frozen() -> None:
    place = OfferedPlace(place_id=new_id(), offer=1)
    with pytest.raises(ValidationError, match="frozen"):
        place.offer = 2  # type: ignore[misc]


def test_no_service_consumes_its_own_topic() -> None:
    assert all(topic.publisher not in topic.consumed_by for topic in TOPICS)
    assert {topic.name for topic in topics_consumed_by("queue")} == {
        "applications.application",
        "applications.refresh",
        "kindergartens.district",
        "kindergartens.kindergarten",
        "referrals.place",
        "referrals.queue",
    }


def test_every_reading_comes_together_in_auth() -> None:
    access = {topic.name for topic in TOPICS if topic.name.endswith(".access")}
    assert access == {event.TOPIC for event in READ_EVENTS.values()}
    assert access <= {topic.name for topic in topics_consumed_by("auth")}
