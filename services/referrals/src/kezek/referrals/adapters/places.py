"""Places and the queue row under which they are handed out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import InstructionLanguage, PlaceStatus
from kezek.platform.db import ReadTx, StaleStateError, Tx
from kezek.platform.tables import any_of
from kezek.referrals.adapters import tables
from kezek.referrals.domain.place import Place

_P = tables.place
_LOCK_QUEUE = sa.text(
    "insert into queue as q (key, version) values (:key, 0) on conflict (key) do update set version = q.version"
)
_NEXT_VERSION = sa.text("update queue set version = version + 1 where key = :key returning version")
_INSERT = insert(_P).on_conflict_do_nothing(index_elements=["vacancy_id", "ordinal"]).returning(_P.c.id)
_FIND_THESE = sa.select(_P).where(any_of(_P.c.id, "ids"))
_LOCK = sa.select(_P).where(any_of(_P.c.id, "ids")).order_by(_P.c.id).with_for_update()
_SHARE = sa.select(_P.c.id).where(any_of(_P.c.id, "ids")).order_by(_P.c.id).with_for_update(read=True)
_LIST_OF_VACANCY = sa.select(_P).where(_P.c.vacancy_id == sa.bindparam("vacancy_id")).order_by(_P.c.ordinal)
_QUEUES_OF = sa.select(_P.c.queue).distinct().where(_P.c.kindergarten_id == sa.bindparam("kindergarten_id"))
# a child by its own id; places of before name an application
_APPLICATIONS_OF = sa.union(
    *(
        sa.select(key.label("asked"), tables.candidate.c.application_id).where(any_of(key, "ids"))
        for key in (tables.candidate.c.child_id, tables.candidate.c.application_id)
    )
)
_LIST_LIVING = (
    sa.select(_P)
    .where(
        _P.c.kindergarten_id == sa.bindparam("kindergarten_id"),
        _P.c.queue == sa.bindparam("queue"),
        _P.c.status != PlaceStatus.ANNULLED.value,
    )
    .order_by(_P.c.published_at, _P.c.vacancy_id, _P.c.ordinal)
)
_SHARE_VACANCY = (
    sa.select(_P.c.id).where(_P.c.vacancy_id == sa.bindparam("vacancy_id")).order_by(_P.c.id).with_for_update(read=True)
)
_GONE = [PlaceStatus.TAKEN.value, PlaceStatus.ANNULLED.value]
_ANY_GONE = sa.select(sa.exists().where(any_of(_P.c.id, "ids"), _P.c.status.in_(_GONE)))
_OF_QUEUE = _P.c.queue == sa.bindparam("queue")
_LIST_FREE = sa.union_all(
    *(sa.select(_P).where(_OF_QUEUE, _P.c.status == each.value) for each in (PlaceStatus.OPEN, PlaceStatus.OPENING))
)
_FREE = sa.or_(_P.c.status == PlaceStatus.OPEN.value, _P.c.status == PlaceStatus.OPENING.value)
_QUEUES_FREE = sa.union(
    *(sa.select(_P.c.queue).where(_P.c.status == each.value) for each in (PlaceStatus.OPEN, PlaceStatus.OPENING))
)
_LOCK_FREE = sa.select(_P).where(_OF_QUEUE, _FREE).order_by(_P.c.id).with_for_update()
_LIST_HOLDERS = sa.select(_P.c.holder).where(_OF_QUEUE, _P.c.status == PlaceStatus.HELD.value)
_LIST_HELD = sa.select(_P).where(_OF_QUEUE, _P.c.status == PlaceStatus.HELD.value)
_GARDENS_WITH_FREE = (
    sa.select(_P.c.queue, _P.c.kindergarten_id)
    .where(any_of(_P.c.queue, "queues"), _P.c.status == PlaceStatus.OPEN.value)
    .distinct()
)
_UPDATE = sa.update(_P).where(_P.c.id == sa.bindparam("of"), _P.c.version == sa.bindparam("before"))
_OFFER = _UPDATE.values(offered_at=sa.func.now(), awaits_round=False)
_AWAIT_ROUND = sa.update(_P).where(any_of(_P.c.id, "ids")).values(awaits_round=True)
_QUEUES_AWAITING = sa.select(_P.c.queue).where(_P.c.awaits_round, _P.c.status == PlaceStatus.OFFERED.value).distinct()
_LIST_AWAITING = (
    sa.select(_P)
    .where(_P.c.awaits_round, _P.c.status == PlaceStatus.OFFERED.value, _OF_QUEUE)
    .order_by(_P.c.id)
    .with_for_update()
)
_LOCK_OFFERED_BY = (
    sa.select(_P)
    .where(_OF_QUEUE, _P.c.status == PlaceStatus.OFFERED.value, any_of(_P.c.kindergarten_id, "kindergartens"))
    .order_by(_P.c.id)
    .with_for_update()
)
_LIST_FORGOTTEN = (
    sa.select(_P)
    .where(
        _P.c.status == PlaceStatus.OFFERED.value,
        ~_P.c.awaits_round,
        _P.c.offered_at < sa.func.now() - sa.func.make_interval(0, 0, 0, 0, 0, 0, sa.bindparam("older_than_s")),
    )
    .order_by(_P.c.queue, _P.c.published_at, _P.c.vacancy_id, _P.c.ordinal)
    .limit(500)
)


async def lock_queue(tx: Tx, queue: QueueRef) -> None:
    """Lock referrals' own row of the queue: places are handed out under it."""
    await tx.execute(_LOCK_QUEUE, {"key": str(queue)})


