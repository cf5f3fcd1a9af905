"""A server that does not serve us is named, with the cause; what waiting does not mend ends the worker."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from aiokafka.errors import GroupCoordinatorNotAvailableError
from structlog.testing import capture_logs

from kezek.platform import reachable
from kezek.platform.clock import SystemClock
from kezek.platform.db import Database
from kezek.platform.http.app import create_app
from kezek.platform.messaging import rights
from kezek.platform.messaging.connection import Kafka
from kezek.platform.messaging.reachable import kafka_fault
from kezek.platform.reachable import Cause, Fault, Watch, database_fault, until_all_answer
from kezek.platform.settings import Settings
from kezek.platform.testing.certificates import Certified
from kezek.platform.testing.entrances import tls_before
from kezek_local.stack import Stack

NOWHERE = "127.0.0.1:1"
WRONG = "guessed-and-never-to-be-shown"
REFUSED = Fault("Kafka", "kafka.example.kz:9093", "queue", Cause.REFUSED, "SaslAuthenticationFailed")
AWAY = replace(REFUSED, cause=Cause.UNREACHABLE)
STARTUP_FAILED = 3


def with_password(url: str, password: str) -> str:
    user = url.split("//")[1].split(":", maxsplit=1)[0]
    return f"postgresql+asyncpg://{user}:{password}@{url.split('@')[1]}"


@asynccontextmanager
async def opened(settings: Settings, **values: Any) -> AsyncIterator[Database]:
    database = Database(settings.model_copy(update=values), "probe", SystemClock())
    yield database
    await database.close()


async def test_why_the_database_does_not_answer(
    settings: Settings, servers: Stack, ours: Certified, theirs: Certified
) -> None:
    url, here = settings.database_url, f"127.0.0.1:{servers.ports.postgres}"
    async with tls_before(servers.ports.postgres, ours, asked=True) as port:
        there = url.replace(here, f"127.0.0.1:{port}")
        cases: list[tuple[dict[str, Any], str, Cause]] = [
            ({"database_url": with_password(url, WRONG)}, here, Cause.REFUSED),
            ({"database_url": url.replace("probe:", "nobody:")}, here, Cause.REFUSED),
            ({"database_url": f"{url}_of_nobody"}, here, Cause.MISSING),
            ({"database_url": f"{url.rpartition('/')[0]}/kezek"}, here, Cause.MISSING),
            ({"database_url": url.replace(here, NOWHERE)}, NOWHERE, Cause.UNREACHABLE),
            ({"database_ca_file": theirs.ca_file, "database_url": there}, f"127.0.0.1:{port}", Cause.UNTRUSTED),
        ]
        for values, address, cause in cases:
            async with opened(settings, **values) as database:
                fault = await database_fault(database)
            assert fault is not None, values
            assert (fault.server, fault.address, fault.cause) == ("PostgreSQL", address, cause), fault
        async with opened(settings, database_ca_file=ours.ca_file, database_url=there) as database:
            assert await database_fault(database) is None


async def test_why_kafka_does_not_answer(servers: Stack, ours: Certified, theirs: Certified) -> None:
    kafka = servers.kafka("queue")
    async with tls_before(servers.ports.kafka, ours) as port:
        there = f"127.0.0.1:{port}"
        cases: list[tuple[Kafka, str, Cause]] = [
            (replace(kafka, password=WRONG), kafka.bootstrap, Cause.REFUSED),
            (replace(kafka, user="nobody"), kafka.bootstrap, Cause.REFUSED),
            (replace(kafka, mechanism="PLAIN", password=WRONG), kafka.bootstrap, Cause.REFUSED),
            (replace(kafka, user=""), kafka.bootstrap, Cause.UNREACHABLE),
            (replace(kafka, bootstrap=NOWHERE), NOWHERE, Cause.UNREACHABLE),
            (replace(kafka, bootstrap=there, ca_file=theirs.ca_file), there, Cause.UNTRUSTED),
            (replace(kafka, bootstrap=f"{NOWHERE},{kafka.bootstrap}", password=WRONG), kafka.bootstrap, Cause.REFUSED),
        ]
        for asked, address, cause in cases:
            fault = await kafka_fault(asked)
            assert fault is not None, asked
            assert (fault.server, fault.address, fault.cause) == ("Kafka", address, cause), fault
        assert await kafka_fault(replace(kafka, bootstrap=there, ca_file=ours.ca_file)) is None
    assert await kafka_fault(replace(kafka, bootstrap=f"{NOWHERE},{kafka.bootstrap}")) is None


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reachable, "TRY_EVERY_S", 0.001)
    monkeypatch.setattr(reachable, "GIVE_UP_AFTER_S", 0.1)


def a_server(*faults: Fault | None) -> tuple[reachable.Probe, list[Fault | None]]:
    """A server that answers so, one after the other, and its last answer for ever; and what it answered."""
    answered: list[Fault | None] = []

    async def probe() -> Fault | None:
        answered.append(faults[min(len(answered), len(faults) - 1)])
        return answered[-1]

    return probe, answered


async def test_a_cause_is_said_once_until_it_changes() -> None:
    watch = Watch(a_server(AWAY, AWAY, REFUSED, REFUSED, AWAY, None, AWAY)[0])
    with capture_logs() as said:
        assert [await watch.answers() for _ in range(7)] == [False] * 5 + [True, False]
    assert [line["cause"] for line in said] == [
        "not reachable",
        "user or password refused",
        "not reachable",
        "not reachable",
    ]
    assert said[1] == {
        "event": "a server does not answer",
        "log_level": "warning",
        "server": "Kafka",
        "address": "kafka.example.kz:9093",
        "user": "queue",
        "cause": "user or password refused",
        "detail": "SaslAuthenticationFailed",
    }


async def test_a_cause_that_stays_is_said_again(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(reachable, "time", SimpleNamespace(monotonic=lambda: now[0]))
    watch = Watch(a_server(AWAY)[0])
    with capture_logs() as said:
        for _ in range(100):
            await watch.answers()
            now[0] += 0.5
    assert len(said) == 5, "50 seconds"


@pytest.mark.usefixtures("at_once")
async def test_who_is_turned_away_gives_up() -> None:
    well, _ = a_server(None)
    with capture_logs() as said, pytest.raises(reachable.NotServedError, match="user or password refused"):
        await asyncio.wait_for(until_all_answer(well, a_server(REFUSED)[0]), 30)
    assert [line["log_level"] for line in said] == ["warning", "critical"]


@pytest.mark.usefixtures("at_once")
async def test_who_was_turned_away_for_a_moment_goes_on() -> None:
    probe, answered = a_server(AWAY, REFUSED, REFUSED, AWAY, REFUSED, None)
    await until_all_answer(probe)
    assert answered[-1] is None


@pytest.mark.usefixtures("at_once")
async def test_what_is_away_or_not_made_yet_is_waited_for() -> None:
    missing = replace(AWAY, server="PostgreSQL", cause=Cause.MISSING)
    waiting = asyncio.create_task(until_all_answer(a_server(AWAY)[0], a_server(missing)[0]))
    done, _ = await asyncio.wait({waiting}, timeout=1)
    waiting.cancel()
    assert not done, "ten times as long as who is turned away waits"


WORKER = """
from kezek.platform import reachable
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.settings import Settings
from kezek.platform.worker import Worker

