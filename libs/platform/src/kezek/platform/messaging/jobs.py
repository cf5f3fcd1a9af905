"""Jobs: rows for what lacks an input, or must be done outside a transaction, and is tried until it is done."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.platform import tables
from kezek.platform.db import DATABASE_LOST, Database, Tx
from kezek.platform.telemetry import current_traceparent, logger, span
from kezek.platform.wakes import LOOK_EVERY_S, Wake

LOG = logger(__name__)
ALARM_AFTER = timedelta(minutes=5)
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.2, 60.0
_A_MOMENT_S, _WHILE_ANOTHER_WORKS_S = 0.01, 0.2


class NotReadyError(Exception):
    """An input of the job is not there yet; `wake_jobs` or time will run it again."""


@dataclass(frozen=True)
class Job:
    """One job as its runner sees it."""

    kind: str
    key: str
    payload: dict[str, Any]
    attempts: int
    created_at: datetime


Work = Callable[[Tx, Job], Awaitable[None]]


async def add_job(tx: Tx, kind: str, key: str, payload: dict[str, Any], waits_for: str | None = None) -> None:
    """Add a job once per kind and key; `waits_for` names the input whose arrival wakes it."""
    tx.wrote(Wake.JOBS)
    values = {
        "kind": kind,
        "key": key,
        "payload": payload,
        "waits_for": waits_for,
        "traceparent": current_traceparent(),
    }
    await tx.execute(_ADD, values)


async def wake_jobs(tx: Tx, waits_for: str) -> None:
    """Run the jobs that wait for this input now."""
    if await tx.execute(_WAKE, {"input": waits_for}):
        tx.wrote(Wake.JOBS)


async def drop_jobs(tx: Tx, waits_for: str) -> None:
    """Drop the jobs whose input will never come, as when a card is erased."""
    await tx.execute(_DROP, {"input": waits_for})


async def until_next_job_s(database: Database, kinds: Sequence[str]) -> float:
    """Seconds until a job of these kinds is due: how long who works on them may sleep without a hint, at most."""
    async with database.read_once() as tx:
        seconds: float | None = await tx.value(_UNTIL_NEXT, {"kinds": list(kinds)})
    if seconds is None:
        return LOOK_EVERY_S
    return min(LOOK_EVERY_S, seconds + _A_MOMENT_S) if seconds > 0 else _WHILE_ANOTHER_WORKS_S


class JobRunner:
    """Runs due jobs, each in its own transaction, until cancelled."""

    def __init__(self, database: Database, works: dict[str, Work]) -> None:
        self._database = database
        self._works = works
        self._waker = database.wakes.waker(Wake.JOBS)

    async def run(self) -> None:
        """Work for ever; a lost database is waited for."""
        while True:
            self._waker.clear()
            try:
                if not await self.run_one():
                    await self._waker.wait(await until_next_job_s(self._database, [*self._works]))
            except DATABASE_LOST:
                await asyncio.sleep(1)

    async def run_one(self) -> bool:
        """Run one due job; False when none is due. A job that fails is tried again later and stays."""
        async with self._database.write() as tx:
            row = await tx.row(_NEXT, {"kinds": list(self._works)})
            if row is None:
                return False
            job = Job(row.kind, row.key, row.payload, row.attempts, row.created_at)
            try:
                with span(f"job {job.kind}", traceparent=row.traceparent):
                    async with tx.savepoint():
                        await self._works[job.kind](tx, job)
            except Exception as error:  # noqa: BLE001 - the row stays and says so
                await self._postpone(tx, job, error)
            else:
                await tx.execute(_DONE, {"kind": job.kind, "key": job.key})
        return True

    async def _postpone(self, tx: Tx, job: Job, error: Exception) -> None:
        waited = await tx.value(sa.text("select now() - cast(:at as timestamptz)"), {"at": job.created_at})
        say = LOG.error if waited > ALARM_AFTER else LOG.info
        why = None if isinstance(error, NotReadyError) else error
        say(
            "job postponed", kind=job.kind, key=job.key, attempts=job.attempts, cause=type(error).__name__, exc_info=why
        )
        pause = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2 ** min(job.attempts, 10))
        await tx.execute(_LATER, {"kind": job.kind, "key": job.key, "pause": timedelta(seconds=pause)})


_ADD = insert(tables.job).on_conflict_do_nothing()
_WAKE = sa.text("update job set run_at = now() where waits_for = :input")
_DROP = sa.text("delete from job where waits_for = :input")
_NEXT = sa.text(
    "select kind, key, payload, attempts, created_at, traceparent from job "
    "where run_at <= now() and kind = any(:kinds) order by run_at limit 1 for update skip locked"
)
_UNTIL_NEXT = sa.text(
    "select cast(extract(epoch from min(run_at) - clock_timestamp()) as float8) from job "
    "where run_at < 'infinity' and kind = any(:kinds)"
)
_DONE = sa.text("delete from job where kind = :kind and key = :key")
_LATER = sa.text(
    "update job set attempts = attempts + 1, run_at = clock_timestamp() + :pause where kind = :kind and key = :key"
)
