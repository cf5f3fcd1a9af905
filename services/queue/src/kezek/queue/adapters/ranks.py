"""Ranks of who stands in the order, in Redis: sorted sets by time, fed from the ledger (ADR 30).

A queue has a hash of which line is applied and which generation of sets is in force; each script reads or changes all
of it at once. What is missing, behind, or not whole is no answer: PostgreSQL is asked then.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from kezek.contracts.vocabulary import QueueClass
from kezek.platform.telemetry import logger
from kezek.queue.domain.order import Counts
from kezek.queue.domain.walk import NO_TWINS, TwinsOfClass, twins_by_class

LOG = logger(__name__)
AWAY = (RedisError, OSError, TimeoutError)
PREFIX = "queue:ranks:"
ASKED_FOR_S = 0.1
"""So long a position waits for its rank; then PostgreSQL is asked."""
WRITTEN_WITHIN_S = 5.0
_AWAY_FOR_S = 1.0
_KEPT_TWINS = 64
_PART = 1000
_UNFINISHED_FOR_S = 3600
_KeptTwins = tuple[str, TwinsOfClass, TwinsOfClass]
"""Of the priority and of the general children, as of a line of the ledger."""
_EPOCH, _MICRO = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)

# of a generation that does not hold what was applied to it nothing is answered
_FIND = """
local classes = {'extraordinary', 'priority', 'general', 'transfer'}
local state = redis.call('HMGET', KEYS[1], 'applied', 'generation', unpack(classes))
if state[1] ~= ARGV[1] then return false end
local base = KEYS[1] .. ':' .. state[2] .. ':'
local answer = {-1, 0}
for number, class in ipairs(classes) do
  local children = redis.call('ZCARD', base .. class)
  if tostring(children) ~= state[number + 2] then return false end
  answer[number + 2] = children
end
if ARGV[3] ~= '' then
  local before = redis.call('ZRANK', base .. ARGV[2], ARGV[3])
  if not before then return false end
  answer[1] = before
end
if ARGV[4] == ARGV[1] then return answer end
answer[2] = 1
local groups = redis.call('HGETALL', base .. 'groups')
for at = 2, #groups, 2 do
  local class, size, member = string.match(groups[at], '^(%a+) (%d+) (.+)$')
  local before = redis.call('ZRANK', base .. class, member)
  if not before then return false end
  table.insert(answer, class)
  table.insert(answer, before)
  table.insert(answer, tonumber(size))
end
return answer
"""
_APPLY = """
local state = redis.call('HMGET', KEYS[1], 'applied', 'generation')
if state[1] ~= ARGV[1] then return 0 end
local base = KEYS[1] .. ':' .. state[2] .. ':'
local classes = {'extraordinary', 'priority', 'general', 'transfer'}
local told = cjson.decode(ARGV[3])
for _, child in ipairs(told.children) do
  local long = redis.call('HGET', base .. 'twins', child.number)
  local former = long and string.match(long, '^%S+ (.+)$')
  for _, class in ipairs(classes) do
    redis.call('ZREM', base .. class, child.number)
    if former then redis.call('ZREM', base .. class, former) end
  end
  redis.call('HDEL', base .. 'twins', child.number)
  if child.class ~= '' then
    redis.call('ZADD', base .. child.class, child.score, child.member)
    if child.twins ~= '' then
      redis.call('HSET', base .. 'twins', child.number, child.twins .. ' ' .. child.member)
    end
  end
end
for twins, group in pairs(told.groups) do
  redis.call('HDEL', base .. 'groups', twins)
  if group ~= '' then redis.call('HSET', base .. 'groups', twins, group) end
end
redis.call('HSET', KEYS[1], 'applied', ARGV[2])
for _, class in ipairs(classes) do redis.call('HSET', KEYS[1], class, redis.call('ZCARD', base .. class)) end
return 1
"""
_SWAP = """
local former = redis.call('HGET', KEYS[1], 'generation')
local base = KEYS[1] .. ':' .. ARGV[1] .. ':'
local whole = cjson.decode(ARGV[3])
local classes = {'extraordinary', 'priority', 'general', 'transfer'}
for _, class in ipairs(classes) do
  if redis.call('ZCARD', base .. class) ~= whole[class] then return 0 end
