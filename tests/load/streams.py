"""`python -m kezek_local run tests.load.streams`: what many open pages take of one process of auth's API.

Streams are opened at that process itself, over loopback, as the gateway does: a token for each, four to a session. All
are of one person, so that one hint goes to every stream: the worst that can come at once.
"""

import asyncio
import hashlib
import os
import secrets
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

import asyncpg
import httpx
from redis.asyncio import from_url

from kezek.contracts.hints import STREAM, person
from kezek.contracts.ids import new_id
from kezek.platform.serve import open_as_many_files_as_allowed
from kezek_local.report import family, memory_mb
from kezek_local.stack import Stack
from kezek_local.waiting import eventually
from tests.e2e.world import World
from tests.load.crowd import each
from tests.load.figures import Table, quantile, say
from tests.load.spending import cpu_s

STREAMS = int(os.environ.get("STREAMS", "2000"))
REST_S = float(os.environ.get("REST_S", "30"))
OF_A_SESSION = 4
HINTS = 10
SECRET_BYTES = 32


@dataclass
class Page:
    """An open page: when each hint came to it."""

    secret: str
    came: dict[str, float] = field(default_factory=dict)
    writer: asyncio.StreamWriter | None = None
    listening: asyncio.Task[None] | None = None

    async def opens(self, api: str, cookie: str, asking: httpx.AsyncClient) -> None:
        """Ask for a token as the gateway does, then for the stream; listen from then on."""
        headers = {"cookie": f"{cookie}={self.secret}", "x-kezek-target": "GET auth /live"}
        token = (await asking.get("/internal/session", headers=headers)).headers["x-kezek-token"]
        at = urlsplit(api)
        reader, self.writer = await asyncio.open_connection(at.hostname, at.port)
        lines = ["GET /live HTTP/1.1", f"Host: {at.netloc}", f"Cookie: {headers['cookie']}"]
        self.writer.write("\r\n".join([*lines, f"Authorization: Bearer {token}", "", ""]).encode())
        head = await reader.readuntil(b"\r\n\r\n")
        if b" 200 " not in head[:20]:
            raise RuntimeError(head.split(b"\r\n")[0].decode())
        self.listening = asyncio.create_task(self._listen(reader))

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        while line := await reader.readline():
            if line.startswith(b"data:"):
                self.came[line.decode().split('"id":"')[1].split('"')[0]] = time.perf_counter()

    def close(self) -> None:
        """Hang up."""
        if self.listening is not None:
            self.listening.cancel()
        if self.writer is not None:
            self.writer.transport.abort()


@asynccontextmanager
async def pages(stack: Stack, whose: UUID) -> AsyncIterator[list[Page]]:
    """So many pages, not open yet; their sessions are gone afterwards."""
    connection = await asyncpg.connect(stack.superuser_url.replace("+asyncpg", ""))
    made = [secrets.token_urlsafe(SECRET_BYTES) for _ in range(STREAMS // OF_A_SESSION)]
    rows = [(new_id(), hashlib.sha256(secret.encode()).digest(), whose) for secret in made]
    try:
        await connection.executemany(
            "insert into auth.session (id, secret_sha256, person_id, method, began_at, used_at) "
            "values ($1, $2, $3, 'eds', now(), now())",
            rows,
        )
        yield [Page(secret) for secret in made for _ in range(OF_A_SESSION)]
    finally:
        await connection.execute("delete from auth.session where id = any($1)", [row[0] for row in rows])
        await connection.close()


async def hint(stack: Stack, whose: UUID, opened: list[Page]) -> list[float]:
    """Tell all of one thing; after how many seconds each page had it."""
    what = str(new_id())
    async with from_url(stack.redis_url) as redis:
        began = time.perf_counter()
        await redis.xadd(STREAM, {"to": person(whose), "kind": "position", "id": what, "v": "1"})

        async def everybody_has_it() -> bool:
            return all(what in page.came for page in opened)

        await eventually(everybody_has_it, "every page")
    return [page.came[what] - began for page in opened]


async def measure(stack: Stack, world: World) -> Table:
    """Open them all, look at the process at rest, and tell them something."""
    (parent,) = await world.parents(1)
    whose = UUID((await parent.request("GET", "/auth/me")).json()["person_id"])
    cookie = next(each.name for each in parent.http.cookies.jar if each.name.endswith("session"))
    api, pid = stack.api_url("auth"), stack.pid("auth-api")
    assert pid is not None
    table = Table(f"{STREAMS} open pages on one process of auth's API", ("what", "figure"))
    async with pages(stack, whose) as made, httpx.AsyncClient(base_url=api, timeout=60) as asking:
        before_mb, spent_s, began = memory_mb(pid, family()), cpu_s(pid), time.perf_counter()
        await each(made, lambda page: page.opens(api, cookie, asking))
        took_s, opening_s = time.perf_counter() - began, cpu_s(pid) - spent_s
        await asyncio.sleep(5)
        after_mb, spent_s = memory_mb(pid, family()), cpu_s(pid)
        await asyncio.sleep(REST_S)
        resting = (cpu_s(pid) - spent_s) / REST_S
        told = [await hint(stack, whose, made) for _ in range(HINTS)]
        for page in made:
            page.close()
    table.add("opened, a second", f"{STREAMS / took_s:.0f}")
    table.add("processor to open one, ms", f"{opening_s / STREAMS * 1000:.2f}")
    table.add("memory of the process before and after, MB", f"{before_mb} and {after_mb}")
    table.add("memory of one stream, kB", f"{(after_mb - before_mb) * 1024 / STREAMS:.0f}")
    table.add(f"processor at rest over {REST_S:.0f} s, % of a core", f"{resting * 100:.2f}")
    for name, share in (("half of the pages", 0.5), ("the last page", 1.0)):
        figures = [quantile(seconds, share) for seconds in told]
        table.add(f"one hint until {name} has it, ms", f"{quantile(figures, 0.5) * 1000:.0f}")
    return table


async def main() -> None:
    """Measure and print."""
    open_as_many_files_as_allowed()
    stack = Stack(Path(os.environ["KEZEK_STACK_FOLDER"]))
    world = World(os.environ["KEZEK_PUBLIC_URL"], os.environ["KEZEK_SANDBOX_URL"])
    try:
        say((await measure(stack, world)).markdown())
    finally:
        await world.close()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
