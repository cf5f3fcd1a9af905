import base64
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from kezek.eds import Purpose, Signer, TrustList, normalise_cms, verify_detached
from kezek.platform.testing import listening
from kezek_sandbox.app import DroppingProtocol, create_app
from kezek_sandbox.sandbox import Sandbox
from kezek_sandbox.testing import settings_in


@dataclass(frozen=True)
class Running:
    """A sandbox that listens, and how a stranger uses it."""

    client: httpx.AsyncClient
    inside: Sandbox

    async def get(self, path: str, **params: Any) -> Any:
        answer = await self.client.get(path, params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def post(self, path: str, body: Any = None, expect: int = 200) -> Any:
        answer = await self.client.post(path, json=body)
        assert answer.status_code == expect, answer.text
        return answer.json()

    async def cms(self, person: str, content: bytes, key: str = "sign", **more: Any) -> bytes:
        body = {"person": person, "key": key, "content_base64": base64.b64encode(content).decode(), **more}
        return normalise_cms((await self.post("/ca/sign", body))["cms"])

    def judge(self, cms: bytes, content: bytes, purpose: Purpose = Purpose.SIGN) -> Signer:
        trust = TrustList.from_pem(self.inside.settings.trust_list)
        return verify_detached(cms, content, trust=trust, at=self.inside.clock.now(), purpose=purpose)


@asynccontextmanager
async def running(folder: Path, workers: tuple[str, ...] = ()) -> AsyncIterator[Running]:
    app = create_app(settings_in(folder, sandbox_workers=",".join(workers), sms_api_key="key"))
    async with (
        listening(app, http=DroppingProtocol) as url,
        httpx.AsyncClient(base_url=url, trust_env=False, timeout=30) as client,
    ):
        yield Running(client, app.state.sandbox)


class FakeWorker:
    """A worker of the stack: deadlines that fire when the shared clock has passed them."""

    def __init__(self) -> None:
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.deadlines: list[datetime] = []
        self.fired: list[datetime] = []
        self.busy_rounds = 0
        self.stuck = False
        self.app = FastAPI()
        self.app.add_api_route("/status", self.status)

    async def status(self) -> dict[str, Any]:
        while not self.stuck and self.deadlines and self.deadlines[0] <= self.now():
            self.deadlines.pop(0)
            self.fired.append(self.now())
            self.busy_rounds = 2
        self.busy_rounds = max(0, self.busy_rounds - 1)
        counts = {"outbox": self.busy_rounds, "lag": 0, "jobs": 0, "received_acts": 0, "parked": 3}
        return {"service": "referrals", **counts, "next_deadline_at": min(self.deadlines, default=None)}


@pytest.fixture(scope="session")
async def sandbox(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    async with running(tmp_path_factory.mktemp("sandbox")) as one:
        yield one


@pytest.fixture
def start() -> Callable[..., Any]:
    return running


@pytest.fixture
async def with_worker(tmp_path: Path) -> AsyncIterator[tuple[Running, FakeWorker]]:
    worker = FakeWorker()
    async with listening(worker.app, http=DroppingProtocol) as url, running(tmp_path, (url,)) as one:
        worker.now = one.inside.clock.now
        yield one, worker


@pytest.fixture
def day() -> timedelta:
    return timedelta(days=1)
