"""Hints to people's open pages, told after the commit: best effort, off the way of whoever committed (docs/adr/0027).

They go to one stream in Redis. Redis that is away or slow loses them and nothing else; pages also look by themselves.
It takes three commands of its protocol, spoken here: the library would take 7 MB of every process.
"""

import asyncio
import ssl
from collections import deque
from collections.abc import Iterable, Sequence
from urllib.parse import unquote, urlsplit

from kezek.contracts.hints import AT_MOST, STREAM, Hint
from kezek.platform.settings import Settings
from kezek.platform.telemetry import logger
from kezek.platform.tls import verifying

LOG = logger(__name__)
WAITING = 2000
"""So many hints of one process may wait; older ones are dropped."""
WITHIN_S = 1.0
_AT_ONCE = 200
_GATHER_S = 0.005
_PAUSE_S = 1.0
_LOST = (OSError, TimeoutError, asyncio.IncompleteReadError, ValueError)


class RefusedError(OSError):
    """Redis answers that it will not: a password or a right is missing."""


class Hints:
    """What one process tells of; without an address of Redis nothing is told."""

    def __init__(self, settings: Settings) -> None:
        self._url, self._ca_file = settings.redis_url, settings.redis_ca_file
        self._waiting: deque[Hint] = deque(maxlen=WAITING)
        self._connection: _Connection | None = None
        self._telling: asyncio.Task[None] | None = None

    def tell(self, hints: Iterable[Hint]) -> None:
        """Have them told soon; fails never, and does not wait."""
        if not self._url:
            return
        self._waiting.extend(hints)
        if self._waiting and (self._telling is None or self._telling.done()):
            self._telling = asyncio.create_task(self._tell())

    async def close(self) -> None:
        """Tell what waits, within a moment, then be silent."""
        if self._telling is not None:
            await asyncio.wait([self._telling], timeout=WITHIN_S)
            self._telling.cancel()
        self._hang_up()

    async def _tell(self) -> None:
        await asyncio.sleep(_GATHER_S)  # what comes meanwhile goes along
        while self._waiting:
            batch = newest_of(self._waiting.popleft() for _ in range(min(_AT_ONCE, len(self._waiting))))
            try:
                async with asyncio.timeout(WITHIN_S):
                    await self._send(batch)
            except _LOST as error:
                self._hang_up()
                LOG.info("hints were lost", count=len(batch), cause=type(error).__name__)
                await asyncio.sleep(_PAUSE_S)

    async def _send(self, batch: Sequence[Hint]) -> None:
        """On a connection that was at rest Redis may have hung up meanwhile: then on a new one."""
        if self._connection is not None:
            try:
                await self._connection.add(batch)
            except (ConnectionError, asyncio.IncompleteReadError):
                self._hang_up()
            else:
                return
        self._connection = await _Connection.open(self._url, verifying(self._ca_file))
        await self._connection.add(batch)

    def _hang_up(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None


def newest_of(hints: Iterable[Hint]) -> list[Hint]:
    """Each subject, kind and id once, with the highest version."""
    newest: dict[tuple[str, str, str], Hint] = {}
    for hint in hints:
        about = (hint.subject, hint.kind, hint.id)
        if about not in newest or newest[about].version < hint.version:
            newest[about] = hint
    return list(newest.values())


class _Connection:
    """A connection to Redis that only adds to the stream."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def open(cls, url: str, tls: ssl.SSLContext | None) -> "_Connection":
        """To `redis(s)://user:password@host:port/number`.

        Raises:
            OSError: when nobody is there, or who is there does not know us.
        """
        at = urlsplit(url)
        own = (tls or ssl.create_default_context()) if at.scheme == "rediss" else None
        made = cls(*await asyncio.open_connection(at.hostname, at.port or 6379, ssl=own))
        first = [("AUTH", unquote(at.username or "default"), unquote(at.password or ""))] if at.password else []
        number = at.path.strip("/")
        try:
            await made.ask([*first, *([("SELECT", number)] if number else [])])
        except BaseException:
            made.close()
            raise
        return made

    async def add(self, hints: Sequence[Hint]) -> None:
        """Add these, which takes one round trip."""
        trimmed = ("XADD", STREAM, "MAXLEN", "~", str(AT_MOST), "*")
        await self.ask([(*trimmed, "to", h.subject, "kind", h.kind, "id", h.id, "v", str(h.version)) for h in hints])

    async def ask(self, commands: Sequence[tuple[str, ...]]) -> None:
        """Send these and read an answer to each.

        Raises:
            RefusedError: where one was refused, after all were read.
        """
        self._writer.write(b"".join(map(_encoded, commands)))
        await self._writer.drain()
        refused = [answer for answer in [await self._answer() for _ in commands] if answer.startswith(b"-")]
        if refused:
            raise RefusedError(refused[0].split(b" ")[0].decode("ascii", "replace"))

    async def _answer(self) -> bytes:
        line = await self._reader.readuntil(b"\r\n")
        if line.startswith(b"$") and (length := int(line[1:])) >= 0:
            await self._reader.readexactly(length + 2)
        return line

    def close(self) -> None:
        """Without a word: what was sent was answered, or is lost."""
        self._writer.transport.abort()


def _encoded(command: tuple[str, ...]) -> bytes:
    words = [word.encode() for word in command]
    return b"".join([b"*%d\r\n" % len(words), *(b"$%d\r\n%b\r\n" % (len(word), word) for word in words)])