async def next_queue_version(tx: Tx, queue: QueueRef) -> int:
    """The version of what is published next of a locked queue; none is left out."""
    version: int = await tx.value(_NEXT_VERSION, {"key": str(queue)})
    return version


async def insert_places(tx: Tx, places: Sequence[Place]) -> list[Place]:
    """New places; those of a vacancy that is known already are left out.

    Returns:
        The places that are new.
    """
    rows = [_row(place) | {"id": place.id} for place in places]
    new = {row.id for row in await tx.rows(_INSERT, rows)}
    return [place for place in places if place.id in new]


async def lock_places(tx: Tx, place_ids: Iterable[UUID]) -> dict[UUID, Place]:
    """Places by id, locked in the order of their ids."""
    return {row.id: _place(row) for row in await tx.rows(_LOCK, {"ids": list(place_ids)})}


async def share_places(tx: Tx, place_ids: Iterable[UUID]) -> None:
    """Shared locks on places, in the order of their ids, held while an act's receipt reads the clock."""
    await tx.rows(_SHARE, {"ids": list(place_ids)})


async def lock_offered(tx: Tx, queue: QueueRef, offers: Mapping[UUID, int]) -> list[Place]:
    """Of these places, locked, those still offered to this queue under this number, in the order of publication."""
    locked = [place for place in (await lock_places(tx, offers)).values() if place.queue == queue]
    current = [place for place in locked if place.status is PlaceStatus.OFFERED and place.offer == offers[place.id]]
    return sorted(current, key=lambda place: place.order)


async def lock_offered_by(tx: Tx, queue: QueueRef, kindergartens: Iterable[UUID]) -> list[Place]:
    """The places of these kindergartens that are offered to a queue, locked; those kept for a round, too."""
    asked = {"queue": str(queue), "kindergartens": list(kindergartens)}
    return [_place(row) for row in await tx.rows(_LOCK_OFFERED_BY, asked)]


async def list_of_vacancy(tx: ReadTx, vacancy_id: UUID) -> list[Place]:
    """The places of a vacancy by their ordinals, not locked."""
    return [_place(row) for row in await tx.rows(_LIST_OF_VACANCY, {"vacancy_id": vacancy_id})]


async def list_queues_of(tx: ReadTx, kindergarten_id: UUID) -> list[QueueRef]:
    """The queues for which a kindergarten has published places, in one order for all."""
    rows = await tx.rows(_QUEUES_OF, {"kindergarten_id": kindergarten_id})
    return [QueueRef.parse(key) for key in sorted(row.queue for row in rows)]


async def list_living(tx: ReadTx, kindergarten_id: UUID, queue: QueueRef) -> list[Place]:
    """A kindergarten's places in a queue that are not annulled, in the order of publication, not locked."""
    rows = await tx.rows(_LIST_LIVING, {"kindergarten_id": kindergarten_id, "queue": str(queue)})
    return [_place(row) for row in rows]


async def share_vacancy(tx: Tx, vacancy_id: UUID) -> None:
    """Shared locks on all places of a vacancy, in the order of their ids, held while an act's receipt is stamped."""
    await tx.rows(_SHARE_VACANCY, {"vacancy_id": vacancy_id})


async def find_places(tx: ReadTx, place_ids: Iterable[UUID]) -> list[Place]:
    """Places, not locked."""
    return [_place(row) for row in await tx.rows(_FIND_THESE, {"ids": list(place_ids)})]


async def is_any_gone(tx: ReadTx, place_ids: Iterable[UUID]) -> bool:
    """Whether one of these places is taken or annulled, as seen without a lock."""
    return bool(await tx.value(_ANY_GONE, {"ids": list(place_ids)}))


async def list_free_places(tx: ReadTx, queue: QueueRef) -> list[Place]:
    """The places of a queue in free choice, and those that wait for its hour."""
    return [_place(row) for row in await tx.rows(_LIST_FREE, {"queue": str(queue)})]


