"""A person sees where they are signed in, ends what they do not want, and chooses where to work (domain §1)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kezek.auth.adapters import sessions, store
from kezek.auth.adapters.redis import Cache, session_key
from kezek.auth.domain.letters import Letter
from kezek.auth.domain.session import Session, SessionRules
from kezek.auth.usecases.check_session import actor_in, has_lost_its_purpose, is_secret, is_staff, secret_sha256
from kezek.auth.usecases.letters import tell
from kezek.contracts.ids import new_id
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Invalid, NotFound, SignInRequired


async def find_current(tx: ReadTx, actor: Actor, secret: str) -> Session:
    """The session of this very request.

    Raises:
        SignInRequired: `sign_in_required` when the cookie is not of a session of this person, or of one just ended.
    """
    session = await sessions.find_session(tx, secret_sha256(secret)) if is_secret(secret) else None
    if session is None or session.person_id != actor.person_id or session.ended_at is not None:
        raise SignInRequired("sign_in_required")
    return session


async def list_living(tx: ReadTx, person_id: UUID, rules: SessionRules, now: datetime) -> list[Session]:
    """The sessions of a person that can still be used, the newest first."""
    account, grants = await store.load_person(tx, person_id)
    living = []
    for each in await sessions.list_open_sessions(tx, person_id):
        acting = actor_in(account, grants, each)
        if each.is_alive(rules.of(staff=is_staff(acting)), now) and not has_lost_its_purpose(acting):
            living.append(each)
    return living


async def end_own(tx: Tx, cache: Cache, actor: Actor, session_id: UUID, now: datetime) -> None:
    """End one of one's own sessions; its next request is nobody's.

    Raises:
        NotFound: `session_not_found`, also for somebody else's.
    """
    ended = await sessions.end_session_of(tx, actor.person_id, session_id, now)
    if ended is None:
        raise NotFound("session_not_found")
    await forget_sessions(tx, cache, [ended], now)


async def end_all(
    tx: Tx,
    cache: Cache,
    person_id: UUID,
    rules: SessionRules,
    now: datetime,
    *,
    but: UUID | None = None,
    here: Sequence[str] = (),
    by: UUID | None = None,
) -> int:
    """End all sessions of a person, perhaps but one; how many could still be used. `by` is who did it, if another.

    The person is known on no device any more, but on the one with the secrets `here`: whoever comes back on another
    one is told of as on a new one.
    """
    await sessions.forget_devices(tx, person_id, now, but=[secret_sha256(each) for each in here])
    rows = await sessions.end_sessions_of(tx, person_id, now, but=but)
    # what had long been over is no news, and has no copies
    ended = [each for each in rows if each.before.is_alive(rules.people, now)]
    await forget_sessions(tx, cache, ended, now, **({"by": str(by)} if by else {}))
    if ended:
        await tell(tx, await store.load_account(tx, person_id), Letter.SESSIONS_ENDED, now)
    return len(ended)


async def choose_workplace(
    tx: Tx, cache: Cache, actor: Actor, secret: str, kindergarten_id: UUID
) -> tuple[store.Account, Actor]:
    """Work in this kindergarten until the session ends or another is chosen; the person as they may act then.

    Raises:
        Invalid: `workplace_not_granted`, also for a session that opens no worker's role.
    """
    session = replace(await find_current(tx, actor, secret), workplace_id=kindergarten_id)
    account = await store.load_account(tx, actor.person_id)
    now_acting = actor_in(account, await store.list_grants(tx, account.iin), session)
    if not now_acting.works_at(kindergarten_id):
        raise Invalid("workplace_not_granted")
    await sessions.update_workplace(tx, session.id, kindergarten_id)
    await cache.forget(session_key(secret_sha256(secret)))
    return account, now_acting


async def forget_sessions(tx: Tx, cache: Cache, ended: list[sessions.Ended], now: datetime, **details: str) -> None:
    """Leave no copy of sessions that were ended, and an event of each."""
    await cache.forget(*(session_key(each.secret_sha256) for each in ended))
    for each in ended:
        await store.insert_security_event(
            tx,
            id=new_id(),
            kind="session_ended",
            now=now,
            person_id=each.before.person_id,
            session=str(each.before.id),
            **details,
        )
