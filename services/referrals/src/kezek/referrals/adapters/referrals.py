"""Referrals by themselves, whatever became of them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.vocabulary import ClockStop, InstructionLanguage, ReferralStatus
from kezek.platform.db import ReadTx
from kezek.platform.tables import any_of
from kezek.platform.workdays import Term
from kezek.referrals.adapters import tables
from kezek.referrals.domain.candidate import Referral, ReferralClock

_R = tables.referral
_FIND = sa.select(_R).where(_R.c.id == sa.bindparam("id"))
_FIND_BY_NUMBER = sa.select(_R).where(_R.c.number == sa.bindparam("number"))
# a child that is enrolled may have had another referral since, which came to nothing
_STANDS = [_R.c.status == each.value for each in (ReferralStatus.VALID, ReferralStatus.ACCEPTED)]
_FIND_LAST = (
    sa.select(_R)
    .where(any_of(_R.c.application_id, "ids"))
    .order_by(*(each.desc() for each in _STANDS), _R.c.issued_at.desc())
    .limit(1)
)
_FIND_MANY = sa.select(_R).where(any_of(_R.c.id, "ids"))


async def find_referral(tx: ReadTx, referral_id: UUID) -> tuple[UUID, Referral] | None:
    """A referral and the application it belongs to, whatever became of it."""
    row = await tx.row(_FIND, {"id": referral_id})
    return (row.application_id, referral_of(row)) if row else None


async def find_referrals(tx: ReadTx, referral_ids: Iterable[UUID]) -> dict[UUID, Referral]:
    """These referrals by id, whatever became of them."""
    return {row.id: referral_of(row) for row in await tx.rows(_FIND_MANY, {"ids": list(referral_ids)})}


async def find_referral_by_number(tx: ReadTx, number: str) -> tuple[UUID, Referral] | None:
    """The referral with this number and its application, whatever became of it."""
    row = await tx.row(_FIND_BY_NUMBER, {"number": number})
    return (row.application_id, referral_of(row)) if row else None


async def find_last_referral(tx: ReadTx, application_ids: Iterable[UUID]) -> tuple[UUID, Referral] | None:
    """Of these applications' referrals the valid one, else that by which the child is enrolled, else the last."""
    row = await tx.row(_FIND_LAST, {"ids": list(application_ids)})
    return (row.application_id, referral_of(row)) if row else None


def referral_of(row: Any) -> Referral:
    """The referral in a row."""
    return Referral(
        id=row.id,
        number=row.number,
        place_id=row.place_id,
        kindergarten_id=row.kindergarten_id,
        group_year=row.group_year,
        language=InstructionLanguage(row.language),
        issued_at=row.issued_at,
        term=Term(row.last_day, row.ends_at),
        status=ReferralStatus(row.status),
        policy=row.policy,
        clock=ReferralClock(row.clock_since, ClockStop(row.stopped_by) if row.stopped_by else None, row.days_left),
        extended=row.extended,
    )


def changing_of(referral: Referral) -> dict[str, Any]:
    """The columns of a referral that change after its issue."""
    clock = referral.clock
    return {
        "last_day": referral.term.last_day,
        "ends_at": referral.term.ends_at,
        "status": referral.status.value,
        "clock_since": clock.since,
        "stopped_by": clock.stopped_by.value if clock.stopped_by else None,
        "days_left": clock.days_left,
        "extended": referral.extended,
    }
