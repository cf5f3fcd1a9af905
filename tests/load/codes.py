"""`python -m kezek_local run tests.load.codes`: many guess codes from many addresses, while real people sign in.

Of these every other one has signed in on this device before.

The guessers know the numbers and phones of real people, which is more than an attacker should. Each has an address of
its own (127.x.y.z), asks for codes, and hands in wrong ones as long as the service lets it. Run it on a fresh stack.
"""

import asyncio
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from redis.asyncio import Redis

from kezek_local.stack import Stack
from tests.e2e.sandbox import Sandbox
from tests.load.figures import say

ADDRESSES = int(os.environ.get("CODES_ADDRESSES", "1000"))
TRIES = int(os.environ.get("CODES_TRIES", "10"))
AT_ONCE = int(os.environ.get("CODES_AT_ONCE", "40"))
TRIES_OF_A_CODE = 5
REAL_EVERY_S = 5.0
KNOWN = 40
DIGITS = 6
SIGNED_IN, ASKED = 201, 202
NO_END = -1


@dataclass
class Real:
    """How real people fared."""

    told: Counter[str] = field(default_factory=Counter)
    took: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{dict(self.told)}; {middle(self.took)}"


@dataclass
class Known:
    """Somebody who has signed in before, with the cookies of their device."""

    person: dict[str, Any]
    cookies: httpx.Cookies


@dataclass
class Trial:
    """What is going on, and what has been counted."""

    gateway: str
    sandbox: Sandbox
    people: Iterator[dict[str, Any]]
    asked: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    new: Real = field(default_factory=Real)
    known: Real = field(default_factory=Real)

    def browser(self, address: str) -> httpx.AsyncClient:
        """A browser at this address."""
        transport = httpx.AsyncHTTPTransport(local_address=address, retries=2)
        return httpx.AsyncClient(base_url=f"{self.gateway}/api/auth", transport=transport, timeout=60)


def told(answer: httpx.Response) -> str:
    """Status and code of an answer."""
    return f"{answer.status_code} {answer.json().get('code', '') if answer.is_error else ''}".strip()


async def ask(browser: httpx.AsyncClient, person: dict[str, Any], counted: Counter[str]) -> str:
    """Ask for a code until it is promised; who is told to come later comes later."""
    while True:
        answer = await browser.post("/codes", json={"iin": person["person"]["iin"], "phone": person["phone"]})
        counted[told(answer)] += 1
        if answer.status_code == ASKED:
            return str(answer.json()["code_id"])
        await asyncio.sleep(min(float(answer.headers.get("retry-after", "1")), 60) + random.random())


async def guess(trial: Trial, address: str) -> None:
    """All tries of one address."""
    async with trial.browser(address) as browser:
        for number in range(TRIES):
            if number % TRIES_OF_A_CODE == 0:
                code_id = await ask(browser, next(trial.people), trial.asked)
            code = f"{random.randrange(10**DIGITS):0{DIGITS}d}"
            answer = await browser.post("/sessions/code", json={"code_id": code_id, "code": code})
            trial.tried[told(answer)] += 1


async def sign_in(trial: Trial, address: str, counted: Real, known: Known | None = None) -> Known:
    """One real person with the phone at hand."""
    person, began = known.person if known else next(trial.people), time.perf_counter()
    async with trial.browser(address) as browser:
        browser.cookies = known.cookies if known else browser.cookies
        had = len(await trial.sandbox.sms(person["phone"]))
        code_id = await ask(browser, person, counted.told)
        code = await trial.sandbox.sms_code(person["phone"], after=had)
        answer = await browser.post("/sessions/code", json={"code_id": code_id, "code": code})
        counted.told[told(answer)] += 1
    counted.took.append(time.perf_counter() - began)
    return Known(person, browser.cookies)


async def real_people(trial: Trial, known: Sequence[Known]) -> None:
    """Somebody signs in every few seconds, each from an address of their own, by turns new here and known."""
    for number, returning in enumerate(known):
        await sign_in(trial, f"127.77.0.{number + 1}", trial.known, returning)
        await asyncio.sleep(REAL_EVERY_S)
        await sign_in(trial, f"127.77.1.{number + 1}", trial.new)
        await asyncio.sleep(REAL_EVERY_S)


async def crowd(trial: Trial) -> None:
    """All addresses, so many at once."""
    room = asyncio.Semaphore(AT_ONCE)

    async def one(number: int) -> None:
        async with room:
            await guess(trial, f"127.{10 + number // 62_500}.{number // 250 % 250}.{number % 250 + 1}")

    await asyncio.gather(*(one(number) for number in range(ADDRESSES)))


async def progress(trial: Trial) -> None:
    """Where it stands, every minute."""
    while True:
        await asyncio.sleep(60)
        real = len(trial.new.took) + len(trial.known.took)
        say(f"… {sum(trial.tried.values())} wrong codes so far, {real} real people signed in")


async def memory(redis: Redis) -> str:
    """What Redis holds, and whether everything of auth's there will go by itself."""
    keys = [key async for key in redis.scan_iter("auth:*", count=1000)]
    forever = sum([await redis.ttl(key) == NO_END for key in keys])
    used = (await redis.info("memory"))["used_memory"]
    return f"{used / 2**20:6.2f} MiB, {len(keys)} keys of auth, {forever} of them without an end"


def middle(seconds: Sequence[float]) -> str:
    """Median and longest."""
    ordered = sorted(seconds)
    return f"median {ordered[len(ordered) // 2]:.2f} s, longest {ordered[-1]:.2f} s" if ordered else "none"


async def everybody(sandbox: Sandbox) -> list[dict[str, Any]]:
    """All parents of the sandbox."""
    found: list[dict[str, Any]] = []
    while page := await sandbox.people(role="parent", limit=1000, offset=len(found)):
        found += page
    return found


async def main() -> None:
    """Attack, and tell."""
    stack, sandbox = Stack(Path(os.environ["KEZEK_STACK_FOLDER"])), Sandbox(os.environ["KEZEK_SANDBOX_URL"])
    people = await everybody(sandbox)
    random.shuffle(people)
    trial = Trial(os.environ["KEZEK_PUBLIC_URL"], sandbox, iter(people))
    async with Redis.from_url(stack.redis_url) as redis:
        known = [await sign_in(trial, f"127.78.0.{number + 1}", Real()) for number in range(KNOWN)]
        say(f"Redis before: {await memory(redis)}")
        began = time.perf_counter()
        beside = [asyncio.create_task(real_people(trial, known)), asyncio.create_task(progress(trial))]
        await crowd(trial)
        seconds = time.perf_counter() - began
        for task in beside:
            task.cancel()
        say(f"Redis after:  {await memory(redis)}")
    await sign_in(trial, "127.99.99.99", trial.new)
    say(f"{sum(trial.tried.values())} wrong codes from {ADDRESSES} addresses in {seconds:.0f} s: {dict(trial.tried)}")
    say(f"codes asked for by guessers: {dict(trial.asked)}")
    say(f"real people on new devices: {trial.new}")
    say(f"real people on known devices: {trial.known}")
    await sandbox.http.aclose()
    got_in = trial.tried[str(SIGNED_IN)]
    say(f"got in: {got_in}")
    sys.exit(1 if got_in or not trial.new.took or set(trial.known.told) - {str(ASKED), str(SIGNED_IN)} else 0)


if __name__ == "__main__":
    asyncio.run(main())
