"""A session begins and ends, whatever the way in (domain §2): one secret per sign-in, never one the client chose."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kezek.auth.adapters import sessions, store
from kezek.auth.adapters.redis import Cache, session_key
from kezek.auth.domain.device import describe_device
from kezek.auth.domain.letters import Letter
from kezek.auth.domain.session import Session
from kezek.auth.usecases.check_session import is_secret, secret_sha256
from kezek.auth.usecases.letters import tell
from kezek.auth.usecases.note_escorts import note_signed_in
from kezek.contracts.ids import new_id
from kezek.platform.actors import SignInMethod
from kezek.platform.db import Tx

MAX_DEVICES = 10  # on which one person is known


@dataclass(frozen=True)
class Browser:
    """The browser of a sign-in: the secrets it brought, empty when it had none, and what the gateway knows of it."""

    session_secret: str
    device_secrets: tuple[str, ...]
    user_agent: str
    address: str


@dataclass(frozen=True)
class SignedIn:
    """A new session; its secret and the device's go into cookies, and only their digests are kept."""

    secret: str
    device_secrets: tuple[str, ...]
    session: Session
    account: store.Account


async def begin_session(
    tx: Tx,
    cache: Cache,
    account: store.Account,
    method: SignInMethod,
    *,
    browser: Browser,
    now: datetime,
    phone: str | None = None,
    **details: Any,
) -> SignedIn:
    """Open a session of this account; the one this browser had before ends. `details` go into the security event.

    With the phone at which an escort was sent the code, which anybody may have given, the device becomes no known one.
    """
    await end_session(tx, cache, browser.session_secret, now)
    secret = secrets.token_urlsafe(32)
    device = describe_device(browser.user_agent)
    session = Session(new_id(), account.id, method.value, now, now, device=device, address=browser.address, phone=phone)
    await sessions.insert_session(tx, session, secret_sha256(secret))
    await store.insert_security_event(
        tx,
        id=new_id(),
        kind="signed_in",
        now=now,
        person_id=account.id,
        session=str(session.id),
        method=session.method,
        **details,
    )
    await note_signed_in(tx, account.iin, phone, now)
    if phone is not None:
        return SignedIn(secret, browser.device_secrets, session, account)
    device_secrets = await _note_device(tx, account, browser.device_secrets, session, now)
    return SignedIn(secret, device_secrets, session, account)


async def end_session(tx: Tx, cache: Cache, secret: str, now: datetime) -> None:
    """End the session with this secret, if there is one."""
    if not is_secret(secret):
        return
    sha256 = secret_sha256(secret)
    ended = await sessions.end_session(tx, sha256, now)
    if ended is not None:
        await cache.forget(session_key(sha256))
        await store.insert_security_event(
            tx, id=new_id(), kind="signed_out", now=now, person_id=ended.before.person_id, session=str(ended.before.id)
        )


async def _note_device(
    tx: Tx, account: store.Account, brought: tuple[str, ...], session: Session, now: datetime
) -> tuple[str, ...]:
    """Remember that this person signs in on this device; they are told of each but the very first.

    People who share a computer have a secret each. It is always ours: one that no sign-in of this person was given is
    not adopted for them, and one that no sign-in was given is thrown away.
    """
    given = await sessions.list_devices(tx, [secret_sha256(each) for each in brought])
    ours = [each for each in brought if secret_sha256(each) in given]
    mine = next((each for each in ours if account.id in given[secret_sha256(each)]), None)
    if mine is None:
        mine = await _note_new_device(tx, account, session, now)
    else:
        await sessions.touch_device(tx, account.id, secret_sha256(mine), now)
    return (mine, *(each for each in ours if each != mine))


async def _note_new_device(tx: Tx, account: store.Account, session: Session, now: datetime) -> str:
    if await sessions.has_devices(tx, account.id):
        await tell(tx, account, Letter.NEW_DEVICE, now, device=session.device)
    made = secrets.token_urlsafe(32)
    await sessions.insert_device(tx, account.id, secret_sha256(made), now)
    await sessions.forget_oldest_devices(tx, account.id, MAX_DEVICES, now)
    return made
