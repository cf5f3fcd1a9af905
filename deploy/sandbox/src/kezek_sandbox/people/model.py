"""People as the persons register knows them, and the kindergartens they work in (domain §1, §11)."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Role(StrEnum):
    """What somebody may do in the story."""

    PARENT = "parent"
    CHILD = "child"
    WORKER = "worker"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"


class Name(Frozen):
    surname: str
    given: str
    patronymic: str


class Names(Frozen):
    kk: Name
    ru: Name


class Address(Frozen):
    """A registered address; `district` is the prefix of the KATO code."""

    district: str
    kato: str
    kind: Literal["permanent", "temporary"]
    kk: str
    ru: str


class Person(Frozen):
    """A person as the register answers."""

    iin: str
    name: Names
    birth_date: date
    sex: Literal["male", "female"]
    life_status: Literal["alive", "deceased"]
    registered_address: Address
    parents: tuple[str, ...] = ()
    children: tuple[str, ...] = ()


class Text(Frozen):
    kk: str
    ru: str
    en: str


class Kindergarten(Frozen):
    """A kindergarten to be registered through the public ways, with the worker who will serve it."""

    number: int
    district: str
    name: Text
    address: Text
    phone: str
    ownership: Literal["state", "private", "mini_centre"]
    worker_iin: str


class Resident(Frozen):
    """A person with what only the sandbox knows: role, made-up contacts, place of work."""

    id: UUID
    role: Role
    phone: str
    email: str
    district: str
    kindergarten: int | None = None
    person: Person
