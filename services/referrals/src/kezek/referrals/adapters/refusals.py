"""Refusals of children with what families answered, in PostgreSQL; written under the candidate's lock."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.vocabulary import AdmissionRefusal, ReferralStatus, RefusalOutcome
from kezek.platform.db import ReadTx, StaleStateError, Tx
from kezek.platform.errors import Conflict
from kezek.platform.pages import load_page, paged
from kezek.platform.tables import any_of
from kezek.referrals.adapters import tables
from kezek.referrals.domain.refusal import Decided, FamilyFile, FamilyWord, Refusal, Refused

_R, _W, _F = tables.refusal, tables.family_word, tables.family_file
_INSERT = sa.insert(_R)
_FIND = sa.select(_R).where(_R.c.referral_id == sa.bindparam("id"))
_LAST = (
    sa.select(_R).where(_R.c.application_id == sa.bindparam("application_id")).order_by(_R.c.refused_at.desc()).limit(1)
)
_WORDS = sa.select(_W).where(any_of(_W.c.referral_id, "ids")).order_by(_W.c.said_at, _W.c.id)
_FILES = sa.select(_F).where(any_of(_F.c.word_id, "ids")).order_by(_F.c.word_id, _F.c.position)
_DECIDE = sa.update(_R).where(_R.c.referral_id == sa.bindparam("of"), _R.c.outcome.is_(None))
_INSERT_WORD = sa.insert(_W)
_INSERT_FILE = insert(_F).on_conflict_do_nothing()
_WAITING = paged(
    sa.select(_R)
    .join(tables.referral, tables.referral.c.id == _R.c.referral_id)
    # one without its card is not shown, and not counted
    .join(tables.card, tables.card.c.application_id == _R.c.application_id)
    .where(
        _R.c.district == sa.bindparam("district"),
        _R.c.outcome.is_(None),
        # one that is void meanwhile asks for nothing
        tables.referral.c.status == ReferralStatus.VALID.value,
    ),
    _R.c.refused_at,
    _R.c.referral_id,
)
_FORGET = (
    sa.update(_R)
    .where(_R.c.application_id == sa.bindparam("of"))
    .values(words="", decision_words="")
    .returning(_R.c.referral_id)
)
_FORGET_WORDS = sa.update(_W).where(any_of(_W.c.referral_id, "ids")).values(words="")
_FORGET_FILES = (
    sa.delete(_F)
    .where(_F.c.word_id.in_(sa.select(_W.c.id).where(any_of(_W.c.referral_id, "ids"))))
    .returning(_F.c.file_id, _F.c.owner_id, _F.c.word_id)
)


async def insert_refusal(tx: Tx, refusal: Refusal) -> None:
    """A refusal that an officer is to decide on."""
    refused = refusal.refused
    values = {
        "referral_id": refusal.referral_id,
        "application_id": refusal.application_id,
        "district": refusal.district,
        "reason": refused.reason.value,
        "words": refused.words,
        "refused_at": refused.at,
        "refused_by": refused.by,
    }
    await tx.execute(_INSERT, values)


async def find_refusal(tx: ReadTx, referral_id: UUID) -> Refusal | None:
    """The refusal of a referral, whatever was decided."""
    return await _whole(tx, await tx.row(_FIND, {"id": referral_id}))


async def find_last_refusal(tx: ReadTx, application_id: UUID) -> Refusal | None:
    """The last refusal of an application."""
    return await _whole(tx, await tx.row(_LAST, {"application_id": application_id}))


async def list_waiting(tx: ReadTx, district: str, *, offset: int, limit: int) -> tuple[list[Refusal], int]:
    """The refusals under review of a district, the longest waiting first, and how many there are in all."""
    rows, total = await load_page(tx, _WAITING, {"district": district}, offset=offset, limit=limit)
    return await _all(tx, rows), total


async def insert_word(tx: Tx, refusal: Refusal, word: FamilyWord) -> None:
    """One more answer of the family, with its files.

    Raises:
        Conflict: `file_used_already`.
    """
    values = {"id": word.id, "referral_id": refusal.referral_id, "words": word.words, "said_at": word.said_at}
    await tx.execute(_INSERT_WORD, values)
    for position, file in enumerate(word.files):
        row = {**vars(file), "file_id": file.id, "word_id": word.id, "position": position}
        del row["id"]
        if await tx.execute(_INSERT_FILE, row) != 1:
            raise Conflict("file_used_already")


async def save_decision(tx: Tx, referral_id: UUID, decided: Decided) -> None:
    """What an officer decided; a refusal is decided once.

    Raises:
        StaleStateError: when it is decided already.
    """
    values = {
        "outcome": decided.outcome.value,
        "decision_words": decided.words,
        "decided_at": decided.at,
        "decided_by": decided.by,
    }
    if await tx.execute(_DECIDE, {"of": referral_id, **values}) != 1:
        raise StaleStateError


async def forget_words(tx: Tx, application_id: UUID) -> Sequence[Any]:
    """Take out what people wrote of a family that is forgotten.

    Returns:
        The files that are let go: file, owner, and with which answer each was kept.
    """
    ids = [row.referral_id for row in await tx.rows(_FORGET, {"of": application_id})]
    if not ids:
        return []
    await tx.execute(_FORGET_WORDS, {"ids": ids})
    return await tx.rows(_FORGET_FILES, {"ids": ids})


async def _whole(tx: ReadTx, row: Any | None) -> Refusal | None:
    return (await _all(tx, [row]))[0] if row is not None else None


async def _all(tx: ReadTx, rows: Sequence[Any]) -> list[Refusal]:
    if not rows:
        return []
    said = await tx.rows(_WORDS, {"ids": [row.referral_id for row in rows]})
    files: dict[UUID, tuple[FamilyFile, ...]] = {}
    for row in await tx.rows(_FILES, {"ids": [word.id for word in said]}) if said else []:
        file = FamilyFile(row.file_id, row.owner_id, row.name, row.media_type, row.size, row.sha256)
        files[row.word_id] = (*files.get(row.word_id, ()), file)
    words: dict[UUID, tuple[FamilyWord, ...]] = {}
    for row in said:
        word = FamilyWord(row.id, row.words, row.said_at, files.get(row.id, ()))
        words[row.referral_id] = (*words.get(row.referral_id, ()), word)
    return [_refusal(row, words.get(row.referral_id, ())) for row in rows]


def _refusal(row: Any, family: tuple[FamilyWord, ...]) -> Refusal:
    decided = None
    if row.outcome is not None:
        decided = Decided(RefusalOutcome(row.outcome), row.decision_words, row.decided_at, row.decided_by)
    return Refusal(
        referral_id=row.referral_id,
        application_id=row.application_id,
        district=row.district,
        refused=Refused(AdmissionRefusal(row.reason), row.words, row.refused_at, row.refused_by),
        family=family,
        decided=decided,
    )
