import json
import logging
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, Any

import pytest
import sqlalchemy as sa
from fastapi import APIRouter
from hypothesis import given
from hypothesis import strategies as st
from opentelemetry import trace

from kezek.contracts.events import Event
from kezek.contracts.ids import new_id
from kezek.platform.actors import Actor, Role
from kezek.platform.db import Database, Tx
from kezek.platform.http.app import create_app
from kezek.platform.http.permissions import Permission, Scope, require
from kezek.platform.http.transactions import Transaction
from kezek.platform.messaging.consumers import Consumers, Heard
from kezek.platform.messaging.jobs import Job, add_job
from kezek.platform.messaging.records import Received
from kezek.platform.settings import Settings
from kezek.platform.telemetry import SeldomRepeated, current_traceparent, scrub
from kezek.platform.testing import an_actor, drained, running
from kezek.platform.worker import Worker

IIN = "991399000009"
TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
SAY = Permission("probe:say", frozenset({Role.PARENT}), Scope.OWN_PERSON)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        (f"child {IIN} queued", "child [iin] queued"),
        (f"serialNumber=IIN{IIN}", "serialNumber=IIN[iin]"),
        (f'"{IIN}"', '"[iin]"'),
        (f"/children/{IIN}?x", "/children/[iin]?x"),
        (f"iin-{IIN}", "iin-[iin]"),
        ("call +77991234567 now", "call [contact] now"),
        ("77991234567", "[contact]"),
        ("87011234567", "[contact]"),
        ("to a.b+c@mail.example.kz,", "to [contact],"),
        ("Key: DETAIL:  Key (name)=(Ахметова) exists.\nnext", "Key: [quoted]\nnext"),
        ("[type=x, input_value='Ахметова', input_type=str]", "[type=x, [quoted], input_type=str]"),
        (
            f"trace {TRACE} of 0192d3a0-1234-7abc-8def-123456789012",
            f"trace {TRACE} of 0192d3a0-1234-7abc-8def-123456789012",
        ),
        ("10.UO.2026.00001.1 at 2026-11-21T06:00:00.123456Z", "10.UO.2026.00001.1 at 2026-11-21T06:00:00.123456Z"),
    ],
)
def test_logs_hold_no_personal_data_and_keep_ids(text: str, clean: str) -> None:
    assert scrub(text) == clean


@given(st.uuids())
def test_no_id_is_ever_scrubbed(value: Any) -> None:
    assert scrub(f"key={value} trace_id={value.hex}") == f"key={value} trace_id={value.hex}"


def test_no_id_of_ours_is_ever_scrubbed() -> None:
    ids = [str(new_id()) for _ in range(2000)]
    assert [scrub(each) for each in ids] == ids


LOGGING = """
import sys
import logging
import sqlalchemy as sa
from kezek.platform.settings import Settings
from kezek.platform.telemetry import logger, span, start_telemetry

start_telemetry("probe", Settings(database_url="", environment="sandbox"))
LOG = logger("probe")
with span("one", traceparent="00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"):
    LOG.info("hello", iin="991399000009", nested={"phones": ["+77991234567"]}, number=7)
    logging.getLogger("foreign").warning("of another library: %s", "991399000009")
    try:
        raise ValueError("991399000009")
    except ValueError:
        LOG.exception("failed")
"""


