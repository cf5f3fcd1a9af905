"""Signing in with a one-time code sent to the person's registered phone (domain §2.2)."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

from kezek.auth.adapters import entrustments, sessions, store
from kezek.auth.adapters.codes import Codes
from kezek.auth.adapters.limits import Limits, Window
from kezek.auth.adapters.redis import Cache
from kezek.auth.usecases.begin_session import Browser, SignedIn, begin_session
from kezek.auth.usecases.check_session import secret_sha256
from kezek.auth.usecases.code_rules import HOUR, CodeRules
from kezek.auth.usecases.send_codes import CODES, PURPOSE, Asked, CodeSender
from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import Language
from kezek.platform.actors import SignInMethod
from kezek.platform.db import Database, Tx
from kezek.platform.errors import Invalid, TooMany, Unavailable
from kezek.platform.networks import network_of
from kezek.platform.pseudonyms import Pseudonyms
from kezek.platform.telemetry import current_traceparent


class RegisterState(Protocol):
    """Whether the mobile citizens register answers, whoever is asked about."""

    async def must_answer(self) -> None:
        """Nothing, or `mobile_register_unavailable`."""
        ...


class Names(Protocol):
    """What the persons register calls somebody."""

    async def name_of(self, iin: str) -> str:
        """The full name; empty when nobody can say."""
        ...


@dataclass(frozen=True)
class CodeDesk:
    """Where codes are asked for and handed in."""

    codes: Codes
    limits: Limits
    register: RegisterState
    sender: CodeSender
    rules: CodeRules
    database: Database
    names: Names


@dataclass(frozen=True)
class Wish:
    """Somebody asks for a code; nothing is known yet but that both numbers have the right form.

    `as_escort`: to mark attendance, if a parent gave this phone; of a code that was taken, that it was sent so.
    """

    iin: str
    phone: str
    language: Language
    address: str
    as_escort: bool = False

    def __repr__(self) -> str:
        """Without IIN, phone and address."""
        return "Wish()"


@dataclass(frozen=True)
class CodeRequest:
    """A request that waits for its code, and whether one was sent."""

    subject: str
    payload: dict[str, Any]
    sent: bool

    @property
    def iin(self) -> str:
        """Whose code was asked for."""
        return str(self.payload["iin"])

    @property
    def device(self) -> str:
        """On which device known to this person; a process of the release before kept none."""
        return str(self.payload.get("device", ""))

    @property
    def asker(self) -> tuple[str, str, str]:
        """Whose tries are counted."""
        return self.iin, str(self.payload["phone"]), self.device

    def __repr__(self) -> str:
        """Without IIN and phone."""
        return "CodeRequest()"


@dataclass(frozen=True)
class WaitingCode:
    """What everybody is answered, whoever they are; the secret binds the code to the browser that asked."""

    id: UUID
    browser_secret: str
    expires_at: datetime


async def ask_code(desk: CodeDesk, wish: Wish, device_secrets: Sequence[str], now: datetime) -> WaitingCode:
    """Promise a code; whether one is sent is found out after the answer.

    A device on which the person has signed in before has counts and a waiting code of its own: whoever asks elsewhere
    in somebody's name does not touch them.

    Raises:
        TooMany: `too_many_codes`, by numbers and address, whoever they are.
        Unavailable: `mobile_register_unavailable`, `sms_budget_spent`, `sign_in_unavailable`.
    """
    device = await _known_device(desk, wish.iin, device_secrets)
    desk.sender.must_have_room(known=bool(device))
    await desk.register.must_answer()
    await _charge(desk, wish, device, now)
    waiting = WaitingCode(
        new_id(), secrets.token_urlsafe(32), now + timedelta(seconds=desk.rules.settings.code_lifetime_s)
    )
    subject = _subject(waiting.id, waiting.browser_secret)
    await desk.codes.keep(
        PURPOSE,
        subject,
        code=None,
        payload={
            "iin": wish.iin,
            "phone": wish.phone,
            "device": device,
            "language": wish.language.value,
            "expires_at": waiting.expires_at.isoformat(),
        },
        lifetime_s=desk.rules.settings.code_lifetime_s,
        tries=desk.rules.settings.code_tries,
        owner=f"{wish.iin} {wish.phone} {device}",
    )
    asked = Asked(
        waiting.id,
        subject,
        wish.iin,
        wish.phone,
        wish.language,
        current_traceparent(),
        on_known_device=bool(device),
        as_escort=wish.as_escort,
    )
    desk.sender.put(asked)
    CODES.labels("asked").inc()
    return waiting


async def _known_device(desk: CodeDesk, iin: str, device_secrets: Sequence[str]) -> str:
    """By which of these the person is known, as a digest; empty on a new device, as for whoever is nobody."""
    if not device_secrets:
        return ""
    async with desk.database.read() as tx:
        known = await sessions.find_device(tx, iin, [secret_sha256(each) for each in device_secrets])
    return known.hex() if known else ""


async def _charge(desk: CodeDesk, wish: Wish, device: str, now: datetime) -> None:
    known = bool(device)
    quiet = known or await desk.limits.spend(desk.rules.of_quiet_network(wish.address)) == 0
    minute, day = desk.rules.minute(known=known, quiet=quiet), desk.rules.day(known=known)
    wait_s = await desk.limits.wait_s(*minute, day)
    if not wait_s:
        too_often_s = await desk.limits.spend(*desk.rules.asking(wish.iin, wish.phone, device, wish.address))
        if too_often_s:
            CODES.labels("too_many_codes").inc()
            raise TooMany("too_many_codes", retry_after_s=too_often_s)
        wait_s = await desk.limits.spend(*minute)
    if wait_s:
        CODES.labels("sms_budget_spent").inc()
        await _tell_once(desk, "sms_budget_spent", now)
        raise Unavailable("sms_budget_spent", retry_after_s=wait_s)


async def find_request(desk: CodeDesk, code_id: UUID, browser_secret: str) -> CodeRequest | None:
    """What waits for a code in this browser; None when it is over, or was never asked for here."""
    subject = _subject(code_id, browser_secret)
    waiting = await desk.codes.read(PURPOSE, subject)
    return None if waiting is None else CodeRequest(subject, waiting.payload, waiting.opened)


async def take_code(desk: CodeDesk, request: CodeRequest | None, code: str, address: str, now: datetime) -> Wish:
    """Whose code it is, used up by this very call.

    Raises:
        Invalid: `code_wrong`, also for an expired, used or unknown one and for another browser's.
        TooMany: `too_many_tries`, by numbers, and by address unless the person is known on this device.
    """
    if request is None or not request.device:
        await _charge_try(desk, desk.rules.tries_of_address, network_of(address))
    if request is None:
        raise _wrong()
    await _charge_try(desk, desk.rules.tries_of_pair, *request.asker)
    taken = await desk.codes.take(PURPOSE, request.subject, code)
    if taken is None or now >= datetime.fromisoformat(taken["expires_at"]):
        await _note_wrong(desk, request, now)
        raise _wrong()
    await desk.limits.forgive(desk.rules.tries_of_pair.of(*request.asker))
    language, as_escort = Language(taken["language"]), taken.get("escort", False)
    return Wish(taken["iin"], taken["phone"], language, address, as_escort=as_escort)


def _wrong() -> Invalid:
    CODES.labels("code_wrong").inc()
    return Invalid("code_wrong")


async def find_missing_name(desk: CodeDesk, iin: str) -> str:
    """What the persons register calls who has shown the code, if no certificate has named them; else nothing."""
    async with desk.database.read_once() as tx:
        named = await store.find_name(tx, iin)
    return "" if named else await desk.names.name_of(iin)


async def check_escort(tx: Tx, desk: CodeDesk, wish: Wish) -> None:
    """Let nobody be removed as an escort while they sign in as one.

    Raises:
        Invalid: `code_wrong` to who is nobody's escort with this phone any more, and has nothing left to send.
    """
    if wish.as_escort:
        await entrustments.lock_person(tx, wish.iin)
        if not await entrustments.is_escort(tx, wish.iin, wish.phone, desk.rules.escort_sends_for):
            raise _wrong()


async def begin_code_session(
    tx: Tx, cache: Cache, wish: Wish, name: str, *, pseudonyms: Pseudonyms, browser: Browser, now: datetime
) -> SignedIn:
    """Open a session for who has shown the code; the first time it makes the account, by the register's name."""
    account = await store.upsert_account(
        tx,
        id=new_id(),
        iin=wish.iin,
        known_as=pseudonyms.of(wish.iin),
        name=name,
        language=wish.language.value,
        now=now,
    )
    way, phone = (SignInMethod.ESCORT, wish.phone) if wish.as_escort else (SignInMethod.CODE, None)
    return await begin_session(tx, cache, account, way, browser=browser, now=now, phone=phone)


