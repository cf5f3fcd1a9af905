"""Applications and their cards in PostgreSQL."""

from collections.abc import Collection, Sequence
from dataclasses import fields
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.applications.adapters import claims
from kezek.applications.adapters.tables import application, card
from kezek.applications.domain.application import Application, Contacts, Made, Order
from kezek.applications.domain.claim import Claim, ClaimFile
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.vocabulary import ApplicationStatus, GroupKind, InstructionLanguage, QueueClass
from kezek.platform.db import ReadTx, StaleStateError, Tx
from kezek.platform.tables import any_of


async def insert_application(tx: Tx, new: Application, first_card: ApplicationCard) -> list[tuple[Claim, ClaimFile]]:
    """Write an application with its card and its claims; the files that are kept from now on."""
    await tx.execute(_INSERT, {"id": new.id, **_made_values(new.made), **_state_values(new)})
    said = first_card.model_dump(mode="json")
    await tx.execute(_INSERT_CARD, {"application_id": new.id, "version": new.version, "state": said})
    return await claims.save_claims(tx, new.id, (), new.claims)


async def lock_application(tx: Tx, application_id: UUID) -> Application | None:
    """An application, locked until the end of the transaction; its card too, so that both are read as they are now."""
    row = await tx.row(_LOCK, {"id": application_id})
    return None if row is None else (await _with_claims(tx, [row]))[0]


async def lock_transfers_of(tx: Tx, enrolment_id: UUID) -> list[Application]:
    """What asks to leave this locked enrolment still, locked."""
    # once more: while we waited for it the child may have moved, and goes on as another application
    await tx.rows(_LOCK_TRANSFERS, {"enrolment": enrolment_id})
    return await _with_claims(tx, await tx.rows(_LOCK_TRANSFERS, {"enrolment": enrolment_id}))


async def share_application(tx: Tx, application_id: UUID) -> None:
    """A shared lock, held while an act's receipt reads the clock."""
    await tx.rows(_SHARE, {"id": application_id})


async def lock_own(tx: Tx, applicant_id: UUID, ids: Collection[UUID] | None) -> list[Application]:
    """Those of these applications that are the person's own, or all its live ones, locked in the order of their ids."""
    if ids is None:
        rows = await tx.rows(_LOCK_OWN_LIVE, {"applicant_id": applicant_id})
    else:
        rows = await tx.rows(_LOCK_OWN, {"applicant_id": applicant_id, "ids": list(ids)})
    return await _with_claims(tx, rows)


async def list_twins_of(tx: ReadTx, application_id: UUID) -> list[UUID]:
    """The applications that are linked with this one as twins, itself among them, if it is linked."""
    return [row.id for row in await tx.rows(_TWINS_OF, {"id": application_id})]


async def list_own_live(tx: ReadTx, applicant_id: UUID) -> list[tuple[Application, ApplicationCard]]:
    """A person's live applications with their cards, newest first."""
    rows = await tx.rows(_LIST_OWN_LIVE, {"applicant_id": applicant_id})
    own = await _with_claims(tx, rows)
    cards = [ApplicationCard.model_validate(row.card) for row in rows]
    return list(zip(own, cards, strict=True))


async def update_application(tx: Tx, before: Application, after: Application) -> list[tuple[Claim, ClaimFile]]:
    """Write the difference; the files that are kept from now on.

    Raises:
        StaleStateError: when `before` is not what is stored.
    """
    seen = {"of": before.id, "seen": before.version, "seen_candidate": before.candidate_version}
    if await tx.execute(_UPDATE, {**seen, **_state_values(after)}) == 0:
        raise StaleStateError
    return await claims.save_claims(tx, after.id, before.claims, after.claims)


async def load_card(tx: ReadTx, application_id: UUID) -> ApplicationCard | None:
    """An application's card."""
    said = await tx.value(_LOAD_CARD, {"of": application_id})
    return None if said is None else ApplicationCard.model_validate(said)


async def update_card(tx: Tx, new: ApplicationCard) -> None:
    """Write what a card says anew, under its application's lock."""
    await tx.execute(_UPDATE_CARD, {"of": new.application_id, "state": new.model_dump(mode="json")})


