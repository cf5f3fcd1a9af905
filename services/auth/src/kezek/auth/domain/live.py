"""What was hinted last, kept so that a page that lost its stream for a moment goes on where it was (docs/adr/0027)."""

import json
import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from kezek.contracts.hints import Hint

Moment = tuple[int, int]
"""The id of an entry of the stream, as Redis numbers them: milliseconds, and a count within."""
BEGINNING: Moment = (0, 0)
_MOMENT = re.compile(r"([0-9]{1,15})-([0-9]{1,15})")
RESET = "reset"
OVER = "over"


@dataclass(frozen=True)
class Told:
    """A hint and its place in the stream; None in place of one of a kind that a later release tells."""

    at: Moment
    hint: Hint | None


@dataclass(frozen=True)
class LiveBounds:
    """How many streams one process and one session may have, how often they beat and sessions are looked at."""

    streams: int
    of_session: int
    heartbeat_s: float
    check_every_s: float


class Tail:
    """The newest hints; `last` is up to where everything is known."""

    def __init__(self, told: Iterable[Told], last: Moment, at_most: int) -> None:
        self._told: deque[Told] = deque(told, at_most)
        self.last = last
        self._from = self._told[0].at if self._told else last

    def add(self, told: Told) -> None:
        """The next one; the oldest goes when there are too many."""
        self._told.append(told)
        self.last = told.at
        self._from = max(self._from, self._told[0].at)

    def since(self, moment: Moment) -> list[Told] | None:
        """What came after this moment; None where not all of that is known any more."""
        if moment < self._from or moment > self.last:
            return None
        return [each for each in self._told if each.at > moment]

    def recent(self, within_ms: int) -> list[Told]:
        """What came within so many milliseconds before the last."""
        return [each for each in self._told if each.at[0] >= self.last[0] - within_ms]


def moment_of(text: str) -> Moment | None:
    """The moment that an id names, if it is one."""
    found = _MOMENT.fullmatch(text)
    return (int(found[1]), int(found[2])) if found else None


def frame_of(told: Told) -> bytes:
    """A hint as a server-sent event."""
    if told.hint is None:
        return b""
    data = {"kind": told.hint.kind, "id": told.hint.id, "version": told.hint.version}
    return f"id: {_written(told.at)}\ndata: {json.dumps(data, separators=(',', ':'))}\n\n".encode()


def frame_of_word(word: str, at: Moment) -> bytes:
    """An event that is only a word: `reset` for «ask for everything anew», `over` for «your session has ended»."""
    return f"id: {_written(at)}\nevent: {word}\ndata: {{}}\n\n".encode()


def frame_of_beginning(at: Moment, retry_ms: int) -> bytes:
    """What a stream begins with: where it begins, and how soon to come back after a break."""
    return f"retry: {retry_ms}\nid: {_written(at)}\n\n".encode()


def _written(moment: Moment) -> str:
    return f"{moment[0]}-{moment[1]}"
