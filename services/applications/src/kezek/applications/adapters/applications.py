"""Applications and their cards in PostgreSQL."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.applications.adapters.tables import application, card
from kezek.applications.domain.application import Application, Contacts
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.vocabulary import ApplicationStatus, GroupKind, InstructionLanguage, QueueClass
from kezek.platform.db import ReadTx, StaleStateError, Tx
from kezek.platform.tables import any_of


@dataclass(frozen=True)
class NewApplication:
    """What an application says for good."""

    number: str
    child_id: UUID
    applicant_id: UUID
    district: str
    kind: GroupKind
    group_year: int
    queue_class: QueueClass
    birth_date: date
    languages: tuple[InstructionLanguage, ...]
    submitted_at: datetime
    act_id: UUID
    policy: str


async def insert_application(tx: Tx, new: NewApplication, state: Application, first_card: ApplicationCard) -> None:
    """Write an application with its card."""
    values = {
        **vars(new),
        "kind": new.kind.value,
        "queue_class": new.queue_class.value,
        "languages": [language.value for language in new.languages],
        "id": state.id,
        **_state_values(state),
    }
    await tx.execute(_INSERT, values)
    said = first_card.model_dump(mode="json")
    await tx.execute(_INSERT_CARD, {"application_id": state.id, "version": state.version, "state": said})


async def lock_application(tx: Tx, application_id: UUID) -> Application | None:
    """An application, locked until the end of the transaction; its card too, so that both are read as they are now."""
    row = await tx.row(_LOCK, {"id": application_id})
    return None if row is None else _application(row)


async def lock_own(tx: Tx, applicant_id: UUID, ids: Collection[UUID] | None) -> list[Application]:
    """Those of these applications that are the person's own, or all its live ones, locked in the order of their ids."""
    if ids is None:
        rows = await tx.rows(_LOCK_OWN_LIVE, {"applicant_id": applicant_id})
    else:
        rows = await tx.rows(_LOCK_OWN, {"applicant_id": applicant_id, "ids": list(ids)})
    return [_application(row) for row in rows]


async def list_own_live(tx: ReadTx, applicant_id: UUID) -> list[tuple[Application, ApplicationCard]]:
    """A person's live applications with their cards, newest first."""
    rows = await tx.rows(_LIST_OWN_LIVE, {"applicant_id": applicant_id})
    return [(_application(row), ApplicationCard.model_validate(row.card)) for row in rows]


async def update_application(tx: Tx, before: Application, after: Application) -> None:
    """Write the difference.

    Raises:
        StaleStateError: when `before` is not what is stored.
    """
    seen = {"of": before.id, "seen": before.version, "seen_candidate": before.candidate_version}
    if await tx.execute(_UPDATE, {**seen, **_state_values(after)}) == 0:
        raise StaleStateError


async def update_contacts(tx: Tx, after: Application) -> ApplicationCard:
    """Write an application's contacts to its card; the card's new version."""
    new = {"phone": after.contacts.phone, "email": after.contacts.email}
    said = await tx.value(_UPDATE_CONTACTS, {"of": after.id, "version": after.version, "new": new})
    return ApplicationCard.model_validate(said)


def _state_values(state: Application) -> dict[str, Any]:
    return {
        "version": state.version,
        "live": state.live,
        "status": state.status.value,
        "status_at": state.status_at,
        "candidate": state.candidate if state.candidate is None else dict(state.candidate),
        "candidate_version": state.candidate_version,
    }


_SELECT = sa.select(
    application.c.id,
    application.c.version,
    application.c.live,
    application.c.status,
    application.c.status_at,
    application.c.candidate,
    application.c.candidate_version,
    card.c.state.label("card"),
).join(card, card.c.application_id == application.c.id)
_INSERT, _INSERT_CARD = sa.insert(application), sa.insert(card)
_LOCK = _SELECT.where(application.c.id == sa.bindparam("id")).with_for_update()
_OWN = _SELECT.where(application.c.applicant_id == sa.bindparam("applicant_id"))
_LOCK_OWN = _OWN.where(any_of(application.c.id, "ids")).order_by(application.c.id).with_for_update()
_LOCK_OWN_LIVE = _OWN.where(application.c.live).order_by(application.c.id).with_for_update()
_LIST_OWN_LIVE = _OWN.where(application.c.live).order_by(application.c.id.desc())
_UPDATE = sa.update(application).where(
    application.c.id == sa.bindparam("of"),
    application.c.version == sa.bindparam("seen"),
    application.c.candidate_version == sa.bindparam("seen_candidate"),
)
_UPDATE_CONTACTS = (
    sa.update(card)
    .where(card.c.application_id == sa.bindparam("of"))
    .values(state=card.c.state.op("||")(sa.bindparam("new", type_=card.c.state.type)))
    .returning(card.c.state)
)


def _application(row: Any) -> Application:
    return Application(
        id=row.id,
        contacts=Contacts(row.card["phone"], row.card["email"]),
        status=ApplicationStatus(row.status),
        status_at=row.status_at,
        version=row.version,
        live=row.live,
        candidate_version=row.candidate_version,
        candidate=row.candidate,
    )
