"""Who is it: from the cookie's secret to the person with their grants, for every request (architecture §6)."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from kezek.auth.adapters import store
from kezek.auth.adapters.redis import Cache, person_key, session_key
from kezek.auth.domain.session import Limits
from kezek.platform.actors import Actor, Grant, actor_from_claims
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
    limits: Limits
    clock: Clock
    cache_s: int

    async def actor(self, secret: str) -> Actor | None:
        """The person of a living session, or None."""
        if not is_secret(secret):
            return None
        session = await self._session(secret_sha256(secret))
        if session is None:
            return None
        person = await self._person(UUID(session["sub"]))
        return actor_from_claims({**person, **session})

    async def _session(self, sha256: bytes) -> dict[str, Any] | None:
        copy = await self.cache.get(session_key(sha256))
        return copy if copy is not None else await self._session_of_row(sha256)

    async def _session_of_row(self, sha256: bytes) -> dict[str, Any] | None:
        now = self.clock.now()
        async with self.database.read() as tx:
            session = await store.find_session(tx, sha256)
        if session is None or not session.is_alive(self.limits, now):
            return None
        if now - session.used_at >= timedelta(seconds=self.cache_s):
            async with self.database.write() as tx:
                await store.update_session_used(tx, session.id, now)
        claims = {"sub": str(session.person_id), "method": session.method}
        left_s = int((session.dies_at(self.limits) - now).total_seconds())
        if left_s > 0:
            await self.cache.keep(session_key(sha256), claims, min(self.cache_s, left_s))
        return claims

    async def _person(self, person_id: UUID) -> dict[str, Any]:
        copy = await self.cache.get(person_key(person_id))
        if copy is not None:
            return copy
        async with self.database.read() as tx:
            account = await store.load_account(tx, person_id)
            grants = [_claims(grant) for grant in await store.list_grants(tx, account.iin)]
        person = {"iin": account.iin, "lang": account.language, "grants": grants}
        await self.cache.keep(person_key(person_id), person, self.cache_s)
        return person


def _claims(grant: Grant) -> dict[str, Any]:
    kindergarten = str(grant.kindergarten_id) if grant.kindergarten_id else None
    return {"role": grant.role.value, "kindergarten": kindergarten, "district": grant.district}
