"""The virus scanner, by the protocol of clamd (INSTREAM). Silence passes nothing."""

import asyncio
import struct
from urllib.parse import urlsplit

from kezek.platform.telemetry import logger

LOG = logger(__name__)
_PIECE = 64 * 1024
_COMMAND = b"zINSTREAM\0"
_LONGEST_ANSWER = 4096


class ScannerSilentError(Exception):
    """The scanner does not answer, or not as it should: nobody knows whether the file is clean."""


class Scanner:
    """One clamd, at `tcp://host:port` or `unix:///path`; without an address it is always silent."""

    def __init__(self, address: str, within_s: float) -> None:
        self._address = urlsplit(address)
        self._within_s = within_s

    async def finds(self, content: bytes) -> bool:
        """Whether there is something in the file; False only when the scanner says that it is clean.

        Raises:
            ScannerSilentError: when it does not say so in time.
        """
        try:
            async with asyncio.timeout(self._within_s):
                answer = await self._ask(content)
        except (OSError, TimeoutError, EOFError) as error:
            raise ScannerSilentError(type(error).__name__) from error
        if answer == "stream: OK":
            return False
        if answer.startswith("stream: ") and answer.endswith(" FOUND"):
            LOG.warning("the scanner found something", found=answer[8:-6][:100])
            return True
        raise ScannerSilentError(answer[:100])

    async def _ask(self, content: bytes) -> str:
        reader, writer = await self._connect()
        try:
            writer.write(_COMMAND)
            for at in range(0, len(content), _PIECE):
                piece = content[at : at + _PIECE]
                writer.write(struct.pack("!I", len(piece)) + piece)
                await writer.drain()
            writer.write(struct.pack("!I", 0))
            await writer.drain()
            answer = await reader.read(_LONGEST_ANSWER)
            return answer.rstrip(b"\0\n").decode(errors="replace")
        finally:
            writer.close()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        match self._address.scheme:
            case "unix":
                return await asyncio.open_unix_connection(self._address.path)
            case "tcp":
                return await asyncio.open_connection(self._address.hostname, self._address.port)
            case _:
                raise ConnectionError("KEZEK_CLAMD is not set")