reachable.GIVE_UP_AFTER_S = 0.1
Worker("probe", Settings(), Consumers("probe")).run()
"""


@pytest.mark.parametrize("server", ["PostgreSQL", "Kafka"])
async def test_a_worker_with_a_wrong_password_says_so_and_leaves(settings: Settings, server: str) -> None:
    wrong = {
        "PostgreSQL": {"DATABASE_URL": with_password(settings.database_url, WRONG)},
        "Kafka": {"KAFKA_PASSWORD": WRONG},
    }
    given = {
        "ENVIRONMENT": "sandbox",
        "PORT": "0",
        "DATABASE_URL": settings.database_url,
        "KAFKA_BOOTSTRAP": settings.kafka_bootstrap,
        "KAFKA_USER": settings.kafka_user,
        "KAFKA_PASSWORD": settings.kafka_password.get_secret_value(),
        **wrong[server],
    }
    environment = {**os.environ, **{f"KEZEK_{name}": value for name, value in given.items()}}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WORKER, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    output = (await asyncio.wait_for(process.communicate(), 120))[0].decode()
    lines = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
    (gave_up,) = [line for line in lines if line["level"] == "critical"]
    assert (gave_up["server"], gave_up["cause"]) == (server, "user or password refused")
    assert process.returncode == STARTUP_FAILED
    assert WRONG not in output
    assert given["KAFKA_PASSWORD"] not in output


async def test_an_api_that_is_not_ready_says_why(settings: Settings, api: Any) -> None:
    wrong = settings.model_copy(update={"database_url": with_password(settings.database_url, WRONG)})
    started = await api(create_app("probe", wrong, []))
    async with started.by() as client:
        with capture_logs() as said:
            assert [(await client.get("/health/ready")).status_code for _ in range(2)] == [503, 503]
    assert [(line["server"], line["cause"]) for line in said] == [("PostgreSQL", "user or password refused")]
    assert WRONG not in str(said)


async def test_a_kafka_without_a_coordinator_is_not_waited_for_for_ever(
    servers: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def none(*_: object) -> int:
        raise GroupCoordinatorNotAvailableError

    monkeypatch.setattr(rights.AIOKafkaAdminClient, "find_coordinator", none)
    monkeypatch.setattr(rights, "COORDINATOR_WITHIN_S", 0.3)
    with capture_logs() as said, pytest.raises(GroupCoordinatorNotAvailableError):
        await asyncio.wait_for(rights.refused(servers.kafka("queue"), rights.needed_by("queue", ["queue.call"])), 60)
    assert [line["log_level"] for line in said] == ["critical"]
