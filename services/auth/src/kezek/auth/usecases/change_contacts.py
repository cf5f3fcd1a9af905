"""A contact becomes a person's once they have shown by a code that they read it (domain §2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from kezek.auth.adapters import contacts, store
from kezek.auth.adapters.codes import EMAIL_DIGITS, SMS_DIGITS, Codes, new_code
from kezek.auth.adapters.limits import Limits, Window
from kezek.auth.adapters.redis import Cache, person_key
from kezek.auth.domain.contact import Channel
from kezek.auth.domain.letters import Letter, write_letter
from kezek.auth.domain.session import Session
from kezek.auth.usecases.letters import Message, tell, tell_at
from kezek.contracts.auth import Account
from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import Language
from kezek.platform.actors import Actor
from kezek.platform.db import Tx
from kezek.platform.errors import Invalid, NotAllowed, TooMany, Unavailable
from kezek.platform.providers import Provider, RefusedForGoodError, UnclearError

TRIES = 5
LETTERS: Mapping[Channel, Letter] = {Channel.EMAIL: Letter.EMAIL_CODE, Channel.PHONE: Letter.PHONE_CODE}
CHANGED: Mapping[Channel, Letter] = {Channel.EMAIL: Letter.EMAIL_CHANGED, Channel.PHONE: Letter.PHONE_CHANGED}
DIGITS: Mapping[Channel, int] = {Channel.EMAIL: EMAIL_DIGITS, Channel.PHONE: SMS_DIGITS}


@dataclass(frozen=True)
class ContactLimits:
    """How many codes one person may have sent and one contact gets, so nobody is flooded; and all SMS together.

    `reserve` is what each person may have sent to a contact whatever others sent there: nobody can keep somebody from
    confirming the own address.
    """

    by_person: Window
    by_contact: Window
    reserve: Window
    sms: Window
    lifetime_s: int


@dataclass(frozen=True)
class ContactCodes:
    """Sends a code to a contact that is to be confirmed, and takes it back once."""

    codes: Codes
    limits: Limits
    settings: ContactLimits
    providers: Mapping[Channel, Provider]

    async def send(self, account: store.Account, channel: Channel, contact: str) -> None:
        """Send a code; it takes the place of an earlier one. The answer is the same whoever else has this contact.

        Raises:
            TooMany: `too_many_codes`.
            Invalid: `contact_refused` when the provider will never take a message to it.
            Unavailable: `code_not_sent`, asking again may help; `sms_budget_spent`, the one of signing in.
        """
        if wait_s := await self._charge(str(account.id), contact.casefold()):
            raise TooMany("too_many_codes", retry_after_s=wait_s)
        if channel is Channel.PHONE and (wait_s := await self.limits.spend(self.settings.sms.of())):
            raise Unavailable("sms_budget_spent", retry_after_s=wait_s)
        code = new_code(DIGITS[channel])
        await self.codes.keep(
            _purpose(channel),
            str(account.id),
            code=code,
            payload={"contact": contact},
            lifetime_s=self.settings.lifetime_s,
            tries=TRIES,
        )
        values = {"code": code, "minutes": str(self.settings.lifetime_s // 60)}
        words = write_letter(LETTERS[channel], account.letters_language.value, values)
        try:
            await self.providers[channel].send(Message(new_id(), contact, words.subject, words.text))
        except RefusedForGoodError as refused:
            raise Invalid("contact_refused") from refused
        except UnclearError as unclear:
            raise Unavailable("code_not_sent") from unclear

    async def _charge(self, person: str, contact: str) -> int:
        mine = self.settings.by_person.of(person)
        if await self.limits.spend(mine, self.settings.reserve.of(person, contact)) == 0:
            return 0
        return await self.limits.spend(mine, self.settings.by_contact.of(contact))

    async def take(self, actor: Actor, channel: Channel, code: str) -> str:
        """The contact that this code confirms, once.

        Raises:
            Invalid: `code_wrong`, also for an expired or used one.
        """
        payload = await self.codes.take(_purpose(channel), str(actor.person_id), code)
        if payload is None:
            raise Invalid("code_wrong")
        return str(payload["contact"])

    async def waiting(self, actor: Actor, channel: Channel) -> str | None:
        """The contact that waits for its code, as far as that is known now."""
        try:
            waiting = await self.codes.read(_purpose(channel), str(actor.person_id))
        except Unavailable:
            return None
        return None if waiting is None else str(waiting.payload["contact"])


def check_fresh(session: Session, now: datetime, fresh_s: int) -> None:
    """Whether the session is young enough for what a thief of an open browser would do first.

    Raises:
        NotAllowed: `session_too_old`: signing in again makes it fresh.
    """
    if now - session.began_at > timedelta(seconds=fresh_s):
        raise NotAllowed("session_too_old", fresh_s=fresh_s)


async def confirm_contact(
    tx: Tx, cache: Cache, actor: Actor, channel: Channel, contact: str, now: datetime
) -> store.Account:
    """The contact is the person's from now on; the one before is told, of a phone the e-mail address, too."""
    before = await contacts.lock_account(tx, actor.person_id)
    await contacts.update_contact(tx, actor.person_id, channel, contact)
    old = before.email if channel is Channel.EMAIL else before.phone
    if old is not None and old != contact:
        await tell_at(tx, before, CHANGED[channel], now, channel, old)
    if channel is Channel.PHONE and old != contact:
        await tell(tx, before, Letter.PHONE_CHANGED if old else Letter.PHONE_ADDED, now)
    await store.insert_security_event(
        tx, id=new_id(), kind=f"{channel.value}_confirmed", now=now, person_id=actor.person_id
    )
    return await _publish(tx, cache, actor)


async def change_languages(
    tx: Tx, cache: Cache, actor: Actor, pages: Language | None, messages: Language | None
) -> store.Account:
    """Speak and write another language from now on (domain §1)."""
    await contacts.update_languages(tx, actor.person_id, pages, messages)
    return await _publish(tx, cache, actor)


async def _publish(tx: Tx, cache: Cache, actor: Actor) -> store.Account:
    account = await contacts.next_version(tx, actor.person_id)
    await cache.forget(person_key(actor.person_id))
    language = account.letters_language
    event = Account(person_id=account.id, email=account.email, phone=account.phone, language=language)
    await tx.publish(event, version=account.version)
    return account


def _purpose(channel: Channel) -> str:
    return f"contact-{channel.value}"
