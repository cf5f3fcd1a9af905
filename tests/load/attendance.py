"""`python -m tests.load.attendance`: a month of attendance through a bad network, on servers and a schema of its own.

`PHONES` (40) escorts, each with five children, mark every arrival and leaving of a month's working days. A tenth of the
phones keep a day's marks for up to three days. Of all requests 10 % are lost before they arrive, 10 % are answered to
nobody, and 10 % are sent twice at once; what was not answered is sent again under the same ids, in another order. Each
phone's clock is wrong by minutes. Then every group's month is closed, and each cell of the sheet is compared with what
was really done, to the minute; what is sent once more after that changes nothing.
"""

import asyncio
import csv
import io
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.ids import new_id
from kezek.kindergartens.adapters.attendance_tables import attendance_mark
from kezek.platform.actors import Actor
from kezek.platform.kazakhstan import default_calendar
from kezek.platform.testing.servers import announce
from kezek.platform.workdays import ALMATY, midnight_after, month_of
from tests.load.attendance_scene import LANGUAGES, YEARS, AttendanceScene, Child, open_scene
from tests.load.figures import Table, latencies, say

PHONES, CHILDREN_EACH = int(os.environ.get("PHONES", "40")), 5
MONTH, SEED = date(2027, 2, 1), 7
LOST_GOING, LOST_COMING, TWICE, KEPT_DAYS = 0.1, 0.1, 0.1, 0.1
# a request that is on its way for long moves a mark by as much
ON_THE_WAY_S = 25


@dataclass(frozen=True)
class Mark:
    """What somebody did, and the mark of it as the phone keeps it; `at` is when it really was."""

    id: UUID
    child: Child
    kind: str
    at: datetime


@dataclass
class Phone:
    """An escort's phone, whose clock is wrong by `skew`, and what it has not been answered yet."""

    actor: Actor
    children: Sequence[Child]
    skew: timedelta
    random: Random
    kept: list[Mark] = field(default_factory=list)
    done: list[Mark] = field(default_factory=list)

    def does(self, day: date, kind: str, hour: int) -> None:
        """Brings or fetches each of its children within an hour."""
        for child in self.children:
            minute, second = self.random.randrange(60), self.random.randrange(60 - ON_THE_WAY_S)
            at = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=ALMATY)
            mark = Mark(new_id(), child, kind, at)
            self.kept.append(mark)
            self.done.append(mark)

    def body(self, marks: Sequence[Mark], now: datetime) -> dict[str, Any]:
        """A sending, by the phone's own clock."""
        told = [
            {
                "id": str(each.id),
                "application_id": str(each.child.application_id),
                "kind": each.kind,
                "at": (each.at + self.skew).isoformat(),
            }
            for each in marks
        ]
        return {"whose": str(self.actor.person_id), "sent_at": (now + self.skew).isoformat(), "marks": told}


@dataclass
class Month:
    """What is measured on the way."""

    scene: AttendanceScene
    phones: Sequence[Phone]
    answers: Counter[str] = field(default_factory=Counter)
    network: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)

    async def empties(self, phone: Phone) -> None:
        """Sends until everything is answered, as a phone does when it has a network."""
        while phone.kept:
            phone.random.shuffle(phone.kept)
            answered = await self.sends(phone, phone.kept[:100])
            phone.kept = [each for each in phone.kept if each.id not in answered]

    async def sends(self, phone: Phone, marks: Sequence[Mark]) -> set[UUID]:
        """One sending through the network that loses and doubles; which marks were answered."""
        luck = phone.random.random()
        if luck < LOST_GOING:
            self.network["lost on the way there"] += 1
            return set()
        if luck < LOST_GOING + TWICE:
            self.network["sent twice"] += 1
            _, answer = await asyncio.gather(self.post(phone, marks), self.post(phone, marks))
        else:
            answer = await self.post(phone, marks)
        if luck > 1 - LOST_COMING:
            self.network["answer lost"] += 1
            return set()
        self.network["answered"] += 1
        return {UUID(each["id"]) for each in answer}

    async def post(self, phone: Phone, marks: Sequence[Mark]) -> list[dict[str, Any]]:
        """What each of them is answered."""
        began = time.perf_counter()
        body = phone.body(marks, self.scene.clock.now())
        answer = await self.scene.api.by(phone.actor).post("/attendance/marks", json=body)
        self.seconds.append(time.perf_counter() - began)
        items: list[dict[str, Any]] = answer.raise_for_status().json()["items"]
        self.answers.update(each["code"] or each["outcome"] for each in items)
        return items


