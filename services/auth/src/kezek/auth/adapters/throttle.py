"""Growing waits between wrong passwords, in Redis: short ones, so that nobody can lock anybody out for long.

A try is counted before it is judged, so no crowd of requests gets more of them; the right one forgives all.
"""

import math

from redis.asyncio import Redis

from kezek.auth.adapters.redis import AWAY
from kezek.auth.adapters.sealing import Seal
from kezek.auth.way_settings import PasswordSettings
from kezek.platform.errors import Unavailable

_BEGIN = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local kept = redis.call('HMGET', KEYS[1], 'tries', 'opens')
local opens = tonumber(kept[2] or '0')
if now < opens then return opens - now end
local tries = tonumber(kept[1] or '0') + 1
local free, first, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local wait = 0
if tries > free then wait = math.min(first * 2 ^ math.min(tries - free - 1, 20), most) end
redis.call('HSET', KEYS[1], 'tries', tries, 'opens', string.format('%d', now + wait))
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 0
"""


class Throttle:
    """Waits by subject, which is kept as a digest only."""

    def __init__(self, redis: Redis, seal: Seal, settings: PasswordSettings) -> None:
        self._redis = redis
        self._seal = seal
        self._begin = redis.register_script(_BEGIN)
        seconds = (settings.password_wait_s, settings.password_wait_most_s, settings.password_forgotten_s)
        self._numbers = [settings.password_tries_free, *(each * 1000 for each in seconds)]

    async def begin(self, *subject: str) -> int:
        """Count a try and answer 0; or, when it comes too early, the seconds to wait.

        Raises:
            Unavailable: `sign_in_unavailable` while Redis is away.
        """
        try:
            wait_ms: int = await self._begin(keys=[self._key(subject)], args=self._numbers)
        except AWAY as error:
            raise Unavailable("sign_in_unavailable") from error
        return math.ceil(wait_ms / 1000)

    async def forgive(self, *subject: str) -> None:
        """Count anew: the right password was there.

        Raises:
            Unavailable: `sign_in_unavailable` while Redis is away.
        """
        try:
            await self._redis.delete(self._key(subject))
        except AWAY as error:
            raise Unavailable("sign_in_unavailable") from error

    def _key(self, subject: tuple[str, ...]) -> str:
        return f"auth:password:{self._seal.digest('password', *subject)}"
