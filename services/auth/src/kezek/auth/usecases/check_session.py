"""Who is it: from the cookie's secret to the person with their grants, for every request (architecture §gateway)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from kezek.auth.adapters import sessions, store
from kezek.auth.adapters.redis import Cache, person_key, session_key
from kezek.auth.domain.session import Session, SessionRules
from kezek.auth.usecases.carried_grants import carried_grants
from kezek.auth.usecases.note_uses import Uses
from kezek.platform.actors import Actor, Grant, SignInMethod, actor_from_claims
from kezek.platform.clock import Clock
from kezek.platform.db import Database

SECRET_LENGTH = 43


def is_secret(text: str) -> bool:
    """Whether the text can be a session's secret: nothing is looked up for anything else."""
    return len(text) == SECRET_LENGTH and text.isascii()


def secret_sha256(secret: str) -> bytes:
    """What is kept of a session's secret."""
    return hashlib.sha256(secret.encode()).digest()


@dataclass(frozen=True)
class SessionCheck:
    """Answers from the cache's copies, which live some seconds, else from the rows; `clock` keeps real time."""

    database: Database
    cache: Cache
    rules: SessionRules
    clock: Clock
    cache_s: int
    uses: Uses

    async def actor(self, secret: str, *, used: bool = True) -> Actor | None:
        """The person of a living session with the grants it carries, or None.

        A page that asks by itself does not use the session, nor does its copy hide a use from the rows.
        """
        if not is_secret(secret):
            return None
        sha256 = secret_sha256(secret)
        copy = await self.cache.get(session_key(sha256))
        if copy is None:
            return await self._actor_of_row(sha256, used=used)
        actor = actor_of(await self._person(UUID(copy["sub"])), copy)
        return None if has_lost_its_purpose(actor) else actor

    async def standings(self, known: Mapping[UUID, Actor]) -> dict[UUID, Actor]:
        """Those of these sessions that live, as they may act now; to look is no use of them.

        Who was no staff is not asked for again: a role that is new opens at the next request. Of all staff together
        the rows are asked for once.
        """
        now = self.clock.now()
        async with self.database.read_once() as tx:
            found = await sessions.list_sessions(tx, known)
            living = [each for each in found if each.is_alive(self.rules.people, now)]
            staff = {each.person_id for each in living if is_staff(known[each.id])}
            persons = await store.list_persons(tx, staff) if staff else {}
        acting = {each.id: known[each.id] for each in living if not is_staff(known[each.id])}
        for each in living:
            person = persons.get(each.person_id) if is_staff(known[each.id]) else None
            if person is not None and (actor := self._acting(each, person_claims(*person), now)) is not None:
                acting[each.id] = actor
        return acting

    async def _actor_of_row(self, sha256: bytes, *, used: bool) -> Actor | None:
        now = self.clock.now()
        async with self.database.read_once() as tx:
            session = await sessions.find_session(tx, sha256)
        actor = None if session is None else await self._living(session, now)
        if session is None or actor is None or not used:
            return actor
        left_s = int((session.dies_at(self.rules.of(staff=is_staff(actor))) - now).total_seconds())
        await self._note_used(session, now, left_s)
        if left_s > 0:
            await self.cache.keep(session_key(sha256), session_claims(session), min(self.cache_s, left_s))
        return actor

    async def _living(self, session: Session, now: datetime) -> Actor | None:
        """Who acts in a session, if it lives."""
        if not session.is_alive(self.rules.people, now):
            return None
        return self._acting(session, await self._person(session.person_id), now)

    def _acting(self, session: Session, person: dict[str, Any], now: datetime) -> Actor | None:
        """This person in this session, if it lives by the limits of who they are."""
        actor = actor_of(person, session_claims(session))
        limits = self.rules.of(staff=is_staff(actor))
        return None if has_lost_its_purpose(actor) or not session.is_alive(limits, now) else actor

    async def _note_used(self, session: Session, now: datetime, left_s: int) -> None:
        if now - session.used_at < timedelta(seconds=self.cache_s):
            return
        if left_s <= self.cache_s:
            await self.uses.note_now(session.id, now)
        else:
            self.uses.note(session.id, now)

    async def _person(self, person_id: UUID) -> dict[str, Any]:
        copy = await self.cache.get(person_key(person_id))
        if copy is not None:
            return copy
        async with self.database.read_once() as tx:
            person = person_claims(*await store.load_person(tx, person_id))
        await self.cache.keep(person_key(person_id), person, self.cache_s)
        return person


def actor_of(person: dict[str, Any], session: dict[str, Any]) -> Actor:
    """The person as this session may act."""
    actor = actor_from_claims({**person, **session})
    workplace_id = UUID(session["workplace"]) if session["workplace"] else None
    carried = carried_grants(actor.method, actor.grants, workplace_id)
    return replace(
        actor,
        grants=carried.grants,
        must_choose_workplace=carried.must_choose_workplace,
        complete=actor.complete or actor.method is SignInMethod.ESCORT,
    )


def actor_in(account: store.Account, grants: tuple[Grant, ...], session: Session) -> Actor:
    """The person of these rows as this session may act."""
    return actor_of(person_claims(account, grants), session_claims(session))


def is_staff(actor: Actor) -> bool:
    """Whether the session opens anything of the staff's."""
    return bool(actor.grants) or actor.must_choose_workplace


def has_lost_its_purpose(actor: Actor) -> bool:
    """Whether it is a worker's password session of somebody who works nowhere any more (domain §2.3)."""
    return actor.method is SignInMethod.PASSWORD and not is_staff(actor)


def session_claims(session: Session) -> dict[str, Any]:
    """What is copied of a session."""
    workplace = str(session.workplace_id) if session.workplace_id else None
    return {
        "sub": str(session.person_id),
        "method": session.method,
        "workplace": workplace,
        "phone": session.phone,
    }


def person_claims(account: store.Account, grants: tuple[Grant, ...]) -> dict[str, Any]:
    """What is copied of a person."""
    return {
        "iin": account.iin,
        "lang": account.language,
        "complete": is_complete(account),
        "grants": [_claims(grant) for grant in grants],
    }


def is_complete(account: store.Account) -> bool:
    """Whether the first sign-in is over: an e-mail address is required before anything else (domain §2)."""
    return account.email is not None


def _claims(grant: Grant) -> dict[str, Any]:
    kindergarten = str(grant.kindergarten_id) if grant.kindergarten_id else None
    return {"role": grant.role.value, "kindergarten": kindergarten, "district": grant.district}
