"""Places and the queue row under which they are handed out."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.platform.db import ReadTx, Tx
from kezek.referrals.adapters import tables
from kezek.referrals.domain.place import Place, PlaceStatus

_P = tables.place
_LOCK_QUEUE = sa.text(
    "insert into queue as q (key, version) values (:key, 0) on conflict (key) do update set version = q.version"
)
_NEXT_VERSION = sa.text("update queue set version = version + 1 where key = :key returning version")


async def lock_queue(tx: Tx, key: str) -> None:
    """Lock referrals' own row of the queue: places are handed out under it."""
    await tx.execute(_LOCK_QUEUE, {"key": key})


async def next_queue_version(tx: Tx, key: str) -> int:
    """The version of what is published next of a locked queue; none is left out."""
    version: int = await tx.value(_NEXT_VERSION, {"key": key})
    return version


async def insert_places(tx: Tx, places: Sequence[Place]) -> list[Place]:
    """New places; those of a vacancy that is known already are left out.

    Returns:
        The places that are new.
    """
    rows = [_row(place) | {"id": place.id} for place in places]
    fresh = insert(_P).values(rows).on_conflict_do_nothing(index_elements=["vacancy_id", "ordinal"]).returning(_P.c.id)
    new = {row.id for row in await tx.rows(fresh)}
    return [place for place in places if place.id in new]


async def lock_places(tx: Tx, place_ids: Iterable[UUID]) -> dict[UUID, Place]:
    """Places by id, locked in the order of their ids."""
    statement = sa.select(_P).where(_P.c.id.in_(list(place_ids))).order_by(_P.c.id).with_for_update()
    return {row.id: _place(row) for row in await tx.rows(statement)}


async def find_place(tx: ReadTx, place_id: UUID) -> Place | None:
    """A place, not locked."""
    row = await tx.row(sa.select(_P).where(_P.c.id == place_id))
    return _place(row) if row else None


async def list_open_places(tx: ReadTx, queue: str) -> list[Place]:
    """The free-choice places of a queue, in the order of first publication."""
    statement = (
        sa.select(_P)
        .where(_P.c.queue == queue, _P.c.status == PlaceStatus.OPEN.value)
        .order_by(_P.c.published_at, _P.c.vacancy_id, _P.c.ordinal)
    )
    return [_place(row) for row in await tx.rows(statement)]


async def update_place(tx: Tx, place: Place) -> None:
    """Store a place under its lock; an offer is dated anew by the database's real time."""
    offered = {"offered_at": sa.func.now()} if place.status is PlaceStatus.OFFERED else {}
    await tx.execute(sa.update(_P).where(_P.c.id == place.id).values(_row(place) | offered))


async def take_place(tx: Tx, place_id: UUID, application_id: UUID) -> Place | None:
    """Take a place by compare-and-set: one that is open, or held for this child; None if another was first."""
    mine = (_P.c.status == PlaceStatus.HELD.value) & (_P.c.holder == application_id)
    statement = (
        sa.update(_P)
        .where(_P.c.id == place_id, mine | (_P.c.status == PlaceStatus.OPEN.value))
        .values(status=PlaceStatus.TAKEN.value, holder=application_id, version=_P.c.version + 1)
        .returning(_P)
    )
    row = await tx.row(statement)
    return _place(row) if row else None


async def list_forgotten_offers(tx: ReadTx, older_than_s: int) -> list[Place]:
    """Places whose offer nobody answered for so long, by real time, oldest first."""
    statement = (
        sa.select(_P)
        .where(
            _P.c.status == PlaceStatus.OFFERED.value,
            _P.c.offered_at < sa.func.now() - sa.func.make_interval(0, 0, 0, 0, 0, 0, older_than_s),
        )
        .order_by(_P.c.queue, _P.c.published_at, _P.c.vacancy_id, _P.c.ordinal)
        .limit(500)
    )
    return [_place(row) for row in await tx.rows(statement)]


def _row(place: Place) -> dict[str, Any]:
    return {
        "vacancy_id": place.vacancy_id,
        "ordinal": place.ordinal,
        "kindergarten_id": place.kindergarten_id,
        "queue": place.queue,
        "language": place.language,
        "published_at": place.published_at,
        "status": place.status.value,
        "offer": place.offer,
        "version": place.version,
        "holder": place.holder,
    }


def _place(row: Any) -> Place:
    return Place(
        id=row.id,
        vacancy_id=row.vacancy_id,
        ordinal=row.ordinal,
        kindergarten_id=row.kindergarten_id,
        queue=row.queue,
        language=row.language,
        published_at=row.published_at,
        status=PlaceStatus(row.status),
        offer=row.offer,
        version=row.version,
        holder=row.holder,
    )
