"""Children entrusted to people, as kindergartens tells it: at which phones an escort gets a code. SQL only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.auth.adapters.tables import entrustment
from kezek.platform.db import ReadTx, Tx

HOLDS_ONLY = timedelta()
_LOCK = sa.text("select pg_advisory_xact_lock(hashtextextended('escort.' || cast(:iin as text), 0))")
_THEIRS = (entrustment.c.iin == sa.bindparam("of_iin")) & (
    (entrustment.c.phone == sa.bindparam("of_phone", type_=sa.Text)) | sa.bindparam("of_phone", type_=sa.Text).is_(None)
)
_HOLDS = entrustment.c.ended_at.is_(None)
_EXISTS = sa.select(sa.exists().where(_THEIRS, _HOLDS | (entrustment.c.ended_at > sa.bindparam("since"))))
_FIRST_IN = sa.select(sa.func.min(entrustment.c.signed_in_at)).where(_THEIRS, _HOLDS)
_PUT = insert(entrustment).on_conflict_do_nothing()
_DELETE = sa.delete(entrustment).where(entrustment.c.id == sa.bindparam("of"))
_END = (
    sa.update(entrustment)
    .where(entrustment.c.id == sa.bindparam("of"), entrustment.c.signed_in_at.is_not(None), _HOLDS)
    .values(ended_at=sa.bindparam("at"))
)
_PRUNE = sa.delete(entrustment).where(entrustment.c.ended_at < sa.bindparam("at"))
_NOTE = (
    sa.update(entrustment)
    .where(_THEIRS, _HOLDS, entrustment.c.signed_in_at.is_(None))
    .values(signed_in_at=sa.bindparam("at"))
    .returning(entrustment.c.id)
)


@dataclass(frozen=True)
class Entrusted:
    """Somebody who is entrusted with one child, and the phone that the parent gave for them."""

    id: UUID
    iin: str
    phone: str
    signed_in_at: datetime | None = None

    def __repr__(self) -> str:
        """Without IIN and phone, so that no log can hold them."""
        return f"Entrusted({self.id})"


async def lock_person(tx: Tx, iin: str) -> None:
    """Let nobody else change what this person is entrusted with, or sign them in for it, until the transaction ends."""
    await tx.rows(_LOCK, {"iin": iin})


async def is_escort(tx: ReadTx, iin: str, phone: str, sends_for: timedelta) -> bool:
    """Whether a parent gave this phone for this person, who is entrusted with a child, or was no longer ago than this.

    For so long they may send what they marked; who never signed in has nothing to send (domain §8.attendance).
    By `HOLDS_ONLY` only what holds counts.
    """
    values = {"of_iin": iin, "of_phone": phone, "since": tx.now() - sends_for}
    return bool(await tx.value(_EXISTS, values))


async def find_first_in(tx: ReadTx, iin: str, phone: str) -> datetime | None:
    """When this person first signed in since this phone was given for them; None: not yet."""
    found: datetime | None = await tx.value(_FIRST_IN, {"of_iin": iin, "of_phone": phone})
    return found


async def insert_entrusted(tx: Tx, new: Entrusted) -> None:
    """Keep that somebody is entrusted with a child; what is kept already stays."""
    await tx.execute(_PUT, vars(new))


async def end_entrusted(tx: Tx, entrustment_id: UUID) -> bool:
    """Keep that it has ended now; whether anybody has signed in by it, and it held."""
    return await tx.execute(_END, {"of": entrustment_id, "at": tx.now()}) == 1


async def delete_ended(tx: Tx, sends_for: timedelta) -> None:
    """Forget what ended longer ago than this."""
    await tx.execute(_PRUNE, {"at": tx.now() - sends_for})


async def delete_entrusted(tx: Tx, entrustment_id: UUID) -> None:
    """Forget it."""
    await tx.execute(_DELETE, {"of": entrustment_id})


async def find_entrusted(tx: ReadTx, entrustment_id: UUID) -> Entrusted | None:
    """Who is entrusted by this; None when nobody is any more."""
    row = await tx.row(sa.select(entrustment).where(entrustment.c.id == entrustment_id))
    return None if row is None else _entrusted(row)


async def note_signed_in(tx: Tx, iin: str, phone: str | None, now: datetime) -> Sequence[UUID]:
    """Note that this person has signed in, with this phone or with the own; the ids of those for which it is new."""
    return [row.id for row in await tx.rows(_NOTE, {"of_iin": iin, "of_phone": phone, "at": now})]


def _entrusted(row: Any) -> Entrusted:
    return Entrusted(row.id, row.iin, row.phone, row.signed_in_at)
