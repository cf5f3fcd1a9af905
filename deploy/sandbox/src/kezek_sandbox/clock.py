"""The movable clock: eight bytes in a file that every process of the stack maps; it only ever goes forward."""

import mmap
import os
import struct
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kezek.platform.clock import SandboxClock

_OFFSET = struct.Struct("<q")
_MICROSECOND = timedelta(microseconds=1)


class ClockGoesForwardError(Exception):
    """The wished instant lies before the clock's."""


class MovableClock:
    """The one writer of the clock file."""

    def __init__(self, path: Path) -> None:
        create(path)
        self._path = path
        self._clock = SandboxClock(path)

    def now(self) -> datetime:
        """The stack's time."""
        return self._clock.now()

    def offset(self) -> timedelta:
        """How far it runs ahead of real time."""
        return self._clock.offset()

    def move_to(self, to: datetime) -> None:
        """Make it this instant now, for every process at once and durably."""
        offset = to - datetime.now(UTC)
        if offset < self.offset():
            raise ClockGoesForwardError
        with self._path.open("r+b") as file, mmap.mmap(file.fileno(), _OFFSET.size) as shared:
            shared[: _OFFSET.size] = _OFFSET.pack(offset // _MICROSECOND)
            shared.flush()
            os.fsync(file.fileno())


def create(path: Path) -> None:
    """The file of a clock that was never moved, unless there is one already."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.draft")
        draft.write_bytes(_OFFSET.pack(0))
        draft.replace(path)
