"""The sandbox's mobile citizens register and SMS gateway over real HTTP, beside a running auth."""

import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from redis.asyncio import Redis, from_url

from kezek.auth.entrypoints.ways import Ways
from kezek.platform.testing import MovableClock, listening
from kezek_sandbox.app import DroppingProtocol, create_app
from kezek_sandbox.people.model import Resident, Role
from kezek_sandbox.sandbox import Sandbox
from kezek_sandbox.testing import settings_in

CODE = re.compile(r"\b[0-9]{6,8}\b")


@dataclass
class Outside:
    """The sandbox: its register, its mailbox, and how they fail."""

    url: str
    inside: Sandbox
    people: list[Resident]

    def person(self) -> Resident:
        """Somebody whom no other test knows."""
        return self.people.pop()

    async def switch(self, system: str, **how: Any) -> None:
        async with httpx.AsyncClient(base_url=self.url, trust_env=False) as client:
            (await client.post(f"/control/{system}", json=how)).raise_for_status()

    async def sms(self, phone: str) -> list[str]:
        found = await self.inside.mailbox._store.read("SELECT text FROM sms WHERE recipient = ? ORDER BY id", (phone,))
        return [str(row["text"]) for row in found]

    async def sms_after(self, phone: str, had: int) -> list[str]:
        """Those that came since there were so many."""
        return (await self.sms(phone))[had:]


@pytest.fixture(scope="session")
async def sandbox(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Outside]:
    folder: Path = tmp_path_factory.mktemp("sandbox")
    MovableClock(folder / "clock")
    app = create_app(settings_in(folder))
    async with listening(app, http=DroppingProtocol) as url:
        inside: Sandbox = app.state.sandbox
        yield Outside(url, inside, list(inside.people.select(role=Role.PARENT)))


@pytest.fixture
async def outside(sandbox: Outside) -> AsyncIterator[Outside]:
    yield sandbox
    for system in ("mobile_register", "register", "sms"):
        await sandbox.switch(system)


@dataclass
class Counter:
    """Where people sign in by a code: a running auth, and the outside world behind it."""

    auth: Any
    outside: Outside

    @property
    def ways(self) -> Ways:
        ways: Ways = self.auth.api.app.state.ways
        return ways

    async def ask(self, browser: Any, iin: str, phone: str, address: str = "127.0.0.1", **more: Any) -> httpx.Response:
        body = {"iin": iin, "phone": phone, **more}
        answer: httpx.Response = await browser.client.post("/codes", json=body, headers={"x-forwarded-for": address})
        return answer

    async def ask_as(self, browser: Any, person: Resident, **more: Any) -> dict[str, Any]:
        answer = await self.ask(browser, person.person.iin, person.phone, **more)
        assert answer.status_code == 202, answer.text
        asked: dict[str, Any] = answer.json()
        return asked

    async def hand_in(self, browser: Any, code_id: str, code: str, address: str = "127.0.0.1") -> httpx.Response:
        body = {"code_id": code_id, "code": code}
        headers = {"x-forwarded-for": address}
        answer: httpx.Response = await browser.client.post("/sessions/code", json=body, headers=headers)
        return answer

    async def code_of(self, person: Resident) -> str:
        """The code of the newest SMS."""
        await self.ways.codes.sender.served()
        found = CODE.search((await self.outside.sms(person.phone))[-1])
        assert found is not None
        return found.group()

    async def sign_in(self, browser: Any, person: Resident) -> dict[str, Any]:
        asked = await self.ask_as(browser, person)
        answer = await self.hand_in(browser, asked["code_id"], await self.code_of(person))
        assert answer.status_code == 201, answer.text
        me: dict[str, Any] = answer.json()
        return me


@pytest.fixture
def start_counter(start_auth: Any, outside: Outside) -> Callable[..., Any]:
    async def start(**values: Any) -> Counter:
        given = {
            "mobile_register_url": f"{outside.url}/mobile-register",
            "register_url": f"{outside.url}/register",
            "sms_url": f"{outside.url}/sms",
        }
        return Counter(await start_auth(**{**given, **values}), outside)

    return start


@pytest.fixture
async def counter(start_counter: Callable[..., Any]) -> Counter:
    opened: Counter = await start_counter()
    return opened


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    async with from_url(redis_url) as client:
        yield client


def another(code: str) -> str:
    """A code of the same length that is not this one."""
    return f"{(int(code) + 1) % 10 ** len(code):0{len(code)}d}"
