"""HTTP byte by byte: what no well-behaved client sends, and on which connection it goes."""

import asyncio
import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

WITHIN_S = 40.0
_END = b"\r\n\r\n"


@dataclass(frozen=True)
class RawAnswer:
    """Everything that came back until the server closed the connection."""

    received: bytes

    @property
    def count(self) -> int:
        """How many answers came."""
        return self.received.count(b"HTTP/1.1 ")

    @property
    def status(self) -> int:
        """The first answer's status; 0 if the connection was closed without one."""
        return int(self.received.split(b" ", 2)[1]) if self.received else 0

    @property
    def body(self) -> bytes:
        """What follows the first head."""
        return self.received.partition(_END)[2]

    @property
    def is_problem(self) -> bool:
        """Whether the first answer is problem+json, as every refusal of the gateway is."""
        return b"content-type: application/problem+json" in self.received.lower() and "code" in self.problem

    @property
    def problem(self) -> dict[str, Any]:
        """The first answer's body as a problem."""
        found: dict[str, Any] = json.loads(self.body)
        return found


async def send(url: str, request: bytes, *, drops: bytes = b"") -> RawAnswer:
    """Send bytes to the server of an address, then perhaps drop by drop, one a second, and read until it closes."""
    at = urlsplit(url)
    reader, writer = await asyncio.open_connection(at.hostname, at.port)
    try:
        writer.write(request)
        await writer.drain()
        dripping = asyncio.create_task(_drip(writer, drops))
        received = await asyncio.wait_for(_everything(reader), WITHIN_S)
        dripping.cancel()
    finally:
        writer.close()
    return RawAnswer(received)


async def again_after(idle_s: float, url: str) -> int:
    """The status of a second GET on a connection that has been idle since the first; 0 if it was closed."""
    at = urlsplit(url)
    reader, writer = await asyncio.open_connection(at.hostname, at.port)
    request = f"GET {at.path} HTTP/1.1\r\nHost: kezek\r\n\r\n".encode()
    try:
        writer.write(request)
        await asyncio.wait_for(_whole_answer(reader), WITHIN_S)
        await asyncio.sleep(idle_s)
        writer.write(request)
        line = await asyncio.wait_for(reader.readline(), WITHIN_S)
    finally:
        writer.close()
    return int(line.split()[1]) if line else 0


async def _whole_answer(reader: asyncio.StreamReader) -> None:
    head_fields = (await reader.readuntil(_END)).lower()
    length = re.search(rb"content-length: ([0-9]+)", head_fields)
    await (reader.readexactly(int(length[1])) if length else reader.readuntil(b"\r\n0\r\n\r\n"))


async def _drip(writer: asyncio.StreamWriter, drops: bytes) -> None:
    for drop in drops:
        await asyncio.sleep(1)
        writer.write(bytes([drop]))


async def _everything(reader: asyncio.StreamReader) -> bytes:
    received = b""
    while True:
        try:
            piece = await reader.read(65536)
        except ConnectionResetError:
            return received
        if not piece:
            return received
        received += piece


def head(line: str, *fields: str) -> bytes:
    """A request's head with a Host, to be followed by no other request."""
    return "\r\n".join([line, "Host: kezek", *fields, "Connection: close", "", ""]).encode("latin-1")
