"""Commands for whoever runs auth: `python -m kezek.auth.commands first-administrator`.

The IIN comes from KEZEK_FIRST_ADMINISTRATOR_IIN or from standard input, never as an argument: a list of processes
must not show it.
"""

import argparse
import asyncio
import os
import sys

from kezek.auth.adapters.redis import Cache, connect
from kezek.auth.settings import AuthSettings
from kezek.auth.usecases.change_grants import grant_role
from kezek.contracts.iin import is_iin
from kezek.platform.actors import Grant, Role
from kezek.platform.clock import SystemClock
from kezek.platform.db import Database
from kezek.platform.errors import Conflict

IIN_VARIABLE = "KEZEK_FIRST_ADMINISTRATOR_IIN"


async def first_administrator(settings: AuthSettings, iin: str) -> bool:
    """Make this person an administrator (domain §1); False when they are one already."""
    clock = SystemClock()
    database = Database(settings, "auth", clock)
    redis = connect(settings.redis_url, settings.redis_timeout_s)
    try:
        async with database.write() as tx:
            await grant_role(tx, Cache(redis), iin, Grant(Role.ADMINISTRATOR), by=None, now=clock.now())
    except Conflict:
        return False
    finally:
        await redis.aclose()
        await database.close()
    return True


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m kezek.auth.commands", description=__doc__)
    parser.add_argument("command", choices=["first-administrator"])
    parser.parse_args()
    iin = (os.environ.get(IIN_VARIABLE) or sys.stdin.readline()).strip()
    if not is_iin(iin):
        raise SystemExit(f"no valid IIN in {IIN_VARIABLE} nor on standard input")
    settings = AuthSettings()
    made = asyncio.run(first_administrator(settings, iin))
    sys.stdout.write("administrator made\n" if made else "is an administrator already\n")


if __name__ == "__main__":
    main()
