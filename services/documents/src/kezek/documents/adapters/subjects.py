"""What papers are about beside referrals, in the database: a new kind needs no table of its own."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.vocabulary import DocumentSubject
from kezek.documents.adapters import tables
from kezek.documents.domain.document import Subject
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import any_of

_INSERT = insert(tables.subject).on_conflict_do_nothing(index_elements=["kind", "id"])
_LIST = sa.select(tables.subject).where(any_of(tables.subject.c.id, "ids"))


async def keep_subject(tx: Tx, subject: Subject) -> None:
    """Keep what a paper is about; one that is known stays as it is, and a referral is kept as such."""
    if subject.kind is not DocumentSubject.REFERRAL:
        await tx.execute(_INSERT, {**vars(subject), "kind": subject.kind.value})


async def list_subjects(tx: ReadTx, ids: Sequence[UUID]) -> list[Subject]:
    """Those that are known."""
    return [_subject(row) for row in await tx.rows(_LIST, {"ids": list(ids)})]


def _subject(row: Any) -> Subject:
    return Subject(
        kind=DocumentSubject(row.kind),
        id=row.id,
        application_id=row.application_id,
        applicant_id=row.applicant_id,
        kindergarten_id=row.kindergarten_id,
        number=row.number,
        check_code=row.check_code,
    )