async def _charge_try(desk: CodeDesk, window: Window, *subject: str) -> None:
    wait_s = await desk.limits.spend(window.of(*subject))
    if wait_s:
        CODES.labels("too_many_tries").inc()
        raise TooMany("too_many_tries", retry_after_s=wait_s)


async def _note_wrong(desk: CodeDesk, request: CodeRequest, now: datetime) -> None:
    """While many guess, a code has one try: those asked for before codes became longer are worth little, too.

    Sent or not, the work is the same; only tries at codes that were sent can begin it.
    """
    many_guess = await desk.limits.wait_s(*desk.rules.wrong_ones())
    await desk.limits.spend(*desk.rules.wrong_ones(sent=request.sent))
    if many_guess:
        await desk.codes.drop(PURPOSE, request.subject)
        await _tell_once(desk, "codes_guessed", now)


async def _tell_once(desk: CodeDesk, kind: str, now: datetime) -> None:
    """A security event, at most once an hour of its kind."""
    if await desk.limits.spend(Window(f"told_{kind}", 1, HOUR).of()) == 0:
        async with desk.database.write() as tx:
            await store.insert_security_event(tx, id=new_id(), kind=kind, now=now)


def _subject(code_id: UUID, browser_secret: str) -> str:
    return f"{code_id} {browser_secret}"
