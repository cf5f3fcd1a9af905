"""HTTP to other systems: pooled connections that are given up before the other side does."""

import ssl
from collections.abc import Awaitable, Callable
from functools import cache
from typing import Any, TypeVar

import httpx

AnswerT = TypeVar("AnswerT")

MAX_IDLE_S = 3.0
"""Servers commonly close what is idle for 5 s (uvicorn, Node.js); who writes at that very moment gets no answer."""
_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=MAX_IDLE_S)


def http_client(**options: Any) -> httpx.AsyncClient:
    """A client of another system; `options` are httpx's. What goes wrong on the way is an `httpx.TransportError`."""
    transport = _Transport(verify=_authorities(), trust_env=False, limits=_LIMITS)
    return httpx.AsyncClient(transport=transport, trust_env=False, **options)


@cache
def _authorities() -> ssl.SSLContext:
    """Who certifies other systems, read once for all clients."""
    return httpx.create_ssl_context(trust_env=False)


async def ask_twice(ask: Callable[[], Awaitable[AnswerT]]) -> AnswerT:
    """The answer to a question, asked again at once if none came in full; what changes something is sent once."""
    try:
        return await ask()
    except httpx.TransportError:
        return await ask()


class _Transport(httpx.AsyncHTTPTransport):
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        try:
            return await super().handle_async_request(request)
        except AttributeError as error:
            # uvloop forgets the socket of a connection that is reset before its first use, and httpcore asks for it
            raise httpx.ConnectError("reset as soon as connected", request=request) from error
