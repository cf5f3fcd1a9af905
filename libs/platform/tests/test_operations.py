"""What administrators see and do of a service's machinery (kezek.platform.http.operations)."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.ids import new_id
from kezek.platform import pulse
from kezek.platform.db import Database
from kezek.platform.http.app import create_app
from kezek.platform.messaging.jobs import add_job
from kezek.platform.messaging.lag import Lag
from kezek.platform.messaging.records import Origin
from kezek.platform.parked_rows import mark_gone, park
from kezek.platform.settings import Settings
from kezek.platform.testing import Api, administrator, an_actor, eventually, running
from kezek.platform.worker import Worker

NOTHING_WAITS = Lag(0)


@pytest.fixture
async def service(settings: Settings, api: Any) -> Api:
    started: Api = await api(create_app("probe", settings, []))
    return started


async def beat(
    database: Database, *, ready: bool = True, lag: Lag | None = NOTHING_WAITS, seconds_ago: int = 0
) -> None:
    async with database.write() as tx:
        worker = new_id()
        await pulse.beat(tx, worker, ready=ready, lag=lag)
        ago = {"ago": timedelta(seconds=seconds_ago), "worker": worker}
        await tx.execute(
            sa.text("update pulse set seen_at = seen_at - cast(:ago as interval) where worker = :worker"), ago
        )


async def health_of(service: Api) -> dict[str, Any]:
    answer = await service.by(administrator()).get("/operations/health")
    assert answer.status_code == 200
    seen: dict[str, Any] = answer.json()
    return seen


async def test_only_an_administrator_may_look_or_replay(service: Api) -> None:
    for client, status in ((service.by(), 401), (service.by(an_actor()), 403)):
        answers = [
            await client.get("/operations/health"),
            await client.get("/operations/parked"),
            await client.post("/operations/parked/replays", json={}),
        ]
        assert [each.status_code for each in answers] == [status] * 3


async def test_a_service_without_a_worker_is_stopped(service: Api) -> None:
    seen = await health_of(service)
    assert (seen["service"], seen["health"], seen["workers"], seen["since"]) == ("probe", "stopped", 0, None)


async def test_a_worker_that_is_not_heard_for_long_counts_no_more_and_it_is_said_since_when(
    service: Api, database: Database
) -> None:
    await beat(database, seconds_ago=60)
    silent = await health_of(service)
    assert (silent["health"], silent["workers"]) == ("stopped", 0)
    assert silent["since"] < silent["as_of"]
    await beat(database, ready=False)
    assert (await health_of(service))["health"] == "stopped"
    await beat(database, lag=Lag(7, waits_s=5))
    heard = await health_of(service)
    assert (heard["health"], heard["workers"], heard["lag"]) == ("working", 1, 7)


async def test_kafka_that_is_silent_and_a_job_that_is_late_are_told(service: Api, database: Database) -> None:
    await beat(database, lag=None)
    assert (await health_of(service))["health"] == "behind"
    await beat(database)
    async with database.write() as tx:
        await add_job(tx, "probe", "one", {})
    waiting = await health_of(service)
    assert (waiting["health"], waiting["jobs"], waiting["late_jobs"]) == ("working", 1, 0)
    async with database.write() as tx:
        await tx.execute(sa.text("update job set created_at = now() - interval '6 minutes'"))
    late = await health_of(service)
    assert (late["health"], late["late_jobs"]) == ("behind", 1)


async def test_a_deadline_that_has_not_fired_is_late_after_a_while(service: Api, database: Database) -> None:
    await beat(database)
    due = sa.text(
        'insert into deadline (kind, key, "group", due_at, began_at, calendar_version, policy) '
        "select 'probe', key, 'g', now() - cast(ago as interval), now(), 1, 'p' "
        "from (values ('one', '6 minutes'), ('two', '4 minutes')) as late (key, ago)"
    )
    async with database.write() as tx:
        await tx.execute(due)
    late = await health_of(service)
    assert (late["health"], late["late_deadlines"]) == ("behind", 1)


async def test_a_service_whose_events_wait_too_long_to_be_sent_is_late(service: Api, database: Database) -> None:
    await beat(database)
    assert (await health_of(service))["outbox_since"] is None
    written = sa.text(
        "insert into outbox (shard, topic, key, value, traceparent, written_at) "
        "values (0, 't', 'k', '', '', now() - cast(:ago as interval))"
    )
    for minutes, health in ((1, "working"), (3, "late")):
        async with database.write() as tx:
            await tx.execute(written, {"ago": timedelta(minutes=minutes)})
        assert (await health_of(service))["health"] == health
    waiting = await health_of(service)
    since, as_of = (datetime.fromisoformat(waiting[name]) for name in ("outbox_since", "as_of"))
    assert (waiting["outbox"], (as_of - since).seconds) == (2, 180)


async def test_a_service_that_consumes_too_slowly_is_late(service: Api, database: Database) -> None:
    await beat(database, lag=Lag(7, waits_s=100))
    assert (await health_of(service))["health"] == "working"
    await beat(database, lag=Lag(7, waits_s=130))
    late = await health_of(service)
    assert (late["health"], late["lag"]) == ("late", 7)
    assert datetime.fromisoformat(late["as_of"]) - datetime.fromisoformat(late["lag_since"]) > timedelta(seconds=129)


async def test_the_limits_are_settings(settings: Settings, api: Any, database: Database) -> None:
    strict = settings.model_copy(update={"lag_late_after_s": 10})
    service = await api(create_app("probe", strict, []))
    await beat(database, lag=Lag(1, waits_s=11))
    assert (await health_of(service))["health"] == "late"


async def test_a_worker_leaves_its_pulse_and_takes_it_along_when_it_ends(
    service: Api, settings: Settings, writing: Any, kafka_topic: Any, make_event: Any
) -> None:
    worker = Worker("probe", settings, writing(make_event(await kafka_topic())))
    async with running(worker.application()):

        async def heard() -> bool:
            return bool((await health_of(service))["health"] == "working")

        await eventually(heard)
    assert (await health_of(service))["workers"] == 0


async def test_parked_records_are_listed_by_page_and_topic(service: Api, database: Database) -> None:
    for number in range(3):
        await park(database, Origin("test.a", 0, number), "ValueError", "test.happened.v1")
    await park(database, Origin("test.b", 0, 9), "envelope_unreadable")
    client = service.by(administrator())
    first = (await client.get("/operations/parked", params={"limit": 2})).json()
    assert (first["total"], [each["offset"] for each in first["items"]]) == (4, [0, 1])
    (other,) = (await client.get("/operations/parked", params={"topic": "test.b"})).json()["items"]
    assert (other["kind"], other["cause"], other["state"]) == (None, "envelope_unreadable", "parked")


async def test_what_is_gone_hides_nothing_that_waits(service: Api, database: Database) -> None:
    for number in range(4):
        await park(database, Origin("test.a", 0, number), "ValueError")
    for number in (0, 2):
        async with database.write() as tx:
            await mark_gone(tx, Origin("test.a", 0, number))
    client = service.by(administrator())
    listed = (await client.get("/operations/parked", params={"limit": 3})).json()
    assert [each["offset"] for each in listed["items"]] == [1, 3, 2]
    assert (listed["total"], listed["waiting"]) == (4, 2)
    other = (await client.get("/operations/parked", params={"topic": "test.b"})).json()
    assert (other["total"], other["waiting"]) == (0, 0)


async def test_one_record_or_all_are_asked_for_and_one_that_is_not_parked_is_not_found(
    service: Api, database: Database
) -> None:
    for number in range(2):
        await park(database, Origin("test.a", 0, number), "ValueError")
    client = service.by(administrator())
    record = {"topic": "test.a", "partition": 0, "offset": 1}
    one = await client.post("/operations/parked/replays", json={"record": record})
    assert (one.status_code, one.json()) == (202, {"asked": 1})
    listed = (await client.get("/operations/parked")).json()["items"]
    assert [each["state"] for each in listed] == ["parked", "asked"]
    assert (await client.post("/operations/parked/replays", json={})).json() == {"asked": 2}
    missing = await client.post("/operations/parked/replays", json={"record": {**record, "offset": 7}})
    assert missing.status_code == 404


async def test_a_record_that_is_gone_is_listed_as_such_for_a_month_and_counts_no_more(
    service: Api, database: Database
) -> None:
    here, client = Origin("test.a", 0, 1), service.by(administrator())
    await park(database, here, "ValueError")
    async with database.write() as tx:
        await mark_gone(tx, here)
    (gone,) = (await client.get("/operations/parked")).json()["items"]
    assert (gone["state"], gone["gone_at"] is None) == ("gone", False)
    assert (await health_of(service))["parked"] == 0
    assert (await client.post("/operations/parked/replays", json={})).json() == {"asked": 0}
    async with database.write() as tx:
        await tx.execute(sa.text("update parked set gone_at = gone_at - interval '31 days'"))
    assert (await client.get("/operations/parked")).json()["items"] == []
