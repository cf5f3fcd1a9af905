"""People as the persons register knows them, and the kindergartens they work in (domain §1, §11).

Thousands of them stand in memory: with slots they take a quarter of what pydantic's models take.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID


class Role(StrEnum):
    """What somebody may do in the story."""

    PARENT = "parent"
    CHILD = "child"
    WORKER = "worker"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    surname: str
    given: str
    patronymic: str

    def __str__(self) -> str:
        """As papers write it."""
        return f"{self.surname} {self.given} {self.patronymic}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    kk: Name
    ru: Name

    def has(self, words: Iterable[str]) -> bool:
        """Whether all of these, written small, stand in one of the spellings."""
        spellings = [str(spelling).casefold() for spelling in (self.kk, self.ru)]
        return any(all(word in spelling for word in words) for spelling in spellings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A registered address; `district` is the prefix of the KATO code."""

    district: str
    kato: str
    kind: Literal["permanent", "temporary"]
    kk: str
    ru: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as the register answers."""

    iin: str
    name: Names
    birth_date: date
    sex: Literal["male", "female"]
    life_status: Literal["alive", "deceased"]
    registered_address: Address
    parents: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    # a registration for a time, besides; guardians and those they are guardians of
    temporary_address: Address | None = None
    guardians: tuple[str, ...] = ()
    wards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    kk: str
    ru: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kindergarten:
    """A kindergarten to be registered through the public ways, with the worker who will serve it."""

    number: int
    district: str
    name: Text
    address: Text
    phone: str
    ownership: Literal["state", "private", "mini_centre"]
    worker_iin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """A person with what only the sandbox knows: role, made-up contacts, place of work."""

    id: UUID
    role: Role
    phone: str
    email: str
    district: str
    kindergarten: int | None = None
    person: Person