end
if redis.call('HLEN', base .. 'twins') ~= whole.twins then return 0 end
if redis.call('HLEN', base .. 'groups') ~= whole.groups then return 0 end
for _, part in ipairs({'twins', 'groups', unpack(classes)}) do
  redis.call('PERSIST', base .. part)
  if former and former ~= ARGV[1] then redis.call('UNLINK', KEYS[1] .. ':' .. former .. ':' .. part) end
end
redis.call('HSET', KEYS[1], 'generation', ARGV[1], 'applied', ARGV[2])
for _, class in ipairs(classes) do redis.call('HSET', KEYS[1], class, whole[class]) end
return 1
"""


@dataclass(frozen=True)
class Ranked:
    """How many of its class stand before a child, if it stands; the queue's counts and its twins, as of one line."""

    before: int
    counts: Counts
    priority_twins: TwinsOfClass
    general_twins: TwinsOfClass


@dataclass(frozen=True)
class Key:
    """By what a child stands in the order: class, time and number, of twins the group's, and its own time."""

    queue_class: QueueClass
    at: datetime
    number: str
    own_at: datetime


@dataclass(frozen=True)
class Placed:
    """Where a child stands by now, or that it does not."""

    number: str
    key: Key | None
    twins: UUID | None

    @property
    def member(self) -> str:
        """Its name in the sorted set: of equal times the order is that of names."""
        if self.key is None:
            return ""
        return member_of(self.key, self.number, self.twins)


def member_of(key: Key, number: str, twins: UUID | None) -> str:
    """A child's name: its number, and of twins before that the group's number and the child's own time."""
    return number if twins is None else f"{key.number} {micros(key.own_at):020} {number}"


def micros(at: datetime) -> int:
    """An instant in microseconds: a score, exact in a double."""
    return (at - _EPOCH) // _MICRO


@dataclass
class Group:
    """Twins who stand together: their class and the first of them."""

    queue_class: str
    size: int
    first: str

    def __str__(self) -> str:
        """As Redis keeps it."""
        return f"{self.queue_class} {self.size} {self.first}"


def groups_of(children: Iterable[Placed]) -> dict[UUID, Group]:
    """The twins among these who stand in the order, two or more."""
    found: dict[UUID, Group] = {}
    for child in sorted((each for each in children if each.key and each.twins), key=lambda each: each.member):
        if child.twins is None or child.key is None:
            continue
        group = found.setdefault(child.twins, Group(child.key.queue_class.value, 0, child.member))
        group.size += 1
    return {twins: group for twins, group in found.items() if group.size > 1}


def connect(url: str, timeout_s: float, ca_file: Path | None = None) -> Redis:
    """A client that waits so long at most and tries once: who asks has another way."""
    tls: dict[str, Any] = (
        {"ssl_ca_certs": str(ca_file), "ssl_cert_reqs": "required", "ssl_check_hostname": True} if ca_file else {}
    )
    return Redis.from_url(
        url,
        socket_timeout=timeout_s,
        socket_connect_timeout=timeout_s,
        retry=Retry(NoBackoff(), 0),
        protocol=2,
        decode_responses=True,
        **tls,
    )


