"""Parked records as rows: where each stands and why it could not be applied, never what is in it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.platform.db import Database, ReadTx, Tx
from kezek.platform.messaging.records import Origin
from kezek.platform.pages import Page, load_page, paged, same_or_all
from kezek.platform.tables import parked
from kezek.platform.wakes import Wake

LEASE = timedelta(minutes=2)
"""So long a record is its taker's alone: longer than a replay takes that goes well."""
GONE_IS_SHOWN = timedelta(days=30)


class ParkedState(StrEnum):
    """How a record stands that is parked and not replayed."""

    PARKED = "parked"
    ASKED = "asked"
    FAILED = "failed"
    GONE = "gone"


@dataclass(frozen=True)
class Parked:
    """A record that could not be applied; `kind` is its event's type, as far as it could be read.

    `asked_at` is when an administrator asked for its replay the last time, `tried_at` when it failed again, `gone_at`
    when Kafka had it no more: a later record of its key took its place, or it was erased.
    """

    origin: Origin
    cause: str
    parked_at: datetime
    replayed_at: datetime | None = None
    kind: str | None = None
    tried_at: datetime | None = None
    asked_at: datetime | None = None
    gone_at: datetime | None = None

    @property
    def state(self) -> ParkedState:
        """What became of it so far; asked until a replay that was asked for has come to an end."""
        if self.gone_at is not None:
            return ParkedState.GONE
        if self.asked_at is not None and (self.tried_at is None or self.tried_at < self.asked_at):
            return ParkedState.ASKED
        return ParkedState.PARKED if self.tried_at is None else ParkedState.FAILED


@dataclass(frozen=True)
class Taken:
    """A record that is applied again, and when that began: what is asked for later is asked anew."""

    origin: Origin
    at: datetime


async def park(database: Database, origin: Origin, cause: str, kind: str | None = None) -> None:
    """Remember where an unusable record stands."""
    async with database.write() as tx:
        await tx.execute(_PARK, {**_where(origin), "cause": cause, "kind": kind})


async def list_parked(database: Database, *, topic: str = "", ended_too: bool = False) -> list[Parked]:
    """What is parked, in the order of its parking; with `ended_too` also what was replayed or is gone."""
    async with database.read() as tx:
        rows = await tx.rows(_LIST if ended_too else _LIST_WAITING, {"topic": topic or None})
    return [_parked(row) for row in rows]


async def page_of_parked(tx: ReadTx, topic: str | None, *, offset: int, limit: int) -> Page[Parked]:
    """A page of what is parked and not replayed, the oldest first; what is gone comes last, and for a month."""
    rows, total = await load_page(tx, PAGE, {"topic": topic}, offset=offset, limit=limit)
    return Page([_parked(row) for row in rows], total)


async def count_waiting(tx: ReadTx, topic: str | None) -> int:
    """How many there are to be replayed."""
    found: int = await tx.value(_COUNT_WAITING, {"topic": topic})
    return found


async def ask_for_replay(tx: Tx, by: UUID, *, only: Origin | None = None) -> int:
    """Let the worker apply all that is parked again, or only this record; how many there are."""
    tx.wrote(Wake.PARKED)
    if only is None:
        return await tx.execute(_ASK, {"by": by})
    return await tx.execute(_ASK_ONE, {"by": by, **_where(only)})


async def is_any_asked(tx: ReadTx) -> bool:
    """Whether a replay was asked for, is not done and in nobody's hands."""
    return bool(await tx.value(_ANY))


async def lease_asked(tx: Tx) -> Taken | None:
    """The next record whose replay was asked for, for nobody else to take while the lease runs.

    Who dies with it leaves the lease to run out: then it is taken and applied again, which inboxes make harmless.
    """
    row = await tx.row(_LEASE, {"lease": LEASE})
    return None if row is None else Taken(_origin(row), row.leased_at)


async def take(tx: ReadTx, origin: Origin) -> Taken:
    """The record without a lease, by whoever looks on while it is applied."""
    return Taken(origin, await tx.value(sa.select(_NOW)))