async def list_held_places(tx: ReadTx, queue: QueueRef) -> list[Place]:
    """The places of a queue that running turns hold."""
    return [_place(row) for row in await tx.rows(_LIST_HELD, {"queue": str(queue)})]


async def list_holders(tx: ReadTx, queue: QueueRef) -> list[UUID]:
    """The applications whose turns hold places of a queue."""
    return [row.holder for row in await tx.rows(_LIST_HOLDERS, {"queue": str(queue)})]


async def list_gardens_with_free_places(tx: ReadTx, queues: Iterable[QueueRef]) -> dict[QueueRef, set[UUID]]:
    """Of these queues the kindergartens that have a place in free choice."""
    found: dict[QueueRef, set[UUID]] = {}
    for row in await tx.rows(_GARDENS_WITH_FREE, {"queues": [str(queue) for queue in queues]}):
        found.setdefault(QueueRef.parse(row.queue), set()).add(row.kindergarten_id)
    return found


async def update_place(tx: Tx, place: Place) -> None:
    """Write a place's next state by compare-and-set; an offer is dated anew by the database's real time.

    Raises:
        StaleStateError: when the version before it is not the one stored.
    """
    statement = _OFFER if place.status is PlaceStatus.OFFERED else _UPDATE
    if await tx.execute(statement, {"of": place.id, "before": place.version - 1, **_row(place)}) != 1:
        raise StaleStateError


async def list_forgotten_offers(tx: ReadTx, older_than_s: int) -> list[Place]:
    """Places whose offer nobody answered for so long, by real time, oldest first; to wait for a round is an answer."""
    return [_place(row) for row in await tx.rows(_LIST_FORGOTTEN, {"older_than_s": older_than_s})]


async def await_round(tx: Tx, locked: Iterable[Place]) -> None:
    """Note that these offered places are kept for the next round, until they are offered anew."""
    await tx.execute(_AWAIT_ROUND, {"ids": [place.id for place in locked]})


async def list_queues_awaiting_round(tx: ReadTx) -> list[QueueRef]:
    """The queues that have offered places which wait for a round, in one order for all."""
    return [QueueRef.parse(key) for key in sorted(row.queue for row in await tx.rows(_QUEUES_AWAITING))]


async def list_queues_with_free_places(tx: ReadTx) -> list[QueueRef]:
    """The queues that have places in free choice, or waiting for its hour, in one order for all."""
    return [QueueRef.parse(key) for key in sorted(row.queue for row in await tx.rows(_QUEUES_FREE))]


async def lock_free_places(tx: Tx, queue: QueueRef) -> list[Place]:
    """The places of a queue in free choice, or waiting for its hour, locked, in the order of first publication."""
    return sorted([_place(row) for row in await tx.rows(_LOCK_FREE, {"queue": str(queue)})], key=_by_publication)


async def lock_awaiting_round(tx: Tx, queue: QueueRef) -> list[Place]:
    """The offered places of a queue that wait for a round, locked, in the order of first publication."""
    return sorted([_place(row) for row in await tx.rows(_LIST_AWAITING, {"queue": str(queue)})], key=_by_publication)


async def list_kept_out(tx: ReadTx, those: Iterable[Place]) -> dict[UUID, frozenset[UUID]]:
    """By each place the applications of the children who are not called for it, over or not (domain §6.6)."""
    kept = {place.id: place.not_for for place in those}
    of: dict[UUID, set[UUID]] = defaultdict(set)
    if asked := set().union(*kept.values()):
        for row in await tx.rows(_APPLICATIONS_OF, {"ids": list(asked)}):
            of[row.asked].add(row.application_id)
    return {place: frozenset().union(*(of[each] for each in not_for)) for place, not_for in kept.items()}


def _by_publication(place: Place) -> tuple[datetime, UUID, int]:
    return place.order


def _row(place: Place) -> dict[str, Any]:
    return {
        "vacancy_id": place.vacancy_id,
        "ordinal": place.ordinal,
        "kindergarten_id": place.kindergarten_id,
        "queue": str(place.queue),
        "language": place.language.value,
        "published_at": place.published_at,
        "status": place.status.value,
        "offer": place.offer,
        "version": place.version,
        "holder": place.holder,
        "not_for": sorted(place.not_for),
        "opens_at": place.opens_at,
    }


def _place(row: Any) -> Place:
    return Place(
        id=row.id,
        vacancy_id=row.vacancy_id,
        ordinal=row.ordinal,
        kindergarten_id=row.kindergarten_id,
        queue=QueueRef.parse(row.queue),
        language=InstructionLanguage(row.language),
        published_at=row.published_at,
        status=PlaceStatus(row.status),
        offer=row.offer,
        version=row.version,
        holder=row.holder,
        not_for=frozenset(row.not_for),
        opens_at=row.opens_at,
    )
