"""What parents say of their children's closed months. SQL only."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.kindergartens.adapters.sheet_tables import attendance_sheet, sheet_answer
from kezek.kindergartens.adapters.sheets import sheet_of
from kezek.kindergartens.domain.sheet import Answer, ClosedSheet
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import any_of

_T = sheet_answer
_SHARE = sa.select(attendance_sheet).where(attendance_sheet.c.id == sa.bindparam("id")).with_for_update(read=True)
_PUT = insert(_T)
_PUT = _PUT.on_conflict_do_update(
    index_elements=["sheet_id", "application_id"],
    set_={name: _PUT.excluded[name] for name in ("answered_by", "answered_at", "agreed", "remark")},
)
_LIST = sa.select(_T).where(any_of(_T.c.sheet_id, "ids"))
_FORGET = sa.update(_T).where(_T.c.application_id == sa.bindparam("of")).values(remark="")


async def share_sheet(tx: Tx, sheet_id: UUID) -> ClosedSheet | None:
    """A sheet, which nobody reopens until the end of the transaction."""
    row = await tx.row(_SHARE, {"id": sheet_id})
    return None if row is None else sheet_of(row)


async def put_answer(tx: Tx, sheet_id: UUID, answer: Answer) -> None:
    """Store what a parent says, instead of what was said before."""
    values = {
        "sheet_id": sheet_id,
        "application_id": answer.application_id,
        "answered_by": answer.by,
        "answered_at": answer.at,
        "agreed": answer.agreed,
        "remark": answer.remark,
    }
    await tx.execute(_PUT, values)


async def list_answers(tx: ReadTx, sheet_ids: Collection[UUID]) -> dict[tuple[UUID, UUID], Answer]:
    """What was said, by sheet and child's application."""
    rows = await tx.rows(_LIST, {"ids": list(sheet_ids)}) if sheet_ids else []
    return {(row.sheet_id, row.application_id): _answer(row) for row in rows}


async def forget_answers(tx: Tx, application_id: UUID) -> None:
    """Forget the words that parents wrote of a child."""
    await tx.execute(_FORGET, {"of": application_id})


def _answer(row: Any) -> Answer:
    return Answer(row.application_id, row.answered_by, row.answered_at, row.agreed, row.remark)
