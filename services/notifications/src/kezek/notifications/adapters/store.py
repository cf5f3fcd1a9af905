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
    table = tables.card
    statement = sa.select(table.c.number, table.c.phone, table.c.email, table.c.language)
    row = await tx.row(statement.where(table.c.application_id == card.application_id))
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
    card, account = tables.card, tables.account
    statement = sa.select(
        card.c.number,
        card.c.phone,
        card.c.email,
        account.c.phone.label("account_phone"),
        account.c.email.label("account_email"),
        sa.func.coalesce(account.c.language, card.c.language).label("language"),
    )
    both = card.outerjoin(account, account.c.person_id == applicant_id)
    row = await tx.row(statement.select_from(both).where(card.c.application_id == application_id))
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
    table = tables.kindergarten
    name = await tx.value(sa.select(table.c.name).where(table.c.id == kindergarten_id))
    return None if name is None else Text(**name)


async def insert_message(tx: Tx, message: NewMessage) -> bool:
    """Write a message; False when this was told to this contact before."""
    values = {name: getattr(message, name) for name in NewMessage.__dataclass_fields__}
    statement = insert(tables.message).values(**values, state="pending").on_conflict_do_nothing()
    return await tx.execute(statement) == 1


async def list_own(tx: ReadTx, applicant_id: UUID, application_id: UUID) -> Sequence[sa.Row[Any]]:
    """What a person was told about one of their applications, oldest first."""
    table = tables.message
    statement = sa.select(table).where(table.c.applicant_id == applicant_id, table.c.application_id == application_id)
    return await tx.rows(statement.order_by(table.c.occurred_at, table.c.id))
