"""How often something may happen, in Redis: several windows are charged together or not at all.

A window begins with its first charge and ends by itself. Subjects (an IIN, a phone, an address) are keyed digests.
"""

import math
from dataclasses import dataclass

from redis.asyncio import Redis

from kezek.auth.adapters.redis import AWAY
from kezek.auth.adapters.sealing import Seal
from kezek.platform.errors import Unavailable

_SPEND = """
local wait = 0
for i, key in ipairs(KEYS) do
    if tonumber(redis.call('GET', key) or '0') >= tonumber(ARGV[2 * i]) then
        local left = redis.call('PTTL', key)
        if left < 0 then left = tonumber(ARGV[2 * i + 1]) end
        wait = math.max(wait, left, 1)
    end
end
if wait > 0 or ARGV[1] == 'look' then return wait end
for i, key in ipairs(KEYS) do
    if redis.call('INCR', key) == 1 then redis.call('PEXPIRE', key, ARGV[2 * i + 1]) end
end
return 0
"""


@dataclass(frozen=True)
class Window:
    """So many times within so many seconds."""

    name: str
    most: int
    seconds: int

    def of(self, *subject: str) -> "Charge":
        """This window for one subject; without a subject, for everybody together."""
        return Charge(self, subject)


@dataclass(frozen=True)
class Charge:
    """One window of one subject."""

    window: Window
    subject: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Without the subject, so that no log can hold it."""
        return f"Charge({self.window.name})"


class Limits:
    """Counts charges; atomic, so no crowd slips through."""

    def __init__(self, redis: Redis, seal: Seal) -> None:
        self._seal = seal
        self._redis = redis
        self._spend = redis.register_script(_SPEND)

    async def spend(self, *charges: Charge) -> int:
        """Charge all of them and answer 0; or, when one is full, charge none and answer the seconds to wait.

        Raises:
            Unavailable: `sign_in_unavailable` while Redis is away.
        """
        return await self._ask("spend", charges)

    async def wait_s(self, *charges: Charge) -> int:
        """The seconds until all of them have room, without charging.

        Raises:
            Unavailable: `sign_in_unavailable` while Redis is away.
        """
        return await self._ask("look", charges)

    async def forgive(self, *charges: Charge) -> None:
        """Let these windows begin anew.

        Raises:
            Unavailable: `sign_in_unavailable` while Redis is away.
        """
        try:
            await self._redis.delete(*(self._key(each) for each in charges))
        except AWAY as error:
            raise Unavailable("sign_in_unavailable") from error

    async def _ask(self, how: str, charges: tuple[Charge, ...]) -> int:
        given: list[str | int] = [how]
        for each in charges:
            given += [each.window.most, each.window.seconds * 1000]
        try:
            wait_ms: int = await self._spend(keys=[self._key(each) for each in charges], args=given)
        except AWAY as error:
            raise Unavailable("sign_in_unavailable") from error
        return math.ceil(wait_ms / 1000)

    def _key(self, charge: Charge) -> str:
        name = charge.window.name
        return f"auth:limit:{name}:{self._seal.digest('limit', name, *charge.subject)}"
