"""Makes the region's people from a seed: the same seed gives the same people, on any machine."""

import random
import uuid
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from kezek.contracts.iin import control_digit
from kezek_sandbox.people.districts import DISTRICTS, STREETS, District
from kezek_sandbox.people.model import Address, Name, Names, Person, Resident, Role
from kezek_sandbox.people.names import MEN, SURNAMES, WOMEN

Sex = Literal["male", "female"]
Pair = tuple[str, str]

SEED = 2026
FAMILIES_BY_YEAR = {2020: 12, 2021: 24, 2022: 36, 2023: 36, 2024: 24, 2025: 12}
CROWDED = {"1110": {2022: 260}, "1170": {2022: 260}}  # enough for 200 parents after one place
WORKERS_IN_DISTRICT = 3
_MADE_UP_SERIAL = 9000  # serials of real people begin at the bottom of the range
_SIBLING_SHARE = 0.35
_LONE_PARENT_SHARE = 0.1
_FIRST_BIRTH, _LAST_BIRTH = date(2020, 1, 1), date(2025, 12, 31)
_TWENTIETH = 2000
_SPECIAL_YEAR = 2023


@dataclass
class Maker:
    """The state of the making: chance, and the serials used up."""

    chance: random.Random
    serials: Counter[str] = field(default_factory=Counter)
    residents: list[Resident] = field(default_factory=list)

    def day_in(self, year: int) -> date:
        """Some day of that year."""
        return date(year, 1, 1) + timedelta(days=self.chance.randrange(365))

    def iin(self, born: date, sex: Sex) -> str:
        """A number of the right form whose serial is obviously made up (domain §11)."""
        century = (3 if born.year < _TWENTIETH else 5) + (sex == "female")
        prefix = f"{born:%y%m%d}{century}"
        while True:
            serial = _MADE_UP_SERIAL + self.serials[prefix]
            self.serials[prefix] += 1
            digit = control_digit(f"{prefix}{serial}")
            if digit is not None:
                return f"{prefix}{serial}{digit}"

    def address(self, district: District) -> Address:
        """A made-up home in the district."""
        street = self.chance.choice(STREETS)
        house, flat = self.chance.randint(1, 90), self.chance.randint(1, 60)
        return Address(
            district=district.code,
            kato=district.kato,
            kind="permanent",
            kk=f"Ақмола облысы, {district.kk}, {street.kk}, {house}-үй, {flat}-пәтер",
            ru=f"Акмолинская область, {district.ru}, {street.ru}, дом {house}, кв. {flat}",
        )

    def given(self, sex: Sex) -> Pair:
        """A given name."""
        return self.chance.choice(MEN if sex == "male" else WOMEN)

    def add(self, person: Person, role: Role, kindergarten: int | None = None) -> Resident:
        """Keep a person, with contacts that reach nobody real."""
        number = len(self.residents)
        resident = Resident(
            id=uuid.uuid5(uuid.NAMESPACE_OID, person.iin),
            role=role,
            phone=f"7799{number:07d}",
            email=f"{role}{number:05d}@example.kz",
            district=person.registered_address.district,
            kindergarten=kindergarten,
            person=person,
        )
        self.residents.append(resident)
        return resident


def names(surname: Pair, given: Pair, father: Pair, sex: Sex) -> Names:
    """Full names in both spellings; the patronymic is the Kazakh one."""
    ending = "а" if sex == "female" else ""
    kk, ru = ("ұлы", "улы") if sex == "male" else ("қызы", "кызы")
    return Names(
        kk=Name(surname=surname[0] + ending, given=given[0], patronymic=father[0] + kk),
        ru=Name(surname=surname[1] + ending, given=given[1], patronymic=father[1] + ru),
    )


def generate(seed: int = SEED) -> list[Resident]:
    """Everybody of the region: one administrator, each district's staff, then its families."""
    return settle(seed).residents


def settle(seed: int = SEED) -> Maker:
    """The same people, with their maker, who can make more."""
    maker = Maker(random.Random(seed))  # noqa: S311 - people must come out the same every time
    maker.add(_adult(maker, DISTRICTS[0]), Role.ADMINISTRATOR)
    for district in DISTRICTS:
        maker.add(_adult(maker, district), Role.OFFICER)
    for index, district in enumerate(DISTRICTS):
        for number in range(WORKERS_IN_DISTRICT):
            maker.add(_adult(maker, district), Role.WORKER, index * WORKERS_IN_DISTRICT + number + 1)
    for district in DISTRICTS:
        for year, families in (FAMILIES_BY_YEAR | CROWDED.get(district.code, {})).items():
            for _ in range(families):
                _family(maker, district, year)
    # last of all, so that everybody before is the same as ever
    for district, other in zip(DISTRICTS, (*DISTRICTS[1:], DISTRICTS[0]), strict=True):
        _born_together(maker, district, _SPECIAL_YEAR, 2)
        _ward(maker, district)
        _guest(maker, district, other)
    return maker


