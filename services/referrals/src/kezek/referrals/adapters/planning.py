"""Whose growing too old is planned anew when a policy is news. SQL only."""

from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import deadline
from kezek.referrals.adapters import tables
from kezek.referrals.domain.ageing import AgeingKind
from kezek.referrals.domain.states import TRANSITIONS, Move

_C = tables.candidate.c
_LIVE = [status.value for status in Status if TRANSITIONS.allows(status, Move.DIE)]
_LIST = (
    sa.select(_C.application_id)
    .where(
        _C.application_id > sa.bindparam("after"),
        _C.queue.startswith(sa.bindparam("of", type_=sa.Text)),
        _C.status.in_(_LIVE),
    )
    .order_by(_C.application_id)
    .limit(sa.bindparam("at_most"))
)
_D = deadline.c
_OUT: sa.ColumnClause[str] = sa.literal_column(f"'{AgeingKind.OUT.value}'")
_IS_PLANNED = sa.exists().where(_D.kind == _OUT, _D.key == sa.cast(_C.application_id, sa.Text))
_LIST_UNPLANNED = _LIST.where(~_IS_PLANNED)
_BEFORE_ALL = UUID(int=0)
_SHARE = sa.text("select pg_advisory_xact_lock_shared(hashtextextended(current_schema() || ' ageing', 0))")
_ALONE = sa.text("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' ageing', 0))")


async def list_planned(tx: ReadTx, district: str | None, after: UUID | None, at_most: int) -> list[UUID]:
    """The next candidates of a district, or of all, that may still grow too old, in the order of their ids."""
    of = {"of": f"{district}." if district else "", "after": after or _BEFORE_ALL, "at_most": at_most}
    return [row.application_id for row in await tx.rows(_LIST, of)]


async def list_unplanned(tx: ReadTx, after: UUID | None, at_most: int) -> list[UUID]:
    """The next candidates that may still grow too old and of whom it is not written when, in the order of their ids."""
    of = {"of": "", "after": after or _BEFORE_ALL, "at_most": at_most}
    return [row.application_id for row in await tx.rows(_LIST_UNPLANNED, of)]


async def share_planning(tx: Tx) -> None:
    """Until this transaction ends no version of a policy becomes known that it does not plan by."""
    await tx.execute(_SHARE)


async def wait_for_planners(tx: Tx) -> None:
    """Until this transaction ends nobody plans; those who do so now end first."""
    await tx.execute(_ALONE)
