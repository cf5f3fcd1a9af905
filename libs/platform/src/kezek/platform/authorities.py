"""Speaking to certificate authorities over HTTP: only to configured addresses, in little time, for few bytes.

Addresses stand in certificates, so they are somebody else's words: what is not configured is never asked, no redirect
is followed, and an authority that failed is left alone for a moment.
"""

import asyncio
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from kezek.platform.clients import ask_twice, http_client
from kezek.platform.partial import NotAnsweredError, Partial

_LEAVE_ALONE_S = 2.0
_OK = 200


@dataclass(frozen=True, slots=True)
class _Address:
    origin: tuple[str, str, int | None]
    path: str


def _parsed(url: str) -> _Address | None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    odd = parts.username is not None or any(mark in url for mark in ("..", "%", "\\", "@", "#", " "))
    if parts.scheme not in ("http", "https") or not parts.hostname or odd:
        return None
    return _Address((parts.scheme, parts.hostname, port), parts.path)


class Addresses:
    """The configured addresses; a URL counts when it lies at or below one of them."""

    def __init__(self, addresses: str) -> None:
        self._known = [self._read(text.strip()) for text in addresses.split(",") if text.strip()]

    @staticmethod
    def _read(text: str) -> _Address:
        address = _parsed(text)
        if address is None:
            raise ValueError(f"KEZEK_REVOCATION_ADDRESSES holds no address of an authority: {text!r}")
        return address

    def allow(self, url: str) -> bool:
        """Whether this may be asked."""
        asked = _parsed(url)
        return asked is not None and any(
            asked.origin == known.origin and f"{asked.path}/".startswith(f"{known.path.rstrip('/')}/")
            for known in self._known
        )


class Authorities:
    """The client of all authorities."""

    def __init__(self, addresses: str, timeout_s: float) -> None:
        self._addresses = Addresses(addresses)
        self._timeout_s = timeout_s
        # nothing packed: a few bytes could unpack to more than there is room for
        packing = {"accept-encoding": "identity"}
        self._client = http_client(headers=packing, follow_redirects=False, timeout=timeout_s)
        self._left_alone_until: dict[str, float] = {}

    def allow(self, url: str) -> bool:
        """Whether this may be asked."""
        return self._addresses.allow(url)

    def leave_alone(self, url: str) -> None:
        """Do not ask this for a moment: what it says is of no use."""
        self._left_alone_until[url] = time.monotonic() + _LEAVE_ALONE_S

    def _refuse_left_alone(self, url: str) -> None:
        if time.monotonic() < self._left_alone_until.get(url, 0.0):
            raise NotAnsweredError("it failed a moment ago")

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def download(self, url: str, part: Partial, known: str) -> bool:
        """Whether all of a file has come; false when it is still the version `known`. Breaks are gone over.

        Who calls bounds the time: silence ends after the client's own, but a file may come as slowly as it likes.

        Raises:
            NotAnsweredError: there is none to be had, or twice in a row nothing more came.
        """
        self._refuse_left_alone(url)
        in_vain = 0
        while True:
            had = part.size
            try:
                return await self._receive(url, part, known)
            except (httpx.HTTPError, NotAnsweredError) as error:
                in_vain = 0 if part.size > had else in_vain + 1
                if isinstance(error, NotAnsweredError) or in_vain > 1:
                    self.leave_alone(url)
                    raise NotAnsweredError(f"{type(error).__name__} {error}") from error

    async def _receive(self, url: str, part: Partial, known: str) -> bool:
        answer = await self._client.send(
            self._client.build_request("GET", url, headers=part.headers(known)), stream=True
        )
        try:
            return await part.receive(answer)
        finally:
            await answer.aclose()

    async def post_ocsp(self, url: str, request: bytes, most_bytes: int) -> bytes:
        """The answer to an OCSP request (RFC 6960 appendix A).

        Raises:
            NotAnsweredError: there is none to be had.
        """
        headers = {"content-type": "application/ocsp-request", "accept": "application/ocsp-response"}
        return await self._ask(self._client.build_request("POST", url, content=request, headers=headers), most_bytes)

    async def _ask(self, request: httpx.Request, most_bytes: int) -> bytes:
        url = str(request.url)
        self._refuse_left_alone(url)
        try:
            async with asyncio.timeout(self._timeout_s):
                return await ask_twice(lambda: self._body(request, most_bytes))
        except (httpx.HTTPError, TimeoutError, NotAnsweredError) as error:
            self.leave_alone(url)
            raise NotAnsweredError(f"{type(error).__name__} {error}") from error

    async def _body(self, request: httpx.Request, most_bytes: int) -> bytes:
        answer = await self._client.send(request, stream=True)
        try:
            if answer.status_code != _OK:
                raise NotAnsweredError(f"status {answer.status_code}")
            body = bytearray()
            async for piece in answer.aiter_raw():
                body += piece
                if len(body) > most_bytes:
                    raise NotAnsweredError("the answer is too large")
            return bytes(body)
        finally:
            await answer.aclose()
