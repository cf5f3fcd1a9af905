import base64
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from redis.asyncio import from_url

from kezek.auth.commands import first_administrator
from kezek.auth.entrypoints.consumers import build_consumers
from kezek.auth.main_api import build_app
from kezek.auth.main_worker import prune
from kezek.auth.settings import AuthSettings
from kezek.contracts.events import Event
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import District
from kezek.contracts.texts import Text
from kezek.eds import Purpose
from kezek.platform.clock import SystemClock
from kezek.platform.db import Database
from kezek.platform.testing import Api, Signing, an_iin, deliver
from kezek.platform.tokens import TokenVerifier

TOKEN = "X-Kezek-Token"
_KNOWN = sa.text(
    "insert into account (id, iin, name, language, created_at, email) "
    "values (:id, :iin, '', 'kk', :now, 'made-up@example.kz') on conflict do nothing"
)


def write_key(folder: Path, name: str) -> None:
    pem = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / f"{name}.pem").write_bytes(pem)


@dataclass
class Browser:
    """A browser before the gateway: every request is first checked, as nginx does it."""

    api: Api
    signing: Signing
    client: httpx.AsyncClient = field(init=False)

    @property
    def database(self) -> Database:
        database: Database = self.api.app.state.database
        return database

    def __post_init__(self) -> None:
        self.client = self.api.by()

    async def token(self, method: str = "GET", path: str = "/me", service: str = "auth") -> str | None:
        """The token for what is asked, as the gateway is given it."""
        target = {"x-kezek-target": f"{method} {service} {path}"}
        answer = await self.client.get("/internal/session", headers=target)
        assert answer.status_code == 204
        token: str | None = answer.headers.get(TOKEN)
        return token

    async def ask(self, method: str, path: str, **given: Any) -> httpx.Response:
        token = await self.token(method, path.partition("?")[0])
        headers = given.pop("headers", {}) | ({"authorization": f"Bearer {token}"} if token else {})
        return await self.client.request(method, path, headers=headers, **given)

    async def challenge(self) -> dict[str, Any]:
        answer = await self.client.post("/challenges")
        assert answer.status_code == 201
        challenge: dict[str, Any] = answer.json()
        return challenge

    async def answer(self, challenge: dict[str, Any], signature: str) -> httpx.Response:
        body = {"challenge_id": challenge["challenge_id"], "signature": signature}
        return await self.client.post("/sessions", json=body)

    def signed(self, challenge: dict[str, Any], iin: str) -> str:
        return self.signing.sign(iin, base64.b64decode(challenge["document_base64"]), Purpose.LOGIN)

    async def sign_in(self, iin: str, *, first: bool = False) -> dict[str, Any]:
        """Sign in with the key; unless it is the `first` time, with an e-mail address confirmed before."""
        if not first:
            async with self.database.write() as tx:
                await tx.execute(_KNOWN, {"id": new_id(), "iin": iin, "now": datetime.now(UTC)})
        challenge = await self.challenge()
        answer = await self.answer(challenge, self.signed(challenge, iin))
        assert answer.status_code == 201, answer.text
        me: dict[str, Any] = answer.json()
        return me


@dataclass
class Auth:
    """A running auth and its servers."""

    api: Api
    settings: AuthSettings
    signing: Signing
    redis_url: str  # as the administrator of Redis: auth's own user may not look around

    @property
    def database(self) -> Database:
        database: Database = self.api.app.state.database
        return database

    def browser(self) -> Browser:
        return Browser(self.api, self.signing)

    async def age_sessions(self, seconds: int) -> None:
        """As if all sessions had begun and been used this much earlier."""
        earlier = "update session set began_at = began_at - :by, used_at = used_at - :by"
        await self.change(earlier.replace(":by", f"interval '{seconds} seconds'"))

    async def hears(self, *events: Event, version: int = 1, **delivery: Any) -> None:
        """Facts of other services come in by Kafka."""
        consumers = build_consumers(self.api.app.state.parts.cache, SystemClock())
        await deliver(self.database, consumers, *events, version=version, **delivery)

    async def administrator(self) -> Browser:
        """The administrator of a region with two districts, signed in."""
        await self.hears(*(District(code=code, name=Text(kk=code, ru=code, en=code)) for code in ("1110", "1116")))
        browser, iin = self.browser(), an_iin()
        await browser.sign_in(iin)
        assert await first_administrator(self.settings, iin)
        return browser

    async def prune(self) -> None:
        """What the worker does now and then."""
        await prune(self.settings, self.database, SystemClock())

    async def change(self, statement: str) -> None:
        async with self.database.write() as tx:
            await tx.execute(sa.text(statement))

    async def rows(self, statement: str) -> list[tuple[Any, ...]]:
        async with self.database.read() as tx:
            return [tuple(row) for row in await tx.rows(sa.text(statement))]

    async def flush_redis(self) -> None:
        async with from_url(self.redis_url) as client:
            await client.flushdb()


@pytest.fixture
def token_keys(tmp_path: Path) -> Path:
    folder = tmp_path / "tokens"
    folder.mkdir()
    write_key(folder, "token-1")
    return folder


@pytest.fixture
async def start_auth(
    make_settings: Callable[..., Awaitable[AuthSettings]],
    api: Callable[..., Awaitable[Api]],
    signing: Signing,
    token_keys: Path,
    redis_url: str,
) -> Callable[..., Awaitable[Auth]]:
    async def start(**values: Any) -> Auth:
        settings = await make_settings("auth", AuthSettings, token_keys=token_keys, **values)
        running = await api(build_app(settings))
        running.app.state.tokens = TokenVerifier("", keys=running.app.state.parts.keys.published)
        return Auth(running, settings, signing, redis_url)

    return start


@pytest.fixture
def start_replica(auth: Auth, api: Callable[..., Awaitable[Api]], signing: Signing) -> Callable[[], Awaitable[Auth]]:
    """A second process of the same auth: its database, its Redis, its keys."""

    async def start() -> Auth:
        running = await api(build_app(auth.settings))
        return Auth(running, auth.settings, signing, auth.redis_url)

    return start


@pytest.fixture
async def auth(start_auth: Callable[..., Awaitable[Auth]]) -> Auth:
    return await start_auth()