async def play(scene: AttendanceScene) -> Month:
    """A month of coming and leaving, day by day."""
    random, calendar = Random(SEED), default_calendar()
    phones = [
        Phone(actor, children, timedelta(seconds=random.randint(-2400, 2400)), Random(number))
        for number, (actor, children) in enumerate(scene.entrusted)
    ]
    month = Month(scene, phones)
    first, last = month_of(MONTH)
    for day in (first + timedelta(days=each) for each in range(last.day)):
        if not calendar.is_working(day):
            continue
        for kind, hour in (("arrival", 8), ("leaving", 17)):
            scene.clock.move_to(datetime(day.year, day.month, day.day, hour + 1, 5, tzinfo=ALMATY))
            for phone in phones:
                phone.does(day, kind, hour)
            online = [each for each in phones if random.random() >= KEPT_DAYS]
            await asyncio.gather(*(month.empties(each) for each in online))
    scene.clock.move_to(midnight_after(last) + timedelta(minutes=1))
    await asyncio.gather(*(month.empties(each) for each in phones))
    return month


async def close_all(scene: AttendanceScene) -> int:
    """Every group's month is closed by the worker's signature; how many were."""
    path, closed = f"/kindergartens/{scene.kindergarten_id}/attendance/sheets/acts", 0
    for year in YEARS:
        for language in LANGUAGES:
            group = {"month": f"{MONTH:%Y-%m}", "group_year": year, "language": language, "kind": "general"}
            closed += (await scene.api.perform(scene.worker, path, group)).status_code == 200
    return closed


async def wrong_cells(month: Month) -> int:
    """How many cells of the sheet differ from what was done, to the minute, or are there for nobody."""
    scene = month.scene
    path = f"/kindergartens/{scene.kindergarten_id}/attendance/sheet"
    asked = {"month": f"{MONTH:%Y-%m}", "format": "csv"}
    text = (await scene.api.by(scene.worker).get(path, params=asked)).text.removeprefix("\ufeff")
    heads, *lines = csv.reader(io.StringIO(text))
    first_day = next(at for at, head in enumerate(heads) if head == f"{MONTH:%d.%m}")
    done: dict[tuple[str, str], dict[str, str]] = {}
    for mark in (each for phone in month.phones for each in phone.done):
        done.setdefault((mark.child.iin, f"{mark.at:%d.%m}"), {})[mark.kind] = f"{mark.at:%H:%M}"
    shown = {
        (line[1], head): cell
        for line in lines
        for head, cell in zip(heads[first_day:], line[first_day:], strict=True)
        if cell
    }
    truth = {key: f"{each['arrival']}–{each['leaving']}" for key, each in done.items()}
    return sum(shown.get(key) != truth.get(key) for key in {*shown, *truth})


async def stored(scene: AttendanceScene) -> int:
    """How many marks the database holds."""
    async with scene.database.read() as tx:
        return int(await tx.value(sa.select(sa.func.count()).select_from(attendance_mark)))


async def main() -> str | None:
    """Play, compare and print; what is wrong, or nothing."""
    begins = datetime(MONTH.year, MONTH.month, 1, 0, 1, tzinfo=ALMATY)
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        announce(stack)
        async with open_scene(Path(folder), PHONES, CHILDREN_EACH, begins) as scene:
            say(f"{PHONES} phones with {CHILDREN_EACH} children each …")
            began = time.perf_counter()
            month = await play(scene)
            took_s = time.perf_counter() - began
            marks = [each for phone in month.phones for each in phone.done]
            kept, wrong, closed = await stored(scene), await wrong_cells(month), await close_all(scene)
            again = [await month.post(phone, phone.done[:1]) for phone in month.phones]
            late = Counter(each["code"] or each["outcome"] for answer in again for each in answer)
            same = await stored(scene) == kept and await wrong_cells(month) == wrong
    table = Table(f"A month of {len(marks)} marks from {PHONES} phones", ("what", "number"))
    for name in (*sorted(month.network), *sorted(month.answers)):
        table.add(name, str(month.network.get(name) or month.answers[name]))
    table.add("marks made, marks stored", f"{len(marks)}, {kept}")
    table.add("cells of the sheet that differ by a minute or more", str(wrong))
    table.add("groups closed", str(closed))
    table.add("seconds", f"{took_s:.0f}")
    waited = latencies("One sending, in the process")
    waited.latencies("POST /attendance/marks", month.seconds)
    say(f"{table.markdown()}\n\n{waited.markdown()}")
    groups = min(PHONES, len(YEARS) * len(LANGUAGES))
    good = (kept, wrong, closed, same, set(late)) == (len(marks), 0, groups, True, {"kept_before"})
    return None if good else f"{kept} of {len(marks)} stored, {wrong} cells wrong, {closed} closed, then {dict(late)}"


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
