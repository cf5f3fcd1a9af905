"""Referrals and papers in the database."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.vocabulary import DocumentKind, DocumentSubject, InstructionLanguage, ReferralStatus
from kezek.documents.adapters import contracts, subjects, tables
from kezek.documents.domain.contract import Contract
from kezek.documents.domain.document import Document, Subject
from kezek.documents.domain.referral import Referral
from kezek.platform.db import ReadTx, Tx

_CHANGING = ("expires_at", "last_day", "status", "version", "stopped")


async def insert_referral(tx: Tx, referral: Referral) -> bool:
    """Store a referral that was not known; whether it was not."""
    statement = insert(tables.referral).values(**_values(referral))
    return await tx.execute(statement.on_conflict_do_nothing(index_elements=["id"])) == 1


async def update_referral(tx: Tx, referral: Referral) -> None:
    """Store a referral's newer state; an older one turns nothing back, and the check code stays."""
    table, values = tables.referral, _values(referral)
    older = (table.c.id == referral.id) & (table.c.version < referral.version)
    await tx.execute(sa.update(table).where(older).values({name: values[name] for name in _CHANGING}))


async def find_referral(tx: ReadTx, referral_id: UUID) -> Referral | None:
    """A referral by id."""
    row = await tx.row(sa.select(tables.referral).where(tables.referral.c.id == referral_id))
    return _referral(row) if row else None


async def find_referral_by_code(tx: ReadTx, check_code: str) -> Referral | None:
    """The referral behind a check code."""
    row = await tx.row(sa.select(tables.referral).where(tables.referral.c.check_code == check_code))
    return _referral(row) if row else None


async def lock_referral(tx: Tx, referral_id: UUID) -> Referral:
    """A referral, with all others of its application locked: their papers are counted one after another."""
    table = tables.referral
    mine = sa.select(table.c.application_id).where(table.c.id == referral_id).scalar_subquery()
    rows = await tx.rows(sa.select(table).where(table.c.application_id == mine).order_by(table.c.id).with_for_update())
    return next(_referral(row) for row in rows if row.id == referral_id)


async def list_applications_without_paper(tx: ReadTx, kindergarten_id: UUID) -> list[UUID]:
    """Applications with a referral to a kindergarten whose paper is not made yet."""
    table, document = tables.referral, tables.document
    made = sa.exists().where(
        document.c.kind == DocumentKind.REFERRAL.value,
        document.c.subject_kind == DocumentSubject.REFERRAL.value,
        document.c.subject_id == table.c.id,
    )
    statement = sa.select(table.c.application_id).where(table.c.kindergarten_id == kindergarten_id, ~made)
    return [row.application_id for row in await tx.rows(statement)]


async def insert_document(tx: Tx, document: Document) -> None:
    """Store a paper's row; its bytes are in the store already."""
    await tx.execute(
        sa.insert(tables.document).values(
            id=document.id,
            kind=document.kind.value,
            application_id=document.subject.application_id,
            subject_kind=document.subject.kind.value,
            subject_id=document.subject.id,
            sha256=document.sha256,
            size=document.size,
            made_at=document.made_at,
        )
    )


async def count_documents(tx: ReadTx, application_id: UUID) -> int:
    """How many papers an application has."""
    table = tables.document
    return int(
        await tx.value(sa.select(sa.func.count()).select_from(table).where(table.c.application_id == application_id))
    )


async def has_document(tx: ReadTx, kind: DocumentKind, subject: Subject) -> bool:
    """Whether the paper of this kind about this subject is made."""
    table = tables.document
    about = (table.c.subject_kind == subject.kind.value) & (table.c.subject_id == subject.id)
    mine = (table.c.kind == kind.value) & about
    return await tx.value(sa.select(sa.true()).where(sa.exists().where(mine))) is True


async def has_paper_of(tx: ReadTx, kind: DocumentKind, application_id: UUID) -> bool:
    """Whether an application has a paper of this kind, whatever it is about."""
    table = tables.document
    mine = (table.c.kind == kind.value) & (table.c.application_id == application_id)
    return await tx.value(sa.select(sa.true()).where(sa.exists().where(mine))) is True


async def find_paper(tx: ReadTx, kind: DocumentKind, subject: Subject) -> Document | None:
    """The paper of this kind about this subject, if it is made."""
    table = tables.document
    about = (table.c.subject_kind == subject.kind.value) & (table.c.subject_id == subject.id)
    found = await _documents(tx, sa.select(table).where(table.c.kind == kind.value, about))
    return found[0] if found else None


async def list_documents(tx: ReadTx, application_id: UUID) -> list[Document]:
    """The papers of an application, newest first."""
    table = tables.document
    mine = sa.select(table).where(table.c.application_id == application_id)
    return await _documents(tx, mine.order_by(table.c.id.desc()))


async def find_document(tx: ReadTx, document_id: UUID) -> Document | None:
    """A paper by id."""
    found = await _documents(tx, sa.select(tables.document).where(tables.document.c.id == document_id))
    return found[0] if found else None


async def _documents(tx: ReadTx, statement: sa.Select[Any]) -> list[Document]:
    rows = await tx.rows(statement)
    about = await _subjects(tx, rows)
    signed = [row.subject_id for row in rows if row.kind == DocumentKind.CONTRACT.value]
    own = await contracts.find_contracts(tx, signed) if signed else {}
    counts = await contracts.count_signatures(tx, signed) if signed else {}
    found = [_document(row, about[row.subject_kind, row.subject_id], own.get(row.subject_id)) for row in rows]
    return [replace(each, signatures=counts.get((each.subject.id, each.sha256), 0)) for each in found]


async def _subjects(tx: ReadTx, rows: Sequence[Any]) -> dict[tuple[str, UUID], Subject]:
    """What these papers are about: referrals by their newest state, all others as they were kept."""
    referral = DocumentSubject.REFERRAL.value
    ids = [row.subject_id for row in rows if row.subject_kind == referral]
    others = [row.subject_id for row in rows if row.subject_kind != referral]
    found = await tx.rows(sa.select(tables.referral).where(tables.referral.c.id.in_(ids))) if ids else []
    known = [_referral(row).subject for row in found]
    known += await subjects.list_subjects(tx, others) if others else []
    return {(each.kind.value, each.id): each for each in known}


def _values(referral: Referral) -> dict[str, Any]:
    return {
        "id": referral.id,
        "application_id": referral.application_id,
        "applicant_id": referral.applicant_id,
        "kindergarten_id": referral.kindergarten_id,
        "number": referral.number,
        "group_year": referral.group_year,
        "language": referral.language.value,
        "issued_at": referral.issued_at,
        "expires_at": referral.expires_at,
        "last_day": referral.last_day,
        "status": referral.status.value,
        "version": referral.version,
        "check_code": referral.check_code,
        "stopped": referral.stopped,
    }


def _referral(row: Any) -> Referral:
    return Referral(
        id=row.id,
        application_id=row.application_id,
        applicant_id=row.applicant_id,
        kindergarten_id=row.kindergarten_id,
        number=row.number,
        group_year=row.group_year,
        language=InstructionLanguage(row.language),
        issued_at=row.issued_at,
        expires_at=row.expires_at,
        last_day=row.last_day,
        status=ReferralStatus(row.status),
        version=row.version,
        check_code=row.check_code,
        stopped=row.stopped,
    )


def _document(row: Any, subject: Subject, contract: Contract | None) -> Document:
    kind = DocumentKind(row.kind)
    number = contract.number if contract and kind is DocumentKind.CONTRACT else None
    return Document(row.id, kind, subject, row.sha256, row.size, row.made_at, number)
