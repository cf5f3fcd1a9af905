"""Small values that several services speak: frozen dataclasses of the standard library, on the wire as objects."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language, QueueClass

_DISTRICT = "^[0-9]{4}$"
_KEY = re.compile(r"([0-9]{4})\.([a-z]+)\.([0-9]{4})")


@dataclass(frozen=True)
class QueueRef:
    """One queue: the district's KATO prefix, the kind of group and the group year, a birth year (domain §5.1)."""

    district: str = field(metadata={"pattern": _DISTRICT})
    kind: GroupKind
    group_year: int

    def __str__(self) -> str:
        """The queue's key, as `1110.general.2022`."""
        return f"{self.district}.{self.kind.value}.{self.group_year}"

    @classmethod
    def parse(cls, key: str) -> "QueueRef":
        """The queue of a key such as `1110.general.2022`.

        Raises:
            ValueError: when it is no such key.
        """
        found = _KEY.fullmatch(key)
        if found is None:
            raise ValueError(f"no key of a queue: {key!r}")
        district, kind, year = found.groups()
        return cls(district=district, kind=GroupKind(kind), group_year=int(year))


@dataclass(frozen=True, kw_only=True)
class PersonName:
    """A name as the persons register writes it."""

    surname: str
    given_name: str
    patronymic: str | None = None

    @property
    def full(self) -> str:
        """Surname, given name and patronymic."""
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)


@dataclass(frozen=True, kw_only=True)
class Person(PersonName):
    """Somebody by IIN, as the persons register writes the name in Kazakh and, where it does, in Russian."""

    iin: str
    russian: PersonName | None = None

    def name_in(self, language: Language) -> PersonName:
        """The register's name for a page in this language: its Russian one in Russian, otherwise its Kazakh one."""
        return self.russian if language is Language.RU and self.russian else self

    def __repr__(self) -> str:
        """Without anything of the person, so that no log can hold it."""
        return f"{type(self).__name__}()"


@dataclass(frozen=True, kw_only=True)
class Transfer:
    """Of an enrolled child that asks for another kindergarten: by which application it is enrolled, and where (§7)."""

    application_id: UUID
    kindergarten_id: UUID


@dataclass(frozen=True, kw_only=True)
class QueuedChild:
    """What the order, calls and turns know of a child: its application, class, age and wishes (domain §5)."""

    application_id: UUID
    child_id: UUID
    applicant_id: UUID
    queue_class: QueueClass
    birth_date: date
    languages: tuple[InstructionLanguage, ...]
    submitted_at: datetime
    # the group of twins it belongs to, and whether they may have places apart (domain §5.4)
    twins: UUID | None = None
    separate_places: bool = False
    # what it leaves, if it is enrolled and asks for another kindergarten (domain §7.transfer)
    transfer: Transfer | None = None


@dataclass(frozen=True, kw_only=True)
class StandsThen:
    """By what a child stands from an instant on, as a benefit that counts until then ends (domain §3.benefit, §6.7)."""

    at: datetime
    kind: GroupKind
    queue_class: QueueClass
    # whether it ends as nothing showed it in time; else its proof has run out
    unproved: bool = False


@dataclass(frozen=True, kw_only=True)
class ClaimedBenefit:
    """A benefit that a family claims, named as the list of benefits did, and whether an officer has confirmed it."""

    code: str
    name: Text
    confirmed: bool


@dataclass(frozen=True)
class Location:
    """A point in Kazakhstan, in degrees north and east."""

    latitude: float = field(metadata={"ge": 40, "le": 56})
    longitude: float = field(metadata={"ge": 46, "le": 88})


@dataclass(frozen=True)
class Holiday:
    """A public holiday, or a day off moved from one (domain §9.calendar)."""

    on: date
    name: Text
