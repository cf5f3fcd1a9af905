"""The pulse of a service's workers: each leaves a row by which its API can say that somebody works."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self
from uuid import UUID

import sqlalchemy as sa

from kezek.platform.db import ReadTx, Tx
from kezek.platform.messaging.lag import Lag
from kezek.platform.settings import Settings

BEAT_EVERY_S = 15.0
SILENT_AFTER = timedelta(seconds=45)
LATE_AFTER = timedelta(minutes=5)


class Health(StrEnum):
    """How a service's worker does."""

    WORKING = "working"
    LATE = "late"
    BEHIND = "behind"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Limits:
    """How long an event may wait to be sent, and a record to be consumed, before its service is late."""

    outbox: timedelta
    lag: timedelta

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Those that are set."""
        return cls(timedelta(seconds=settings.outbox_late_after_s), timedelta(seconds=settings.lag_late_after_s))


@dataclass(frozen=True)
class Undone:
    """What a service has not done yet, and since when its workers do as they do.

    `outbox_since` is when the oldest event was written that waits, `lag_since` since when at least a record waits.
    """

    at: datetime
    workers: int
    since: datetime | None
    lag: int | None
    lag_since: datetime | None
    outbox: int
    outbox_since: datetime | None
    jobs: int
    late_jobs: int
    late_acts: int
    late_deadlines: int
    parked: int

    def health(self, limits: Limits) -> Health:
        """Stopped without a worker that is heard and ready; behind while Kafka is silent or its own work is late.

        Late where it works, and its events or others' wait longer than these limits.
        """
        if self.workers == 0:
            return Health.STOPPED
        if self.lag is None or self.late_jobs + self.late_acts + self.late_deadlines:
            return Health.BEHIND
        waits = ((self.outbox_since, limits.outbox), (self.lag_since, limits.lag))
        late = any(since is not None and self.at - since > limit for since, limit in waits)
        return Health.LATE if late else Health.WORKING


async def beat(tx: Tx, worker: UUID, *, ready: bool, lag: Lag | None) -> None:
    """Leave that this worker lives; rows of those that died unheard go after a day."""
    waits = timedelta(seconds=lag.waits_s) if lag is not None and lag.waits_s > 0 else None
    found = {"lag": lag and lag.records, "waits": waits}
    await tx.execute(_BEAT, {"worker": worker, "ready": ready, **found})
    await tx.execute(_BURY)


async def stop(tx: Tx, worker: UUID) -> None:
    """A worker that ends as it should leaves no row."""
    await tx.execute(_STOP, {"worker": worker})


async def undone(tx: ReadTx) -> Undone:
    """What is not done, as of now."""
    row = await tx.row(_UNDONE, {"long_ago": tx.now() - LATE_AFTER, "late": LATE_AFTER, "silent": SILENT_AFTER})
    if row is None:
        raise RuntimeError("a select of scalars has one row")
    return Undone(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name of a row's mapping


_BEAT = sa.text(
    "insert into pulse as known (worker, ready, lag, lag_since) "
    "values (:worker, :ready, :lag, now() - cast(:waits as interval)) on conflict (worker) do update "
    "set seen_at = now(), ready = excluded.ready, lag = excluded.lag, lag_since = excluded.lag_since, "
    "since = case when known.ready = excluded.ready then known.since else now() end"
)
_BURY = sa.text("delete from pulse where seen_at < now() - interval '1 day'")
_STOP = sa.text("delete from pulse where worker = :worker")
_UNDONE = sa.text(
    "with heard as (select since, lag, lag_since from pulse "
    "where ready and seen_at >= now() - cast(:silent as interval)) "
    "select now() as at, (select count(*) from heard) as workers, (select max(lag) from heard) as lag, "
    "(select min(lag_since) from heard) as lag_since, "
    "coalesce((select min(since) from heard), (select max(seen_at) from pulse)) as since, "
    "unsent.outbox, unsent.outbox_since, (select count(*) from job where run_at < 'infinity') as jobs, "
    "(select count(*) from job where run_at < 'infinity' and created_at < now() - cast(:late as interval)) "
    "as late_jobs, (select count(*) from act_receipt r join act a on a.id = r.act_id where a.outcome is null "
    "and (r.verdict is null or r.verdict = 'valid') and r.received_at < :long_ago) as late_acts, "
    "(select count(*) from deadline where due_at < :long_ago) as late_deadlines, "
    "(select count(*) from parked where replayed_at is null and gone_at is null) as parked "
    "from (select count(*) as outbox, min(written_at) as outbox_since from outbox) as unsent"
)
