"""What was hinted last, kept so that a page that lost its stream for a moment goes on where it was (docs/adr/0027)."""

import json
import re
from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kezek.contracts.hints import Hint, is_queue

Moment = tuple[int, int]
"""The id of an entry of the stream, as Redis numbers them: milliseconds, and a count within."""
BEGINNING: Moment = (0, 0)
_MOMENT = re.compile(r"([0-9]{1,15})-([0-9]{1,15})")
MISSED_AT_MOST = 200
"""Who has missed more is told to ask for everything, which is less."""
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
    """The newest hints, by whom they concern; `last` is up to where everything is known."""

    def __init__(self, told: Iterable[Told], last: Moment, at_most: int) -> None:
        self._kept: deque[Told] = deque()
        self._of: dict[str, deque[Told]] = {}
        self._at_most = at_most
        self._from = BEGINNING
        for each in told:
            self.add(each)
        self.last = last
        self._from = self._kept[0].at if self._kept else last

    def add(self, told: Told) -> None:
        """The next one; the oldest goes when there are too many."""
        if len(self._kept) == self._at_most:
            self._drop_oldest()
        self._kept.append(told)
        if told.hint is not None:
            self._of.setdefault(told.hint.subject, deque()).append(told)
        self.last = told.at
        self._from = max(self._from, self._kept[0].at)

    def _drop_oldest(self) -> None:
        oldest = self._kept.popleft()
        if oldest.hint is not None:
            own = self._of[oldest.hint.subject]
            own.popleft()
            if not own:
                del self._of[oldest.hint.subject]

    def since(self, moment: Moment, subjects: Collection[str]) -> list[Told] | None:
        """What concerned these after this moment; None where not all of that is known any more, or it is too much."""
        if moment < self._from or moment > self.last:
            return None
        return self._after(moment, subjects)

    def recent(self, within_ms: int, subjects: Collection[str]) -> list[Told] | None:
        """What concerned these within so many milliseconds before the last; None where it is too much."""
        return self._after((self.last[0] - within_ms, -1), subjects)

    def _after(self, moment: Moment, subjects: Collection[str]) -> list[Told] | None:
        """Looks at what it answers and no further, however many streams begin at once."""
        found: list[Told] = []
        for subject in subjects:
            for told in reversed(self._of.get(subject, ())):
                if told.at <= moment:
                    break
                found.append(told)
                if len(found) > MISSED_AT_MOST:
                    return None
        return sorted(found, key=lambda told: told.at)


def moment_of(text: str) -> Moment | None:
    """The moment that an id names, if it is one."""
    found = _MOMENT.fullmatch(text)
    return (int(found[1]), int(found[2])) if found else None


def frame_of(told: Told) -> bytes:
    """A hint as a server-sent event; of a queue, which anybody may follow, it does not tell how many there were."""
    if told.hint is None:
        return b""
    version = 0 if is_queue(told.hint.subject) else told.hint.version
    data = {"kind": told.hint.kind, "id": told.hint.id, "version": version}
    return f"id: {_written(told.at)}\ndata: {json.dumps(data, separators=(',', ':'))}\n\n".encode()


def frame_of_word(word: str, at: Moment) -> bytes:
    """An event that is only a word: `reset` for «ask for everything anew», `over` for «your session has ended»."""
    return f"id: {_written(at)}\nevent: {word}\ndata: {{}}\n\n".encode()


def frame_of_beginning(at: Moment, retry_ms: int) -> bytes:
    """What a stream begins with: where it begins, and how soon to come back after a break."""
    return f"retry: {retry_ms}\nid: {_written(at)}\n\n".encode()


def _written(moment: Moment) -> str:
    return f"{moment[0]}-{moment[1]}"
