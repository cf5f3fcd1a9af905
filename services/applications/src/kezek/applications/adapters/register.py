"""The persons register (ГБД ФЛ) over HTTP: `lookup(iin) → person | not found | unavailable` (domain §11)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import date
from typing import Self

import httpx
from pydantic import BaseModel, ValidationError

from kezek.applications.domain.intake import Address, RegisteredPerson, Registration
from kezek.contracts.lines import shown
from kezek.contracts.values import PersonName
from kezek.platform.clients import ask_twice, http_client
from kezek.platform.errors import Unavailable
from kezek.platform.telemetry import current_traceparent, logger

LOG = logger(__name__)
FAILURES_TO_OPEN = 5
OPEN_S = 2.0
_ALIVE = "alive"
_KATO_PREFIX = 4


class _Name(BaseModel):
    surname: str
    given: str
    patronymic: str | None = None

    def to_domain(self) -> PersonName:
        return PersonName(
            surname=shown(self.surname), given_name=shown(self.given), patronymic=shown(self.patronymic or "") or None
        )


class _Names(BaseModel):
    kk: _Name
    ru: _Name | None = None


class _Address(BaseModel):
    kato: str
    kind: str = ""
    kk: str = ""
    ru: str = ""

    def to_domain(self) -> Address | None:
        kk, ru = shown(self.kk), shown(self.ru)
        kind = Registration(self.kind) if self.kind in set(Registration) else None
        return Address(kk=kk or ru, ru=ru, registration=kind) if kk or ru else None


class _Person(BaseModel):
    iin: str
    name: _Names
    birth_date: date
    life_status: str
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
            alive=self.life_status == _ALIVE,
            district=self.registered_address.kato[:_KATO_PREFIX],
            children=(*self.children, *self.wards),
            address=self.registered_address.to_domain(),
            other_district=other.kato[:_KATO_PREFIX] if other else "",
            other_address=other.to_domain() if other else None,
        )


class Register:
    """A client with a circuit: after several failures in a row it answers `unavailable` at once for a while."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self._failures = 0
        self._closed_at = 0.0

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str, timeout_s: float) -> AsyncIterator[Self]:
        """A client whose connections are closed at the end."""
        async with http_client(base_url=url, timeout=timeout_s) as client:
            yield cls(client)

    async def find(self, iin: str) -> RegisteredPerson | None:
        """A person, or None when the register knows nobody of this number.

        Raises:
            Unavailable: `register_unavailable`.
        """
        now = asyncio.get_running_loop().time()
        if now < self._closed_at:
            raise Unavailable("register_unavailable")
        try:
            person = await self._ask(iin)
        except (httpx.HTTPError, ValidationError) as error:
            LOG.warning("persons register does not answer", cause=type(error).__name__)
            self._failures += 1
            if self._failures >= FAILURES_TO_OPEN:
                self._closed_at = now + OPEN_S
            raise Unavailable("register_unavailable") from error
        self._failures = 0
        return person

    async def _ask(self, iin: str) -> RegisteredPerson | None:
        # the number travels in the body: no log of either side holds it
        headers = {"traceparent": current_traceparent()}
        answer = await ask_twice(lambda: self._client.post("/persons/lookup", json={"iin": iin}, headers=headers))
        if answer.status_code == httpx.codes.NOT_FOUND:
            return None
        return _Person.model_validate_json(answer.raise_for_status().content).to_domain()
