"""What the persons register calls somebody (domain §11): for who has signed in without a certificate."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self

import httpx
from pydantic import BaseModel, ValidationError

from kezek.contracts.lines import shown
from kezek.platform.clients import http_client
from kezek.platform.telemetry import current_traceparent, logger

LOG = logger(__name__)


class _Name(BaseModel):
    surname: str
    given: str
    patronymic: str | None = None


class _Names(BaseModel):
    kk: _Name


class _Person(BaseModel):
    name: _Names


class PersonsRegister:
    """Asks once and waits shortly: a name is worth having, and no reason to keep somebody out."""

    def __init__(self, client: httpx.AsyncClient | None) -> None:
        self._client = client

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str, timeout_s: float) -> AsyncIterator[Self]:
        """A client whose connections are closed at the end; without an address nobody is asked."""
        if not url:
            yield cls(None)
            return
        async with http_client(base_url=url, timeout=timeout_s) as client:
            yield cls(client)

    async def name_of(self, iin: str) -> str:
        """Surname, given name and patronymic; empty when the register knows nobody of this number, or is silent."""
        if self._client is None:
            return ""
        try:
            return await self._ask(self._client, iin)
        except (httpx.HTTPError, ValidationError) as error:
            LOG.warning("persons register does not tell a name", cause=type(error).__name__)
            return ""

    async def _ask(self, client: httpx.AsyncClient, iin: str) -> str:
        # the number travels in the body: no log of either side holds it
        headers = {"traceparent": current_traceparent()}
        answer = await client.post("/persons/lookup", json={"iin": iin}, headers=headers)
        if answer.status_code == httpx.codes.NOT_FOUND:
            return ""
        name = _Person.model_validate_json(answer.raise_for_status().content).name.kk
        parts = (shown(part or "") for part in (name.surname, name.given, name.patronymic))
        return " ".join(part for part in parts if part)
