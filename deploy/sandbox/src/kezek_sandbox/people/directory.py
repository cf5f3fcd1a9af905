"""Finding people by number, role and district."""

from collections.abc import Iterator

from kezek_sandbox.people.generate import generate
from kezek_sandbox.people.kindergartens import kindergarten_of
from kezek_sandbox.people.model import Kindergarten, Resident, Role


class Directory:
    """Everybody, by IIN and by id."""

    def __init__(self) -> None:
        self._residents = generate()
        self._by_number = {resident.person.iin: resident for resident in self._residents}
        self._by_number |= {str(resident.id): resident for resident in self._residents}
        self.kindergartens: tuple[Kindergarten, ...] = tuple(
            kindergarten_of(resident) for resident in self._residents if resident.role is Role.WORKER
        )

    def find(self, number: str) -> Resident | None:
        """Somebody by IIN or id."""
        return self._by_number.get(number)

    def select(
        self, *, role: Role | None = None, district: str | None = None, born: int | None = None
    ) -> Iterator[Resident]:
        """People of a role and district; `born` is the year of the person's own or one of its children's birth."""
        for resident in self._residents:
            fits = (role in (None, resident.role)) and (district in (None, resident.district))
            if fits and (born is None or born in self._years(resident)):
                yield resident

    def _years(self, resident: Resident) -> set[int]:
        people = (resident, *(self._by_number[iin] for iin in resident.person.children))
        return {person.person.birth_date.year for person in people}
