"""Escorts and the children entrusted to them. SQL only.

All that concerns an escort is changed under a lock of its IIN, which several families and kindergartens may know.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.vocabulary import EscortEnding, Language
from kezek.kindergartens.adapters import tables
from kezek.kindergartens.domain.escort import Entrustment, Escort
from kezek.platform.db import ReadTx, StaleStateError, Tx
from kezek.platform.tables import any_of

_E, _T, _C, _S = tables.escort, tables.entrustment, tables.escorts_changed, tables.enrolment
_LOCK = sa.text(
    "select pg_advisory_xact_lock(hashtextextended('escort.' || iin, 0)) "
    "from (select iin from unnest(cast(:iins as text[])) as t (iin) order by iin) as sorted"
)
_PRESENT = _T.c.ended_at.is_(None)
TIE_PHONE = sa.func.coalesce(_T.c.phone, _E.c.phone)
TIE = (*(each for each in _T.c if each.name != "phone"), TIE_PHONE.label("phone"))
_COLUMNS = (*(each.label(f"escort_{each.name}") for each in _E.c), *TIE)
_ENTRUSTED = sa.select(*_COLUMNS).join(_E, _E.c.id == _T.c.escort_id).where(_PRESENT).order_by(_T.c.id)
_OF_CHILDREN = _ENTRUSTED.where(any_of(_T.c.application_id, "ids"))
_OF_ESCORT = _ENTRUSTED.where(_T.c.escort_id == sa.bindparam("id"))
# of people at one kindergarten, by the children who are there now
_AT = (
    _ENTRUSTED.where(any_of(_E.c.iin, "iins"))
    .join(_S, (_S.c.application_id == _T.c.application_id) & _S.c.ended_on.is_(None))
    .where(_S.c.kindergarten_id == sa.bindparam("kindergarten_id"))
)
_OWN = sa.select(_E).where(_E.c.applicant_id == sa.bindparam("applicant_id")).order_by(_E.c.name, _E.c.id)
_ONE = sa.select(_E).where(_E.c.id == sa.bindparam("id"))
_COUNT_OF_IIN = sa.select(sa.func.count()).select_from(_T.join(_E)).where(_E.c.iin == sa.bindparam("iin"), _PRESENT)
_BEGUN = (
    sa.select(sa.func.count())
    .select_from(_T.join(_E))
    .where(_E.c.applicant_id == sa.bindparam("applicant_id"), _T.c.since >= sa.bindparam("since"))
)
_LAST_END = sa.select(_T.c.ended_because).where(_T.c.escort_id == sa.bindparam("id")).order_by(_T.c.id.desc()).limit(1)
_NEW = insert(_E)
_PUT = _NEW.on_conflict_do_update(
    index_elements=["applicant_id", "iin"],
    set_={name: _NEW.excluded[name] for name in ("name", "phone", "checked", "language")},
).returning(_E)
_CONFIRM = sa.update(_E).where(_E.c.id == sa.bindparam("of")).values(checked=True)
_END = (
    sa.update(_T)
    .where(_T.c.id == sa.bindparam("of"), _PRESENT)
    .values({name: sa.bindparam(name) for name in ("ended_at", "ended_because", "version")})
)
_SIGNED_IN = (
    sa.update(_T)
    .where(_T.c.id == sa.bindparam("of"), _T.c.signed_in_at.is_(None), _PRESENT, _E.c.id == _T.c.escort_id)
    .values(signed_in_at=sa.bindparam("at"))
    .returning(_E.c.applicant_id, _T.c.application_id)
)
_FIRST = insert(_C).values(version=1)
_STEP = _FIRST.on_conflict_do_update(index_elements=["application_id"], set_={"version": _C.c.version + 1}).returning(
    _C.c.version
)
_ENDED_BEFORE = sa.delete(_T).where(_T.c.ended_at < sa.bindparam("at")).returning(_T.c.id)
_FORGET_NOBODYS = sa.delete(_E).where(~sa.exists().where(_T.c.escort_id == _E.c.id))


@dataclass(frozen=True)
class Entrusted:
    """A child entrusted to an escort now; `language` is the one in which the escort is written to."""

    entrustment: Entrustment
    escort: Escort
    language: Language


async def lock_people(tx: Tx, iins: Collection[str]) -> None:
    """Let nobody else change what these people are entrusted with until the end of the transaction."""
    await tx.rows(_LOCK, {"iins": sorted(set(iins))})


async def list_of_children(tx: ReadTx, application_ids: Collection[UUID]) -> list[Entrusted]:
    """Who is entrusted with these children, in the order of adding."""
    return [_entrusted(row) for row in await tx.rows(_OF_CHILDREN, {"ids": list(application_ids)})]


async def list_of_escort(tx: ReadTx, escort_id: UUID) -> list[Entrusted]:
    """The children entrusted to one escort by one parent."""
    return [_entrusted(row) for row in await tx.rows(_OF_ESCORT, {"id": escort_id})]


async def list_at(tx: ReadTx, kindergarten_id: UUID, iins: Collection[str]) -> list[Entrusted]:
    """The children of a kindergarten who are entrusted to these people."""
    found = await tx.rows(_AT, {"kindergarten_id": kindergarten_id, "iins": list(iins)})
    return [_entrusted(row) for row in found]


async def list_own(tx: ReadTx, applicant_id: UUID) -> list[Escort]:
    """Whom a parent has named, by name; also those with no child at present."""
    return [_escort(row) for row in await tx.rows(_OWN, {"applicant_id": applicant_id})]


async def find_escort(tx: ReadTx, escort_id: UUID) -> Escort | None:
    """An escort by the id under which a parent knows them."""
    row = await tx.row(_ONE, {"id": escort_id})
    return None if row is None else _escort(row)


async def count_children(tx: ReadTx, iin: str) -> int:
    """How many children of all families are entrusted to this person."""
    return int(await tx.value(_COUNT_OF_IIN, {"iin": iin}))


async def count_begun(tx: ReadTx, applicant_id: UUID, since: datetime) -> int:
    """How often a parent has entrusted a child to somebody from this instant on, also what has ended again."""
    return int(await tx.value(_BEGUN, {"applicant_id": applicant_id, "since": since}))


async def is_denied(tx: ReadTx, escort_id: UUID) -> bool:
    """Whether the persons register has ended what they were last entrusted with."""
    return bool(await tx.value(_LAST_END, {"id": escort_id}) == EscortEnding.REGISTER)


async def put_escort(tx: Tx, escort: Escort, language: Language) -> Escort:
    """Store whom a parent names, or what they say anew of somebody they have named; under the id it has."""
    return _escort(await tx.row(_PUT, {**vars(escort), "language": language.value}))


async def confirm(tx: Tx, escort_id: UUID) -> None:
    """Store that the persons register has said the same."""
    await tx.execute(_CONFIRM, {"of": escort_id})


async def insert_entrustment(tx: Tx, entrustment: Entrustment) -> None:
    """Store that a child is entrusted to an escort."""
    await tx.execute(sa.insert(_T).values(vars(entrustment)))


async def update_ended(tx: Tx, entrustment: Entrustment) -> None:
    """Store that it has ended.

    Raises:
        StaleStateError: when it had ended already.
    """
    values = {name: getattr(entrustment, name) for name in ("ended_at", "ended_because", "version")}
    if await tx.execute(_END, {**values, "of": entrustment.id}) != 1:
        raise StaleStateError


async def update_signed_in(tx: Tx, entrustment_id: UUID, at: datetime) -> tuple[UUID, UUID] | None:
    """Store when the escort first signed in; the parent and the child's application, None when it was known or over."""
    row = await tx.row(_SIGNED_IN, {"of": entrustment_id, "at": at})
    return None if row is None else (row.applicant_id, row.application_id)


async def next_version(tx: Tx, application_id: UUID) -> int:
    """Count a change of a child's escorts."""
    return int(await tx.value(_STEP, {"application_id": application_id}))


async def forget_ended(tx: Tx, before: datetime) -> Sequence[UUID]:
    """Forget what ended before this instant, and who is entrusted with nothing since; the ids of what was forgotten."""
    forgotten = [row.id for row in await tx.rows(_ENDED_BEFORE, {"at": before})]
    if forgotten:
        await tx.execute(_FORGET_NOBODYS)
    return forgotten


def _escort(row: Any, prefix: str = "") -> Escort:
    return Escort(**{name: getattr(row, prefix + name) for name in Escort.__dataclass_fields__})


def entrustment_of(row: Any) -> Entrustment:
    """The entrustment in a row of `TIE`."""
    values = {name: getattr(row, name) for name in Entrustment.__dataclass_fields__}
    ended = EscortEnding(row.ended_because) if row.ended_because else None
    return Entrustment(**{**values, "ended_because": ended})


def _entrusted(row: Any) -> Entrusted:
    return Entrusted(entrustment_of(row), _escort(row, "escort_"), Language(row.escort_language))
