"""Signing in with IIN and password, for kindergarten workers only (domain §2.3)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.auth.adapters import passwords, store
from kezek.auth.adapters.hashing import Hashing
from kezek.auth.adapters.limits import Limits, Window
from kezek.auth.adapters.redis import Cache
from kezek.auth.adapters.throttle import Throttle
from kezek.auth.domain.password import normal_form
from kezek.auth.usecases.begin_session import Browser, SignedIn, begin_session
from kezek.auth.usecases.check_session import secret_sha256
from kezek.auth.usecases.code_rules import MINUTE
from kezek.auth.way_settings import PasswordSettings
from kezek.platform.actors import SignInMethod
from kezek.platform.db import Database, Tx
from kezek.platform.errors import Invalid, TooMany
from kezek.platform.networks import network_of


@dataclass(frozen=True)
class PasswordDesk:
    """Where passwords are judged; `reserved` is for who is signed in, or known on the device."""

    hashing: Hashing
    reserved: Hashing
    limits: Limits
    throttle: Throttle
    settings: PasswordSettings
    database: Database

    def by_address(self) -> Window:
        """How often one address may try, whoever it tries to be."""
        return Window("password_address", self.settings.password_tries_per_address_ten_minutes, 10 * MINUTE)


@dataclass(frozen=True)
class Known:
    """Somebody who knows the password of a worker; `hash` is what it fitted."""

    person_id: UUID
    hash: str

    def __repr__(self) -> str:
        """Without the hash."""
        return f"Known({self.person_id})"


async def check_password(desk: PasswordDesk, iin: str, password: str, browser: Browser) -> Known:
    """Who it is; a stranger, a worker without a password and a wrong password cost the same and are answered alike.

    A device on which the person has signed in before has tries of its own: guessing elsewhere does not touch them,
    not even from the same address.

    Raises:
        Invalid: `password_wrong`.
        TooMany: `too_many_tries`, by address and by IIN.
    """
    async with desk.database.read() as tx:
        entry = await passwords.find_entry(tx, iin, [secret_sha256(each) for each in browser.device_secrets])
    if entry.device_sha256 is None:
        _must_not_wait(await desk.limits.spend(desk.by_address().of(network_of(browser.address))))
    subject = (iin, entry.device_sha256.hex() if entry.device_sha256 else "")
    _must_not_wait(await desk.throttle.begin(*subject))
    hashing = desk.reserved if entry.device_sha256 else desk.hashing
    fits = await hashing.fits(entry.hash, normal_form(password))
    if not fits or not entry.is_worker or entry.person_id is None or entry.hash is None:
        raise Invalid("password_wrong")
    await desk.throttle.forgive(*subject)
    return Known(entry.person_id, entry.hash)


async def rehashed(desk: PasswordDesk, known: Known, password: str) -> str | None:
    """A hash of today's parameters, when the kept one is of others."""
    return await desk.reserved.hash(normal_form(password)) if desk.reserved.is_outdated(known.hash) else None


async def begin_password_session(
    tx: Tx, cache: Cache, known: Known, new_hash: str | None, *, browser: Browser, now: datetime
) -> SignedIn:
    """Open a session for who has shown the password.

    Raises:
        Invalid: `password_wrong` when it was changed or removed at this very moment.
    """
    # locked: a change of the password that comes now waits, and ends this session with all others
    if await passwords.lock_hash(tx, known.person_id) != known.hash:
        raise Invalid("password_wrong")
    if new_hash is not None:
        await passwords.replace_hash(tx, known.person_id, known.hash, new_hash)
    account = await store.load_account(tx, known.person_id)
    return await begin_session(tx, cache, account, SignInMethod.PASSWORD, browser=browser, now=now)


def _must_not_wait(seconds: int) -> None:
    if seconds:
        raise TooMany("too_many_tries", retry_after_s=seconds)
