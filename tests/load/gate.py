"""What the check of a session costs the gateway: the same public page asked with a session and without, in turns.

Run it on an otherwise idle stack: `python -m kezek_local run tests.load.gate`. Without a session auth is not asked, so
the difference of the medians is the check. It is measured just after a change of the account, when no copy of the
person is kept and rows are read, and of a session in use, which is what is judged.
"""

import asyncio
import os
import sys
import time
from urllib.parse import urlsplit

from kezek.auth.adapters.redis import FORGOTTEN_FOR_S
from tests.e2e.world import World
from tests.load.figures import row, say

RUNS = int(os.environ.get("GATE_RUNS", "3000"))
MAX_MS = 3.0
PATH = "/api/kindergartens/group-years?district=1110"


class Wire:
    """One kept-alive connection that asks the same thing again and again, with as little of its own as can be."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> None:
        self._reader = reader
        self._writer = writer
        self._request = request

    async def ask(self) -> float:
        """Seconds until the whole answer was there.

        Raises:
            RuntimeError: for any answer but 200.
        """
        began = time.perf_counter()
        self._writer.write(self._request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
        await self._reader.readexactly(int(length.partition(b":")[2]))
        taken = time.perf_counter() - began
        if b" 200 " not in head[:20]:
            raise RuntimeError(head.split(b"\r\n")[0].decode())
        return taken

    def close(self) -> None:
        """Hang up."""
        self._writer.close()


async def dial(gateway: str, cookie: str, path: str = PATH) -> Wire:
    """A connection to the gateway, perhaps with a session."""
    host, port = urlsplit(gateway).hostname or "", urlsplit(gateway).port or 80
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}:{port}", *([f"Cookie: {cookie}"] if cookie else [])]
    reader, writer = await asyncio.open_connection(host, port)
    return Wire(reader, writer, ("\r\n".join(lines) + "\r\n\r\n").encode())


async def measure(plain: Wire, checked: Wire, what: str, runs: int) -> float:
    """Print what both take by turns; what the check costs at p50, in milliseconds."""
    without, having = [], []
    for _ in range(runs):
        without.append(await plain.ask())
        having.append(await checked.ask())
    say(f"{f'{what}, {runs} runs, milliseconds':<58}{'p50':>9}{'p90':>9}{'p99':>9}{'max':>9}")
    say(row("  gateway and service, nobody signed in", without))
    say(row("  the same with the check of a session", having))
    cost_ms = (sorted(having)[runs // 2] - sorted(without)[runs // 2]) * 1000
    say(f"  the check costs {cost_ms:.2f} ms at p50")
    return cost_ms


async def main() -> str | None:
    """Measure and print; what is wrong, or nothing."""
    world = World(os.environ["KEZEK_PUBLIC_URL"], os.environ["KEZEK_SANDBOX_URL"])
    (parent,) = await world.parents(1)
    cookie = next(f"{each.name}={each.value}" for each in parent.http.cookies.jar if each.name.endswith("session"))
    plain, checked = await dial(world.gateway, ""), await dial(world.gateway, cookie)
    await parent.request("PATCH", "/auth/me", json={"language": "ru"})
    await measure(plain, checked, "just after a change", RUNS // 10)
    await asyncio.sleep(FORGOTTEN_FOR_S + 1)
    cost_ms = await measure(plain, checked, "a session in use", RUNS)
    plain.close()
    checked.close()
    await world.close()
    return None if cost_ms <= MAX_MS else f"the check costs more than {MAX_MS} ms"


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
