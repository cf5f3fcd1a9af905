"""`python -m tests.load.district_year`: how long the simulator takes for a year of a district.

20,000 children of one birth year, 4,000 places. The year is made by playing along: most of who is called chooses, some
another's place, some lapse; most who are referred come, some cancel, are refused, or do not come. `YEAR_CHILDREN=2000`
and `YEAR_PLACES=400` make a smaller one; `python -m tests.load.district_year FILE` only writes it.
"""

import heapq
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from kezek.simulate.lines import Line
from kezek.simulate.play import Game
from kezek.simulate.reading import read, read_step
from tests.load.figures import Table, say

Step = dict[str, Any]
SECONDS_AT_MOST = 20
_START = datetime(2025, 1, 6, 9, tzinfo=timezone(timedelta(hours=5)))
_YEAR = timedelta(days=364)
_HEAD: dict[str, Any] = {
    "district": "1110",
    "kind": "general",
    "group_year": 2022,
    "holidays": ["2025-01-07", "2025-03-21", "2025-03-24", "2025-05-01", "2025-05-07", "2025-08-30", "2025-10-25"],
}
_CLASSES = ("extraordinary", "priority", "general"), (3, 15, 82)
_LANGUAGES = (["kk"], ["ru"], ["kk", "ru"], ["kk", "ru", "en"]), (45, 30, 20, 5)


class Year:
    """A year that is made and played at once; `coming` are steps that follow from what was played."""

    def __init__(self, children: int, places: int, seed: int = 1) -> None:
        self.random = Random(seed)
        self.game = Game(read(json.dumps({**_HEAD, "steps": []})))
        self.steps: list[Step] = []
        self.coming: list[tuple[datetime, int, Step]] = []
        self._numbers = count()
        self._seen = 0
        self._now = _START
        self._plan(children, places)

    def scenario(self) -> dict[str, Any]:
        """The whole year."""
        while self.coming:
            at, _, act = heapq.heappop(self.coming)
            # what follows from a midnight before may already be due
            self._now = max(self._now, at)
            step = {"at": self._now.isoformat(), **act}
            self.steps.append(step)
            self.game.do(read_step(step))
            for line in self.game.lines[self._seen :]:
                self._follow(line)
            self._seen = len(self.game.lines)
        return {**_HEAD, "steps": self.steps}

    def _plan(self, children: int, places: int) -> None:
        """Half of the families come in the first week, the others all year; a third of the places are of August."""
        for number in range(children):
            span = timedelta(days=5) if number % 2 else _YEAR
            self._later(_START + self.random.random() * span, self._application(f"C{number}", number))
        left = places
        while left > 0:
            many = min(left, self.random.choice((1, 1, 2, 5, 20, 60)))
            august = self.random.random() < 1 / 3
            begins, span = (
                (datetime(2025, 8, 1, 9, tzinfo=_START.tzinfo), timedelta(days=30)) if august else (_START, _YEAR)
            )
            rows = [self._place(f"p{places - left + each}") for each in range(many)]
            self._later(begins + self.random.random() * span, {"publish": {"places": rows}})
            left -= many
        for month in range(12):
            self._later(_START + month * timedelta(days=30, hours=3), {"show": "positions"})

    def _application(self, name: str, number: int) -> Step:
        """One in a hundred has a twin, the child before it."""
        born = date(2022, 1, 1) + timedelta(days=self.random.randrange(365))
        twins = {"with": [f"C{number - 1}"], "separate": self.random.random() < 0.5} if number % 100 == 1 else {}
        facts = {"class": self._one(*_CLASSES), "languages": self._one(*_LANGUAGES), "born": born.isoformat()}
        return {"apply": {"child": name, **facts, **twins}}

    def _place(self, name: str) -> Step:
        kindergarten = f"K{self.random.randrange(80)}"
        return {"id": name, "language": self._one(("kk", "ru", "en"), (60, 38, 2)), "kindergarten": kindergarten}

    def _follow(self, line: Line) -> None:
        child, place = {"child": line.child}, {"child": line.child, "place": line.place}
        match line.event:
            case "called" if self.random.random() < 0.8:
                if self.random.random() < 0.1 and (other := self._another()) is not None:
                    place = {**place, "place": other}
                self._after(line, hours=40, choose=place)
            case "referred":
                acts = ("accept", "papers", "cancel", "refuse", None)
                if act := self._one(acts, (80, 5, 5, 2, 8)):
                    self._after(line, hours=20 if act == "cancel" else 90, **{act: child})
            case "refused":
                self._after(line, hours=100, **{self._one(("uphold", "overrule"), (1, 1)): child})
            case "papers_submitted" | "overruled":
                self._after(line, hours=50, accept=child)
            case "opened":
                waiting = f"C{self.random.randrange(len(self.game.player.state.applications))}"
                self._after(line, hours=30, choose={"child": waiting, "place": line.place})
            case "queued" if self.random.random() < 0.05:
                self._after(line, hours=4000, **{self._one(("withdraw", "move"), (3, 1)): child})

    def _another(self) -> str | None:
        """Some place that a running turn holds."""
        state = self.game.player.state
        turns = [state.candidates[each].turn for each in state.in_turn]
        held = sorted(state.names[turn.place_id] for turn in turns if turn is not None)
        return self.random.choice(held) if held else None

    def _after(self, line: Line, *, hours: float, **act: Any) -> None:
        self._later(line.at + self.random.random() * timedelta(hours=hours), act)

    def _later(self, at: datetime, act: Step) -> None:
        whole = at.astimezone(_START.tzinfo).replace(microsecond=0) + timedelta(seconds=1)
        if whole < _START + _YEAR:
            heapq.heappush(self.coming, (whole, next(self._numbers), act))

    def _one(self, of: Sequence[Any], weights: Sequence[int]) -> Any:
        return self.random.choices(of, weights)[0]


def main() -> int:
    """Make a year, play it by the command and print how long that takes; 1 when it is too long."""
    children, places = (
        int(os.environ.get(f"YEAR_{what}", many)) for what, many in (("CHILDREN", 20000), ("PLACES", 4000))
    )
    began = time.perf_counter()
    year = Year(children, places)
    scenario = json.dumps(year.scenario())
    say(f"a year of {children:,} children and {places:,} places made in {time.perf_counter() - began:.1f} s")
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(scenario)
        return 0
    lines, took_s = _played(scenario)
    table = Table("A year of a district in the simulator", ("children", "places", "steps", "lines", "seconds"))
    table.add(f"{children:,}", f"{places:,}", f"{len(year.steps):,}", f"{lines:,}", f"{took_s:.1f}")
    say(table.markdown())
    return int(took_s > SECONDS_AT_MOST)


def _played(scenario: str) -> tuple[int, float]:
    """How many lines the command prints, and in how many seconds from its start to its end."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "year.json"
        file.write_text(scenario)
        began = time.perf_counter()
        command = Path(sys.executable).with_name("kezek-simulate")
        done = subprocess.run([command, file], capture_output=True, check=True)
        return done.stdout.count(b"\n"), time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
