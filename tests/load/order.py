"""`python -m tests.load.order`: a queue of 10,000, 100,000 and 1,000,000 children, on servers and a schema of its own.

How long a position, a new child and a call of the head take at the service, beside plain SQL and the bare rank; then
how many applications go from Kafka's records into the queue, beside the same statements in the same batches by
`pgbench`. `ORDER_SIZES=10000,100000` and `ORDER_INTAKE=10000` make it shorter.
"""

import asyncio
import os
import secrets
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import asyncpg
from joserfc.jwk import OKPKey
from redis.asyncio import Redis

from kezek.contracts.applications import ApplicationQueued
from kezek.contracts.events import Envelope
from kezek.contracts.ids import new_id
from kezek.contracts.queue import OfferedPlace
from kezek.contracts.referrals import PlaceOffer, PlacesOffered
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, QueueClass
from kezek.platform.clock import SystemClock
from kezek.platform.db import Database
from kezek.platform.messaging.consumers import apply_records
from kezek.platform.settings import Environment, RevocationPolicy, Settings
from kezek.platform.testing import Signing, an_actor
from kezek.platform.testing.api import Api, running
from kezek.platform.testing.databases import Databases
from kezek.platform.testing.servers import announce, shared_servers
from kezek.platform.tokens import TokenVerifier
from kezek.queue.adapters.ranks import PREFIX, WRITTEN_WITHIN_S, Ranks, connect
from kezek.queue.entrypoints.consumers import consumers
from kezek.queue.main_api import build_app
from kezek.queue.usecases.follow_application import follow_application
from kezek.queue.usecases.hand_out import hand_out
from kezek.queue.usecases.keep_ranks import follow_ledger
from tests.load.figures import Table, latencies, say
from tests.load.order_floor import make_queue, one_by_one, pgbench, together

RUNS = 500
BATCH = 200
ROUNDS = 5
TWINS_EVERY = 100
_START = datetime(2024, 1, 1, tzinfo=UTC)
_FILL = f"""
insert into entry (application_id, queue_id, number, version, child_id, applicant_id, queue_class, born_on, languages,
    submitted_at, twins, waiting, order_class, order_at, order_number)
select id, $1, number, 1, id, $3, class, date '2023-05-05', array['kk', 'ru'], at, twins, true, class,
    case when twins is null then at else first_at end, case when twins is null then number else first_number end
from (
    select gen_random_uuid() as id, '10.UO.2026.' || lpad(n::text, 7, '0') || '.1' as number,
           case n % 20 when 0 then 'extraordinary' when 1 then 'priority' when 2 then 'priority' else 'general' end
               as class,
           timestamptz '2024-01-01' + n * interval '10 seconds' as at,
           case when n % {TWINS_EVERY} in (50, 51) then md5('twins' || (n / {TWINS_EVERY})::text)::uuid end as twins,
           timestamptz '2024-01-01' + (n - (n % {TWINS_EVERY}) + 50) * interval '10 seconds' as first_at,
           '10.UO.2026.' || lpad((n - (n % {TWINS_EVERY}) + 50)::text, 7, '0') || '.1' as first_number
    from generate_series(1, $2::int) as n
) as child
"""  # noqa: S608 - made of a constant
_RANK_ALONE = """
select count(*) from entry where queue_id = $1 and order_class = $2 and waiting and open_call_id is null
    and (order_at, order_number, submitted_at, number) < ($3, $4, $3, $4)
"""


async def main() -> None:
    """Measure and print."""
    sizes = [int(each) for each in os.environ.get("ORDER_SIZES", "10000,100000,1000000").split(",")]
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        announce(stack)
        servers = shared_servers()
        databases = Databases(servers, f"order_{secrets.token_hex(4)}")
        try:
            await databases.ready("queue")
            redis_url = f"{servers.at.redis('queue').rpartition('/')[0]}/15"
            signing = Signing(Path(folder))
            settings = Settings(
                environment=Environment.SANDBOX,
                database_url=databases.url("queue"),
                kafka_bootstrap="127.0.0.1:1",
                redis_url=redis_url,
                trust_list=signing.trust_list,
                revocation=RevocationPolicy.OFF,
            )
            async with Redis.from_url(f"{servers.redis_url.rpartition('/')[0]}/15") as redis:
                await redis.flushdb()
            bench = Bench(settings, databases, servers, signing)
            for size in sizes:
                say((await bench.measure(size)).markdown() + "\n")
            say((await bench.intake(int(os.environ.get("ORDER_INTAKE", "100000")))).markdown())
        finally:
            await databases.close()


