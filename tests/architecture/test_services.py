"""What holds of every service as its composition roots build it."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import APIRouter

from kezek.contracts import topics
from kezek.contracts.topics import BY_NAME, TOPICS
from kezek.platform.http.app import create_app
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.settings import Environment, Settings
from kezek.platform.testing import Signing
from tests.architecture.guards import SERVICES, build, unguarded_routes, unmatched_topics


@pytest.fixture(scope="module")
def consumers(signing: Signing, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Consumers]:
    values = given(signing, tmp_path_factory.mktemp("services"))
    return {service: build(service, "main_worker", "build_worker", **values).consumers for service in SERVICES}


@pytest.fixture(scope="module")
def subscribed(consumers: dict[str, Consumers]) -> dict[str, tuple[str, ...]]:
    return {service: found.topics for service, found in consumers.items()}


def given(signing: Signing, folder: Path) -> dict[str, object]:
    clock = folder / "clock"
    clock.write_bytes(bytes(8))
    return {
        "environment": Environment.SANDBOX,
        "trust_list": signing.trust_list,
        "sandbox_clock_file": clock,
        "redis_url": "redis://127.0.0.1:1/0",
    }


@pytest.mark.parametrize("service", SERVICES)
def test_every_route_declares_exactly_one_permission(service: str, signing: Signing, tmp_path: Path) -> None:
    app = build(service, "main_api", "build_app", **given(signing, tmp_path))
    assert unguarded_routes(app) == []


def test_a_planted_route_without_a_permission_is_found() -> None:
    router = APIRouter()

    @router.get("/planted")
    async def planted() -> None: ...

    settings = Settings(database_url="postgresql+asyncpg://x:x@127.0.0.1:1/x", environment=Environment.SANDBOX)
    assert unguarded_routes(create_app("probe", settings, [router])) == ["/planted"]


def loaded_by(*modules: str) -> set[str]:
    """The top packages that a fresh process has loaded once it has these modules."""
    program = f"import sys, {', '.join(modules)}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    return set(
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    )


def test_no_process_loads_what_another_kind_needs() -> None:
    """An API never speaks to Kafka; where nothing is signed no signature is verified."""
    apis = loaded_by(*(f"kezek.{service}.main_api" for service in SERVICES))
    assert {"fastapi", "asn1crypto"} <= apis
    assert not apis & {"aiokafka", "faststream"}
    unsigned = loaded_by("kezek.notifications.main_api", "kezek.notifications.main_worker")
    assert not unsigned & {"asn1crypto", "holidays"}


def test_the_contracts_know_every_service() -> None:
    assert set(SERVICES) == topics.SERVICES


def test_every_topic_is_consumed_by_those_declared_and_nobody_else(subscribed: dict[str, tuple[str, ...]]) -> None:
    assert unmatched_topics(subscribed) == []


@pytest.mark.parametrize("service", SERVICES)
def test_every_event_of_a_consumed_topic_is_handled_or_ignored_with_a_reason(
    service: str, consumers: dict[str, Consumers]
) -> None:
    found = consumers[service]
    assert found.forgotten() == []
    assert not {*found.handlers} & {*found.ignored}
    assert all(found.ignored.values())


def test_a_declared_consumer_without_a_handler_is_found(subscribed: dict[str, tuple[str, ...]]) -> None:
    planted = {**subscribed, "queue": tuple(name for name in subscribed["queue"] if name != "referrals.queue")}
    assert "queue does not consume referrals.queue" in unmatched_topics(planted)


def test_a_handler_of_a_service_that_is_not_declared_is_found(subscribed: dict[str, tuple[str, ...]]) -> None:
    topics = tuple(replace(each, consumed_by=()) if each.name == "queue.call" else each for each in TOPICS)
    assert "referrals is not declared for queue.call" in unmatched_topics(subscribed, topics)


def test_a_handler_of_a_topic_that_nobody_declares_is_found(subscribed: dict[str, tuple[str, ...]]) -> None:
    topics = tuple(each for each in TOPICS if each.name != "queue.call")
    assert unmatched_topics(subscribed, topics) == ["queue.call is no topic"]


def test_every_publisher_is_a_service() -> None:
    assert {topic.publisher for topic in BY_NAME.values()} <= set(SERVICES)
