"""Scans of the papers by which families chose a place at the counter. SQL only."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.values import QueuedChild
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, Invalid
from kezek.platform.given_files import GivenFile
from kezek.platform.tables import any_of
from kezek.referrals.adapters import tables
from kezek.referrals.adapters.candidates import lock_candidates

_P, _H, _C = tables.counter_paper, tables.history, tables.card
_INSERT = insert(_P).on_conflict_do_nothing()
_USED = (
    sa.select(sa.true())
    .where(
        any_of(_P.c.file_id, "ids")
        | (any_of(_P.c.sha256, "digests") & (_P.c.applicant_id == sa.bindparam("applicant")))
    )
    .limit(1)
)
# a twin has no paper of its own: the act by which its place was chosen has
_LIST = (
    sa.select(_P)
    .where(_P.c.act_id.in_(sa.select(_H.c.act_id).where(_H.c.application_id == sa.bindparam("of"))))
    .order_by(_P.c.added_at, _P.c.file_id)
)
_ACTS = (
    sa.select(_P.c.act_id)
    .distinct()
    .where(_P.c.act_id.in_(sa.select(_H.c.act_id).where(_H.c.application_id == sa.bindparam("of"))))
)
_CHILDREN = sa.select(_H.c.application_id).distinct().where(any_of(_H.c.act_id, "acts"))
# while a child is known for whom a place was chosen by the same act its paper stays
_FORGET = (
    sa.delete(_P)
    .where(
        any_of(_P.c.act_id, "acts"),
        ~sa.exists().where(_H.c.act_id == _P.c.act_id, _C.c.application_id == _H.c.application_id),
    )
    .returning(_P.c.file_id, _P.c.owner_id, _P.c.application_id)
)


async def keep_papers(tx: Tx, files: Iterable[GivenFile], act_id: UUID, child: QueuedChild, at: datetime) -> None:
    """Keep the scans with the choice that was made from them; each serves its family for one, uploaded anew or not.

    Raises:
        Conflict: `paper_used_already`.
    """
    whose = {"act_id": act_id, "application_id": child.application_id, "applicant_id": child.applicant_id}
    # in one order: of two acts with the same scans none waits for the other for ever
    for file in sorted(files, key=lambda each: (each.sha256, each.id)):
        values = {**file.model_dump(exclude={"id"}), "file_id": file.id, "added_at": at}
        if await tx.execute(_INSERT, values | whose) == 0:
            raise Conflict("paper_used_already")


async def check_unused(tx: ReadTx, files: Sequence[GivenFile], applicant_id: UUID) -> None:
    """Refuse scans from which something was chosen already, and one scan twice.

    Raises:
        Invalid: `file_given_twice`.
        Conflict: `paper_used_already`.
    """
    digests = {each.sha256 for each in files}
    if len(digests) < len(files):
        raise Invalid("file_given_twice")
    used = {"ids": [each.id for each in files], "digests": list(digests), "applicant": applicant_id}
    if await tx.value(_USED, used):
        raise Conflict("paper_used_already")


async def list_papers(tx: ReadTx, application_id: UUID) -> Sequence[Any]:
    """The scans from which places were chosen for an application at the counter, oldest first."""
    return await tx.rows(_LIST, {"of": application_id})


async def forget_papers(tx: Tx, application_id: UUID) -> Sequence[Any]:
    """Let go the scans of which no child is known any more: their files, whose they were and what they were about.

    The card of the application is forgotten before; twins are forgotten one after another.
    """
    acts = {"acts": [row.act_id for row in await tx.rows(_ACTS, {"of": application_id})]}
    children = await tx.rows(_CHILDREN, acts)
    await lock_candidates(tx, [row.application_id for row in children])
    return await tx.rows(_FORGET, acts)
