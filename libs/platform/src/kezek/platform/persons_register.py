"""The persons register (ГБД ФЛ) over HTTP: `lookup(iin) → person | not found | unavailable` (domain §11)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Generic, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from kezek.contracts.lines import shown
from kezek.contracts.values import PersonName
from kezek.platform.clients import ask_twice, http_client
from kezek.platform.errors import Unavailable
from kezek.platform.telemetry import current_traceparent, logger

LOG = logger(__name__)
FAILURES_TO_OPEN = 5
OPEN_S = 2.0
_ALIVE = "alive"


class RegisteredName(BaseModel):
    """A name as the register writes it."""

    surname: str
    given: str
    patronymic: str | None = None

    def to_domain(self) -> PersonName:
        """As it can be shown."""
        return PersonName(
            surname=shown(self.surname), given_name=shown(self.given), patronymic=shown(self.patronymic or "") or None
        )


class RegisteredNames(BaseModel):
    """In Kazakh and, where the register has it, in Russian."""

    kk: RegisteredName
    ru: RegisteredName | None = None


class Registered(BaseModel):
    """What the register says of anybody; services add what else they ask for."""

    iin: str
    name: RegisteredNames
    birth_date: date
    life_status: str

    @property
    def alive(self) -> bool:
        """Whether the person lives."""
        return self.life_status == _ALIVE

    def __repr__(self) -> str:
        """Without anything of the person, so that no log can hold it."""
        return f"{type(self).__name__}()"


RegisteredT = TypeVar("RegisteredT", bound=Registered)


class PersonsRegister(Generic[RegisteredT]):
    """A client with a circuit: after several failures in a row it answers `unavailable` at once for a while."""

    def __init__(self, client: httpx.AsyncClient, answer: type[RegisteredT]) -> None:
        self._client = client
        self._answer = answer
        self._failures = 0
        self._closed_at = 0.0

    async def find(self, iin: str) -> RegisteredT | None:
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

    async def _ask(self, iin: str) -> RegisteredT | None:
        # the number travels in the body: no log of either side holds it
        headers = {"traceparent": current_traceparent()}
        answer = await ask_twice(lambda: self._client.post("/persons/lookup", json={"iin": iin}, headers=headers))
        if answer.status_code == httpx.codes.NOT_FOUND:
            return None
        return self._answer.model_validate_json(answer.raise_for_status().content)


@asynccontextmanager
async def open_register(
    url: str, timeout_s: float, answer: type[RegisteredT]
) -> AsyncIterator[PersonsRegister[RegisteredT]]:
    """A register whose connections are closed at the end."""
    async with http_client(base_url=url, timeout=timeout_s) as client:
        yield PersonsRegister(client, answer)
