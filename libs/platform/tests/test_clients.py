import asyncio
import socket
import struct
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any

import httpx
import pytest
import uvloop

from kezek.platform import clients
from kezek.platform.clients import ask_twice, http_client

# a test that stands still for a moment does not lose its connection
KEPT = httpx.Limits(keepalive_expiry=60)
ANSWER = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"
RESET = struct.pack("ii", 1, 0)
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[Any, Any, None]]


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients, "_LIMITS", KEPT)


@asynccontextmanager
async def talking(talk: Talk) -> AsyncIterator[str]:
    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


@contextmanager
def resetting() -> Iterator[str]:
    """Where connections are reset at once, by a thread: whoever shares the client's loop never does it in time."""
    with socket.create_server(("127.0.0.1", 0), backlog=200) as server, ThreadPoolExecutor(1) as beside:

        def reset() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                    connection.close()

        beside.submit(reset)
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}"
        finally:
            server.shutdown(socket.SHUT_RDWR)


class Moody:
    """Answers the first request of a connection, and closes the connection at the second one."""

    def __init__(self) -> None:
        self.heard = 0

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for answer in (ANSWER, b""):
            await reader.readuntil(b"\r\n\r\n")
            self.heard += 1
            writer.write(answer)
        writer.close()


async def refusals(url: str) -> Counter[str]:
    seen: Counter[str] = Counter()
    async with http_client() as client:

        async def ask() -> None:
            try:
                await client.get(url)
            except httpx.TransportError as error:
                seen[type(error).__name__] += 1

        for _ in range(10):
            await asyncio.gather(*(ask() for _ in range(20)))
    return seen


def test_a_connection_reset_at_once_is_an_error_of_the_way_on_uvloop_too() -> None:
    with resetting() as url:
        assert uvloop.run(refusals(url)).total() == 200


async def test_a_question_is_asked_again_when_the_connection_breaks() -> None:
    moody = Moody()
    async with talking(moody.talk) as url, http_client() as client:
        answers = [(await ask_twice(lambda: client.post(url))).text for _ in range(3)]
    assert answers == ["ok"] * 3
    assert moody.heard == 5


async def test_a_question_is_asked_again_when_the_connection_breaks_in_the_answer() -> None:
    answers = iter((ANSWER[:-1], ANSWER))

    async def breaking(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(next(answers))
        writer.close()

    async with talking(breaking) as url, http_client() as client:
        assert (await ask_twice(lambda: client.post(url))).text == "ok"


async def test_what_is_no_question_is_sent_once() -> None:
    moody = Moody()
    async with talking(moody.talk) as url, http_client() as client:
        await client.post(url)
        with pytest.raises(httpx.TransportError):
            await client.post(url)
    assert moody.heard == 2


async def test_who_certifies_other_systems_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    create = httpx.create_ssl_context
    monkeypatch.setattr(httpx, "create_ssl_context", lambda **how: made.append(how) or create(**how))
    clients._authorities.cache_clear()
    for _ in range(3):
        async with http_client():
            pass
    assert made == [{"trust_env": False}]


async def test_a_question_is_asked_no_more_than_twice() -> None:
    heard = 0

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal heard
        await reader.readuntil(b"\r\n\r\n")
        heard += 1
        writer.close()

    async with talking(silent) as url, http_client() as client:
        with pytest.raises(httpx.TransportError):
            await ask_twice(lambda: client.get(url))
    assert heard == 2