def more_families(maker: Maker, district: District, year: int, count: int, children: int = 1) -> list[Resident]:
    """So many families more of a district, each with a child, or children together, born in that year; all in them."""
    before = len(maker.residents)
    for _ in range(count):
        if children == 1:
            _family(maker, district, year)
        else:
            _born_together(maker, district, year, children)
    return maker.residents[before:]


def _adult(maker: Maker, district: District) -> Person:
    sex: Sex = maker.chance.choice(("male", "female"))
    born = maker.day_in(maker.chance.randint(1970, 1998))
    surname = maker.chance.choice(SURNAMES)
    return Person(
        iin=maker.iin(born, sex),
        name=names(surname, maker.given(sex), maker.given("male"), sex),
        birth_date=born,
        sex=sex,
        life_status="alive",
        registered_address=maker.address(district),
    )


def _family(maker: Maker, district: District, year: int) -> None:
    home, surname = maker.address(district), maker.chance.choice(SURNAMES)
    father_given = maker.given("male")
    parents = [_parent(maker, home, surname, maker.given("female"), "female")]
    if maker.chance.random() > _LONE_PARENT_SHARE:
        parents.append(_parent(maker, home, surname, father_given, "male"))
    births = [maker.day_in(year)]
    if maker.chance.random() < _SIBLING_SHARE:
        births.append(births[0] + timedelta(days=maker.chance.choice((-1, 1)) * maker.chance.randint(400, 900)))
    iins = tuple(parent.iin for parent in parents)
    children = [
        _child(maker, home, surname, father_given, born, iins) for born in births if _FIRST_BIRTH <= born <= _LAST_BIRTH
    ]
    for parent in parents:
        maker.add(replace(parent, children=tuple(child.iin for child in children)), Role.PARENT)
    for child in children:
        maker.add(child, Role.CHILD)


def _born_together(maker: Maker, district: District, year: int, children: int) -> None:
    """A mother of so many children born on one day."""
    home, surname, father = maker.address(district), maker.chance.choice(SURNAMES), maker.given("male")
    mother = _parent(maker, home, surname, maker.given("female"), "female")
    born = maker.day_in(year)
    twins = [_child(maker, home, surname, father, born, (mother.iin,)) for _ in range(children)]
    maker.add(replace(mother, children=tuple(child.iin for child in twins)), Role.PARENT)
    for child in twins:
        maker.add(child, Role.CHILD)


def _ward(maker: Maker, district: District) -> None:
    """A guardian of a child without parents."""
    home, surname, father = maker.address(district), maker.chance.choice(SURNAMES), maker.given("male")
    guardian = _parent(maker, home, surname, maker.given("female"), "female")
    ward = _child(maker, home, surname, father, maker.day_in(_SPECIAL_YEAR), ())
    maker.add(replace(guardian, wards=(ward.iin,)), Role.PARENT)
    maker.add(replace(ward, guardians=(guardian.iin,)), Role.CHILD)


def _guest(maker: Maker, district: District, other: District) -> None:
    """A child registered for good in another district and for a time in this one."""
    home, surname, father = maker.address(other), maker.chance.choice(SURNAMES), maker.given("male")
    stay = replace(maker.address(district), kind="temporary")
    mother = replace(_parent(maker, home, surname, maker.given("female"), "female"), temporary_address=stay)
    born = maker.day_in(_SPECIAL_YEAR)
    child = replace(_child(maker, home, surname, father, born, (mother.iin,)), temporary_address=stay)
    maker.add(replace(mother, children=(child.iin,)), Role.PARENT)
    maker.add(child, Role.CHILD)


def _parent(maker: Maker, home: Address, surname: Pair, given: Pair, sex: Sex) -> Person:
    born = maker.day_in(maker.chance.randint(1984, 1999))
    return Person(
        iin=maker.iin(born, sex),
        name=names(surname, given, maker.given("male"), sex),
        birth_date=born,
        sex=sex,
        life_status="alive",
        registered_address=home,
    )


def _child(maker: Maker, home: Address, surname: Pair, father: Pair, born: date, parents: tuple[str, ...]) -> Person:
    sex: Sex = maker.chance.choice(("male", "female"))
    return Person(
        iin=maker.iin(born, sex),
        name=names(surname, maker.given(sex), father, sex),
        birth_date=born,
        sex=sex,
        life_status="alive",
        registered_address=home,
        parents=parents,
    )