async def mark_replayed(tx: Tx, origin: Origin) -> None:
    """It is parked no longer."""
    await tx.execute(_REPLAYED, _where(origin))


async def mark_gone(tx: Tx, origin: Origin) -> None:
    """Kafka has it no more: nothing is left to apply."""
    await tx.execute(_GONE, _where(origin))


async def mark_failed(tx: Tx, tried: Taken, cause: str) -> None:
    """It was tried and stays parked, for this cause; what was asked since the try began is still asked."""
    await tx.execute(_FAILED, {**_where(tried.origin), "tried": tried.at, "why": cause})


def _where(origin: Origin) -> dict[str, Any]:
    return {"at_topic": origin.topic, "at_partition": origin.partition, "at_offset": origin.offset}


def _origin(row: Any) -> Origin:
    return Origin(row.topic, row.partition, row.offset)


def _parked(row: Any) -> Parked:
    return Parked(
        _origin(row),
        row.cause,
        row.parked_at,
        row.replayed_at,
        row.kind,
        row.tried_at,
        row.asked_at,
        row.gone_at,
    )


_C = parked.c
_SHOWN = [each for each in _C if each.name not in {"asked_by", "leased_until"}]
_ORDER = (_C.parked_at, _C.topic, _C.partition, _C.offset)
_OPEN = _C.replayed_at.is_(None)
_WAITS = _OPEN & _C.gone_at.is_(None)
_ASKED = _WAITS & _C.asked_at.is_not(None) & (_C.tried_at.is_(None) | (_C.tried_at < _C.asked_at))
_HERE = (
    (_C.topic == sa.bindparam("at_topic"))
    & (_C.partition == sa.bindparam("at_partition"))
    & (_C.offset == sa.bindparam("at_offset"))
)
_NOW = sa.func.clock_timestamp()
_FREE = _C.leased_until.is_(None) | (_C.leased_until < _NOW)
_PARK = sa.text(
    'insert into parked (topic, partition, "offset", cause, kind) '
    "values (:at_topic, :at_partition, :at_offset, :cause, :kind) on conflict do nothing"
)
_LIST = sa.select(*_SHOWN).where(same_or_all(_C.topic, "topic")).order_by(*_ORDER)
_LIST_WAITING = _LIST.where(_WAITS)
_COUNT_WAITING = sa.select(sa.func.count()).select_from(parked).where(_WAITS, same_or_all(_C.topic, "topic"))
_SEEN = _OPEN & (_C.gone_at.is_(None) | (_C.gone_at > _NOW - sa.bindparam("shown", GONE_IS_SHOWN)))
PAGE = paged(sa.select(*_SHOWN).where(_SEEN, same_or_all(_C.topic, "topic")), _C.gone_at.desc(), *_ORDER)
_ASK = sa.update(parked).where(_WAITS).values(asked_at=_NOW, asked_by=sa.bindparam("by"))
_ASK_ONE = _ASK.where(_HERE)
_ANY = sa.select(sa.exists().where(_ASKED, _FREE))
NEXT = (
    sa.select(_C.topic, _C.partition, _C.offset)
    .where(_ASKED, _FREE)
    .order_by(*_ORDER)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_NEXT = NEXT.cte("following")
_LEASE = (
    sa.update(parked)
    .where(_C.topic == _NEXT.c.topic, _C.partition == _NEXT.c.partition, _C.offset == _NEXT.c.offset)
    .values(leased_until=_NOW + sa.bindparam("lease", type_=sa.Interval))
    .returning(_C.topic, _C.partition, _C.offset, _NOW.label("leased_at"))
)
_ENDED = sa.update(parked).where(_HERE, _WAITS)
_REPLAYED = _ENDED.values(replayed_at=_NOW, leased_until=None)
_GONE = _ENDED.values(gone_at=_NOW, leased_until=None)
_FAILED = _ENDED.values(tried_at=sa.bindparam("tried"), cause=sa.bindparam("why"), leased_until=None)
