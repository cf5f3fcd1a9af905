"""Drafts of forms, sealed by their person's browser: what stands in them nobody reads here (ADR 35)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.applications.adapters.tables import draft
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict

MOST = 10
KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, repr=False)
class Draft:
    """What was typed last, and when it was kept."""

    sealed: str
    saved_at: datetime


async def find_draft(tx: ReadTx, person_id: UUID, name: str) -> Draft | None:
    """A person's own draft; one that nobody came back to for a month is gone."""
    row = await tx.row(_FIND, {"person_id": person_id, "name": name, "since": tx.now() - KEPT_FOR})
    return None if row is None else Draft(row.sealed, row.saved_at)


async def keep_draft(tx: Tx, person_id: UUID, name: str, sealed: str) -> Draft:
    """Keep it in place of what was typed before.

    Raises:
        Conflict: `too_many_drafts`.
    """
    kept = Draft(sealed, tx.now())
    await sweep_drafts(tx)
    if await tx.value(_OTHERS, {"person_id": person_id, "name": name}) >= MOST:
        raise Conflict("too_many_drafts", most=MOST)
    await tx.execute(_KEEP, {"person_id": person_id, "name": name, "sealed": sealed, "saved_at": kept.saved_at})
    return kept


async def erase_draft(tx: Tx, person_id: UUID, name: str) -> None:
    """Erase it, as once it was sent."""
    await tx.execute(_ERASE, {"person_id": person_id, "name": name})


async def sweep_drafts(tx: Tx) -> None:
    """Erase what nobody has come back to for a month."""
    await tx.execute(_SWEEP, {"before": tx.now() - KEPT_FOR})


_OWN = (draft.c.person_id == sa.bindparam("person_id")) & (draft.c.name == sa.bindparam("name"))
_FIND = sa.select(draft).where(_OWN, draft.c.saved_at > sa.bindparam("since"))
_OTHERS = (
    sa.select(sa.func.count())
    .select_from(draft)
    .where(draft.c.person_id == sa.bindparam("person_id"), draft.c.name != sa.bindparam("name"))
)
_INSERT = insert(draft)
_KEEP = _INSERT.on_conflict_do_update(
    index_elements=["person_id", "name"],
    set_={"sealed": _INSERT.excluded.sealed, "saved_at": _INSERT.excluded.saved_at},
)
_ERASE = sa.delete(draft).where(_OWN)
_SWEEP = sa.delete(draft).where(draft.c.saved_at <= sa.bindparam("before"))
