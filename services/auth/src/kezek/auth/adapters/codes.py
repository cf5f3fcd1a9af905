"""One-time codes in Redis (domain §2.2): hashed, short-lived, few tries, taken by one request only.

Redis holds no IIN, phone, e-mail address or code in the clear: subjects and codes are keyed digests, payloads are
sealed. Everything expires by itself.
"""

import json
import secrets
from dataclasses import dataclass
from typing import Any, cast

from redis.asyncio import Redis

from kezek.auth.adapters.redis import AWAY
from kezek.auth.adapters.sealing import Seal
from kezek.platform.errors import Unavailable

SMS_DIGITS = 6
EMAIL_DIGITS = 8

_KEEP = """
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'code', ARGV[1], 'payload', ARGV[2], 'tries', ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
if KEYS[2] then
    local before = redis.call('GET', KEYS[2])
    if before and before ~= KEYS[1] then redis.call('DEL', before) end
    redis.call('SET', KEYS[2], KEYS[1], 'PX', ARGV[4])
end
"""
_OPEN = """
if redis.call('EXISTS', KEYS[1]) == 0 then return -1 end
if ARGV[2] then redis.call('HSET', KEYS[1], 'payload', ARGV[2]) end
return redis.call('HSET', KEYS[1], 'code', ARGV[1], 'opened', 1)
"""
_TAKE = """
local kept = redis.call('HMGET', KEYS[1], 'code', 'payload', 'tries')
if not kept[1] then return false end
if kept[1] == ARGV[1] then
    redis.call('DEL', KEYS[1])
    return kept[2]
end
if redis.call('HINCRBY', KEYS[1], 'tries', -1) <= 0 then redis.call('DEL', KEYS[1]) end
return false
"""


def new_code(digits: int = SMS_DIGITS) -> str:
    """A decimal code, all equally likely."""
    return f"{secrets.randbelow(10**digits):0{digits}d}"


@dataclass(frozen=True)
class Waiting:
    """What waits for its code, and whether one fits since `open_for`."""

    payload: dict[str, Any]
    opened: bool

    def __repr__(self) -> str:
        """Without the payload."""
        return "Waiting()"


class Codes:
    """Codes that wait to be typed in. A purpose and a subject name one; the subject is kept as a digest only."""

    def __init__(self, redis: Redis, seal: Seal) -> None:
        self._seal = seal
        self._redis = redis
        self._keep = redis.register_script(_KEEP)
        self._open = redis.register_script(_OPEN)
        self._take = redis.register_script(_TAKE)

    async def keep(
        self,
        purpose: str,
        subject: str,
        *,
        code: str | None,
        payload: dict[str, Any],
        lifetime_s: int,
        tries: int,
        owner: str | None = None,
    ) -> None:
        """Keep a code instead of what was there; of one owner only the newest lives.

        Without a code no try fits until `open_for` brings one; tries are counted all the same.

        Raises:
            Unavailable: `sign_in_unavailable` while Redis is away.
        """
        key = self._key(purpose, subject)
        keys = [key] if owner is None else [key, self._key(purpose, owner, kind="owner")]
        digest = self._code(key, code if code is not None else secrets.token_hex(32))
        sealed = self._seal.close(json.dumps(payload).encode(), key)
        await self._run(self._keep, keys, [digest, sealed, tries, lifetime_s * 1000])

    async def open_for(self, purpose: str, subject: str, code: str, **more: Any) -> bool:
        """Let this code fit from now on; False when nothing waits for it any more. `more` is added to the payload.

        Raises:
            Unavailable: `sign_in_unavailable` while Redis is away.
        """
        key = self._key(purpose, subject)
        given: list[Any] = [self._code(key, code)]
        if more:
            waiting = await self.read(purpose, subject)
            if waiting is None:
                return False
            given.append(self._seal.close(json.dumps({**waiting.payload, **more}).encode(), key))
        return bool(await self._run(self._open, [key], given) >= 0)

    async def read(self, purpose: str, subject: str) -> Waiting | None:
        """What waits, without a try.

        Raises:
            Unavailable: `sign_in_unavailable` while Redis is away.
        """
        key = self._key(purpose, subject)
        try:
            sealed, opened = await cast("Any", self._redis.hmget(key, "payload", "opened"))
        except AWAY as error:
            raise Unavailable("sign_in_unavailable") from error
        payload = self._payload(key, sealed)
        return None if payload is None else Waiting(payload, opened is not None)

    async def take(self, purpose: str, subject: str, code: str) -> dict[str, Any] | None:
        """The payload, to the first who brings the right code; None for a wrong, expired or unknown one alike.

        Raises:
            Unavailable: `sign_in_unavailable` while Redis is away.
        """
        key = self._key(purpose, subject)
        return self._payload(key, await self._run(self._take, [key], [self._code(key, code)]))

    async def drop(self, purpose: str, subject: str) -> None:
        """Let nothing fit any more.

        Raises:
            Unavailable: `sign_in_unavailable` while Redis is away.
        """
        try:
            await self._redis.delete(self._key(purpose, subject))
        except AWAY as error:
            raise Unavailable("sign_in_unavailable") from error

    def _key(self, purpose: str, subject: str, kind: str = "code") -> str:
        return f"auth:{kind}:{purpose}:{self._seal.digest(kind, purpose, subject)}"

    def _code(self, key: str, code: str) -> str:
        return self._seal.digest(key, code)

    def _payload(self, key: str, sealed: bytes | None) -> dict[str, Any] | None:
        content = None if sealed is None else self._seal.open(sealed, key)
        payload: dict[str, Any] | None = None if content is None else json.loads(content)
        return payload

    async def _run(self, script: Any, keys: list[str], given: list[Any]) -> Any:
        try:
            return await script(keys=keys, args=given)
        except AWAY as error:
            raise Unavailable("sign_in_unavailable") from error
