"""Connections to an SMTP server, kept for a while between messages: a new one costs several answers, and TLS."""

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any

from aiosmtplib import SMTP, SMTPException, SMTPSenderRefused

MAX_IDLE_S = 30.0
"""Servers close what is idle, commonly after some minutes."""
_CLOSES = 421


class SmtpServer:
    """One server, by aiosmtplib's `options`; several messages may be under way at once, each on a connection."""

    def __init__(self, **options: Any) -> None:
        self._options = options
        self._idle: deque[tuple[float, SMTP]] = deque()

    async def send(self, sender: str, recipient: str, mail: bytes) -> None:
        """Hand a message over; once the server may have begun to read it, it is sent no second time.

        Raises:
            SMTPException: as aiosmtplib does.
            OSError: when there is no connection.
        """
        connection = await self._begin(sender, recipient)
        try:
            await connection.data(mail)
        except BaseException:
            connection.close()
            raise
        self._idle.append((asyncio.get_running_loop().time(), connection))

    async def close(self) -> None:
        """Take leave on each idle connection."""
        while self._idle:
            _, connection = self._idle.pop()
            with suppress(SMTPException, OSError):
                await connection.quit()

    async def _begin(self, sender: str, recipient: str) -> SMTP:
        """A connection on which the server waits for the message."""
        kept = self._take_kept()
        if kept is not None:
            try:
                return await _announce(kept, sender, recipient)
            except (ConnectionError, SMTPSenderRefused) as error:
                if isinstance(error, SMTPSenderRefused) and error.code != _CLOSES:
                    raise
        fresh = SMTP(**self._options)
        await fresh.connect()
        return await _announce(fresh, sender, recipient)

    def _take_kept(self) -> SMTP | None:
        """The connection used last; those that nobody needed for long are closed."""
        long_ago = asyncio.get_running_loop().time() - MAX_IDLE_S
        while self._idle and self._idle[0][0] < long_ago:
            self._idle.popleft()[1].close()
        return self._idle.pop()[1] if self._idle else None


async def _announce(connection: SMTP, sender: str, recipient: str) -> SMTP:
    """Tell the server from whom and to whom."""
    try:
        await connection.mail(sender)
        await connection.rcpt(recipient)
    except BaseException:
        connection.close()
        raise
    return connection
