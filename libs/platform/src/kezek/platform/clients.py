"""HTTP to other systems: pooled connections that are given up before the other side does."""

from typing import Any

import httpx

MOST_IDLE_S = 3.0
"""Servers commonly close what is idle for 5 s (uvicorn, Node.js); who writes at that very moment gets no answer."""
_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=MOST_IDLE_S)


def http_client(*, tries: int = 1, **options: Any) -> httpx.AsyncClient:
    """A client of another system; `options` are httpx's.

    More than one try is for questions only: what is not answered in full is asked again at once, and answers are read
    whole. Whatever goes wrong on the way is an `httpx.TransportError`.
    """
    return httpx.AsyncClient(transport=_Transport(tries), trust_env=False, **options)


class _Transport(httpx.AsyncHTTPTransport):
    def __init__(self, tries: int) -> None:
        super().__init__(trust_env=False, limits=_LIMITS)
        self._tries = tries

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        for _ in range(self._tries - 1):
            try:
                answer = await self._try(request)
                # a connection may also break while the body comes
                await answer.aread()
            except httpx.TransportError:
                continue
            return answer
        return await self._try(request)

    async def _try(self, request: httpx.Request) -> httpx.Response:
        try:
            return await super().handle_async_request(request)
        except AttributeError as error:
            # uvloop forgets the socket of a connection that is reset before its first use, and httpcore asks for it
            raise httpx.ConnectError("reset as soon as connected", request=request) from error
