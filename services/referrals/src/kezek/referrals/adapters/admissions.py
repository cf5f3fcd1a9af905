"""Admission applications with what was handed in for them, in PostgreSQL; written under the candidate's lock."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.vocabulary import AdmissionState, PaperForm, PapersFlaw
from kezek.platform.db import ReadTx, StaleStateError, Tx
from kezek.platform.errors import Conflict
from kezek.platform.pages import load_page, paged
from kezek.platform.tables import any_of
from kezek.referrals.adapters import admission_tables, tables
from kezek.referrals.domain.papers import (
    Admission,
    Applicant,
    IdentityCard,
    PaperFile,
    Returned,
    SignedContract,
    Submission,
)

_A, _S, _F = admission_tables.admission, admission_tables.submission, admission_tables.admission_file
_SERIAL = admission_tables.admission_serial
_NEXT_SERIAL = insert(_SERIAL).values(code=sa.bindparam("code"), year=sa.bindparam("year"), last=1)
_TAKE_SERIAL = _NEXT_SERIAL.on_conflict_do_update(
    index_elements=["code", "year"], set_={"last": _SERIAL.c.last + 1}
).returning(_SERIAL.c.last)
_INSERT = sa.insert(_A)
_SUBMIT = sa.update(_A).where(_A.c.referral_id == sa.bindparam("of"))
_INSERT_SUBMISSION = sa.insert(_S)
_INSERT_FILE = insert(_F).on_conflict_do_nothing()
_USED = sa.select(sa.true()).where(any_of(_F.c.file_id, "ids"), _F.c.referral_id != sa.bindparam("but")).limit(1)
_RETURN = sa.update(_S).where(_S.c.id == sa.bindparam("of"), _S.c.returned_at.is_(None))
_OPEN = _A.c.state.in_([AdmissionState.SUBMITTED.value, AdmissionState.REJECTED.value]) & _A.c.ended_at.is_(None)
_END = sa.update(_A).where(_A.c.referral_id == sa.bindparam("of"), _OPEN)
_FIND = sa.select(_A).where(_A.c.referral_id == sa.bindparam("id"))
_SUBMISSIONS = sa.select(_S).where(any_of(_S.c.referral_id, "ids")).order_by(_S.c.at, _S.c.id)
_FILES = sa.select(_F).where(any_of(_F.c.referral_id, "ids"))
# one without its card is not shown, and not counted
SHOWN = sa.select(_A).join(tables.card, tables.card.c.application_id == _A.c.application_id)
_BY_NUMBER = SHOWN.where(_A.c.number == sa.bindparam("number"))
_LIST_OWN = paged(SHOWN.where(_A.c.applicant_id == sa.bindparam("applicant")), _A.c.created_at.desc(), _A.c.serial)
_OF_APPLICATION = sa.select(_A.c.referral_id).where(_A.c.application_id == sa.bindparam("of"))
_FORGET = sa.update(_A).where(_A.c.application_id == sa.bindparam("of")).values(applicant=sa.null())
_FORGET_WORDS = sa.update(_S).where(_S.c.referral_id.in_(_OF_APPLICATION)).values(words="", contract=sa.null())
_FORGET_FILES = (
    sa.delete(_F).where(_F.c.referral_id.in_(_OF_APPLICATION)).returning(_F.c.file_id, _F.c.owner_id, _F.c.referral_id)
)


async def next_serial(tx: Tx, code: str, year: int) -> int:
    """The next serial of the year of a code; the row stays locked to the commit, so none is skipped."""
    serial: int = await tx.value(_TAKE_SERIAL, {"code": code, "year": year})
    return serial


async def insert_admission(tx: Tx, admission: Admission) -> None:
    """A new admission application, with its first papers.

    Raises:
        Conflict: `file_used_already`.
    """
    await tx.execute(_INSERT, {**_values(admission), **_handed_in(admission)})
    await _insert_submission(tx, admission)


async def insert_unsubmitted(tx: Tx, admission: Admission) -> None:
    """One for which nothing was handed in, at its end."""
    ended = {"state": admission.state.value, "ended_at": admission.ended_at}
    await tx.execute(_INSERT, {**_values(admission), **ended})


async def save_submission(tx: Tx, admission: Admission) -> None:
    """The last papers of one that is known.

    Raises:
        Conflict: `file_used_already`.
    """
    await tx.execute(_SUBMIT, {"of": admission.referral_id, **_handed_in(admission)})
    await _insert_submission(tx, admission)


async def save_return(tx: Tx, admission: Admission) -> None:
    """That the last papers were returned.

    Raises:
        StaleStateError: when they were already.
    """
    why = admission.last.returned
    if why is None:
        raise ValueError(admission.referral_id)
    told = {"flaw": why.flaw.value, "words": why.words, "returned_at": why.at, "returned_by": why.by}
    if await tx.execute(_RETURN, {"of": admission.last.id, **told}) != 1:
        raise StaleStateError
    await tx.execute(_SUBMIT, {"of": admission.referral_id, "state": admission.state.value})


async def check_unused(tx: ReadTx, file_ids: Iterable[UUID], referral_id: UUID) -> None:
    """Refuse scans that were handed in for another referral.

    Raises:
        Conflict: `file_used_already`.
    """
    if await tx.value(_USED, {"ids": list(file_ids), "but": referral_id}):
        raise Conflict("file_used_already")


async def end_admission(tx: Tx, referral_id: UUID, state: AdmissionState, at: datetime) -> bool:
    """What became of a referral's papers; whether any were handed in."""
    return await tx.execute(_END, {"of": referral_id, "state": state.value, "ended_at": at}) == 1


