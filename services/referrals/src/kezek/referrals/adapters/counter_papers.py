"""Scans of the papers by which families chose a place at the counter. SQL only."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict
from kezek.platform.given_files import GivenFile
from kezek.platform.tables import any_of
from kezek.referrals.adapters import tables

_P, _H = tables.counter_paper, tables.history
_INSERT = insert(_P).on_conflict_do_nothing()
_USED = sa.select(sa.true()).where(any_of(_P.c.file_id, "ids")).limit(1)
# a twin has no paper of its own: the act by which its place was chosen has
_LIST = (
    sa.select(_P)
    .where(_P.c.act_id.in_(sa.select(_H.c.act_id).where(_H.c.application_id == sa.bindparam("of"))))
    .order_by(_P.c.added_at, _P.c.file_id)
)
_FORGET = sa.delete(_P).where(_P.c.application_id == sa.bindparam("of")).returning(_P.c.file_id, _P.c.owner_id)


async def keep_paper(tx: Tx, file: GivenFile, act_id: UUID, application_id: UUID, at: datetime) -> None:
    """Keep a scan with the choice that was made from it; it serves for one.

    Raises:
        Conflict: `file_used_already`.
    """
    values = {**file.model_dump(exclude={"id"}), "file_id": file.id}
    values |= {"act_id": act_id, "application_id": application_id, "added_at": at}
    if await tx.execute(_INSERT, values) == 0:
        raise Conflict("file_used_already")


async def check_unused(tx: ReadTx, file_ids: Iterable[UUID]) -> None:
    """Refuse scans from which something was chosen already.

    Raises:
        Conflict: `file_used_already`.
    """
    if await tx.value(_USED, {"ids": list(file_ids)}):
        raise Conflict("file_used_already")


async def list_papers(tx: ReadTx, application_id: UUID) -> Sequence[Any]:
    """The scans from which places were chosen for an application at the counter, oldest first."""
    return await tx.rows(_LIST, {"of": application_id})


async def forget_papers(tx: Tx, application_id: UUID) -> Sequence[Any]:
    """Let go the scans of a family that is forgotten: their files and whose they were."""
    return await tx.rows(_FORGET, {"of": application_id})
