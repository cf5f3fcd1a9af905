"""The one injected clock. Rules and certificates are judged by it; sessions, retries and alarms by real time.

In the sandbox all processes share a file of eight bytes, a little-endian count of microseconds that only grows:
reading it is a memory access, so a moved clock is seen at once.
"""

import mmap
import struct
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from kezek.platform.settings import Settings

_OFFSET = struct.Struct("<q")


class Clock(Protocol):
    """Where `now` comes from."""

    def now(self) -> datetime:
        """The current instant, aware, in UTC."""
        ...

    def offset(self) -> timedelta:
        """How far this clock runs ahead of real time."""
        ...


class SystemClock:
    """Real time."""

    def now(self) -> datetime:
        """The system's time."""
        return datetime.now(UTC)

    def offset(self) -> timedelta:
        """Never ahead."""
        return timedelta(0)


class SandboxClock:
    """Real time plus the offset in the shared file."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), _OFFSET.size, access=mmap.ACCESS_READ)

    def now(self) -> datetime:
        """The moved time."""
        return datetime.now(UTC) + self.offset()

    def offset(self) -> timedelta:
        """The offset as the file holds it now."""
        (microseconds,) = _OFFSET.unpack_from(self._map, 0)
        return timedelta(microseconds=microseconds)


def clock_from(settings: Settings) -> Clock:
    """The clock of this process; production has refused a sandbox file already."""
    return SystemClock() if settings.sandbox_clock_file is None else SandboxClock(settings.sandbox_clock_file)
