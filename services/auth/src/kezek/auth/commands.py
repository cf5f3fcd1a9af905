"""Commands for whoever runs auth: `python -m kezek.auth.commands first-administrator`, `… new-token-key`.

The first administrator's IIN comes from KEZEK_FIRST_ADMINISTRATOR_IIN or from standard input, never as an argument:
a list of processes must not show it.
"""

import argparse
import asyncio
import os
import sys

from kezek.auth.adapters.keys import add_key, load_keys
from kezek.auth.adapters.redis import Cache, connect
from kezek.auth.adapters.sealing import Seal
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
    redis = connect(settings.redis_url, settings.redis_timeout_s, settings.redis_ca_file)
    cache = Cache(redis, Seal(settings.code_secret.get_secret_value()), settings.cache_timeout_s)
    try:
        async with database.write() as tx:
            await grant_role(tx, cache, iin, Grant(Role.ADMINISTRATOR), by=None, now=clock.now())
    except Conflict:
        return False
    finally:
        await redis.aclose()
        await database.close()
    return True


def new_token_key(settings: AuthSettings) -> str:
    """Put a new key for tokens beside the present ones; running APIs find it by themselves. The key's id."""
    kid = f"token-{SystemClock().now():%Y%m%dT%H%M%SZ}"
    add_key(settings.token_keys, kid, load_keys(settings.token_keys))
    return kid


def make_first_administrator() -> str:
    """The first administrator; what came of it."""
    iin = (os.environ.get(IIN_VARIABLE) or sys.stdin.readline()).strip()
    if not is_iin(iin):
        raise SystemExit(f"no valid IIN in {IIN_VARIABLE} nor on standard input")
    made = asyncio.run(first_administrator(AuthSettings(), iin))
    return "administrator made" if made else "is an administrator already"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m kezek.auth.commands", description=__doc__)
    parser.add_argument("command", choices=["first-administrator", "new-token-key"])
    wanted = parser.parse_args().command
    said = make_first_administrator() if wanted == "first-administrator" else f"new key {new_token_key(AuthSettings())}"
    sys.stdout.write(f"{said}\n")


if __name__ == "__main__":
    main()
