"""The journal's rows: applications as their applicant sees them, history lines, documents."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.applications.adapters import tables
from kezek.applications.adapters.tables import ENROLMENT_LASTS, HAS_TWINS, SWAPPED_TO, TRANSFER_ID
from kezek.applications.domain.history import HistoryLine
from kezek.contracts.documents import DocumentMade
from kezek.contracts.hints import HintKind, person
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.law import Reason, Rule
from kezek.contracts.vocabulary import ActorKind
from kezek.platform.copies import keep_newer
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import any_of

Rows = Sequence[sa.Row[Any]]

_A, _L, _D = tables.application, tables.history_line, tables.document
_APPLICANT = sa.select(_A.c.applicant_id).where(_A.c.id == sa.literal_column("history_line.application_id"))
_INSERT_LINE = insert(_L).on_conflict_do_nothing().returning(_APPLICANT.scalar_subquery())
_INSERT_DOCUMENT = insert(_D).on_conflict_do_nothing()
_LIVE_TWINS = (
    sa.select(_A, tables.card.c.state.label("card"))
    .join(tables.card, tables.card.c.application_id == _A.c.id)
    .where(
        _A.c.twins == sa.bindparam("twins"),
        _A.c.id != sa.bindparam("id"),
        _A.c.live,
        _A.c.applicant_id == sa.bindparam("applicant_id"),
        _A.c.district == sa.bindparam("district"),
    )
    .order_by(_A.c.number)
)
_OWN = (
    sa.select(_A, tables.card.c.state.label("card"), tables.district.c.name.label("district_name"))
    .add_columns(HAS_TWINS, TRANSFER_ID, ENROLMENT_LASTS, SWAPPED_TO)
    .join(tables.card, tables.card.c.application_id == _A.c.id)
    .join(tables.district, tables.district.c.code == _A.c.district)
    .where(_A.c.applicant_id == sa.bindparam("applicant_id"))
)
_FIND_SWAPPED_TO = sa.select(SWAPPED_TO).select_from(_A).where(_A.c.id == sa.bindparam("id"))
_FIND_OWN = _OWN.where(_A.c.id == sa.bindparam("id"))
_LIST_OWN = _OWN.order_by(_A.c.id.desc()).limit(sa.bindparam("at_most"))
_LIST_OWN_BEFORE = _LIST_OWN.where(_A.c.id < sa.bindparam("before"))
_OF_APPLICATION: sa.BindParameter[Any] = sa.bindparam("application_id")
_LIST_HISTORY = sa.select(_L).where(_L.c.application_id == _OF_APPLICATION).order_by(_L.c.at, _L.c.version, _L.c.fact)
_LIST_DOCUMENTS = sa.select(_D).where(_D.c.application_id == _OF_APPLICATION).order_by(_D.c.made_at.desc())
_FIND_KINDERGARTENS = sa.select(tables.kindergarten).where(any_of(tables.kindergarten.c.id, "ids"))

# a rule was written as the clause once, and the reason was what the line is about
_FORMER_RULE = "domain §"
_FORMER_REASONS = {
    "placed": Reason.QUEUED,
    "document_made": Reason.PAPER_MADE,
    "message_sent": Reason.FAMILY_TOLD,
    "message_failed": Reason.FAMILY_TOLD,
}


async def insert_history(tx: Tx, line: HistoryLine) -> None:
    """Add a line once, and have the applicant's open pages told: whatever they are to see has a line."""
    values = {**vars(line), "reason": line.reason.value, "rule": line.rule.value, "actor": line.actor.value}
    applicant_id = await tx.value(_INSERT_LINE, values)
    if applicant_id is not None:
        tx.hint(person(applicant_id), HintKind.APPLICATION, line.application_id)


async def insert_document(tx: Tx, event: DocumentMade) -> None:
    """Add a document once."""
    values = {
        "id": event.document_id,
        "application_id": event.application_id,
        "kind": event.kind.value,
        "about": event.about,
        "made_at": event.made_at,
        "size": event.size,
    }
    await tx.execute(_INSERT_DOCUMENT, values)


async def list_own(tx: ReadTx, applicant_id: UUID, before: UUID | None, limit: int) -> Rows:
    """A person's applications, newest first (ids are ordered by time)."""
    if before is None:
        return await tx.rows(_LIST_OWN, {"applicant_id": applicant_id, "at_most": limit})
    return await tx.rows(_LIST_OWN_BEFORE, {"applicant_id": applicant_id, "at_most": limit, "before": before})


async def find_own(tx: ReadTx, applicant_id: UUID, application_id: UUID) -> sa.Row[Any] | None:
    """One of a person's applications; somebody else's is as if it did not exist."""
    return await tx.row(_FIND_OWN, {"applicant_id": applicant_id, "id": application_id})


async def list_live_twins(tx: ReadTx, row: sa.Row[Any]) -> Rows:
    """The linked twins of an application that still stand in its district: who has moved alone is linked no more."""
    if row.twins is None:
        return []
    asked = {"twins": row.twins, "id": row.id, "applicant_id": row.applicant_id, "district": row.district}
    return await tx.rows(_LIVE_TWINS, asked)


async def list_history(tx: ReadTx, application_id: UUID) -> list[HistoryLine]:
    """All changes in the order in which they happened."""
    return [_line(row) for row in await tx.rows(_LIST_HISTORY, {"application_id": application_id})]


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


async def find_swapped_to(tx: ReadTx, application_id: UUID) -> UUID | None:
    """The kindergarten to which an enrolled child has come last by a swap, if by any."""
    found = await tx.value(_FIND_SWAPPED_TO, {"id": application_id})
    return UUID(found) if found else None


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
    rows = await tx.rows(_FIND_KINDERGARTENS, {"ids": list(ids)}) if ids else []
    return {row.id: row for row in rows}


async def list_documents(tx: ReadTx, application_id: UUID) -> Rows:
    """The documents the system made, newest first."""
    return await tx.rows(_LIST_DOCUMENTS, {"application_id": application_id})