class Bench:
    """One schema, one Redis database; queues of any length in it."""

    def __init__(self, settings: Settings, databases: Databases, servers: Any, signing: Signing) -> None:
        self.settings, self.databases, self.signing = settings, databases, signing
        self.database = Database(settings, "queue", SystemClock())
        self.parent = an_actor()
        self.admin_redis = f"{servers.redis_url.rpartition('/')[0]}/15"

    async def measure(self, size: int) -> Table:
        """A queue of this many: positions, new children, calls of the head."""
        ref = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2000 + len(str(size)))
        table = latencies(f"A queue of {size:,} children", "bare")
        await self._fill(ref, size)
        ranks = Ranks(connect(self.settings.redis_url, WRITTEN_WITHIN_S))
        began = time.perf_counter()
        await follow_ledger(self.database, ranks)
        say(f"ranks of {size:,} written in {time.perf_counter() - began:.1f} s")
        asked = await self._some(ref, RUNS)
        bare = await self._bare_ranks(ref, asked)
        table.latencies("bare ZRANK", bare)
        table.latencies("position at the service, by ranks (HTTP in the process)", await self._positions(asked), bare)
        sql = await self._plain_sql(ref, asked[:50])
        table.latencies("plain SQL: the rank alone", sql)
        table.latencies("a new child entered, with its position", await self._enter(ref, size))
        table.latencies("a call of the head", await self._calls(ref))
        await ranks.close()
        return table

    async def _fill(self, ref: QueueRef, size: int) -> None:
        connection = await asyncpg.connect(self.databases.url("queue_owner").replace("+asyncpg", ""))
        await connection.execute("set search_path = queue")
        await connection.execute(
            "insert into queue (id, district, kind, group_year) values ($1, $2, $3, $4)",
            str(ref),
            ref.district,
            ref.kind.value,
            ref.group_year,
        )
        await connection.execute("alter table entry disable trigger user")
        await connection.execute(_FILL, str(ref), size, self.parent.person_id, timeout=600)
        await connection.execute("alter table entry enable trigger user")
        await connection.execute(
            "insert into in_order select queue_id, order_class, count(*), count(twins) from entry where queue_id = $1 "
            "group by 1, 2",
            str(ref),
            timeout=600,
        )
        await connection.execute("vacuum analyze entry", timeout=600)
        await connection.close()

    async def _some(self, ref: QueueRef, many: int) -> list[Any]:
        connection = await asyncpg.connect(self.databases.url("queue").replace("+asyncpg", ""))
        found = await connection.fetch(
            "select application_id, number, order_class, order_at, order_number, twins from queue.entry "
            "where queue_id = $1 order by md5(number) limit $2",
            str(ref),
            many,
            timeout=120,
        )
        await connection.close()
        return list(found)

    async def _bare_ranks(self, ref: QueueRef, asked: list[Any]) -> list[float]:
        async with Redis.from_url(self.admin_redis, decode_responses=True) as redis:
            generation: Any = await redis.hget(PREFIX + str(ref), "generation")
            keys = [(f"{PREFIX}{ref}:{generation}:{row['order_class']}", row["number"]) for row in asked]
            return [await timed(partial(redis.zrank, *key)) for key in keys]

    async def _positions(self, asked: list[Any]) -> list[float]:
        app, key = build_app(self.settings), OKPKey.generate_key("Ed25519", {"kid": "bench"})
        async with running(app):
            app.state.tokens = TokenVerifier("", keys=[key])
            browser = Api(app, key, self.signing).by(self.parent)
            paths = [f"/applications/{row['application_id']}/position" for row in asked]
            for path in paths[:20]:
                (await browser.get(path)).raise_for_status()
            return [await timed(partial(browser.get, path)) for path in paths]

    async def _plain_sql(self, ref: QueueRef, asked: list[Any]) -> list[float]:
        connection = await asyncpg.connect(self.databases.url("queue").replace("+asyncpg", ""))
        await connection.execute("set search_path = queue")
        statement = await connection.prepare(_RANK_ALONE)
        keys = [(str(ref), row["order_class"], row["order_at"], row["order_number"]) for row in asked]
        found = [await timed(partial(statement.fetchval, *key)) for key in keys]
        await connection.close()
        return found

    async def _enter(self, ref: QueueRef, size: int) -> list[float]:
        return [await timed(partial(self._one, ref, size + n)) for n in range(1, RUNS + 1)]

    async def _one(self, ref: QueueRef, n: int) -> None:
        async with self.database.write() as tx:
            await follow_application(tx, application(ref, n, self.parent.person_id), 1, now=tx.now())

    async def _calls(self, ref: QueueRef) -> list[float]:
        return [await timed(partial(self._call, ref)) for _ in range(RUNS)]

    async def _call(self, ref: QueueRef) -> None:
        place = PlaceOffer(
            place=OfferedPlace(place_id=new_id(), offer=1),
            kindergarten_id=new_id(),
            language=InstructionLanguage.KAZAKH,
        )
        async with self.database.write() as tx:
            await hand_out(tx, PlacesOffered(queue=ref, offers=(place,)), now=tx.now(), new_id=new_id)

    async def intake(self, many: int) -> Table:
        """So many applications as records of Kafka, in batches, through the handlers of the worker."""
        ref, url = QueueRef(district="1116", kind=GroupKind.GENERAL, group_year=2023), self.databases.url("queue")
        records = [record(application(ref, n, self.parent.person_id)) for n in range(1, many + 1)]
        await make_queue(url)
        part, ours_s, floors = many // ROUNDS, 0.0, {one_by_one: 0.0, together: 0.0}
        for start in range(0, many, part):
            # by turns, so that all meet the same machine
            for script in floors:
                floors[script] += part / await pgbench(url, script, part, BATCH)
            began = time.perf_counter()
            for batch in range(start, start + part, BATCH):
                await apply_records(self.database, consumers, records[batch : batch + BATCH])
            ours_s += time.perf_counter() - began
        table = Table("Applications into the queue, 200 in a transaction", ("how", "in a second", "ours to it"))
        table.add("pgbench, each application by statements of its own", *_rates(many, floors[one_by_one], ours_s))
        table.add("pgbench, the handlers' statements, each for the batch", *_rates(many, floors[together], ours_s))
        table.add("records applied by the worker's handlers", f"{many / ours_s:.0f}", "1")
        return table


