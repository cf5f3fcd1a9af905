"""All NCALayers of the sandbox: this machine's, and those of other machines that a test makes."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress

from kezek_sandbox.ncalayer.hand import Hand
from kezek_sandbox.ncalayer.model import Holder, Key, Program, Reaction, Reader, ReaderView
from kezek_sandbox.ncalayer.station import Station
from kezek_sandbox.people.model import Resident, Role
from kezek_sandbox.problems import ProblemError
from kezek_sandbox.store import Store

OWN = "own"
MOST = 10


class Readers:
    """By name; `own` is always there."""

    def __init__(self, store: Store, hand: Hand, host: str, port: int, others: int) -> None:
        self._store = store
        self._hand = hand
        self._host = host
        self._port = port
        self._others = range(others, others + MOST) if others else [0] * MOST
        self._stations: dict[str, Station] = {}
        self._changing = asyncio.Lock()

    async def load(self) -> None:
        """Set up what was set before a restart; at first a parent's keys stand in the reader."""
        known = await self._store.read("SELECT name, port, value FROM reader ORDER BY name")
        kept = {row["name"]: (int(row["port"]), Reader.model_validate_json(row["value"])) for row in known}
        parent = next(self._hand.people.select(role=Role.PARENT))
        _, own = kept.pop(OWN, (0, Reader(key=Key(person=str(parent.id)))))
        await self._open(OWN, self._port, own)
        for name, (port, reader) in kept.items():
            with suppress(ProblemError):  # another has taken its port meanwhile
                await self._open(name, port, reader)

    async def close(self) -> None:
        """Close all."""
        await asyncio.gather(*(station.close() for station in self._stations.values()))

    def all(self) -> list[ReaderView]:
        """Every one, `own` first."""
        return [self._view(name) for name in self._stations]

    def one(self, name: str) -> ReaderView:
        """One by its name.

        Raises:
            ProblemError: `reader_not_found`.
        """
        return self._view(self._known(name))

    async def set(self, name: str, reader: Reader) -> ReaderView:
        """Set one, or make it.

        Raises:
            ProblemError: for a key that nobody has; `too_many_readers`; `port_taken`.
        """
        if reader.key is not None:
            self._hand.check(reader.key)
        async with self._changing:
            if name in self._stations:
                await self._stations[name].set(reader)
            else:
                await self._open(name, self._free_port(), reader)
            await self._keep(name)
        return self._view(name)

    async def remove(self, name: str) -> None:
        """Take one away for good; the machine's own one stays.

        Raises:
            ProblemError: `reader_not_found`, `reader_stays`.
        """
        if self._known(name) == OWN:
            raise ProblemError(409, "reader_stays")
        async with self._changing:
            await self._stations.pop(name).close()
            await self._store.write("DELETE FROM reader WHERE name = ?", (name,))

    def decide(self, name: str, reaction: Reaction) -> ReaderView:
        """What the person does with the open window.

        Raises:
            ProblemError: `reader_not_found`; `no_window` where none is open.
        """
        if not self._stations[self._known(name)].decide(reaction):
            raise ProblemError(409, "no_window")
        return self._view(name)

    def _known(self, name: str) -> str:
        if name not in self._stations:
            raise ProblemError(404, "reader_not_found")
        return name

    def _free_port(self) -> int:
        taken = {station.port for station in self._stations.values()}
        free: Iterator[int] = (port for port in self._others if port not in taken)
        port = next(free, None)
        if port is None or len(self._stations) > MOST:
            raise ProblemError(409, "too_many_readers", most=MOST)
        return port

    async def _open(self, name: str, port: int, reader: Reader) -> None:
        station = Station(self._host, port, self._hand, Reader(program=Program.CLOSED))
        try:
            await station.set(reader)
        except OSError as error:
            raise ProblemError(409, "port_taken", port=port) from error
        self._stations[name] = station

    async def _keep(self, name: str) -> None:
        station = self._stations[name]
        await self._store.write(
            "INSERT OR REPLACE INTO reader (name, port, value) VALUES (?, ?, ?)",
            (name, station.port, station.reader.model_dump_json()),
        )

    def _view(self, name: str) -> ReaderView:
        station = self._stations[name]
        key = station.reader.key
        return ReaderView(
            name=name,
            address=station.address,
            reader=station.reader,
            holder=None if key is None else _holder(self._hand.people.find(key.person)),
            window=station.window,
            asked=station.asked,
            signed=station.signed,
            history=list(station.history),
        )


def _holder(resident: Resident | None) -> Holder | None:
    if resident is None:
        return None
    names = resident.person.name
    return Holder(id=str(resident.id), iin=resident.person.iin, name_kk=str(names.kk), name_ru=str(names.ru))