async def update_made(tx: Tx, application_id: UUID, made: Made) -> None:
    """Write the birth date that the register says where an IIN said another, the time that is kept, what is left."""
    values = {name: getattr(made, name) for name in _MADE_ANEW}
    await tx.execute(_UPDATE_MADE, {"of": application_id, **values})


def _made_values(made: Made) -> dict[str, Any]:
    return dict(vars(made))


def _state_values(state: Application) -> dict[str, Any]:
    order = state.order
    return {
        "version": state.version,
        "live": state.live,
        "status": state.status.value,
        "status_at": state.status_at,
        "to_check": state.to_check,
        "candidate": state.candidate if state.candidate is None else dict(state.candidate),
        "candidate_version": state.candidate_version,
        "kind": order.kind.value,
        "queue_class": order.queue_class.value,
        "languages": [language.value for language in order.languages],
        "separate_places": order.separate_places,
    }


_SELECT = sa.select(application, card.c.state.label("card")).join(card, card.c.application_id == application.c.id)
_INSERT, _INSERT_CARD = sa.insert(application), sa.insert(card)
_LOCK = _SELECT.where(application.c.id == sa.bindparam("id")).with_for_update()
_SHARE = sa.select(application.c.id).where(application.c.id == sa.bindparam("id")).with_for_update(read=True)
_TWINS_OF = sa.select(application.c.id).where(
    application.c.twins
    == sa.select(application.c.twins).where(application.c.id == sa.bindparam("id")).scalar_subquery()
)
_LOCK_TRANSFERS = (
    _SELECT.where(application.c.transfer_of == sa.bindparam("enrolment"), application.c.live)
    .where(application.c.status != ApplicationStatus.ENROLLED.value)
    .order_by(application.c.id)
    .with_for_update()
)
_OWN = _SELECT.where(application.c.applicant_id == sa.bindparam("applicant_id"))
_LOCK_OWN = _OWN.where(any_of(application.c.id, "ids")).order_by(application.c.id).with_for_update()
_LOCK_OWN_LIVE = _OWN.where(application.c.live).order_by(application.c.id).with_for_update()
_LIST_OWN_LIVE = _OWN.where(application.c.live).order_by(application.c.id.desc())
_UPDATE = sa.update(application).where(
    application.c.id == sa.bindparam("of"),
    application.c.version == sa.bindparam("seen"),
    application.c.candidate_version == sa.bindparam("seen_candidate"),
)
_LOAD_CARD = sa.select(card.c.state).where(card.c.application_id == sa.bindparam("of"))
_MADE_ANEW = ("birth_date", "group_year", "submitted_at", "leaves")
_UPDATE_MADE = (
    sa.update(application)
    .where(application.c.id == sa.bindparam("of"))
    .values({name: sa.bindparam(name) for name in _MADE_ANEW})
)
_UPDATE_CARD = (
    sa.update(card)
    .where(card.c.application_id == sa.bindparam("of"))
    .values(state=sa.bindparam("state", type_=card.c.state.type))
)


async def _with_claims(tx: ReadTx, rows: Sequence[Any]) -> list[Application]:
    found = await claims.list_claims(tx, [row.id for row in rows])
    return [_application(row, found.get(row.id, ())) for row in rows]


def _application(row: Any, its_claims: tuple[Claim, ...]) -> Application:
    return Application(
        id=row.id,
        made=Made(**{each.name: getattr(row, each.name) for each in fields(Made)}),
        order=Order(
            languages=tuple(InstructionLanguage(each) for each in row.languages),
            kind=GroupKind(row.kind),
            queue_class=QueueClass(row.queue_class),
            separate_places=row.separate_places,
        ),
        contacts=Contacts(row.card["phone"], row.card["email"]),
        status=ApplicationStatus(row.status),
        status_at=row.status_at,
        version=row.version,
        live=row.live,
        to_check=row.to_check,
        claims=its_claims,
        candidate_version=row.candidate_version,
        candidate=row.candidate,
    )
