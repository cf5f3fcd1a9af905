"""Pick-up codes, and the wrong ones that were tried. SQL only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.ids import new_id
from kezek.kindergartens.adapters.pickup_tables import pickup, pickup_miss
from kezek.kindergartens.domain.pickup import Pickup, Use
from kezek.platform.db import ReadTx, StaleStateError, Tx

_P, _N = pickup, pickup_miss
_OF_PICKUP = [_P.c[name] for name in Pickup.__dataclass_fields__ if name != "use"]
_USES = [_P.c[name] for name in ("used_at", "used_by", "used_by_name", "mark_id")]
_ANY = sa.select(*_OF_PICKUP, *_USES)
_OPEN = _P.c.used_at.is_(None) & _P.c.withdrawn_at.is_(None)
_DAY = sa.bindparam("day", type_=sa.Date)
_OF_CHILD = _P.c.application_id == sa.bindparam("application_id")
_LOCK_OPEN = _ANY.where(_OF_CHILD, _P.c.day == _DAY, _OPEN).with_for_update()
_LOCK = _ANY.where(_P.c.id == sa.bindparam("id")).with_for_update()
_BY_CODE = _ANY.where(
    _P.c.kindergarten_id == sa.bindparam("kindergarten_id"), _P.c.code_digest == sa.bindparam("digest")
)
_LOCK_BY_CODE = _BY_CODE.with_for_update()
_OWN = (
    _ANY.where(_P.c.applicant_id == sa.bindparam("applicant_id"), _P.c.day >= _DAY)
    .order_by(_P.c.given_at.desc(), _P.c.id)
    .limit(100)
)
_COUNT = sa.select(sa.func.count()).where(_OF_CHILD, _P.c.given_at >= sa.bindparam("since"))
_INSERT = insert(_P).on_conflict_do_nothing(index_elements=["kindergarten_id", "code_digest"])
_OF = _P.c.id == sa.bindparam("of")
_USE = sa.update(_P).where(_OF, _OPEN).values({each.name: sa.bindparam(each.name) for each in _USES})
_WITHDRAW = sa.update(_P).where(_OF, _OPEN).values(withdrawn_at=sa.bindparam("withdrawn_at"))
_ONE_BY_ONE = sa.text("select pg_advisory_xact_lock(hashtextextended('pickup.' || cast(:kindergarten_id as text), 0))")
_MISSES = sa.select(
    sa.func.count().filter(_N.c.person_id == sa.bindparam("person_id")).label("of_person"),
    sa.func.count().filter(_N.c.kindergarten_id == sa.bindparam("kindergarten_id")).label("of_kindergarten"),
).where(_N.c.at > sa.bindparam("since"))
_FORGET_UNUSED = sa.delete(_P).where(_P.c.used_at.is_(None), _P.c.day < _DAY)
_FORGET_USED = sa.delete(_P).where(_P.c.used_at < sa.bindparam("at"))
_FORGET_MISSES = sa.delete(_N).where(_N.c.at < sa.bindparam("at"))
_FORGET_OF_CHILD = sa.delete(_P).where(_OF_CHILD)


@dataclass(frozen=True)
class Misses:
    """How many wrong codes were typed: by one worker, and in one kindergarten."""

    of_person: int
    of_kindergarten: int


async def insert_pickup(tx: Tx, given: Pickup, digest: str) -> bool:
    """Store a code that was given; whether no other one of the kindergarten has these digits."""
    values = {name: getattr(given, name) for name in Pickup.__dataclass_fields__ if name != "use"}
    return await tx.execute(_INSERT, {**values, "code_digest": digest}) == 1


async def lock_open(tx: Tx, application_id: UUID, day: date) -> Pickup | None:
    """The code by which a child may be fetched on a day, locked, if one was given and is neither used nor withdrawn."""
    return _found(await tx.row(_LOCK_OPEN, {"application_id": application_id, "day": day}))


async def lock_pickup(tx: Tx, pickup_id: UUID) -> Pickup | None:
    """A code by its id, locked until the end of the transaction."""
    return _found(await tx.row(_LOCK, {"id": pickup_id}))


async def find_by_code(tx: ReadTx, kindergarten_id: UUID, digest: str) -> Pickup | None:
    """A code that somebody was given for this kindergarten."""
    return _found(await tx.row(_BY_CODE, {"kindergarten_id": kindergarten_id, "digest": digest}))


async def lock_by_code(tx: Tx, kindergarten_id: UUID, digest: str) -> Pickup | None:
    """The same, locked until the end of the transaction."""
    return _found(await tx.row(_LOCK_BY_CODE, {"kindergarten_id": kindergarten_id, "digest": digest}))


async def list_own(tx: ReadTx, applicant_id: UUID, since: date) -> Sequence[Pickup]:
    """The codes that a parent has given for this day or later ones, the newest first."""
    return [_pickup(row) for row in await tx.rows(_OWN, {"applicant_id": applicant_id, "day": since})]


async def count_given(tx: ReadTx, application_id: UUID, since: datetime) -> int:
    """How many codes were given for a child since an instant."""
    return int(await tx.value(_COUNT, {"application_id": application_id, "since": since}))


async def update_used(tx: Tx, used: Pickup) -> None:
    """Store that the child was given by the code.

    Raises:
        StaleStateError: when it is used or withdrawn already.
    """
    use = used.use
    if use is None:
        raise StaleStateError
    values = {"used_at": use.at, "used_by": use.by, "used_by_name": use.name, "mark_id": use.mark_id}
    if await tx.execute(_USE, {"of": used.id, **values}) != 1:
        raise StaleStateError


async def update_withdrawn(tx: Tx, withdrawn: Pickup) -> None:
    """Store that nobody fetches the child by the code.

    Raises:
        StaleStateError: when it is used or withdrawn already.
    """
    if await tx.execute(_WITHDRAW, {"of": withdrawn.id, "withdrawn_at": withdrawn.withdrawn_at}) != 1:
        raise StaleStateError


async def lock_tries(tx: Tx, kindergarten_id: UUID) -> None:
    """Let codes be tried in a kindergarten one by one until the end of the transaction, so that none is uncounted."""
    await tx.rows(_ONE_BY_ONE, {"kindergarten_id": str(kindergarten_id)})


async def count_misses(tx: ReadTx, kindergarten_id: UUID, person_id: UUID, since: datetime) -> Misses:
    """How many wrong codes were tried since an instant."""
    values = {"kindergarten_id": kindergarten_id, "person_id": person_id, "since": since}
    row: Any = (await tx.rows(_MISSES, values))[0]
    return Misses(row.of_person, row.of_kindergarten)


async def insert_miss(tx: Tx, kindergarten_id: UUID, person_id: UUID) -> None:
    """Store that a worker has tried a wrong code."""
    values = {"id": new_id(), "kindergarten_id": kindergarten_id, "person_id": person_id, "at": tx.now()}
    await tx.execute(sa.insert(_N).values(values))


async def forget_unused(tx: Tx, before: date) -> None:
    """Forget codes of earlier days by which nobody fetched a child."""
    await tx.execute(_FORGET_UNUSED, {"day": before})


async def forget_used(tx: Tx, before: datetime) -> None:
    """Forget codes that were used before this instant."""
    await tx.execute(_FORGET_USED, {"at": before})


async def forget_misses(tx: Tx, before: datetime) -> None:
    """Forget wrong tries of before this instant."""
    await tx.execute(_FORGET_MISSES, {"at": before})


async def forget_of_child(tx: Tx, application_id: UUID) -> None:
    """Forget whom a child's parent has let fetch it."""
    await tx.execute(_FORGET_OF_CHILD, {"application_id": application_id})


def _found(row: Any) -> Pickup | None:
    return None if row is None else _pickup(row)


def _pickup(row: Any) -> Pickup:
    use = None if row.used_at is None else Use(row.used_at, row.used_by, row.used_by_name, row.mark_id)
    values = {name: getattr(row, name) for name in Pickup.__dataclass_fields__ if name != "use"}
    return Pickup(**values, use=use)
