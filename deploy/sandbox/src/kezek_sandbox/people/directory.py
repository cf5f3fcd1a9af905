"""Finding people by number, role and district."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from kezek_sandbox.people.districts import STREETS, District
from kezek_sandbox.people.generate import more_families, settle
from kezek_sandbox.people.kindergartens import kindergarten_of
from kezek_sandbox.people.model import Kindergarten, Resident, Role


class Directory:
    """Everybody, by IIN and by id."""

    def __init__(self) -> None:
        self._maker = settle()
        self._order: list[str] = []
        self._by_number: dict[str, Resident] = {}
        residents = self._maker.residents
        self._add(residents)
        self.kindergartens: tuple[Kindergarten, ...] = tuple(
            kindergarten_of(resident) for resident in residents if resident.role is Role.WORKER
        )

    def _add(self, residents: Iterable[Resident]) -> None:
        for resident in residents:
            self._order.append(resident.person.iin)
            self._by_number[resident.person.iin] = self._by_number[str(resident.id)] = resident

    def come(self, district: District, year: int, families: int, children: int) -> None:
        """So many families, each with so many born together, come to live in a district until a new start."""
        self._add(more_families(self._maker, district, year, families, children))

    def find(self, number: str) -> Resident | None:
        """Somebody by IIN or id."""
        return self._by_number.get(number)

    def move(self, iin: str, district: District) -> Resident:
        """Somebody is registered in this district from now on; lists still show them where they were."""
        resident = self._by_number[iin]
        street = STREETS[0]
        address = replace(
            resident.person.registered_address,
            district=district.code,
            kato=district.kato,
            kk=f"Ақмола облысы, {district.kk}, {street.kk}, 1-үй",
            ru=f"Акмолинская область, {district.ru}, {street.ru}, дом 1",
        )
        moved = replace(resident, person=replace(resident.person, registered_address=address))
        self._by_number |= {iin: moved, str(moved.id): moved}
        return moved

    def die(self, iin: str) -> Resident:
        """Somebody has died."""
        resident = self._by_number[iin]
        dead = replace(resident, person=replace(resident.person, life_status="deceased"))
        self._by_number |= {iin: dead, str(dead.id): dead}
        return dead

    def correct_birth(self, iin: str, day: date) -> Resident:
        """Somebody was born on another day than the register had."""
        resident = self._by_number[iin]
        corrected = replace(resident, person=replace(resident.person, birth_date=day))
        self._by_number |= {iin: corrected, str(corrected.id): corrected}
        return corrected

    def select(
        self, *, role: Role | None = None, district: str | None = None, born: int | None = None, name: str = ""
    ) -> Iterator[Resident]:
        """People of a role and district; `born` is the year of the person's own or one of its children's birth."""
        words = name.casefold().split()
        for resident in map(self._by_number.__getitem__, self._order):
            fits = (role in (None, resident.role)) and (district in (None, resident.district))
            if (
                fits
                and (born is None or born in self._years(resident))
                and (not words or resident.person.name.has(words))
            ):
                yield resident

    def _years(self, resident: Resident) -> set[int]:
        people = (resident, *(self._by_number[iin] for iin in resident.person.children))
        return {person.person.birth_date.year for person in people}
