"""The stream of hints in Redis, as auth alone reads it (docs/adr/0027)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from redis.asyncio import Redis

from kezek.auth.adapters.redis import connect
from kezek.auth.domain.live import BEGINNING, Moment, Told, moment_of
from kezek.contracts.hints import AT_MOST, STREAM, Hint, HintKind

WAITS_S = 20
"""One question waits so long for the next hint; nobody polls."""
_AT_ONCE = 500


class HintStream:
    """A connection of its own, since it waits."""

    def __init__(self, url: str, ca_file: Path | None) -> None:
        self._redis: Redis = connect(url, WAITS_S + 10, ca_file)

    async def newest(self) -> list[Told]:
        """What is kept, in its order."""
        newest_first: Any = await self._redis.xrevrange(STREAM, count=AT_MOST)
        return _told(reversed(newest_first))

    async def after(self, moment: Moment) -> list[Told]:
        """What came after this moment, or comes within a while."""
        answer: Any = await self._redis.xread(
            {STREAM: f"{moment[0]}-{moment[1]}"}, count=_AT_ONCE, block=WAITS_S * 1000
        )
        return [told for _, entries in answer or () for told in _told(entries)]

    async def close(self) -> None:
        """Hang up."""
        await self._redis.aclose()


def _told(entries: Iterable[Any]) -> list[Told]:
    return [Told(moment_of(number.decode()) or BEGINNING, _hint(fields)) for number, fields in entries]


def _hint(fields: dict[bytes, bytes]) -> Hint | None:
    """None of what is no hint as we know it: a later release may tell more, and one odd entry ends nobody's streams."""
    try:
        said = {name.decode(): value.decode() for name, value in fields.items()}
        return Hint(said["to"], HintKind(said["kind"]), said["id"], int(said.get("v", 0)))
    except (KeyError, ValueError):
        return None
