"""The rows of sessions, and of the devices they begin on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.auth.adapters.tables import account, known_device, session
from kezek.auth.domain.session import Session
from kezek.contracts.hints import HintKind, person
from kezek.contracts.hints import session as one_session
from kezek.platform.actors import SignInMethod
from kezek.platform.db import ReadTx, Tx
from kezek.platform.tables import any_of


@dataclass(frozen=True)
class Ended:
    """A session that has just been ended, as it was before, and the digest under which copies of it may stand."""

    before: Session
    secret_sha256: bytes


_LIST = sa.select(session).where(any_of(session.c.id, "ids"))
_USED = sa.text(
    "with used as (select u.id, u.at "
    "from unnest(cast(:ids as uuid[]), cast(:instants as timestamptz[])) as u (id, at)), "
    "mine as (select id from session where id = any(cast(:ids as uuid[])) order by id for no key update) "
    "update session set used_at = used.at from used join mine using (id) "
    "where session.id = used.id and session.used_at < used.at"
)
_KNOWN = known_device.c.forgotten_at.is_(None)


async def insert_session(tx: Tx, new: Session, secret_sha256: bytes) -> None:
    """A new session; of its secret only the digest is kept."""
    await tx.execute(
        sa.insert(session).values(
            id=new.id,
            secret_sha256=secret_sha256,
            person_id=new.person_id,
            method=new.method,
            began_at=new.began_at,
            used_at=new.used_at,
            device=new.device,
            address=new.address,
            phone=new.phone,
        )
    )
    tx.hint(person(new.person_id), HintKind.ACCOUNT, new.person_id)


async def find_session(tx: ReadTx, secret_sha256: bytes) -> Session | None:
    """The session with this secret, alive or not."""
    row = await tx.row(sa.select(session).where(session.c.secret_sha256 == secret_sha256))
    return None if row is None else _session(row)


async def list_sessions(tx: ReadTx, ids: Collection[UUID]) -> list[Session]:
    """These sessions, alive or not."""
    return [_session(row) for row in await tx.rows(_LIST, {"ids": list(ids)})]


async def list_open_sessions(tx: ReadTx, person_id: UUID) -> list[Session]:
    """The sessions of a person that nobody has ended, the newest first; some may have outlived their limits."""
    open_ones = (session.c.person_id == person_id) & session.c.ended_at.is_(None)
    rows = await tx.rows(sa.select(session).where(open_ones).order_by(session.c.id.desc()))
    return [_session(row) for row in rows]


async def update_sessions_used(tx: Tx, used: Mapping[UUID, datetime]) -> None:
    """Note when sessions were used, in the order of their ids: several processes note at once."""
    ids = sorted(used)
    await tx.execute(_USED, {"ids": ids, "instants": [used[each] for each in ids]})


async def update_workplace(tx: Tx, session_id: UUID, workplace_id: UUID) -> None:
    """The kindergarten to work in during this session."""
    await tx.execute(sa.update(session).where(session.c.id == session_id).values(workplace_id=workplace_id))


async def end_session(tx: Tx, secret_sha256: bytes, now: datetime) -> Ended | None:
    """End the session with this secret; None when there is no such open one."""
    ended = await _end(tx, session.c.secret_sha256 == secret_sha256, now)
    return ended[0] if ended else None


async def end_session_of(tx: Tx, person_id: UUID, session_id: UUID, now: datetime) -> Ended | None:
    """End a session of this person by its id; None when they have no such open one."""
    ended = await _end(tx, (session.c.person_id == person_id) & (session.c.id == session_id), now)
    return ended[0] if ended else None


async def end_sessions_of(
    tx: Tx,
    person_id: UUID,
    now: datetime,
    *,
    but: UUID | None = None,
    method: SignInMethod | None = None,
) -> list[Ended]:
    """End all sessions of this person, perhaps but one, or of one way in."""
    theirs = session.c.person_id == person_id
    if but is not None:
        theirs &= session.c.id != but
    if method is not None:
        theirs &= session.c.method == method.value
    return await _end(tx, theirs, now)


async def delete_sessions(tx: Tx, before: datetime) -> None:
    """Forget sessions that nobody has used since."""
    await tx.execute(sa.delete(session).where(session.c.used_at < before))


async def insert_device(tx: Tx, person_id: UUID, sha256: bytes, now: datetime) -> None:
    """Remember a device by the digest of its secret."""
    await tx.execute(sa.insert(known_device).values(person_id=person_id, secret_sha256=sha256, used_at=now))


async def list_devices(tx: ReadTx, sha256s: Sequence[bytes]) -> dict[bytes, set[UUID]]:
    """Who was given which of these devices' secrets, by digest; what nobody was given is missing."""
    if not sha256s:
        return {}
    people: dict[bytes, set[UUID]] = {}
    for row in await tx.rows(sa.select(known_device).where(known_device.c.secret_sha256.in_(sha256s), _KNOWN)):
        people.setdefault(bytes(row.secret_sha256), set()).add(row.person_id)
    return people


