"""How an outside system misbehaves at the moment; a switch survives a restart, and can run out by itself."""

import json
from enum import StrEnum

from pydantic import BaseModel, Field

from kezek_sandbox.store import Store


class Mode(StrEnum):
    """What a system does with a request."""

    OK = "ok"
    DOWN = "down"
    ERROR = "error"
    DROP = "drop"


class Switch(BaseModel):
    """A mode, for so many requests (or until switched back), and how long each answer takes."""

    mode: Mode = Mode.OK
    count: int | None = Field(default=None, ge=1, description="after so many requests the system is well again")
    latency_ms: int = Field(default=0, ge=0, le=60_000)


class Failures:
    """The switches by the system's name."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._switches: dict[str, Switch] = {}

    async def load(self) -> None:
        """Read what was switched before a restart."""
        for row in await self._store.read("SELECT name, value FROM control"):
            self._switches[row["name"]] = Switch(**json.loads(row["value"]))

    def of(self, system: str) -> Switch:
        """How the system behaves."""
        return self._switches.get(system, Switch())

    async def switch(self, system: str, switch: Switch) -> Switch:
        """Make the system behave so from now on."""
        self._switches[system] = switch
        await self._store.write(
            "INSERT OR REPLACE INTO control (name, value) VALUES (?, ?)", (system, switch.model_dump_json())
        )
        return switch

    async def take(self, system: str) -> Switch:
        """How this one request is to be treated; counts it."""
        now = self.of(system)
        if now.mode is not Mode.OK and now.count is not None:
            left = now.count - 1
            rest = now.model_copy(update={"count": left}) if left else Switch(latency_ms=now.latency_ms)
            await self.switch(system, rest)
        return now
