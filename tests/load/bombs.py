"""`make bench`: what signatures made to cost much cost, and whether sessions are checked as fast beside them.

First a search for any signature of 100 kB or less that costs more than ten right ones; it needs no stack. Then, on the
running stack, session checks through the gateway, fifty a second, without and with such signatures beside them.
"""

import asyncio
import base64
import contextlib
import os
import sys
import time
from collections.abc import Callable, Coroutine, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from hypothesis import HealthCheck, Phase, given, settings, target
from hypothesis import strategies as st

from kezek.eds import Purpose, SignatureRefused, TrustList, algorithms, examine_detached, normalise_cms
from kezek.eds.testing import (
    PrivateKey,
    crossed,
    giant_oids,
    individual,
    issue,
    long_exponent_key,
    new_authority,
    new_gost_key,
    new_key,
    personal,
    personal_gost,
    seal,
)
from tests.e2e.world import World
from tests.load.figures import row, say
from tests.load.gate import dial

EXAMPLES = int(os.environ.get("BOMB_EXAMPLES", "3000"))
SECONDS = float(os.environ.get("BOMB_SECONDS", "20"))
MAX_BYTES, MAX_TIMES = 100_000, 10
CHECKS_A_SECOND, BOMBS_A_SECOND, MAX_RATIO = 50, 20, 2.0
CONTENT, IIN, NOW, DAY = b"what is signed", "991399000009", datetime.now(UTC), timedelta(days=1)
DAMAGE = st.tuples(st.floats(0, 1), st.integers(0, 200), st.binary(max_size=40), st.integers(1, 400))


def right(trusted: list[bytes], *, gost: bool) -> bytes:
    """A signature that counts, whose root is added to the trusted."""
    make: Callable[[], PrivateKey] = new_gost_key if gost else new_key
    root = new_authority(f"ТҮБІР {gost}", NOW, key=make())
    trusted.append(root.pem)
    name = individual("СЫНАҚОВА", "ҮЛГІ", "", IIN)
    profile = personal_gost(name, NOW - DAY, NOW + DAY) if gost else personal(name, Purpose.SIGN, NOW - DAY, NOW + DAY)
    authority = new_authority(f"ОРТАЛЫҚ {gost}", NOW, root, key=make())
    return seal(CONTENT, issue(make(), authority, profile), [authority], NOW)


def bombs() -> list[bytes]:
    """Signatures of every kind that once cost much."""
    keys = (new_key(), long_exponent_key(), new_gost_key(), new_key(8192))
    return [*giant_oids(), *(crossed(CONTENT, key, new_key(), NOW, IIN) for key in keys)]


def cost(sent: bytes, trust: TrustList, runs: int = 1) -> float:
    """Seconds of the processor for one examination at first sight; the least of so many."""
    spent = []
    for _ in range(runs):
        algorithms._is_signed_by.cache_clear()
        began = time.process_time()
        with contextlib.suppress(SignatureRefused):
            examine_detached(normalise_cms(sent), CONTENT, trust=trust, at=NOW, purpose=Purpose.SIGN)
        spent.append(time.process_time() - began)
    return min(spent)


def damaged(cms: bytes, damages: Iterable[tuple[float, int, bytes, int]]) -> bytes:
    """The same with pieces cut out, and others put in again and again."""
    made = bytearray(cms)
    for where, length, piece, times in damages:
        start = int(where * len(made))
        made[start : start + length] = piece * times
    return bytes(made[:MAX_BYTES])


def search(known: list[bytes], trust: TrustList, limit: float) -> tuple[float, bytes]:
    """The dearest input that could be found, and its seconds."""
    dearest = max((cost(each, trust, 3), each) for each in known)

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.target],
        suppress_health_check=list(HealthCheck),
    )
    @given(base=st.sampled_from(known), damages=st.lists(DAMAGE, max_size=6), text=st.booleans())
    def look(base: bytes, damages: list[tuple[float, int, bytes, int]], text: bool) -> None:
        nonlocal dearest
        sent = damaged(base, damages)
        sent = base64.b64encode(sent)[:MAX_BYTES] if text else sent
        spent = cost(sent, trust)
        if spent > min(limit, dearest[0]):
            spent = cost(sent, trust, 5)  # else a busy machine would be taken for a dear signature
        target(spent)
        dearest = max(dearest, (spent, sent))

    look()
    return dearest


