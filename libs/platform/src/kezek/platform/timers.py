"""Deadlines: rows in the owner's schema, written with the state they belong to, fired once (architecture §services).

What is due at one instant in one group (a queue) is handed to the service together, so that it can keep the order of
domain §6.7. Acts that were received in time come first: the service says which by `ActsInTime`.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from kezek.platform import tables
from kezek.platform.clock import Clock
from kezek.platform.db import DATABASE_LOST, Database, ReadTx, Tx, passes_by_itself
from kezek.platform.telemetry import logger, span
from kezek.platform.wakes import LOOK_EVERY_S, Wake

LOG = logger(__name__)
WATCH_EVERY_S = 0.2
"""How often the clock is looked at while the next deadline is awaited: a sandbox's may be moved."""
ASIDE_S = 5.0
_A_MOMENT_S = 0.002


@dataclass(frozen=True)
class Deadline:
    """A term that ends at `due_at`, exclusive: an act at that instant is late (domain §6.7)."""

    kind: str
    key: str
    group: str
    due_at: datetime
    began_at: datetime
    calendar_version: int
    policy: str
    working_days: int | None = None

    @property
    def row(self) -> str:
        """Which row it is, as SQL makes it of kind and key."""
        return f"{self.kind} {self.key}"


class ActsInTime(Exception):  # noqa: N818 - a request to finish acts first, not a fault
    """Raised by a service's `fire`: acts on these subjects were received before the instant and come first.

    While an act cannot be finished its subject's deadlines wait, and `fire` is asked again without them (ADR 10).
    """

    def __init__(self, subjects: Iterable[str], deadlines: Iterable[Deadline]) -> None:
        super().__init__("acts in time")
        self.subjects = tuple(subjects)
        self.deadlines = tuple(deadlines)


Fire = Callable[[Tx, str, datetime, list[Deadline]], Awaitable[Collection[Deadline] | None]]
"""A service's part; of what is too much for one transaction it gives back what is to be fired next."""
FinishActs = Callable[[Sequence[str]], Awaitable[None]]


async def set_deadline(tx: Tx, deadline: Deadline) -> None:
    """Write a deadline, or replace the one of the same kind and key."""
    tx.wrote(Wake.DEADLINES)
    await tx.execute(_SET, _params(deadline))


async def clear_deadline(tx: Tx, kind: str, key: str) -> None:
    """Forget a deadline whose matter is settled."""
    await tx.execute(_CLEAR, {"kind": kind, "key": key})


async def find_deadline(tx: ReadTx, kind: str, key: str) -> Deadline | None:
    """A deadline that has not fired yet."""
    row = await tx.row(_FIND, {"kind": kind, "key": key})
    return _deadline(row) if row else None


async def list_outdated(tx: ReadTx, calendar_version: int, at_most: int) -> list[Deadline]:
    """Deadlines of working days counted by an older calendar: the first of one group, in the order of groups."""
    rows = await tx.rows(_OUTDATED, {"version": calendar_version, "at_most": at_most})
    return [_deadline(row) for row in rows]


async def confirm_deadlines(tx: Tx, deadlines: Sequence[Deadline], calendar_version: int) -> None:
    """These hold by this calendar, too; one that was written anew meanwhile is left as it is."""
    named = {"kinds": [each.kind for each in deadlines], "keys": [each.key for each in deadlines]}
    await tx.execute(_CONFIRM, named | {"version": calendar_version})


async def share_counting(tx: Tx) -> None:
    """Until this transaction ends no deadline is outdated that it may be counting by the calendar of before."""
    await tx.execute(_COUNTING)


async def outdate_deadlines(tx: Tx) -> None:
    """Have all deadlines of working days listed as outdated, whichever calendar has counted them."""
    await tx.execute(_NOT_COUNTING)
    await tx.execute(_OUTDATE)


async def next_deadline_at(tx: ReadTx) -> datetime | None:
    """The instant of the earliest deadline."""
    instant: datetime | None = await tx.value(_NEXT_AT)
    return instant


