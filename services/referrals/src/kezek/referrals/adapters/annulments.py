"""What officers annulled of a vacancy, by whom and why. SQL only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.vocabulary import AnnulmentReason
from kezek.platform.db import ReadTx, Tx
from kezek.referrals.adapters import tables

_A = tables.annulment
_INSERT = sa.insert(_A)
_LIST = sa.select(_A).where(_A.c.vacancy_id == sa.bindparam("vacancy_id")).order_by(_A.c.at, _A.c.act_id)


@dataclass(frozen=True)
class AnnulmentRecord:
    """One signed annulment: how many places, of which so many were held for a turn; the name as in the certificate."""

    act_id: UUID
    vacancy_id: UUID
    at: datetime
    officer_id: UUID
    officer_name: str | None
    reason: AnnulmentReason
    remark: str
    places: int
    turns: int


async def insert_annulment(tx: Tx, record: AnnulmentRecord) -> None:
    """Keep an annulment for good."""
    await tx.execute(_INSERT, {**vars(record), "reason": record.reason.value})


async def list_annulments(tx: ReadTx, vacancy_id: UUID) -> Sequence[AnnulmentRecord]:
    """Those of a vacancy, oldest first."""
    return [_record(row) for row in await tx.rows(_LIST, {"vacancy_id": vacancy_id})]


def _record(row: Any) -> AnnulmentRecord:
    return AnnulmentRecord(
        act_id=row.act_id,
        vacancy_id=row.vacancy_id,
        at=row.at,
        officer_id=row.officer_id,
        officer_name=row.officer_name,
        reason=AnnulmentReason(row.reason),
        remark=row.remark,
        places=row.places,
        turns=row.turns,
    )
