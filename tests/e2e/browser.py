"""A browser as a patient person uses it: what could not be reached is asked again, in the same words."""

import asyncio
import time

import httpx

UNREACHABLE = frozenset({502, 503, 504})
AGAIN_AFTER_S = 0.1


class PatientTransport(httpx.AsyncBaseTransport):
    """Asks again while the service cannot be reached; every act and challenge may be asked for twice."""

    def __init__(self, patience_s: float) -> None:
        self._patience_s = patience_s
        self._inner = httpx.AsyncHTTPTransport(trust_env=False)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The first answer that is the service's own, or the last one when patience is over."""
        until = time.monotonic() + self._patience_s
        while True:
            try:
                answer = await self._inner.handle_async_request(request)
                # a connection may also break while the body comes
                await answer.aread()
            except httpx.TransportError:
                if time.monotonic() > until:
                    raise
            else:
                if answer.status_code not in UNREACHABLE or time.monotonic() > until:
                    return answer
            await asyncio.sleep(AGAIN_AFTER_S)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()


def browser(url: str, *, patience_s: float = 0.0, timeout_s: float = 100.0) -> httpx.AsyncClient:
    """A browser at this address; without patience the first answer counts."""
    if not patience_s:
        return httpx.AsyncClient(base_url=url, timeout=timeout_s, trust_env=False)
    return httpx.AsyncClient(base_url=url, timeout=timeout_s, transport=PatientTransport(patience_s))
