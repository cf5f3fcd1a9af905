"""Contacts, kindergartens' names and messages in PostgreSQL."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.auth import Account
from kezek.contracts.hints import HintKind, person
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.texts import Text
from kezek.notifications.adapters import tables
from kezek.platform.copies import keep_newer
from kezek.platform.db import ReadTx, Tx


@dataclass(frozen=True)
class Contacts:
    """How to reach a family: the application's contacts before the account's, each once; and in which language."""

    number: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    language: str


@dataclass(frozen=True)
class NewMessage:
    """A message as it is first written; it belongs to an application, or to a request for an account."""

    id: UUID
    application_id: UUID | None
    applicant_id: UUID | None
    about: str
    kind: str
    channel: str
    language: str
    recipient: str
    subject: str
    text: str
    occurred_at: datetime
    created_at: datetime
    request_id: UUID | None = None


_C, _A, _K, _M = tables.card, tables.account, tables.kindergarten, tables.message
_FIND_FORMER = sa.select(_C.c.number, _C.c.phone, _C.c.email, _C.c.language).where(
    _C.c.application_id == sa.bindparam("application_id")
)
_FIND_CONTACTS = (
    sa.select(
        _C.c.number,
        _C.c.phone,
        _C.c.email,
        _A.c.phone.label("account_phone"),
        _A.c.email.label("account_email"),
        sa.func.coalesce(_A.c.language, _C.c.language).label("language"),
    )
    .select_from(_C.outerjoin(_A, _A.c.person_id == sa.bindparam("applicant_id")))
    .where(_C.c.application_id == sa.bindparam("application_id"))
)
_FIND_KINDERGARTEN_NAME = sa.select(_K.c.name).where(_K.c.id == sa.bindparam("id"))
_INSERT_MESSAGE = insert(_M).on_conflict_do_nothing()
_LIST_OWN = (
    sa.select(_M)
    .where(_M.c.applicant_id == sa.bindparam("applicant_id"), _M.c.application_id == sa.bindparam("application_id"))
    .order_by(_M.c.occurred_at, _M.c.id)
)


async def keep_card(tx: Tx, card: ApplicationCard, version: int) -> bool:
    """Keep an application's newest contacts; whether it was news. The names on the card are not needed here."""
    row = {
        "application_id": card.application_id,
        "number": card.number,
        "phone": card.phone,
        "email": card.email,
        "language": card.language.value,
    }
    return await keep_newer(tx, tables.card, version, row)


async def find_former(tx: ReadTx, card: ApplicationCard) -> Contacts | None:
    """Those of an application's contacts that a new card of it no longer has; None for the first card."""
    row = await tx.row(_FIND_FORMER, {"application_id": card.application_id})
    if row is None:
        return None
    phones = _each_once(row.phone) if row.phone != card.phone else ()
    emails = _each_once(row.email) if row.email.casefold() != card.email.casefold() else ()
    return Contacts(row.number, phones, emails, row.language)


async def keep_account(tx: Tx, account: Account, version: int) -> None:
    """Keep how a person wants to be reached by now."""
    row = {
        "person_id": account.person_id,
        "email": account.email,
        "phone": account.phone,
        "language": account.language.value,
    }
    await keep_newer(tx, tables.account, version, row)


async def find_contacts(tx: ReadTx, application_id: UUID, applicant_id: UUID | None) -> Contacts | None:
    """The contacts of an application, if its card has come, and of the account, whose language goes first."""
    row = await tx.row(_FIND_CONTACTS, {"application_id": application_id, "applicant_id": applicant_id})
    if row is None:
        return None
    phones, emails = _each_once(row.phone, row.account_phone), _each_once(row.email, row.account_email)
    return Contacts(row.number, phones, emails, row.language)


def _each_once(*given: str | None) -> tuple[str, ...]:
    """What there is, in this order; upper and lower case tell no address from another."""
    known = {each.casefold(): each for each in reversed(given) if each}
    return tuple(reversed(known.values()))


async def keep_kindergarten(tx: Tx, kindergarten: Kindergarten, version: int) -> bool:
    """Keep a kindergarten's newest name; whether it was news."""
    row = {"id": kindergarten.kindergarten_id, "name": asdict(kindergarten.name)}
    return await keep_newer(tx, tables.kindergarten, version, row)


async def find_kindergarten_name(tx: ReadTx, kindergarten_id: UUID) -> Text | None:
    """A kindergarten's name, if its event has come."""
    name = await tx.value(_FIND_KINDERGARTEN_NAME, {"id": kindergarten_id})
    return None if name is None else Text(**name)


async def insert_message(tx: Tx, message: NewMessage) -> bool:
    """Write a message; False when this was told to this contact before."""
    values = {name: getattr(message, name) for name in NewMessage.__dataclass_fields__}
    is_new = await tx.execute(_INSERT_MESSAGE, {**values, "state": "pending"}) == 1
    if is_new and message.applicant_id is not None:
        tx.hint(person(message.applicant_id), HintKind.MESSAGE, message.application_id)
    return is_new


async def list_own(tx: ReadTx, applicant_id: UUID, application_id: UUID) -> Sequence[sa.Row[Any]]:
    """What a person was told about one of their applications, oldest first."""
    return await tx.rows(_LIST_OWN, {"applicant_id": applicant_id, "application_id": application_id})