def known_on(person_id: sa.ColumnElement[UUID], sha256s: Sequence[bytes]) -> sa.ScalarSelect[bytes]:
    """One of these devices' secrets that this person was given, by digest, or null."""
    theirs = (known_device.c.person_id == person_id) & known_device.c.secret_sha256.in_(sha256s)
    return sa.select(known_device.c.secret_sha256).where(theirs, _KNOWN).limit(1).scalar_subquery()


async def find_device(tx: ReadTx, iin: str, sha256s: Sequence[bytes]) -> bytes | None:
    """One of these devices' secrets that the person with this IIN was given, by digest; None for whoever is nobody."""
    found: bytes | None = await tx.value(sa.select(known_on(account.c.id, sha256s)).where(account.c.iin == iin))
    return found


async def touch_device(tx: Tx, person_id: UUID, sha256: bytes, now: datetime) -> None:
    """Note that this person signs in on this device again."""
    one = (known_device.c.person_id == person_id) & (known_device.c.secret_sha256 == sha256)
    await tx.execute(sa.update(known_device).where(one).values(used_at=now))


async def has_devices(tx: ReadTx, person_id: UUID) -> bool:
    """Whether this person has signed in before on a device, forgotten or not."""
    return await tx.value(sa.select(known_device.c.used_at).where(known_device.c.person_id == person_id)) is not None


async def forget_devices(tx: Tx, person_id: UUID, now: datetime, *, but: Sequence[bytes] = ()) -> None:
    """Let this person be known on no device any more, perhaps but on those of these secrets."""
    others = (known_device.c.person_id == person_id) & known_device.c.secret_sha256.not_in(but)
    await tx.execute(sa.update(known_device).where(others, _KNOWN).values(forgotten_at=now))


async def forget_oldest_devices(tx: Tx, person_id: UUID, most: int, now: datetime) -> None:
    """Let this person be known on so many devices at the most: those used last."""
    mine = (known_device.c.person_id == person_id) & _KNOWN
    newest = sa.select(known_device.c.secret_sha256).where(mine).order_by(known_device.c.used_at.desc()).limit(most)
    older = mine & known_device.c.secret_sha256.not_in(newest)
    await tx.execute(sa.update(known_device).where(older).values(forgotten_at=now))


async def delete_devices(tx: Tx, before: datetime) -> None:
    """Forget devices that nobody has signed in on since."""
    await tx.execute(sa.delete(known_device).where(known_device.c.used_at < before))


async def _end(tx: Tx, which: sa.ColumnElement[bool], now: datetime) -> list[Ended]:
    rows = await tx.rows(
        sa.update(session).where(which, session.c.ended_at.is_(None)).values(ended_at=now).returning(session)
    )
    for row in rows:
        tx.hint(one_session(row.id), HintKind.ACCOUNT, row.id)
        tx.hint(person(row.person_id), HintKind.ACCOUNT, row.person_id)
    return [Ended(replace(_session(row), ended_at=None), row.secret_sha256) for row in rows]


def _session(row: sa.Row[Any]) -> Session:
    return Session(
        row.id,
        row.person_id,
        row.method,
        row.began_at,
        row.used_at,
        row.ended_at,
        row.device,
        row.address,
        row.workplace_id,
        row.phone,
    )