def _deadline(row: Any) -> Deadline:
    return Deadline(
        row.kind,
        row.key,
        row.group,
        row.due_at,
        row.began_at,
        row.calendar_version,
        row.policy,
        row.working_days,
    )


def _params(deadline: Deadline) -> dict[str, Any]:
    return {
        "kind": deadline.kind,
        "key": deadline.key,
        "group": deadline.group,
        "due_at": deadline.due_at,
        "began_at": deadline.began_at,
        "working_days": deadline.working_days,
        "calendar_version": deadline.calendar_version,
        "policy": deadline.policy,
    }


class Timers:
    """Fires due deadlines, group by group, until cancelled. Several workers may run it: a group is locked."""

    def __init__(self, database: Database, clock: Clock, fire: Fire, finish_acts: FinishActs) -> None:
        self._database = database
        self._clock = clock
        self._fire = fire
        self._finish_acts = finish_acts
        self._groups_aside: dict[str, float] = {}
        self._rows_aside: dict[str, float] = {}
        self._wait_for_acts: set[str] = set()
        self._waker = database.wakes.waker(Wake.DEADLINES)

    async def run(self) -> None:
        """Watch for ever; a lost database is waited for."""
        while True:
            self._waker.clear()
            try:
                if not await self.fire_due():
                    await self._sleep()
            except DATABASE_LOST as error:
                LOG.warning("timers pause", cause=type(error).__name__)
                await asyncio.sleep(1)

    async def _sleep(self) -> None:
        """Until the next deadline by our clock, however it is moved, a hint that there is a nearer one, or a while."""
        if self._groups_aside or self._rows_aside:
            await asyncio.sleep(WATCH_EVERY_S)
            return
        async with self._database.read_once() as tx:
            due_at = await next_deadline_at(tx)
        for _ in range(round(LOOK_EVERY_S / WATCH_EVERY_S)):
            if await self._waker.wait(self._pause_s(due_at)) or (due_at is not None and due_at <= self._clock.now()):
                return

    def _pause_s(self, due_at: datetime | None) -> float:
        """Until the deadline; one that is due by our clock only is looked at again when the database's has gone on."""
        left_s = 0.0 if due_at is None else (due_at - self._clock.now()).total_seconds()
        return min(WATCH_EVERY_S, left_s + _A_MOMENT_S) if left_s > 0 else WATCH_EVERY_S

    async def fire_due(self) -> bool:
        """Fire what is due at the earliest due instant of one group; False when nothing is due."""
        async with self._database.read() as tx:
            first = await tx.row(_EARLIEST, {"offset": self._clock.offset(), **self._aside()})
        if first is None:
            return False
        try:
            async with self._database.write() as tx:
                await self._fire_group(tx, first.group, first.due_at)
        except ActsInTime as waiting:
            await self._finish_acts(waiting.subjects)
            await self._put_aside(first.group, {each.row for each in waiting.deadlines})
        except Exception as error:
            if passes_by_itself(error):
                raise
            # one group's fault must not stop the others
            LOG.exception("deadlines failed", group=first.group, due_at=first.due_at.isoformat())
            self._groups_aside[first.group] = time.monotonic() + ASIDE_S
        return True

    async def _put_aside(self, group: str, rows: set[str]) -> None:
        """Deadlines whose acts cannot be finished wait; the others of their group must not wait for them."""
        still = rows & self._wait_for_acts
        if still:
            LOG.error("deadlines wait for acts", group=group, count=len(still))
        self._rows_aside |= dict.fromkeys(still, time.monotonic() + ASIDE_S)
        self._wait_for_acts |= rows
        await asyncio.sleep(WATCH_EVERY_S)

    def _aside(self) -> dict[str, list[str]]:
        """Groups that failed and deadlines that waited a moment ago: they are tried again after the others."""
        self._groups_aside, self._rows_aside = _still(self._groups_aside), _still(self._rows_aside)
        return {"groups": list(self._groups_aside), "rows": list(self._rows_aside)}

    async def _fire_group(self, tx: Tx, group: str, due_at: datetime) -> None:
        await tx.execute(_ALONE, {"group": group})
        rows = await tx.rows(_DUE, {"group": group, "due_at": due_at, "rows": self._aside()["rows"]})
        if not rows:
            return
        deadlines = [_deadline(row) for row in rows]
        with span("deadlines"):
            LOG.info("deadlines fire", group=group, due_at=due_at.isoformat(), count=len(deadlines))
            left = {each.row for each in await self._fire(tx, group, due_at, deadlines) or ()}
        fired = [each for each in deadlines if each.row not in left]
        named = {"kinds": [each.kind for each in fired], "keys": [each.key for each in fired]}
        await tx.execute(_FIRED, named | {"due_at": due_at})
        self._wait_for_acts.difference_update(each.row for each in fired)


