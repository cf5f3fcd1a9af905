"""People who have moved to another district, died, or were born on another day; all of it survives a restart."""

from datetime import date

from kezek_sandbox.people.directory import Directory
from kezek_sandbox.people.districts import DISTRICTS
from kezek_sandbox.people.model import Resident
from kezek_sandbox.problems import ProblemError
from kezek_sandbox.store import Store

_DISTRICTS = {district.code: district for district in DISTRICTS}


class Moves:
    """Changes what the register says of somebody."""

    def __init__(self, store: Store, people: Directory) -> None:
        self._store = store
        self._people = people

    async def load(self) -> None:
        """Repeat what was changed before a restart."""
        for row in await self._store.read("SELECT iin, district FROM move"):
            self._people.move(row["iin"], _DISTRICTS[row["district"]])
        for row in await self._store.read("SELECT iin FROM death"):
            self._people.die(row["iin"])
        for row in await self._store.read("SELECT iin, day FROM birth"):
            self._people.correct_birth(row["iin"], date.fromisoformat(row["day"]))

    async def move(self, resident: Resident, code: str) -> Resident:
        """Register somebody in another district."""
        district = _DISTRICTS.get(code)
        if district is None:
            raise ProblemError(422, "district_unknown")
        iin = resident.person.iin
        await self._store.write("INSERT OR REPLACE INTO move (iin, district) VALUES (?, ?)", (iin, code))
        return self._people.move(iin, district)

    async def die(self, resident: Resident) -> Resident:
        """The register says that somebody has died."""
        iin = resident.person.iin
        await self._store.write("INSERT OR REPLACE INTO death (iin) VALUES (?)", (iin,))
        return self._people.die(iin)

    async def correct_birth(self, resident: Resident, day: date) -> Resident:
        """The register has another date of birth of somebody."""
        iin = resident.person.iin
        await self._store.write("INSERT OR REPLACE INTO birth (iin, day) VALUES (?, ?)", (iin, day.isoformat()))
        return self._people.correct_birth(iin, day)
