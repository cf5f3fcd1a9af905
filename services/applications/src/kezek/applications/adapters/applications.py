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
    await tx.execute(
        sa.insert(application).values(
            number=new.number,
            child_id=new.child_id,
            applicant_id=new.applicant_id,
            district=new.district,
            kind=new.kind.value,
            group_year=new.group_year,
            queue_class=new.queue_class.value,
            birth_date=new.birth_date,
            languages=[language.value for language in new.languages],
            submitted_at=new.submitted_at,
            act_id=new.act_id,
            policy=new.policy,
            id=state.id,
            **_state_values(state),
        )
    )
    said = first_card.model_dump(mode="json")
    await tx.execute(sa.insert(card).values(application_id=state.id, version=state.version, state=said))


async def lock_application(tx: Tx, application_id: UUID) -> Application | None:
    """An application, locked until the end of the transaction; its card too, so that both are read as they are now."""
    row = await tx.row(_SELECT.where(application.c.id == application_id).with_for_update())
    return None if row is None else _application(row)


async def lock_own(tx: Tx, applicant_id: UUID, ids: Collection[UUID] | None) -> list[Application]:
    """Those of these applications that are the person's own, or all its live ones, locked in the order of their ids."""
    chosen = application.c.live if ids is None else application.c.id.in_(ids)
    statement = _SELECT.where(application.c.applicant_id == applicant_id, chosen).order_by(application.c.id)
    return [_application(row) for row in await tx.rows(statement.with_for_update())]


async def list_own_live(tx: ReadTx, applicant_id: UUID) -> list[tuple[Application, ApplicationCard]]:
    """A person's live applications with their cards, newest first."""
    statement = _SELECT.where(application.c.applicant_id == applicant_id, application.c.live)
    rows = await tx.rows(statement.order_by(application.c.id.desc()))
    return [(_application(row), ApplicationCard.model_validate(row.card)) for row in rows]


async def update_application(tx: Tx, before: Application, after: Application) -> None:
    """Write the difference.

    Raises:
        StaleStateError: when `before` is not what is stored.
    """
    same = (application.c.version == before.version) & (application.c.candidate_version == before.candidate_version)
    statement = sa.update(application).where(application.c.id == before.id, same).values(_state_values(after))
    if await tx.execute(statement) == 0:
        raise StaleStateError


async def update_contacts(tx: Tx, after: Application) -> ApplicationCard:
    """Write an application's contacts to its card; the card's new version."""
    new = {"phone": after.contacts.phone, "email": after.contacts.email}
    statement = sa.update(card).where(card.c.application_id == after.id).returning(card.c.state)
    state = card.c.state.op("||")(sa.cast(new, card.c.state.type))
    return ApplicationCard.model_validate(await tx.value(statement.values(version=after.version, state=state)))


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