def _still(aside: dict[str, float]) -> dict[str, float]:
    return {what: until for what, until in aside.items() if until > time.monotonic()}


_SET = sa.text(
    'insert into deadline (kind, key, "group", due_at, began_at, working_days, calendar_version, policy) '
    "values (:kind, :key, :group, :due_at, :began_at, :working_days, :calendar_version, :policy) "
    'on conflict (kind, key) do update set "group" = excluded."group", due_at = excluded.due_at, '
    "began_at = excluded.began_at, working_days = excluded.working_days, "
    "calendar_version = excluded.calendar_version, policy = excluded.policy"
)
_CLEAR = sa.text("delete from deadline where kind = :kind and key = :key")
_D = tables.deadline
_COUNTED_BEFORE = _D.c.working_days.is_not(None) & (_D.c.calendar_version < sa.bindparam("version"))
_OUTDATED = (
    sa.select(_D)
    .where(_COUNTED_BEFORE, _D.c.group == sa.select(sa.func.min(_D.c.group)).where(_COUNTED_BEFORE).scalar_subquery())
    .order_by(_D.c.kind, _D.c.key)
    .limit(sa.bindparam("at_most"))
)
_CONFIRM = sa.text(
    "update deadline set calendar_version = :version where calendar_version < :version "
    "and (kind, key) in (select known.kind, known.key "
    "from unnest(cast(:kinds as text[]), cast(:keys as text[])) as known (kind, key))"
)
_COUNTING = sa.text("select pg_advisory_xact_lock_shared(hashtextextended(current_schema() || ' deadlines', 0))")
_NOT_COUNTING = sa.text("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' deadlines', 0))")
_OUTDATE = sa.text("update deadline set calendar_version = 0 where working_days is not null")
_NEXT_AT = sa.text("select min(due_at) from deadline")
_EARLIEST = sa.text(
    'select "group", due_at from deadline where due_at <= clock_timestamp() + :offset and "group" <> all(:groups) '
    "and kind || ' ' || key <> all(:rows) order by due_at, \"group\" limit 1"
)
# one worker at a time fires a group; no row is locked before the service has locked its own: an act, too, locks its
# aggregate first and then clears a deadline
_ALONE = sa.text("select pg_advisory_xact_lock(hashtextextended('deadline ' || :group, 0))")
_FIND = sa.text(
    'select kind, key, "group", due_at, began_at, calendar_version, policy, working_days '
    "from deadline where kind = :kind and key = :key"
)
_DUE = sa.text(
    'select kind, key, "group", due_at, began_at, calendar_version, policy, working_days '
    'from deadline where "group" = :group and due_at = :due_at '
    "and kind || ' ' || key <> all(:rows) order by kind, key"
)
# not one that `fire` has written anew, later
_FIRED = sa.text(
    "delete from deadline where due_at = :due_at "
    "and (kind, key) in (select fired.kind, fired.key "
    "from unnest(cast(:kinds as text[]), cast(:keys as text[])) as fired (kind, key))"
)
