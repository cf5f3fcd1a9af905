"""What is printed: one JSON object a line, keys in one order, times in Kazakhstan's."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kezek.platform.workdays import ALMATY


@dataclass(frozen=True)
class Line:
    """What happened when, to whom, about which place, until when, and why; what is None is not printed."""

    at: datetime
    event: str
    child: str | None = None
    place: str | None = None
    until: datetime | None = None
    code: str | None = None
    positions: Mapping[str, int] | None = None
    owed: int | None = None

    def __str__(self) -> str:
        """The line as JSON."""
        told = {
            "at": printed(self.at),
            "event": self.event,
            "child": self.child,
            "place": self.place,
            "until": self.until and printed(self.until),
            "code": self.code,
            "positions": self.positions,
            "owed": self.owed,
        }
        return json.dumps({key: value for key, value in told.items() if value is not None}, ensure_ascii=False)


def printed(at: datetime) -> str:
    """An instant as a scenario writes it: `2025-03-03T09:00:00+05:00`."""
    return at.astimezone(ALMATY).isoformat()
