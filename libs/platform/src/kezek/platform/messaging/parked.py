"""Parked records: list them, or apply them again once the fault is mended.

    python -m kezek.platform.messaging.parked --service referrals list
    python -m kezek.platform.messaging.parked --service referrals replay --topic queue.call

Run it with the settings of the service's worker. A replay reads the original record at its offset and applies it by the
way every record goes; a record applied before is applied no second time, and an older version turns nothing back.
"""

import argparse
import asyncio
import sys
import typing
from collections.abc import Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Any

import sqlalchemy as sa
from aiokafka import AIOKafkaConsumer, TopicPartition

from kezek.platform.clock import SystemClock
from kezek.platform.db import Database
from kezek.platform.messaging.connection import Kafka
from kezek.platform.messaging.consumers import Consumers, apply_alone
from kezek.platform.messaging.records import Erased, Garbage, Origin, Received, read_record
from kezek.platform.settings import Settings
from kezek.platform.worker import Worker

READ_WITHIN_MS = 5000
APPLIED = "applied"
SKIPPED = "skipped: nothing to apply in it"
GONE = "gone: a later record of its key took its place, or it was erased"


@dataclass(frozen=True)
class Parked:
    """A record that could not be applied: where it stands and why, never what is in it."""

    origin: Origin
    cause: str
    parked_at: datetime
    replayed_at: datetime | None


async def list_parked(database: Database, *, topic: str = "", replayed_too: bool = False) -> list[Parked]:
    """What is parked, in the order of its parking."""
    async with database.read() as tx:
        rows = await tx.rows(_LIST, {"topic": topic, "all": replayed_too})
    return [Parked(Origin(r.topic, r.partition, r.offset), r.cause, r.parked_at, r.replayed_at) for r in rows]


async def replay(
    database: Database, consumers: Consumers, kafka: Kafka, records: Sequence[Parked]
) -> list[tuple[Parked, str]]:
    """Apply parked records again, in order; each with what came of it. What fails again stays parked."""
    done: list[tuple[Parked, str]] = []
    if not records:
        return done
    async with _reader(kafka) as reader:
        for parked in records:
            outcome = await _replay_one(database, consumers, await _read(reader, parked.origin))
            if outcome in (APPLIED, SKIPPED, GONE):
                await _mark(database, parked.origin)
            done.append((parked, outcome))
    return done


async def _replay_one(database: Database, consumers: Consumers, record: Any) -> str:
    if record is None:
        return GONE
    match read_record(record):
        case Received() as received if type(received.event) in consumers.handlers:
            cause = await apply_alone(database, consumers, received)
            return APPLIED if cause is None else f"failed again: {cause}"
        case Erased(origin) as erased if origin.topic in consumers.erasers:
            cause = await apply_alone(database, consumers, erased)
            return APPLIED if cause is None else f"failed again: {cause}"
        case Garbage(_, cause):
            return f"failed again: {cause}"
        case _:
            return SKIPPED


@asynccontextmanager
async def _reader(kafka: Kafka) -> typing.AsyncIterator[AIOKafkaConsumer]:
    """A consumer without a group: nobody's offsets move."""
    reader = AIOKafkaConsumer(**kafka.options(), enable_auto_commit=False, auto_offset_reset="earliest")
    await reader.start()
    try:
        yield reader
    finally:
        await reader.stop()


async def _read(reader: AIOKafkaConsumer, origin: Origin) -> Any:
    where = TopicPartition(origin.topic, origin.partition)
    reader.assign([where])
    reader.seek(where, origin.offset)
    found = await reader.getmany(where, timeout_ms=READ_WITHIN_MS, max_records=1)
    record = next(iter(found.get(where, ())), None)
    return record if record is not None and record.offset == origin.offset else None


async def _mark(database: Database, origin: Origin) -> None:
    async with database.write() as tx:
        await tx.execute(_MARK, {"topic": origin.topic, "partition": origin.partition, "offset": origin.offset})


_LIST = sa.text(
    'select topic, partition, "offset", cause, parked_at, replayed_at from parked '
    "where (:all or replayed_at is null) and (:topic = '' or topic = :topic) "
    'order by parked_at, topic, partition, "offset"'
)
_MARK = sa.text(
    "update parked set replayed_at = clock_timestamp() "
    'where topic = :topic and partition = :partition and "offset" = :offset'
)


def _arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m kezek.platform.messaging.parked",
        description="Records that a service could not apply: list them, or apply them again.",
        epilog="Run it with the settings of the service's worker (KEZEK_DATABASE_URL, KEZEK_KAFKA_BOOTSTRAP, ...).",
    )
    parser.add_argument("--service", required=True, help="whose records, for example referrals")
    commands = parser.add_subparsers(dest="command", required=True)
    show = commands.add_parser("list", help="where each parked record stands and why it was parked")
    show.add_argument("--all", action="store_true", help="those already replayed too")
    again = commands.add_parser("replay", help="read the originals from Kafka and apply them again")
    for command in (show, again):
        command.add_argument("--topic", default="", help="of this topic only")
    return parser.parse_args(given)


def _build_worker(service: str) -> Worker:
    build = import_module(f"kezek.{service}.main_worker").build_worker
    worker: Worker = build(typing.get_type_hints(build)["settings"]())
    return worker


async def _list(arguments: argparse.Namespace) -> list[str]:
    database = Database(Settings(), arguments.service, SystemClock())
    found = await list_parked(database, topic=arguments.topic, replayed_too=arguments.all)
    await database.close()
    return [_line(parked, "replayed" if parked.replayed_at else "parked") for parked in found]


async def _replay(arguments: argparse.Namespace) -> list[str]:
    worker = _build_worker(arguments.service)
    found = await list_parked(worker.database, topic=arguments.topic)
    done = await replay(worker.database, worker.consumers, worker.settings.kafka, found)
    await worker.database.close()
    return [_line(parked, outcome) for parked, outcome in done]


def _line(parked: Parked, state: str) -> str:
    origin = parked.origin
    where = f"{origin.topic} partition {origin.partition} offset {origin.offset}"
    return f"{parked.parked_at:%Y-%m-%dT%H:%M:%SZ}  {where}  {parked.cause}  {state}"


def main(given: Sequence[str] | None = None) -> None:
    """Run the command."""
    arguments = _arguments(sys.argv[1:] if given is None else given)
    lines = asyncio.run(_list(arguments) if arguments.command == "list" else _replay(arguments))
    sys.stdout.write("\n".join([*lines, f"{len(lines)} records", ""]))


if __name__ == "__main__":
    main()
