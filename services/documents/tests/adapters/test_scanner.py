import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from kezek.documents.adapters.scanner import Scanner, ScannerSilentError
from kezek.platform.testing.papers import MEGABYTE
from kezek_local.servers.clamav import EICAR


@asynccontextmanager
async def answering(answer: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Any]) -> AsyncIterator[str]:
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"tcp://127.0.0.1:{server.sockets[0].getsockname()[1]}"


@pytest.mark.servers
async def test_the_real_scanner_finds_what_it_knows_and_nothing_else(servers: Any) -> None:
    scanner = Scanner(servers.at.clamd, 30)
    assert not await scanner.finds(b"")
    assert not await scanner.finds(bytes(10 * MEGABYTE))
    assert await scanner.finds(bytes(5 * MEGABYTE) + EICAR + bytes(70_000))


@pytest.mark.parametrize(
    "said", [b"", b"stream: ", b"INSTREAM size limit exceeded. ERROR", b"stream: x ERROR", b"OK", b"stream: OK? no"]
)
async def test_only_a_plain_answer_passes_a_file(said: bytes) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\0\0\0\0")
        writer.write(said + b"\0")
        writer.close()

    async with answering(answer) as address:
        with pytest.raises(ScannerSilentError):
            await Scanner(address, 5).finds(b"abc")


async def test_a_scanner_that_says_nothing_is_left_after_a_while() -> None:
    async def answer(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
        await reader.read()

    async with answering(answer) as address:
        with pytest.raises(ScannerSilentError, match="TimeoutError"):
            await Scanner(address, 0.2).finds(b"abc")


async def test_a_scanner_that_hangs_up_passes_nothing() -> None:
    async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with answering(answer) as address:
        with pytest.raises(ScannerSilentError):
            await Scanner(address, 5).finds(bytes(5 * MEGABYTE))


@pytest.mark.parametrize("address", ["", "http://127.0.0.1", "tcp://127.0.0.1:1", "unix:///nowhere/clamd"])
async def test_without_a_scanner_nothing_passes(address: str) -> None:
    with pytest.raises(ScannerSilentError):
        await Scanner(address, 5).finds(b"abc")
