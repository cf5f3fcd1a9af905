"""Hands files in on a running stack as many families do at once, and breaks it meanwhile: `tests.load.uploads`.

Ten files of 10 MB in parts at the same time, with the memory of both processes of documents; then the connection is cut
within a part at every tenth of a file, and API, worker and scanner are killed between parts: each file must come out
whole.
"""

import asyncio
import hashlib
import os
import sys
import time
import uuid
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx

from kezek.platform.testing.papers import MEGABYTE, a_pdf
from kezek_local.folders import data_folder
from kezek_local.launch import read_life
from kezek_local.stack import Stack
from tests.e2e.actors.person import Person
from tests.e2e.world import World
from tests.load.figures import say

FILES = int(os.environ.get("UPLOADS", "10"))
PART = 256 * 1024
KILLED = ("documents-api", "documents-worker", "clamav")


async def main() -> int:
    """Say what was measured; how many files were lost."""
    stack = Stack(data_folder())
    world = World(os.environ["KEZEK_PUBLIC_URL"], os.environ["KEZEK_SANDBOX_URL"])
    parents = await world.parents(FILES)
    content = a_pdf(10 * MEGABYTE)
    before, watch = memory_of(stack), asyncio.create_task(highest(stack))
    began = time.monotonic()
    states = await asyncio.gather(*(hand_in(parent, content) for parent in parents))
    took = time.monotonic() - began
    watch.cancel()
    most = await watch
    say(f"{FILES} files of 10 MB at once")
    say(f"  all ready after {took:.1f} s")
    for name, least in before.items():
        say(f"  {name}: {least:.0f} MB before, {most[name]:.0f} MB at most")
    lost = sum(state != "ready" for state in states)
    cuts, half_kept, state = await cut_at_every_tenth(parents[0], content)
    say(f"  cut {cuts} times, once at every tenth: {state}, of {half_kept} parts a half was kept")
    lost += (state != "ready") + half_kept
    for victim in KILLED:
        state = await hand_in(parents[0], content, stack=stack, victim=victim)
        say(f"  {victim} killed on the way: {state}")
        lost += state != "ready"
    await world.close()
    return lost


async def cut_at_every_tenth(person: Person, content: bytes) -> tuple[int, int, str]:
    """One file, gone on with after each cut; how many cuts, after how many a half part was kept, the verdict."""
    upload = await until(person, "POST", "/uploads", json=announced(content))
    path, tenths, half_kept = f"/uploads/{upload['id']}", [len(content) * each // 10 for each in range(1, 10)], 0
    for tenth in tenths:
        while upload["received"] + PART <= tenth:
            upload = await send_part(person, path, content, upload["received"])
        begins = upload["received"]
        try:
            part = torn(content[begins : begins + PART], tenth - begins)
            await person.http.put(f"/api/documents{path}/parts/{begins}", content=part)
        except ConnectionAbortedError:
            upload = await until(person, "GET", path)
            half_kept += upload["received"] != begins
    while upload["received"] < len(content):
        upload = await send_part(person, path, content, upload["received"])
    return len(tenths), half_kept, await verdict(person, path)


async def torn(part: bytes, after: int) -> AsyncIterator[bytes]:
    """A part whose connection breaks after so many bytes."""
    yield part[:after]
    raise ConnectionAbortedError


async def send_part(person: Person, path: str, content: bytes, begins: int) -> dict[str, Any]:
    """What is known of the file with this part."""
    return await until(person, "PUT", f"{path}/parts/{begins}", content=content[begins : begins + PART])


async def verdict(person: Person, path: str) -> str:
    """What comes of a file that is all there."""
    upload = await until(person, "POST", f"{path}/finish")
    while upload["state"] == "checking":
        await asyncio.sleep(0.2)
        upload = await until(person, "GET", path)
    return str(upload["state"])


def announced(content: bytes) -> dict[str, Any]:
    """What is said of a file before it comes."""
    return {
        "purpose": "registration",
        "draft_id": str(uuid.uuid4()),
        "name": "a.pdf",
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


async def hand_in(person: Person, content: bytes, *, stack: Stack | None = None, victim: str = "") -> str:
    """One file to its verdict, whatever dies."""
    upload = await until(person, "POST", "/uploads", json=announced(content))
    path, middle = f"/uploads/{upload['id']}", len(content) // 2 // PART * PART
    while upload["received"] < len(content):
        begins = upload["received"]
        if stack is not None and begins == middle:
            stack.kill(victim)
        upload = await send_part(person, path, content, begins)
    return await verdict(person, path)


async def until(person: Person, method: str, path: str, **sent: Any) -> dict[str, Any]:
    """An answer, asked for again while the service is away; parts may come twice."""
    while True:
        try:
            answer = await person.http.request(method, f"/api/documents{path}", **sent)
        except httpx.TransportError:
            await asyncio.sleep(0.2)
            continue
        if answer.is_success:
            found: dict[str, Any] = answer.json()
            return found
        if answer.json()["code"] == "upload_goes_on_elsewhere":
            return await until(person, "GET", path.partition("/parts")[0])
        if answer.status_code < httpx.codes.INTERNAL_SERVER_ERROR:
            raise RuntimeError(answer.text)
        await asyncio.sleep(0.2)


def memory_of(stack: Stack) -> dict[str, float]:
    """Resident megabytes of documents' two processes."""
    found = {}
    for name in ("documents-api", "documents-worker"):
        life = read_life(stack.folders.records / name)
        status = Path(f"/proc/{life.pid}/status").read_text() if life else "VmRSS: 0 kB"
        found[name] = int(status.partition("VmRSS:")[2].split()[0]) / 1024
    return found


async def highest(stack: Stack) -> dict[str, float]:
    """The most of it until this is cancelled."""
    most = memory_of(stack)
    try:
        while True:
            await asyncio.sleep(0.1)
            now = memory_of(stack)
            most = {name: max(least, now[name]) for name, least in most.items()}
    except asyncio.CancelledError:
        return most


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
