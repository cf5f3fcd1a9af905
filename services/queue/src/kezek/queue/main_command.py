"""What is done by hand: `kezek-queue verify [QUEUE]`, `rebuild-ranks [QUEUE]`, with the settings of the service."""

import argparse
import asyncio
import sys

from kezek.platform.clock import clock_from
from kezek.platform.db import Database
from kezek.platform.settings import Settings
from kezek.queue.adapters.ranks import WRITTEN_WITHIN_S, Ranks, connect
from kezek.queue.adapters.standing import list_sequences
from kezek.queue.usecases.keep_ranks import rebuild
from kezek.queue.usecases.verify_ledger import Verified, verify_ledger


def main() -> None:
    """Do as asked; code 1 when something is not as it should be."""
    parser = argparse.ArgumentParser(prog="kezek-queue", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("verify", help="compute chain, order and phase anew and compare them")
    command.add_argument("queue", nargs="?", help="one queue only, as 1110.general.2023")
    command = commands.add_parser("rebuild-ranks", help="write the ranks in Redis anew, beside those in force")
    command.add_argument("queue", nargs="?", help="one queue only")
    asked = parser.parse_args()
    do = {"verify": verify, "rebuild-ranks": rebuild_ranks}[asked.command]
    sys.exit(asyncio.run(do(asked.queue)))


async def verify(queue: str | None) -> int:
    """Compare the ledgers of all queues, or of one, with what is in force; the exit code."""
    settings = Settings()
    database = Database(settings, "queue", clock_from(settings))
    found = 0
    try:
        async with database.snapshot() as tx:
            async for verified in verify_ledger(tx, queue):
                found += len(verified.differences)
                sys.stdout.write(_told(verified))
    finally:
        await database.close()
    sys.stdout.write(f"{found} differences\n" if found else "OK\n")
    return 1 if found else 0


async def rebuild_ranks(queue: str | None) -> int:
    """Write the ranks of all queues anew, or of one; 1 if some were not whole in the end."""
    settings = Settings()
    database = Database(settings, "queue", clock_from(settings))
    ranks = Ranks(connect(settings.redis_url, WRITTEN_WITHIN_S, settings.redis_ca_file))
    failed = 0
    try:
        async with database.read_once() as tx:
            queues = await list_sequences(tx, queue)
        for each in queues:
            written = await rebuild(database, ranks, each)
            failed += not written
            sys.stdout.write(f"{each}: {'written' if written else 'not whole: Redis was emptied meanwhile'}\n")
    finally:
        await ranks.close()
        await database.close()
    return 1 if failed else 0


def _told(verified: Verified) -> str:
    """A line for the queue, and one for each difference."""
    unchained = f", {verified.unchained} of them from before lines were chained" if verified.unchained else ""
    summary = (
        f"{verified.queue}: {verified.lines} lines{unchained}, {verified.children} children, "
        f"{verified.standing} in the order, head {verified.head.hex()}"
    )
    return "".join(f"{line}\n" for line in (summary, *(f"  {each}" for each in verified.differences)))


if __name__ == "__main__":
    main()
