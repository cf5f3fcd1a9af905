"""The journal's rows: applications as their applicant sees them, history lines, documents."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.applications.adapters import tables
from kezek.applications.domain.history import HistoryLine
from kezek.contracts.documents import DocumentMade
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.law import Reason, Rule
from kezek.contracts.vocabulary import ActorKind
from kezek.platform.copies import keep_newer
from kezek.platform.db import ReadTx, Tx

Rows = Sequence[sa.Row[Any]]

# a rule was written as the clause once, and the reason was what the line is about
_FORMER_RULE = "domain §"
_FORMER_REASONS = {
    "placed": Reason.QUEUED,
    "document_made": Reason.PAPER_MADE,
    "message_sent": Reason.FAMILY_TOLD,
    "message_failed": Reason.FAMILY_TOLD,
}


async def insert_history(tx: Tx, line: HistoryLine) -> None:
    """Add a line once."""
    values = {**vars(line), "reason": line.reason.value, "rule": line.rule.value, "actor": line.actor.value}
    await tx.execute(insert(tables.history_line).values(values).on_conflict_do_nothing())


async def insert_document(tx: Tx, event: DocumentMade) -> None:
    """Add a document once."""
    statement = insert(tables.document).values(
        id=event.document_id,
        application_id=event.application_id,
        kind=event.kind.value,
        about=event.about,
        made_at=event.made_at,
        size=event.size,
    )
    await tx.execute(statement.on_conflict_do_nothing())


def _own(applicant_id: UUID) -> sa.Select[Any]:
    table = tables.application
    return (
        sa.select(table, tables.card.c.state.label("card"), tables.district.c.name.label("district_name"))
        .join(tables.card, tables.card.c.application_id == table.c.id)
        .join(tables.district, tables.district.c.code == table.c.district)
        .where(table.c.applicant_id == applicant_id)
    )


async def list_own(tx: ReadTx, applicant_id: UUID, before: UUID | None, limit: int) -> Rows:
    """A person's applications, newest first (ids are ordered by time)."""
    table = tables.application
    statement = _own(applicant_id).order_by(table.c.id.desc()).limit(limit)
    return await tx.rows(statement if before is None else statement.where(table.c.id < before))


async def find_own(tx: ReadTx, applicant_id: UUID, application_id: UUID) -> sa.Row[Any] | None:
    """One of a person's applications; somebody else's is as if it did not exist."""
    return await tx.row(_own(applicant_id).where(tables.application.c.id == application_id))


async def list_history(tx: ReadTx, application_id: UUID) -> list[HistoryLine]:
    """All changes in the order in which they happened."""
    table = tables.history_line
    statement = sa.select(table).where(table.c.application_id == application_id)
    rows = await tx.rows(statement.order_by(table.c.at, table.c.version, table.c.fact))
    return [_line(row) for row in rows]


def _line(row: sa.Row[Any]) -> HistoryLine:
    """A line; those written before rules were codes are read with what they meant."""
    if not row.rule.startswith(_FORMER_RULE):
        reason, rule, params = Reason(row.reason), Rule(row.rule), row.params
    else:
        reason = _FORMER_REASONS.get(row.code) or Reason(row.reason)
        rule, params = reason.rule, {"about": row.reason, **row.params}
    return HistoryLine(
        application_id=row.application_id,
        fact=row.fact,
        at=row.at,
        version=row.version,
        code=row.code,
        reason=reason,
        rule=rule,
        actor=ActorKind(row.actor),
        params=params,
    )


async def keep_kindergarten(tx: Tx, kindergarten: Kindergarten, version: int) -> None:
    """Keep a kindergarten's newest name and address."""
    row = {
        "id": kindergarten.kindergarten_id,
        "name": asdict(kindergarten.name),
        "address": asdict(kindergarten.address),
    }
    await keep_newer(tx, tables.kindergarten, version, row)


async def find_kindergartens(tx: ReadTx, ids: Collection[UUID]) -> dict[UUID, sa.Row[Any]]:
    """Those of these kindergartens that are known by now."""
    table = tables.kindergarten
    rows = await tx.rows(sa.select(table).where(table.c.id.in_(ids))) if ids else []
    return {row.id: row for row in rows}


async def list_documents(tx: ReadTx, application_id: UUID) -> Rows:
    """The documents the system made, newest first."""
    table = tables.document
    statement = sa.select(table).where(table.c.application_id == application_id)
    return await tx.rows(statement.order_by(table.c.made_at.desc()))
