"""Parked records: list them, or apply them again once the fault is mended.

    python -m kezek.platform.messaging.parked --service referrals list
    python -m kezek.platform.messaging.parked --service referrals replay --topic queue.call

Run it with the settings of the service's worker. Administrators do the same in the browser (`http/operations`).
"""

import argparse
import asyncio
import sys
import typing
from collections.abc import Sequence
from importlib import import_module

from kezek.platform.clock import SystemClock
from kezek.platform.db import Database
from kezek.platform.messaging.replays import replay
from kezek.platform.parked_rows import Parked, list_parked
from kezek.platform.settings import Settings
from kezek.platform.worker import Worker


def _arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m kezek.platform.messaging.parked",
        description="Records that a service could not apply: list them, or apply them again.",
        epilog="Run it with the settings of the service's worker (KEZEK_DATABASE_URL, KEZEK_KAFKA_BOOTSTRAP, ...).",
    )
    parser.add_argument("--service", required=True, help="whose records, for example referrals")
    commands = parser.add_subparsers(dest="command", required=True)
    show = commands.add_parser("list", help="where each parked record stands and why it was parked")
    show.add_argument("--all", action="store_true", help="those already replayed or gone too")
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
    found = await list_parked(database, topic=arguments.topic, ended_too=arguments.all)
    await database.close()
    return [_line(parked, "replayed" if parked.replayed_at else parked.state) for parked in found]


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