async def paced(a_second: int, seconds: float, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Do this so often, each time whether or not the time before is over."""
    began = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for number in range(int(a_second * seconds)):
            await asyncio.sleep(max(0.0, began + number / a_second - time.perf_counter()))
            group.create_task(work())


async def checks(world: World, cookie: str, seconds: float) -> list[float]:
    """Seconds that session checks took, fifty a second on connections of their own."""
    wires = [await dial(world.gateway, cookie) for _ in range(CHECKS_A_SECOND)]
    free, taken = asyncio.Queue[int](), list[float]()
    for number in range(len(wires)):
        free.put_nowait(number)

    async def check() -> None:
        number = await free.get()
        taken.append(await wires[number].ask())
        free.put_nowait(number)

    await paced(CHECKS_A_SECOND, seconds, check)
    for wire in wires:
        wire.close()
    return taken


async def thrown(world: World, known: list[bytes], seconds: float, answers: dict[int, int]) -> None:
    """Hand in such signatures for fresh challenges, as somebody whom nobody knows."""
    turn = iter(range(10**9))

    async with httpx.AsyncClient(base_url=f"{world.gateway}/api", headers={"origin": world.gateway}) as client:

        async def throw() -> None:
            challenge = await client.post("/auth/challenges")
            if challenge.is_success:
                cms = base64.b64encode(known[next(turn) % len(known)]).decode()
                body = {"challenge_id": challenge.json()["challenge_id"], "signature": cms}
                challenge = await client.post("/auth/sessions", json=body)
            answers[challenge.status_code] = answers.get(challenge.status_code, 0) + 1

        await paced(BOMBS_A_SECOND, seconds, throw)


async def beside(known: list[bytes]) -> float:
    """How many times longer the p99 of session checks is beside such signatures."""
    world = World(os.environ["KEZEK_PUBLIC_URL"], os.environ["KEZEK_SANDBOX_URL"])
    (parent,) = await world.parents(1)
    cookie = next(f"{each.name}={each.value}" for each in parent.http.cookies.jar if each.name.endswith("session"))
    answers: dict[int, int] = {}
    await checks(world, cookie, SECONDS / 4)
    alone = await checks(world, cookie, SECONDS)
    among, _ = await asyncio.gather(checks(world, cookie, SECONDS), thrown(world, known, SECONDS, answers))
    await world.close()
    say(f"{f'session checks, {CHECKS_A_SECOND} a second, milliseconds':<58}{'p50':>9}{'p90':>9}{'p99':>9}{'max':>9}")
    say(row("  alone", alone))
    say(row(f"  beside {BOMBS_A_SECOND} costly signatures a second {answers}", among))
    return sorted(among)[int(len(among) * 0.99)] / sorted(alone)[int(len(alone) * 0.99)]


def main() -> str | None:
    """Search, measure and print; what is wrong, or nothing."""
    trusted: list[bytes] = []
    usual = [right(trusted, gost=False), right(trusted, gost=True)]
    trust, known = TrustList.from_pem(b"".join(trusted)), [*usual, *bombs()]
    normal = cost(usual[0], trust, 20)
    spent, sent = search(known, trust, MAX_TIMES * normal)
    say(f"a right signature costs {normal * 1000:.2f} ms of processor at first sight")
    found = f"{spent * 1000:.2f} ms, {spent / normal:.1f} x (limit {MAX_TIMES}), {len(sent)} bytes"
    say(f"the dearest of {EXAMPLES} tried: {found}")
    if spent > MAX_TIMES * normal:
        return f"one signature costs {spent / normal:.1f} right ones: {sent.hex()}"
    if "KEZEK_PUBLIC_URL" not in os.environ:
        return None
    ratio = asyncio.run(beside(bombs()))
    say(f"  p99 {ratio:.2f} x (limit {MAX_RATIO})")
    return None if ratio <= MAX_RATIO else "session checks wait for costly signatures"


if __name__ == "__main__":
    sys.exit(main())
