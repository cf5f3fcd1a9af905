"""Grants make staff of people (domain §1). They hang on the IIN: the account may come later."""

from datetime import datetime
from uuid import UUID

from kezek.auth.adapters import passwords, sessions, store
from kezek.auth.adapters.reading_log import find_organisations
from kezek.auth.adapters.redis import Cache, person_key
from kezek.auth.domain.letters import Letter
from kezek.auth.usecases.letters import tell
from kezek.auth.usecases.own_sessions import forget_sessions
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import Worker
from kezek.platform.actors import Actor, Grant, Role, SignInMethod
from kezek.platform.db import Tx, is_newer
from kezek.platform.errors import Conflict, Invalid, NotAllowed, NotFound


async def grant_role(
    tx: Tx, cache: Cache, iin: str, grant: Grant, *, by: Actor | None, now: datetime
) -> store.StaffGrant:
    """Give somebody a role on staff; it holds from their next request.

    Raises:
        Invalid: `district_unknown`.
        Conflict: `grant_exists`; `officer_of_another_district`: an officer has one district, and that grant ends first.
    """
    if grant.district is not None and not await find_organisations(tx, [grant.district]):
        raise Invalid("district_unknown", district=grant.district)
    new = store.StaffGrant(new_id(), iin, grant, now)
    if not await store.insert_grant(tx, new, by.person_id if by else None):
        held = await store.list_grants(tx, iin)
        elsewhere = grant not in held and any(each.role is Role.OFFICER for each in held)
        raise Conflict("officer_of_another_district" if elsewhere else "grant_exists")
    await _note(tx, cache, "grant_made", new, by.person_id if by else None, now)
    return new


async def end_grant(tx: Tx, cache: Cache, grant_id: UUID, *, by: Actor, now: datetime) -> None:
    """End a grant; it is gone at the person's next request.

    Raises:
        NotFound: `grant_not_found`, also for one that has ended.
        Conflict: `grant_is_own`, so that the region never loses its last administrator by a slip.
        Conflict: `grant_is_kindergartens`: a worker's grant follows the kindergarten's own list.
        NotAllowed: `permission_missing`, to whose own grant somebody ends at this moment: of two who end each other's
            one stays.
    """
    if by.iin not in await store.lock_administrators(tx):
        raise NotAllowed("permission_missing")
    ended = await store.end_grant(tx, grant_id, now, by.person_id)
    if ended is None:
        raise NotFound("grant_not_found")
    if ended.grant.role is Role.WORKER:
        raise Conflict("grant_is_kindergartens")
    if ended.iin == by.iin:
        raise Conflict("grant_is_own")
    await _note(tx, cache, "grant_ended", ended, by.person_id, now)


async def follow_worker(tx: Tx, cache: Cache, worker: Worker, version: int, now: datetime) -> None:
    """Make or end a worker's grant as kindergartens says; an older version changes nothing.

    Who works nowhere any more has no password either (domain §2.3): another day begins with the key.
    """
    if not await is_newer(tx, "worker", worker.key(), version):
        return
    if not worker.active:
        await _dismiss(tx, cache, worker.iin, worker.kindergarten_id, worker.changed_by, now)
        return
    new = store.StaffGrant(new_id(), worker.iin, Grant(Role.WORKER, worker.kindergarten_id), now)
    if await store.insert_grant(tx, new, worker.changed_by):
        await _note(tx, cache, "grant_made", new, worker.changed_by, now)


async def forget_worker(tx: Tx, cache: Cache, key: str, now: datetime) -> None:
    """Whoever is erased from a kindergarten's staff works there no more."""
    iin, _, kindergarten_id = key.partition(".")
    if kindergarten_id:
        await _dismiss(tx, cache, iin, UUID(kindergarten_id), None, now)


async def _dismiss(tx: Tx, cache: Cache, iin: str, kindergarten_id: UUID, by: UUID | None, now: datetime) -> None:
    ended = await store.end_worker_grant(tx, iin, kindergarten_id, now, by)
    if ended is not None:
        await _note(tx, cache, "grant_ended", ended, by, now)
        await _end_password(tx, cache, iin, now)


async def _end_password(tx: Tx, cache: Cache, iin: str, now: datetime) -> None:
    """Who works nowhere any more keeps neither the password nor what it opened, also when hired again at once."""
    person_id = await passwords.delete_unless_worker(tx, iin)
    if person_id is not None:
        ended = await sessions.end_sessions_of(tx, person_id, now, method=SignInMethod.PASSWORD)
        await forget_sessions(tx, cache, ended, now)


async def _note(tx: Tx, cache: Cache, kind: str, changed: store.StaffGrant, by: UUID | None, now: datetime) -> None:
    person_id = await store.find_person_id(tx, changed.iin)
    if person_id is not None:
        await cache.forget(person_key(person_id))
        letter = Letter.GRANT_MADE if kind == "grant_made" else Letter.GRANT_ENDED
        await tell(tx, await store.load_account(tx, person_id), letter, now, role=changed.grant.role.value)
    await store.insert_security_event(
        tx,
        id=new_id(),
        kind=kind,
        now=now,
        person_id=person_id,
        grant=str(changed.id),
        role=changed.grant.role.value,
        by=str(by) if by else None,
    )