def test_a_process_logs_one_json_line_each_with_its_trace_and_without_iins() -> None:
    run = subprocess.run([sys.executable, "-c", LOGGING], capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    assert [line["message"] for line in lines] == ["hello", "of another library: [iin]", "failed"]
    assert {line["trace_id"] for line in lines} == {TRACE}
    assert IIN not in run.stdout + run.stderr
    assert lines[0]["nested"] == {"phones": ["[contact]"]}
    assert "ValueError: [iin]" in lines[2]["exception"]


async def test_an_error_of_the_database_does_not_quote_the_parameters(database: Database) -> None:
    async with database.write() as tx:
        with pytest.raises(sa.exc.DBAPIError) as failed:
            await tx.rows(sa.text("select cast(:name as integer)"), {"name": f"Ахметова {IIN}"})
    assert "Ахметова" not in scrub(str(failed.value))


@pytest.fixture
async def event(kafka_topic: Callable[..., Awaitable[str]], make_event: Callable[..., type[Event]]) -> type[Event]:
    return make_event(await kafka_topic())


def routes(event: Any) -> APIRouter:
    router = APIRouter()

    @router.post("/say")
    async def say(tx: Transaction, actor: Annotated[Actor, require(SAY)]) -> None:
        await tx.publish(event(subject="one"), version=1)

    return router


def trace_id() -> str:
    return f"{trace.get_current_span().get_span_context().trace_id:032x}"


async def test_one_trace_from_the_request_through_outbox_and_consumer_to_the_job(
    settings: Settings, database: Database, event: Any, api: Any
) -> None:
    traces: dict[str, str] = {}
    consumers = Consumers("probe")

    @consumers.on(event)
    async def on_happened(tx: Tx, event: Any, _: Received) -> None:
        traces["consumer"] = trace_id()
        await add_job(tx, "tell", event.subject, {})

    async def tell(tx: Tx, job: Job) -> None:
        traces["job"] = trace_id()

    worker = Worker("probe", settings, consumers)
    worker.add_jobs({"tell": tell})
    service = await api(create_app("probe", settings, [routes(event)]))
    async with running(worker.application()):
        headers = {"X-Request-Id": TRACE}
        assert (await service.by(an_actor()).post("/say", headers=headers)).status_code == 200
        await drained(worker)
    assert traces == {"consumer": TRACE, "job": TRACE}


async def test_what_events_handled_together_cause_stays_in_the_trace_of_each(
    settings: Settings, event: Any, api: Any, make_event: Any, kafka_topic: Any
) -> None:
    traces: list[str] = []
    consumers, answer = Consumers("probe"), make_event(await kafka_topic())

    @consumers.on_run(event)
    async def on_all(_: Tx, run: Sequence[Heard[Any]]) -> None:
        for each in run:
            await each.tx.publish(answer(subject=each.event.subject), version=1)

    @consumers.on(answer)
    async def on_answer(_tx: Tx, _event: Any, _: Received) -> None:
        traces.append(trace_id())

    worker = Worker("probe", settings, consumers)
    service = await api(create_app("probe", settings, [routes(event)]))
    asked = [f"{number:032x}" for number in (7, 8)]
    async with running(worker.application()):
        for request_id in asked:
            await service.by(an_actor()).post("/say", headers={"X-Request-Id": request_id})
        await drained(worker)
    assert sorted(traces) == asked


@pytest.mark.parametrize("request_id", ["", "x", "0" * 32, TRACE.upper(), TRACE + "0", "ё" * 32])
async def test_a_request_id_that_is_none_begins_a_trace_of_its_own(
    settings: Settings, database: Database, happened: Any, api: Any, request_id: str
) -> None:
    service = await api(create_app("probe", settings, [routes(happened)]))
    await service.by(an_actor()).post("/say", headers={"X-Request-Id": request_id.encode()})
    async with database.read() as tx:
        traceparent = await tx.value(sa.text("select traceparent from outbox"))
    assert traceparent.startswith("00-")
    assert TRACE not in traceparent


def test_without_a_span_there_is_no_trace_context() -> None:
    assert current_traceparent() == ""


def a_line(logger: str, line: int) -> logging.LogRecord:
    return logging.LogRecord(logger, logging.ERROR, "client.py", line, "broker %s away", ("1",), None)


def test_a_library_that_repeats_itself_is_shown_once_in_a_while() -> None:
    seldom = SeldomRepeated(("aiokafka",), every_s=60)
    shown = [seldom.filter(a_line("aiokafka.client", 7)) for _ in range(100)]
    assert shown == [True] + 99 * [False]
    assert seldom.filter(a_line("aiokafka.client", 8))
    assert all(seldom.filter(a_line("kezek.platform", 7)) for _ in range(3))


def test_it_is_shown_again_after_that_while() -> None:
    at_once = SeldomRepeated(("aiokafka",), every_s=0)
    assert [at_once.filter(a_line("aiokafka.client", 7)) for _ in range(2)] == [True, True]
