"""The rows of auth: accounts, grants, security events."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.auth.adapters.tables import account, security_event, staff_grant
from kezek.contracts.vocabulary import Language
from kezek.platform.actors import Grant, Role
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import NotFound
from kezek.platform.pseudonyms import Pseudonyms
from kezek.platform.tables import any_of

DATABASE_AWAY = (OSError, sa.exc.DBAPIError, sa.exc.TimeoutError)


@dataclass(frozen=True)
class Account:
    """A person who has signed in at least once."""

    id: UUID
    iin: str
    name: str
    language: str
    email: str | None
    phone: str | None
    message_language: str | None
    version: int

    @property
    def letters_language(self) -> Language:
        """The language of messages: that of the pages unless another was asked for."""
        return Language(self.message_language or self.language)

    def __repr__(self) -> str:
        """Without IIN, name, so that no log can hold them."""
        return f"Account({self.id})"


@dataclass(frozen=True)
class StaffGrant:
    """A role on staff, held by whoever has this IIN, with or without an account yet."""

    id: UUID
    iin: str
    grant: Grant
    granted_at: datetime

    def __repr__(self) -> str:
        """Without the IIN, so that no log can hold it."""
        return f"StaffGrant({self.id})"


def account_of(row: sa.Row[Any]) -> Account:
    """The account of a row."""
    return Account(row.id, row.iin, row.name, row.language, row.email, row.phone, row.message_language, row.version)


def _grant(row: sa.Row[Any]) -> Grant:
    return Grant(Role(row.role), row.kindergarten_id, row.district)


def _staff_grant(row: sa.Row[Any]) -> StaffGrant:
    return StaffGrant(row.id, row.iin, _grant(row), row.granted_at)


async def upsert_account(
    tx: Tx,
    *,
    id: UUID,  # noqa: A002
    iin: str,
    known_as: str,
    name: str,
    language: str,
    now: datetime,
) -> Account:
    """The account of this IIN, made if there is none; an empty name leaves the one that is known."""
    new = insert(account).values(id=id, iin=iin, known_as=known_as, name=name, language=language, created_at=now)
    named = sa.func.coalesce(sa.func.nullif(new.excluded.name, ""), account.c.name)
    kept = new.on_conflict_do_update(
        index_elements=[account.c.iin], set_={"name": named, "known_as": new.excluded.known_as}
    )
    return account_of(_there(await tx.row(kept.returning(account)), "account_not_found"))


async def name_accounts(tx: Tx, names: Pseudonyms) -> None:
    """Give accounts the name by which facts know them, if a release made them that did not know of names."""
    rows = await tx.rows(sa.select(account.c.id, account.c.iin).where(account.c.known_as.is_(None)))
    for row in rows:
        await tx.execute(sa.update(account).where(account.c.id == row.id).values(known_as=names.of(row.iin)))


async def load_account(tx: ReadTx, person_id: UUID) -> Account:
    """The account of a person."""
    row = await tx.row(sa.select(account).where(account.c.id == person_id))
    return account_of(_there(row, "account_not_found"))


async def load_person(tx: ReadTx, person_id: UUID) -> tuple[Account, tuple[Grant, ...]]:
    """The account of a person and their open grants, by one statement: it is asked for with nearly every request."""
    found = await list_persons(tx, [person_id])
    if not found:
        raise NotFound("account_not_found")
    return found[person_id]


async def list_persons(tx: ReadTx, ids: Collection[UUID]) -> dict[UUID, tuple[Account, tuple[Grant, ...]]]:
    """The accounts of these people with their open grants, by one statement."""
    found: dict[UUID, tuple[Account, tuple[Grant, ...]]] = {}
    for row in await tx.rows(_PERSONS, {"ids": list(ids)}):
        _, before = found.get(row.id, (None, ()))
        found[row.id] = account_of(row), (*before, _grant(row)) if row.role is not None else ()
    return found


async def find_person_id(tx: ReadTx, iin: str) -> UUID | None:
    """Whose IIN it is, if they have signed in before."""
    found: UUID | None = await tx.value(sa.select(account.c.id).where(account.c.iin == iin))
    return found


async def find_name(tx: ReadTx, iin: str) -> str:
    """What the person with this IIN is called; empty for who has never signed in, or was never named."""
    return await tx.value(sa.select(account.c.name).where(account.c.iin == iin)) or ""


async def find_names(tx: ReadTx, iins: Sequence[str]) -> dict[str, str]:
    """What those of them are called who have signed in before, by IIN."""
    rows = await tx.rows(sa.select(account.c.iin, account.c.name).where(any_of(account.c.iin, "iins")), {"iins": iins})
    return {row.iin: row.name for row in rows}


async def list_grants(tx: ReadTx, iin: str) -> tuple[Grant, ...]:
    """The open grants of an IIN."""
    rows = await tx.rows(sa.select(staff_grant).where(staff_grant.c.iin == iin, _OPEN).order_by(staff_grant.c.id))
    return tuple(_staff_grant(row).grant for row in rows)


async def list_staff_grants(tx: ReadTx, roles: Sequence[Role], after: UUID | None, limit: int) -> list[StaffGrant]:
    """A page of open grants of these roles, in the order they were made."""
    wanted = staff_grant.c.role.in_([role.value for role in roles])
    statement = sa.select(staff_grant).where(wanted, _OPEN).order_by(staff_grant.c.id).limit(limit)
    if after is not None:
        statement = statement.where(staff_grant.c.id > after)
    return [_staff_grant(row) for row in await tx.rows(statement)]


async def insert_grant(tx: Tx, new: StaffGrant, granted_by: UUID | None) -> bool:
    """A new grant; False when the same one is open already."""
    row = await tx.row(
        _INSERT_GRANT,
        {
            "id": new.id,
            "iin": new.iin,
            "role": new.grant.role.value,
            "kindergarten_id": new.grant.kindergarten_id,
            "district": new.grant.district,
            "now": new.granted_at,
            "granted_by": granted_by,
        },
    )
    return row is not None


async def lock_administrators(tx: Tx) -> set[str]:
    """The IINs of all administrators; their grants stay as they are until the transaction ends."""
    theirs = sa.select(staff_grant.c.iin).where(staff_grant.c.role == Role.ADMINISTRATOR.value, _OPEN)
    return {row.iin for row in await tx.rows(theirs.order_by(staff_grant.c.id).with_for_update())}


async def end_grant(tx: Tx, grant_id: UUID, now: datetime, ended_by: UUID) -> StaffGrant | None:
    """End an open grant by its id; None when there is no such open one."""
    one = (staff_grant.c.id == grant_id) & _OPEN
    return await _end(tx, one, now, ended_by)


async def end_worker_grant(
    tx: Tx, iin: str, kindergarten_id: UUID, now: datetime, ended_by: UUID | None
) -> StaffGrant | None:
    """End the open grant of a worker at a kindergarten; None when there is none."""
    one = (staff_grant.c.iin == iin) & (staff_grant.c.kindergarten_id == kindergarten_id) & _OPEN
    return await _end(tx, one, now, ended_by)


async def _end(tx: Tx, which: sa.ColumnElement[bool], now: datetime, ended_by: UUID | None) -> StaffGrant | None:
    row = await tx.row(
        sa.update(staff_grant).where(which).values(ended_at=now, ended_by=ended_by).returning(staff_grant)
    )
    return None if row is None else _staff_grant(row)


async def insert_security_event(
    tx: Tx,
    *,
    id: UUID,  # noqa: A002
    kind: str,
    now: datetime,
    person_id: UUID | None = None,
    code: str | None = None,
    **details: object,
) -> None:
    """What happened to somebody's access; rows are only added. Details hold ids and digests, no IIN."""
    await tx.execute(
        sa.insert(security_event).values(
            id=id, happened_at=now, kind=kind, person_id=person_id, code=code, details=details
        )
    )


def _there(row: sa.Row[Any] | None, code: str) -> sa.Row[Any]:
    if row is None:
        raise NotFound(code)
    return row


_OPEN = staff_grant.c.ended_at.is_(None)
_PERSONS = (
    sa.select(account, staff_grant.c.role, staff_grant.c.kindergarten_id, staff_grant.c.district)
    .select_from(sa.outerjoin(account, staff_grant, (staff_grant.c.iin == account.c.iin) & _OPEN))
    .where(any_of(account.c.id, "ids"))
    .order_by(staff_grant.c.id)
)
_INSERT_GRANT = sa.text(
    "insert into staff_grant (id, iin, role, kindergarten_id, district, granted_at, granted_by) "
    "values (:id, :iin, :role, :kindergarten_id, :district, :now, :granted_by) on conflict do nothing returning id"
)