async def find_admission(tx: ReadTx, referral_id: UUID) -> Admission | None:
    """The admission application of a referral."""
    row = await tx.row(_FIND, {"id": referral_id})
    return (await with_papers(tx, [row]))[0] if row is not None else None


async def find_by_number(tx: ReadTx, number: str) -> Admission | None:
    """The admission application of a number, as it is written."""
    row = await tx.row(_BY_NUMBER, {"number": number})
    return (await with_papers(tx, [row]))[0] if row is not None else None


async def list_own(tx: ReadTx, applicant_id: UUID, *, offset: int, limit: int) -> tuple[list[Admission], int]:
    """A family's admission applications, newest first, and how many there are in all."""
    rows, total = await load_page(tx, _LIST_OWN, {"applicant": applicant_id}, offset=offset, limit=limit)
    return await with_papers(tx, rows), total


async def with_papers(tx: ReadTx, rows: Iterable[Any]) -> list[Admission]:
    """The admission applications of these rows, each with all that was handed in."""
    found = list(rows)
    if not found:
        return []
    ids = {"ids": [row.referral_id for row in found]}
    files = {row.file_id: _file(row) for row in await tx.rows(_FILES, ids)}
    submissions: dict[UUID, list[Submission]] = defaultdict(list)
    for row in await tx.rows(_SUBMISSIONS, ids):
        submissions[row.referral_id].append(_submission(row, files))
    return [_admission(row, tuple(submissions[row.referral_id])) for row in found]


async def forget_papers(tx: Tx, application_id: UUID) -> Sequence[Any]:
    """Take out what people wrote of a family that is forgotten.

    Returns:
        The files that are let go: file, owner, and with which referral each was kept.
    """
    await tx.execute(_FORGET, {"of": application_id})
    await tx.execute(_FORGET_WORDS, {"of": application_id})
    return await tx.rows(_FORGET_FILES, {"of": application_id})


def _values(admission: Admission) -> dict[str, Any]:
    return {
        "referral_id": admission.referral_id,
        "application_id": admission.application_id,
        "applicant_id": admission.applicant_id,
        "kindergarten_id": admission.kindergarten_id,
        "number": admission.number,
        "created_at": admission.created_at,
    }


def _handed_in(admission: Admission) -> dict[str, Any]:
    said = admission.applicant
    if said is None:
        raise ValueError(admission.referral_id)
    card = said.identity
    applicant = {
        **vars(said),
        "identity": {**vars(card), "valid_until": card.valid_until.isoformat()},
    }
    return {"submitted_at": admission.last.at, "state": admission.state.value, "applicant": applicant}


async def _insert_submission(tx: Tx, admission: Admission) -> None:
    last = admission.last
    values = {
        "id": last.id,
        "referral_id": admission.referral_id,
        "at": last.at,
        "act_id": last.act_id,
        "files": [file.id for file in last.files],
        "contract": vars(last.contract) if last.contract else None,
    }
    await tx.execute(_INSERT_SUBMISSION, values)
    known = {file.id for each in admission.submissions[:-1] for file in each.files}
    for file in last.files:
        row = {**vars(file), "file_id": file.id, "form": file.form.value, "referral_id": admission.referral_id}
        del row["id"]
        if file.id not in known and await tx.execute(_INSERT_FILE, row) != 1:
            raise Conflict("file_used_already")


def _file(row: Any) -> PaperFile:
    return PaperFile(
        form=PaperForm(row.form),
        id=row.file_id,
        owner_id=row.owner_id,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
    )


def _submission(row: Any, files: dict[UUID, PaperFile]) -> Submission:
    why = None
    if row.returned_at is not None:
        why = Returned(PapersFlaw(row.flaw), row.words, row.returned_at, row.returned_by)
    return Submission(
        id=row.id,
        at=row.at,
        act_id=row.act_id,
        # those of a family that is forgotten are gone
        files=tuple(files[each] for each in row.files if each in files),
        contract=SignedContract(**row.contract) if row.contract else None,
        returned=why,
    )


def _admission(row: Any, submissions: tuple[Submission, ...]) -> Admission:
    return Admission(
        referral_id=row.referral_id,
        application_id=row.application_id,
        applicant_id=row.applicant_id,
        kindergarten_id=row.kindergarten_id,
        number=row.number,
        created_at=row.created_at,
        state=AdmissionState(row.state),
        applicant=_applicant(row.applicant) if row.applicant else None,
        submissions=submissions,
        serial=row.serial,
        ended_at=row.ended_at,
    )


def _applicant(said: dict[str, Any]) -> Applicant:
    card = said["identity"]
    identity = IdentityCard(card["number"], card["issued_by"], date.fromisoformat(card["valid_until"]))
    return Applicant(identity, said["address"], said["email"], said["phone"])
