"""What applications asks of the persons register: the person, where they live, whose parent or guardian they are."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from typing import Self

from pydantic import BaseModel

from kezek.applications.domain.intake import Address, RegisteredPerson, Registration
from kezek.contracts.lines import shown
from kezek.platform.persons_register import PersonsRegister, Registered, open_register

_KATO_PREFIX = 4


class _Address(BaseModel):
    kato: str
    kind: str = ""
    kk: str = ""
    ru: str = ""

    def to_domain(self) -> Address | None:
        kk, ru = shown(self.kk), shown(self.ru)
        kind = Registration(self.kind) if self.kind in set(Registration) else None
        return Address(kk=kk or ru, ru=ru, registration=kind) if kk or ru else None


class _Person(Registered):
    registered_address: _Address
    temporary_address: _Address | None = None
    children: tuple[str, ...] = ()
    wards: tuple[str, ...] = ()

    def to_domain(self) -> RegisteredPerson:
        other = self.temporary_address
        return RegisteredPerson(
            **asdict(self.name.kk.to_domain()),
            russian=self.name.ru.to_domain() if self.name.ru else None,
            iin=self.iin,
            birth_date=self.birth_date,
            alive=self.alive,
            district=self.registered_address.kato[:_KATO_PREFIX],
            children=(*self.children, *self.wards),
            address=self.registered_address.to_domain(),
            other_district=other.kato[:_KATO_PREFIX] if other else "",
            other_address=other.to_domain() if other else None,
        )


class Register:
    """The register, answering in the domain's words."""

    def __init__(self, register: PersonsRegister[_Person]) -> None:
        self._register = register

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str, timeout_s: float) -> AsyncIterator[Self]:
        """A register whose connections are closed at the end."""
        async with open_register(url, timeout_s, _Person) as register:
            yield cls(register)

    async def find(self, iin: str) -> RegisteredPerson | None:
        """A person, or None when the register knows nobody of this number.

        Raises:
            Unavailable: `register_unavailable`.
        """
        person = await self._register.find(iin)
        return None if person is None else person.to_domain()
