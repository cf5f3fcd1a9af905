"""A service's API in the test's own process, asked over ASGI with tokens made by a real key."""

import asyncio
import base64
from collections.abc import AsyncIterator, Generator, MutableMapping
from contextlib import asynccontextmanager
from typing import Any

import httpx
from fastapi import FastAPI
from joserfc.jwk import OKPKey

from kezek.platform.actors import Actor
from kezek.platform.testing.problems import check_problem, document_of
from kezek.platform.testing.signing import Signing
from kezek.platform.tokens import Target, issue_token

CREATED = 300


@asynccontextmanager
async def running(app: Any) -> AsyncIterator[None]:
    """An ASGI application between its start-up and its shutdown, as a server runs it.

    Raises:
        RuntimeError: when it does not start or does not stop well.
    """
    orders: asyncio.Queue[str] = asyncio.Queue()
    answers: asyncio.Queue[MutableMapping[str, Any]] = asyncio.Queue()

    async def receive() -> dict[str, str]:
        return {"type": await orders.get()}

    async def step(name: str) -> None:
        await orders.put(f"lifespan.{name}")
        answer = asyncio.ensure_future(answers.get())
        await asyncio.wait({answer, task}, return_when=asyncio.FIRST_COMPLETED)
        if not answer.done() or answer.result()["type"] != f"lifespan.{name}.complete":
            answer.cancel()
            raise RuntimeError(f"{name} failed") from (task.exception() if task.done() else None)

    task = asyncio.ensure_future(app({"type": "lifespan", "asgi": {"version": "3.0"}}, receive, answers.put))
    try:
        await step("startup")
        yield
        await step("shutdown")
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


class _Bearer(httpx.Auth):
    """A fresh token for each request, as the gateway's auth check makes them."""

    def __init__(self, actor: Actor, service: str, key: OKPKey) -> None:
        self._actor = actor
        self._service = service
        self._key = key

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        target = Target(self._service, request.method, request.url.path)
        request.headers["authorization"] = f"Bearer {issue_token(self._actor, target, self._key)}"
        yield request


class Api:
    """A running API and the people who ask it."""

    def __init__(self, app: FastAPI, key: OKPKey, signing: Signing) -> None:
        self.app = app
        self._key = key
        self._signing = signing
        document_of(app)

    @property
    def token_key(self) -> OKPKey:
        """The key by which this service believes auth."""
        return self._key

    def by(self, actor: Actor | None = None) -> httpx.AsyncClient:
        """A client acting for this person, or for nobody."""
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        auth = _Bearer(actor, self.app.state.service, self._key) if actor else None
        hooks = {"response": [self._check]}
        return httpx.AsyncClient(transport=transport, base_url="http://service", auth=auth, event_hooks=hooks)

    async def _check(self, answer: httpx.Response) -> None:
        await answer.aread()
        check_problem(answer, self.app)

    async def sign(
        self, actor: Actor, prepared: dict[str, Any], *, signer: str = "", head: bool = False
    ) -> httpx.Response:
        """The second step of an act: sign what was prepared (as another, if `signer` is another IIN; or as a head)."""
        document = base64.b64decode(prepared["document_base64"])
        make = self._signing.sign_as_head if head else self._signing.sign
        signature = make(signer or actor.iin, document)
        return await self.by(actor).post(f"/acts/{prepared['act_id']}/signature", json={"signature": signature})

    async def perform(self, actor: Actor, path: str, body: Any) -> httpx.Response:
        """Both steps of a signed act; the answer of the step that was refused, or of the signature."""
        prepared = await self.by(actor).post(path, json=body)
        return prepared if prepared.status_code >= CREATED else await self.sign(actor, prepared.json())
