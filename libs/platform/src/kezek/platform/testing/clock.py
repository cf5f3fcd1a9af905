"""A sandbox clock that a test moves."""

import struct
from datetime import datetime, timedelta
from pathlib import Path

from kezek.platform.clock import SandboxClock

_OFFSET = struct.Struct("<q")
_MICROSECOND = timedelta(microseconds=1)


class MovableClock(SandboxClock):
    """The clock of `path`; every process that reads the same file moves with it."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(_OFFSET.pack(0))
        super().__init__(path)
        self.path = path

    def move(self, by: timedelta) -> None:
        """Go forward by this much; clocks never go back."""
        if by < timedelta(0):
            raise ValueError("a clock never goes back")
        with self.path.open("r+b") as file:
            file.write(_OFFSET.pack((self.offset() + by) // _MICROSECOND))

    def move_to(self, instant: datetime) -> None:
        """Go forward to an instant."""
        self.move(instant - self.now())
