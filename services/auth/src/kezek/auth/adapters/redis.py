"""Redis for what may be lost: challenges, which are asked for anew, and a cache before the rows of sessions."""

import asyncio
import base64
import json
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import RedisError

from kezek.auth.adapters.sealing import Seal
from kezek.auth.domain.challenge import Challenge
from kezek.platform.errors import Unavailable
from kezek.platform.telemetry import logger

LOG = logger(__name__)
AWAY = (RedisError, OSError, TimeoutError)
AWAY_FOR_S = 1.0
FORGOTTEN = b"-"
FORGOTTEN_FOR_S = 15


def connect(url: str, timeout_s: float, ca_file: Path | None = None) -> Redis:
    """A client that waits so long at most; one retry finds a connection that a restart of Redis has closed.

    What Redis did not answer in time it may have done, and is not told again: a code would be taken twice.
    """
    retry = Retry(NoBackoff(), 1, supported_errors=(RedisConnectionError,))
    tls: dict[str, Any] = (
        {"ssl_ca_certs": str(ca_file), "ssl_cert_reqs": "required", "ssl_check_hostname": True} if ca_file else {}
    )
    return Redis.from_url(
        url, socket_timeout=timeout_s, socket_connect_timeout=timeout_s, retry=retry, protocol=2, **tls
    )


class Challenges:
    """Challenges that wait for their signature; each is taken once."""

    def __init__(self, redis: Redis, lifetime_s: int) -> None:
        self._redis = redis
        self._lifetime_s = lifetime_s

    async def keep(self, challenge: Challenge) -> None:
        """Keep a challenge until it is taken or expires.

        Raises:
            Unavailable: `sign_in_unavailable` while Redis is away.
        """
        value = {
            "document": base64.b64encode(challenge.document).decode(),
            "browser_sha256": challenge.browser_sha256,
            "expires_at": challenge.expires_at.isoformat(),
        }
        try:
            await self._redis.set(_challenge_key(challenge.id), json.dumps(value), ex=self._lifetime_s)
        except AWAY as error:
            raise Unavailable("sign_in_unavailable") from error

    async def take(self, challenge_id: UUID) -> Challenge | None:
        """The challenge, to the first who asks; None when it is used, expired or was never made.

        Raises:
            Unavailable: `sign_in_unavailable` while Redis is away.
        """
        try:
            stored = await self._redis.getdel(_challenge_key(challenge_id))
        except AWAY as error:
            raise Unavailable("sign_in_unavailable") from error
        return _challenge(challenge_id, stored)

    async def read(self, challenge_id: UUID) -> Challenge | None:
        """The challenge, which stays; None when it is used, expired or was never made.

        Raises:
            Unavailable: `sign_in_unavailable` while Redis is away.
        """
        try:
            stored = await self._redis.get(_challenge_key(challenge_id))
        except AWAY as error:
            raise Unavailable("sign_in_unavailable") from error
        return _challenge(challenge_id, stored)


class Cache:
    """Copies of rows for some seconds, sealed: they name people and their roles.

    What changes a row calls `forget` before its commit.

    `forget` leaves a mark that no copy can replace while it stands, so a reader that read the row before the change
    cannot put its old copy back. While Redis is away every reader reads rows, and one who has waited for `most_s`
    does; who changes a row waits for as long as the client does.
    """

    def __init__(self, redis: Redis, seal: Seal, most_s: float) -> None:
        self._redis = redis
        self._seal = seal
        self._most_s = most_s
        self._away_until = 0.0

    async def get(self, key: str) -> dict[str, Any] | None:
        """The copy, or None when the row must be read."""
        if self._is_away():
            return None
        try:
            async with asyncio.timeout(self._most_s):
                stored: Any = await self._redis.get(key)
        except AWAY as error:
            self._note_away(error)
            return None
        content = None if stored in (None, FORGOTTEN) else self._seal.open(stored, key)
        copy: dict[str, Any] | None = None if content is None else json.loads(content)
        return copy

    async def keep(self, key: str, copy: dict[str, Any], seconds: int) -> None:
        """Keep a copy, unless there is one or the row has just been changed."""
        if self._is_away():
            return
        try:
            async with asyncio.timeout(self._most_s):
                await self._redis.set(key, self._seal.close(json.dumps(copy).encode(), key), nx=True, ex=seconds)
        except AWAY as error:
            self._note_away(error)

    async def forget(self, *keys: str) -> None:
        """Let the next readers read the rows; always tried, also while Redis seems away, and waited for once."""
        marks = self._redis.pipeline(transaction=False)
        for key in keys:
            marks.set(key, FORGOTTEN, ex=FORGOTTEN_FOR_S)
        try:
            await marks.execute()
        except AWAY as error:
            self._note_away(error)

    def _is_away(self) -> bool:
        return asyncio.get_running_loop().time() < self._away_until

    def _note_away(self, error: Exception) -> None:
        LOG.warning("cache is away", cause=type(error).__name__)
        self._away_until = asyncio.get_running_loop().time() + AWAY_FOR_S


def session_key(secret_sha256: bytes) -> str:
    """Where a session's copy stands."""
    return f"auth:session:{secret_sha256.hex()}"


def person_key(person_id: UUID) -> str:
    """Where the copy of a person's language and grants stands."""
    return f"auth:person:{person_id}"


def _challenge_key(challenge_id: UUID) -> str:
    return f"auth:challenge:{challenge_id}"


def _challenge(challenge_id: UUID, stored: bytes | str | None) -> Challenge | None:
    if stored is None:
        return None
    value = json.loads(stored)
    document, expires_at = base64.b64decode(value["document"]), datetime.fromisoformat(value["expires_at"])
    return Challenge(challenge_id, document, value["browser_sha256"], expires_at)