@dataclass
class Ranks:
    """The ranks of all queues, in one Redis."""

    redis: Redis
    _away_until: float = 0.0
    _twins: dict[str, _KeptTwins] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Have the scripts called by their digests."""
        self._find = self.redis.register_script(_FIND)
        self._apply = self.redis.register_script(_APPLY)
        self._swap = self.redis.register_script(_SWAP)

    async def find(self, queue: str, sequence: int, placed: Placed) -> Ranked | None:
        """A child's rank as of this very line of the ledger; None when Redis does not know, or not in time."""
        now = asyncio.get_running_loop().time()
        if now < self._away_until:
            return None
        known = self._twins.get(queue, ("", NO_TWINS, NO_TWINS))
        queue_class = placed.key.queue_class.value if placed.key else ""
        asked = [str(sequence), queue_class, placed.member, known[0]]
        try:
            answer = await self._find(keys=[PREFIX + queue], args=asked)
        except AWAY as error:
            self._away_until = now + _AWAY_FOR_S
            LOG.info("ranks are not asked for a moment", cause=type(error).__name__)
            return None
        if answer is None:
            return None
        before, told, *rest = answer
        if told:
            known = self._keep_twins(queue, str(sequence), rest[len(QueueClass) :])
        return Ranked(before, Counts(*rest[: len(QueueClass)]), known[1], known[2])

    def _keep_twins(self, queue: str, sequence: str, told: list[Any]) -> _KeptTwins:
        groups = sorted(zip(told[1::3], told[::3], told[2::3], strict=True))
        twins = twins_by_class((queue_class, before, size) for before, queue_class, size in groups)
        self._twins.pop(queue, None)
        self._twins[queue] = known = (sequence, twins[QueueClass.PRIORITY], twins[QueueClass.GENERAL])
        if len(self._twins) > _KEPT_TWINS:
            del self._twins[next(iter(self._twins))]
        return known

    async def applied(self, queues: Sequence[str]) -> dict[str, int | None]:
        """Which line of each queue's ledger is applied; None where there is nothing."""
        async with self.redis.pipeline(transaction=False) as pipe:
            for queue in queues:
                pipe.hget(PREFIX + queue, "applied")
            told = await pipe.execute()
        return {queue: None if each is None else int(each) for queue, each in zip(queues, told, strict=True)}

    async def twins_of(self, queue: str, numbers: Sequence[str]) -> set[UUID]:
        """To which twins the children with these numbers belonged when they were applied last."""
        generation: Any = await self.redis.hget(PREFIX + queue, "generation")
        if generation is None or not numbers:
            return set()
        told: Any = await self.redis.hmget(f"{PREFIX}{queue}:{generation}:twins", list(numbers))
        return {UUID(str(each).partition(" ")[0]) for each in told if each is not None}

    async def apply(
        self, queue: str, since: int, sequence: int, children: Sequence[Placed], twins: Iterable[UUID]
    ) -> bool:
        """Bring a queue from one line of its ledger to another: where each child of these, and their twins, stand now.

        Returns:
            False when something else was applied meanwhile.
        """
        groups = groups_of(children)
        told = {
            "children": [_told(each) for each in children],
            "groups": {str(each): str(groups.get(each, "")) for each in twins},
        }
        args = [str(since), str(sequence), json.dumps(told)]
        return bool(await self._apply(keys=[PREFIX + queue], args=args))

    async def rebuild(self, queue: str, sequence: int, children: AsyncIterator[Placed]) -> bool:
        """Write a new generation of a queue as of a line of its ledger, and put it in force.

        Returns:
            False when it was not whole in the end: Redis was emptied meanwhile.
        """
        generation = uuid4().hex
        base, whole = f"{PREFIX}{queue}:{generation}:", dict.fromkeys([each.value for each in QueueClass], 0)
        twins: list[Placed] = []
        part: list[Placed] = []
        async for child in children:
            if child.key is None:
                continue
            whole[child.key.queue_class.value] += 1
            twins += [child] if child.twins else []
            part.append(child)
            if len(part) == _PART:
                await self._write(base, part)
                part = []
        await self._write(base, part)
        groups = {str(each): str(group) for each, group in groups_of(twins).items()}
        for start in range(0, len(groups), _PART):
            await self._hash(base + "groups", dict(list(groups.items())[start : start + _PART]))
        told = {**whole, "twins": len(twins), "groups": len(groups)}
        return bool(await self._swap(keys=[PREFIX + queue], args=[generation, str(sequence), json.dumps(told)]))

    async def _write(self, base: str, children: Sequence[Placed]) -> None:
        sets: dict[str, dict[str, int]] = {}
        for child in children:
            if child.key is not None:
                sets.setdefault(child.key.queue_class.value, {})[child.member] = micros(child.key.at)
        for queue_class, members in sets.items():
            await self.redis.zadd(base + queue_class, members)
            await self.redis.expire(base + queue_class, _UNFINISHED_FOR_S)
        await self._hash(
            base + "twins", {each.number: f"{each.twins} {each.member}" for each in children if each.twins}
        )

    async def _hash(self, key: str, values: dict[str, str]) -> None:
        if values:
            await self.redis.hset(key, mapping=dict[Any, Any](values))
            await self.redis.expire(key, _UNFINISHED_FOR_S)

    async def close(self) -> None:
        """Give the connections back."""
        await self.redis.aclose()


def _told(child: Placed) -> dict[str, Any]:
    return {
        "number": child.number,
        "class": child.key.queue_class.value if child.key else "",
        "score": str(micros(child.key.at)) if child.key else "0",
        "member": child.member,
        "twins": str(child.twins) if child.twins and child.key else "",
    }
