"""TLS before servers that have none of their own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from kezek.platform.testing.certificates import Certified

SSL_REQUEST = 8


@asynccontextmanager
async def tls_before(port: int, server: Certified, *, asked: bool = False) -> AsyncIterator[int]:
    """The port of a TLS entrance to a server that has none; `asked`: after PostgreSQL's question for TLS."""

    async def enter(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if asked:
                await reader.readexactly(SSL_REQUEST)
                writer.write(b"S")
                await writer.start_tls(server.context())
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
            await asyncio.gather(pass_on(reader, far_writer), pass_on(far_reader, writer), return_exceptions=True)
        except (OSError, asyncio.IncompleteReadError):
            writer.close()

    tls = None if asked else server.context()
    async with await asyncio.start_server(enter, "127.0.0.1", 0, ssl=tls) as entrance:
        yield entrance.sockets[0].getsockname()[1]


async def pass_on(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    """Pass bytes on until there are no more."""
    try:
        while data := await source.read(65536):
            target.write(data)
    finally:
        target.close()
