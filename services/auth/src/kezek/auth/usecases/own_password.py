"""A worker sets, changes or removes the own password (domain §2.3); who forgot it sets a new one by the key."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from kezek.auth.adapters import passwords, store
from kezek.auth.adapters.common_passwords import common_passwords
from kezek.auth.adapters.redis import Cache
from kezek.auth.domain.letters import Letter
from kezek.auth.domain.password import SHORTEST, normal_form, weakness
from kezek.auth.domain.session import Session, SessionRules
from kezek.auth.usecases.begin_session import Browser
from kezek.auth.usecases.change_contacts import check_fresh
from kezek.auth.usecases.letters import tell
from kezek.auth.usecases.own_sessions import end_all, find_current
from kezek.auth.usecases.sign_in_by_password import PasswordDesk, check_password
from kezek.contracts.ids import new_id
from kezek.platform.actors import Actor, SignInMethod
from kezek.platform.db import Tx
from kezek.platform.errors import Invalid, NotAllowed

MONTH_DAY = 6


@dataclass(frozen=True)
class Change:
    """What a person brings to change the password."""

    new: str
    current: str | None
    browser: Browser

    def __repr__(self) -> str:
        """Without either."""
        return "Change()"


async def judge_change(desk: PasswordDesk, actor: Actor, change: Change, now: datetime, fresh_s: int) -> str:
    """The hash of a new password that this person may set now.

    Raises:
        NotAllowed: `session_too_old`: a key's session sets a password only while it is young.
        Invalid: `current_password_required`, `password_wrong`; `password_too_short`, `password_too_long`,
            `password_too_common`.
        TooMany: `too_many_tries` with the current password.
    """
    async with desk.database.read() as tx:
        session = await find_current(tx, actor, change.browser.session_secret)
        account = await store.load_account(tx, actor.person_id)
    if actor.method is SignInMethod.PASSWORD:
        if change.current is None:
            raise Invalid("current_password_required")
        await check_password(desk, actor.iin, change.current, change.browser)
    else:
        check_fresh(session, now, fresh_s)
    new = normal_form(change.new)
    why_not = weakness(new, await asyncio.to_thread(common_passwords), _own_words(account))
    if why_not is not None:
        raise Invalid(why_not, shortest=SHORTEST)
    return await desk.reserved.hash(new)


async def keep_password(
    tx: Tx, cache: Cache, actor: Actor, hashed: str, browser: Browser, rules: SessionRules, now: datetime
) -> None:
    """The new password holds; all other sessions end, and the person is told.

    Raises:
        SignInRequired: `sign_in_required` when this session was ended meanwhile.
    """
    # this order: another change that is under way is waited for, and may have ended this session
    await passwords.upsert_password(tx, actor.person_id, hashed, now)
    current = await find_current(tx, actor, browser.session_secret)
    await _settle(tx, cache, actor, current, browser, "password_set", rules, now)


async def remove_password(
    tx: Tx, cache: Cache, actor: Actor, browser: Browser, rules: SessionRules, now: datetime, fresh_s: int
) -> None:
    """Sign in by key only, from now on; also when there was no password.

    Raises:
        NotAllowed: `key_required` in another session than a key's, `session_too_old` in an older one.
    """
    current = await find_current(tx, actor, browser.session_secret)
    if actor.method is not SignInMethod.EDS:
        raise NotAllowed("key_required")
    check_fresh(current, now, fresh_s)
    if await passwords.delete_password(tx, actor.person_id):
        await _settle(tx, cache, actor, current, browser, "password_removed", rules, now)


async def _settle(
    tx: Tx,
    cache: Cache,
    actor: Actor,
    current: Session,
    browser: Browser,
    kind: str,
    rules: SessionRules,
    now: datetime,
) -> None:
    await end_all(tx, cache, actor.person_id, rules, now, but=current.id, here=browser.device_secrets)
    await store.insert_security_event(
        tx, id=new_id(), kind=kind, now=now, person_id=actor.person_id, session=str(current.id)
    )
    await tell(tx, await store.load_account(tx, actor.person_id), Letter.PASSWORD_CHANGED, now)


def _own_words(account: store.Account) -> list[str]:
    """What somebody who knows the person would try."""
    phone = account.phone or ""
    mail_box = (account.email or "").partition("@")[0]
    return [account.iin, account.iin[:MONTH_DAY], phone, phone[1:], mail_box, *account.name.split()]
