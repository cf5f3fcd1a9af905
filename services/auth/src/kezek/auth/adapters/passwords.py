"""The rows of passwords."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.auth.adapters.sessions import known_on
from kezek.auth.adapters.tables import account, password, staff_grant
from kezek.platform.actors import Role
from kezek.platform.db import ReadTx, Tx


@dataclass(frozen=True)
class Entry:
    """What is known of an IIN that wants to sign in by password; of a stranger nothing is.

    `device_sha256` is that of the device's secrets by which the person is known on it.
    """

    person_id: UUID | None = None
    hash: str | None = field(default=None, repr=False)
    is_worker: bool = False
    device_sha256: bytes | None = None


async def find_entry(tx: ReadTx, iin: str, devices_sha256: Sequence[bytes]) -> Entry:
    """What is known, by the same one query for everybody."""
    works = _works(account.c.iin)
    known = known_on(account.c.id, devices_sha256)
    row = await tx.row(
        sa.select(account.c.id, password.c.hash, works.label("works"), known.label("known"))
        .select_from(account.outerjoin(password, password.c.person_id == account.c.id))
        .where(account.c.iin == iin)
    )
    return Entry() if row is None else Entry(row.id, row.hash, row.works, row.known)


async def find_password(tx: ReadTx, person_id: UUID) -> tuple[str, datetime] | None:
    """The hash of a person's password and when it was set."""
    row = await tx.row(sa.select(password.c.hash, password.c.set_at).where(password.c.person_id == person_id))
    return None if row is None else (row.hash, row.set_at)


async def lock_hash(tx: Tx, person_id: UUID) -> str | None:
    """The hash of a person's password, which nobody changes until the transaction ends."""
    one = sa.select(password.c.hash).where(password.c.person_id == person_id)
    found: str | None = await tx.value(one.with_for_update())
    return found


async def upsert_password(tx: Tx, person_id: UUID, hashed: str, now: datetime) -> None:
    """The person's password from now on."""
    values = {"hash": hashed, "set_at": now}
    statement = insert(password).values(person_id=person_id, **values)
    await tx.execute(statement.on_conflict_do_update(index_elements=["person_id"], set_=values))


async def replace_hash(tx: Tx, person_id: UUID, old: str, new: str) -> None:
    """The same password hashed anew, unless it was changed meanwhile."""
    one = (password.c.person_id == person_id) & (password.c.hash == old)
    await tx.execute(sa.update(password).where(one).values(hash=new))


async def delete_password(tx: Tx, person_id: UUID) -> bool:
    """Whether there was one to forget."""
    return await tx.execute(sa.delete(password).where(password.c.person_id == person_id)) == 1


async def delete_unless_worker(tx: Tx, iin: str) -> UUID | None:
    """Forget the password of somebody who works nowhere any more; whose it was."""
    theirs = sa.select(account.c.id).where(account.c.iin == iin, ~_works(account.c.iin))
    whose: UUID | None = await tx.value(
        sa.delete(password).where(password.c.person_id.in_(theirs)).returning(password.c.person_id)
    )
    return whose


def _works(iin: sa.ColumnElement[str]) -> sa.Exists:
    return sa.exists().where(
        staff_grant.c.iin == iin, staff_grant.c.role == Role.WORKER.value, staff_grant.c.ended_at.is_(None)
    )
