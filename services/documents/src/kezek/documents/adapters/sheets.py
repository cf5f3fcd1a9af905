"""Papers of closed months in the database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.documents.adapters.tables import sheet_paper
from kezek.platform.db import ReadTx, Tx

_INSERT = sa.insert(sheet_paper)
_FIND = sa.select(sheet_paper).where(sheet_paper.c.sheet_id == sa.bindparam("id"))
_BY_CODE = sa.select(sheet_paper).where(sheet_paper.c.check_code == sa.bindparam("code"))
_FORGET = sa.delete(sheet_paper).where(sheet_paper.c.sheet_id == sa.bindparam("id"))


@dataclass(frozen=True)
class SheetPaper:
    """The paper of a closed month: the code of its public check, and the hash of its bytes in each language."""

    sheet_id: UUID
    check_code: str
    kk: str
    ru: str
    made_at: datetime


async def insert_paper(tx: Tx, paper: SheetPaper) -> None:
    """Store a paper's row; its bytes are in the store already."""
    await tx.execute(_INSERT, vars(paper))


async def find_paper(tx: ReadTx, sheet_id: UUID) -> SheetPaper | None:
    """A sheet's paper, if it is made."""
    return _paper(await tx.row(_FIND, {"id": sheet_id}))


async def find_paper_by_code(tx: ReadTx, check_code: str) -> SheetPaper | None:
    """The paper behind a check code."""
    return _paper(await tx.row(_BY_CODE, {"code": check_code}))


async def forget_paper(tx: Tx, sheet_id: UUID) -> None:
    """Let a paper's row go: nobody is given its bytes any more."""
    await tx.execute(_FORGET, {"id": sheet_id})


def _paper(row: Any) -> SheetPaper | None:
    return None if row is None else SheetPaper(row.sheet_id, row.check_code, row.kk, row.ru, row.made_at)
