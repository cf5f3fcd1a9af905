"""Swaps and their sides. SQL only."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, SwapState
from kezek.kindergartens.adapters import tables
from kezek.kindergartens.domain.roster import Group
from kezek.kindergartens.domain.swap import Side, Swap
from kezek.platform.db import ReadTx, StaleStateError, Tx
from kezek.platform.errors import NotFound
from kezek.platform.tables import any_of

_W, _S = tables.swap, tables.swap_side
_FIRST, _SECOND = _S.alias("first_side"), _S.alias("second_side")
_OF_A_SIDE = ("enrolment_id", "application_id", "applicant_id", "kindergarten_id", "signed_at", "approved_at")


def _columns(side: Any, name: str) -> list[sa.ColumnElement[Any]]:
    return [side.c[column].label(f"{name}_{column}") for column in _OF_A_SIDE]


_ALL = sa.select(_W, *_columns(_FIRST, "first"), *_columns(_SECOND, "second")).select_from(
    _W.join(_FIRST, (_FIRST.c.swap_id == _W.c.id) & _FIRST.c.first).outerjoin(
        _SECOND, (_SECOND.c.swap_id == _W.c.id) & ~_SECOND.c.first
    )
)
_ONE = _ALL.where(_W.c.id == sa.bindparam("id"))
_LOCK = sa.select(_W.c.id).where(_W.c.id == sa.bindparam("id"))
_LOCK, _SHARE = _LOCK.with_for_update(), _LOCK.with_for_update(read=True)
_BY_CODE = sa.select(_W.c.id).where(_W.c.code == sa.bindparam("code"))
_OPEN_OF = sa.select(_S.c.swap_id).where(_S.c.enrolment_id == sa.bindparam("enrolment_id"), _S.c.open)
_PROPOSED_TO = (
    sa.select(_W.c.id)
    .where(_W.c.to_kindergarten_id == sa.bindparam("kindergarten_id"), _W.c.state == SwapState.PROPOSED.value)
    .order_by(_W.c.id)
)
_OF_APPLICATIONS = _ALL.where(
    sa.or_(any_of(_FIRST.c.application_id, "ids"), any_of(_SECOND.c.application_id, "ids"))
).order_by(_W.c.opened_at, _W.c.id)
_OF_KINDERGARTEN = _ALL.where(
    _W.c.id.in_(sa.select(_S.c.swap_id).where(_S.c.kindergarten_id == sa.bindparam("kindergarten_id"), _S.c.open)),
    _SECOND.c.swap_id.is_not(None),
).order_by(_W.c.expires_at, _W.c.id)
_INSERT = insert(_W).on_conflict_do_nothing(index_elements=["code"])
_INSERT_SIDE = sa.insert(_S)
_UPDATE = (
    sa.update(_W)
    .where(_W.c.id == sa.bindparam("of"), _W.c.version == sa.bindparam("before"))
    .values({name: sa.bindparam(name) for name in ("code", "state", "state_at", "reason", "remark", "version")})
)
_UPDATE_SIDE = (
    sa.update(_S)
    .where(_S.c.swap_id == sa.bindparam("of"), _S.c.first == sa.bindparam("is_first"))
    .values(approved_at=sa.bindparam("approved_at"), open=sa.bindparam("open"))
)


async def insert_swap(tx: Tx, swap: Swap) -> bool:
    """Store a new swap; False when another one has its code."""
    values = {
        **_state_of(swap),
        "id": swap.id,
        "district": swap.district,
        "group_year": swap.group.group_year,
        "language": swap.group.language.value,
        "kind": swap.group.kind.value,
        "to_kindergarten_id": swap.to_kindergarten_id,
        "opened_at": swap.opened_at,
        "expires_at": swap.expires_at,
        "policy": swap.policy,
    }
    if await tx.execute(_INSERT, values) != 1:
        return False
    await _insert_side(tx, swap, swap.first, first=True)
    return True


async def update_swap(tx: Tx, before: Swap, after: Swap) -> None:
    """Store a locked swap's next state, with the side that has joined.

    Raises:
        StaleStateError: when it is not as it was before.
    """
    if await tx.execute(_UPDATE, {**_state_of(after), "of": before.id, "before": before.version}) != 1:
        raise StaleStateError
    for side in before.sides:
        first = side is before.first
        now = after.first if first else after.second
        approved_at = now.approved_at if now else None
        values = {"of": after.id, "is_first": first, "approved_at": approved_at, "open": after.open}
        await tx.execute(_UPDATE_SIDE, values)
    if before.second is None and after.second is not None:
        await _insert_side(tx, after, after.second, first=False)


async def load_swap(tx: ReadTx, swap_id: UUID) -> Swap:
    """A swap.

    Raises:
        NotFound: `swap_not_found`.
    """
    row = await tx.row(_ONE, {"id": swap_id})
    if row is None:
        raise NotFound("swap_not_found")
    return _swap_of(row)


async def lock_swap(tx: Tx, swap_id: UUID) -> Swap:
    """A swap, locked until the end of the transaction.

    Raises:
        NotFound: `swap_not_found`.
    """
    # the row first, then a fresh look: a side may have joined while we waited for the lock
    await tx.rows(_LOCK, {"id": swap_id})
    return await load_swap(tx, swap_id)


async def share_swap(tx: Tx, swap_id: UUID) -> None:
    """Keep others from changing a swap until the end of the transaction."""
    await tx.rows(_SHARE, {"id": swap_id})


async def find_by_code(tx: ReadTx, code: str) -> UUID | None:
    """The swap that this code joins."""
    found: UUID | None = await tx.value(_BY_CODE, {"code": code})
    return found


async def find_open_of(tx: ReadTx, enrolment_id: UUID) -> UUID | None:
    """The swap of which a stay is a side now."""
    found: UUID | None = await tx.value(_OPEN_OF, {"enrolment_id": enrolment_id})
    return found


async def list_proposed_to(tx: ReadTx, kindergarten_id: UUID) -> list[UUID]:
    """The swaps that wait for a family of this kindergarten."""
    return [row.id for row in await tx.rows(_PROPOSED_TO, {"kindergarten_id": kindergarten_id})]


async def list_of_applications(tx: ReadTx, application_ids: Sequence[UUID]) -> list[Swap]:
    """All swaps of children by their applications, the oldest first."""
    return [_swap_of(row) for row in await tx.rows(_OF_APPLICATIONS, {"ids": list(application_ids)})]


async def list_of_kindergarten(tx: ReadTx, kindergarten_id: UUID) -> list[Swap]:
    """What both families have signed and a kindergarten's worker may decide on, by the end of the term."""
    return [_swap_of(row) for row in await tx.rows(_OF_KINDERGARTEN, {"kindergarten_id": kindergarten_id})]


async def _insert_side(tx: Tx, swap: Swap, side: Side, *, first: bool) -> None:
    await tx.execute(_INSERT_SIDE, {**vars(side), "swap_id": swap.id, "first": first, "open": swap.open})


def _state_of(swap: Swap) -> dict[str, Any]:
    return {
        "code": swap.code,
        "state": swap.state.value,
        "state_at": swap.state_at,
        "reason": swap.reason.value,
        "remark": swap.remark,
        "version": swap.version,
    }


def _swap_of(row: Any) -> Swap:
    return Swap(
        id=row.id,
        district=row.district,
        group=Group(row.group_year, InstructionLanguage(row.language), GroupKind(row.kind)),
        to_kindergarten_id=row.to_kindergarten_id,
        first=_side_of(row, "first"),
        opened_at=row.opened_at,
        expires_at=row.expires_at,
        policy=row.policy,
        code=row.code,
        state_at=row.state_at,
        state=SwapState(row.state),
        reason=Reason(row.reason),
        second=_side_of(row, "second") if row.second_enrolment_id else None,
        remark=row.remark,
        version=row.version,
    )


def _side_of(row: Any, name: str) -> Side:
    return Side(**{column: getattr(row, f"{name}_{column}") for column in _OF_A_SIDE})
