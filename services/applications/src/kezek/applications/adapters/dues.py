"""How many decisions wait in each district, and when their terms end. SQL only."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from kezek.applications.adapters.desk import TO_DECIDE
from kezek.applications.adapters.tables import application, claim
from kezek.applications.domain.dues import Dues
from kezek.contracts.vocabulary import ApplicationStatus, ClaimState
from kezek.platform.db import ReadTx
from kezek.platform.pages import same_or_all
from kezek.platform.tables import Instant

_A, _C = application.c, claim.c
_NOW, _MIDNIGHT = (sa.bindparam(name, type_=Instant) for name in ("now", "midnight"))
_WAITS = _C.state == ClaimState.WAITING.value


def _many(*conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.count().filter(_WAITS, *conditions)


_CLAIMS = (
    sa.select(
        _A.district,
        _many(_C.due_at <= _NOW).label("overdue"),
        _many(_C.due_at > _NOW, _C.due_at <= _MIDNIGHT).label("today"),
        _many(_C.due_at > _MIDNIGHT).label("later"),
        _many(_C.due_at.is_(None)).label("without_term"),
        sa.func.count().filter(~_WAITS).label("asked"),
    )
    .join(application, _A.id == _C.application_id)
    .where(
        TO_DECIDE,
        _C.state.in_([ClaimState.WAITING.value, ClaimState.BETTER_COPY_ASKED.value]),
        same_or_all(_A.district, "district"),
    )
    .group_by(_A.district)
)
_REFUSALS = (
    sa.select(_A.district, sa.func.count().label("refusals"))
    .where(_A.status == ApplicationStatus.REFUSAL_REVIEW.value, _A.live, same_or_all(_A.district, "district"))
    .group_by(_A.district)
)


async def list_dues(tx: ReadTx, district: str | None, *, now: datetime, midnight: datetime) -> dict[str, Dues]:
    """The decisions that wait, by district: of one, or of all that have any; `midnight` ends today."""
    asked = {"district": district, "now": now, "midnight": midnight}
    claims = {row.district: row for row in await tx.rows(_CLAIMS, asked)}
    refusals = {row.district: row.refusals for row in await tx.rows(_REFUSALS, {"district": district})}
    return {code: _dues(claims.get(code), refusals.get(code, 0)) for code in sorted({*claims, *refusals})}


def _dues(row: sa.Row[Any] | None, refusals: int) -> Dues:
    if row is None:
        return Dues(refusals=refusals)
    return Dues(
        overdue=row.overdue,
        today=row.today,
        later=row.later,
        without_term=row.without_term,
        asked=row.asked,
        refusals=refusals,
    )
