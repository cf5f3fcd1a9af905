"""Security events read again, and refusals counted where a flood would fill the table; rows are only added."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.auth.adapters.reading_log import Period
from kezek.auth.adapters.tables import refusal_tally, security_event
from kezek.platform.db import ReadTx, Tx

# ids hold the millisecond of their making; clocks of several machines differ by less than this
_SLACK = timedelta(minutes=5)


@dataclass(frozen=True)
class SecurityEvent:
    """What happened to somebody's access; details hold ids and digests."""

    id: UUID
    happened_at: datetime
    kind: str
    person_id: UUID | None
    code: str | None
    details: dict[str, Any]


@dataclass(frozen=True)
class Tally:
    """How many refusals of one kind came from one source in one minute."""

    minute: datetime
    kind: str
    code: str
    source: str
    count: int


async def list_events(
    tx: ReadTx, *, same: dict[str, Any], period: Period, before: UUID | None, limit: int
) -> list[SecurityEvent]:
    """A page of events, newest first; `same` holds `person_id` or `kind`, or both."""
    conditions = [security_event.c[name] == value for name, value in same.items()]
    conditions += period.of(security_event.c.happened_at) + _between(period)
    if before is not None:
        conditions.append(security_event.c.id < before)
    rows = await tx.rows(sa.select(security_event).where(*conditions).order_by(security_event.c.id.desc()).limit(limit))
    return [SecurityEvent(**row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public name of a row's mapping


async def list_from(
    tx: ReadTx, period: Period, after: UUID | None, limit: int, *, same: dict[str, Any]
) -> list[SecurityEvent]:
    """The next events of an export, oldest first; `same` as for a page."""
    conditions = [security_event.c[name] == value for name, value in same.items()]
    conditions += period.of(security_event.c.happened_at) + _between(period)
    if after is not None:
        conditions.append(security_event.c.id > after)
    rows = await tx.rows(sa.select(security_event).where(*conditions).order_by(security_event.c.id).limit(limit))
    return [SecurityEvent(**row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public name of a row's mapping


async def count_refusal(tx: Tx, minute: datetime, kind: str, code: str, source: str) -> int:
    """Count one refusal more; how many there are now of this kind, from this source, in this minute."""
    statement = insert(refusal_tally).values(minute=minute, kind=kind, code=code, source=source, count=1)
    one_more = statement.on_conflict_do_update(
        index_elements=["minute", "kind", "code", "source"], set_={"count": refusal_tally.c.count + 1}
    )
    return int(await tx.value(one_more.returning(refusal_tally.c.count)))


async def take_tallies(tx: Tx, before: datetime) -> list[Tally]:
    """The counts of minutes that are over; they are gone when this transaction commits."""
    old = refusal_tally.c.minute < before
    rows = await tx.rows(sa.delete(refusal_tally).where(old).returning(refusal_tally))
    return [Tally(**row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public name of a row's mapping


def _between(period: Period) -> list[sa.ColumnElement[bool]]:
    """The same period on the primary key, so that no other index is needed."""
    after = [] if period.begins is None else [security_event.c.id >= _first_id(period.begins - _SLACK)]
    return after if period.ends is None else [*after, security_event.c.id < _first_id(period.ends + _SLACK)]


def _first_id(instant: datetime) -> UUID:
    return UUID(int=max(int(instant.timestamp() * 1000), 0) << 80)