def _rates(many: int, took_s: float, ours_s: float) -> tuple[str, str]:
    return f"{many / took_s:.0f}", f"{took_s / ours_s:.2f}"


def application(ref: QueueRef, n: int, applicant_id: UUID) -> ApplicationQueued:
    """The n-th application, the latest so far."""
    return ApplicationQueued(
        application_id=new_id(),
        number=f"10.UO.2026.{n:07}.1",
        child_id=new_id(),
        applicant_id=applicant_id,
        queue=ref,
        queue_class=QueueClass.GENERAL,
        birth_date=date(2023, 5, 5),
        languages=(InstructionLanguage.KAZAKH,),
        submitted_at=_START + timedelta(seconds=10 * n),
    )


def record(event: ApplicationQueued) -> Any:
    """The record that Kafka would give the worker."""
    envelope = Envelope(
        event_id=new_id(),
        type=event.TYPE,
        occurred_at=_START,
        key=event.key(),
        version=1,
        payload=event.model_dump(mode="json"),
    )
    return SimpleNamespace(
        topic=event.TOPIC, partition=0, offset=0, headers=(), value=envelope.model_dump_json().encode()
    )


async def timed(do: Callable[[], Awaitable[Any]]) -> float:
    """How many seconds it takes."""
    began = time.perf_counter()
    await do()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
