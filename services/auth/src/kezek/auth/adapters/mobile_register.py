"""The mobile citizens register over HTTP: `check(iin, phone) → match | no match | unavailable` (domain §11).

Whether it answers at all is found out with a pair that is nobody's, so that it tells nothing of anybody.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self

import httpx
from pydantic import BaseModel, ValidationError

from kezek.platform.clients import ask_twice, http_client
from kezek.platform.errors import Unavailable
from kezek.platform.telemetry import current_traceparent, logger

LOG = logger(__name__)
NOBODY = {"iin": "991399000009", "phone": "77990000000"}


class _Checked(BaseModel):
    match: bool


class MobileRegister:
    """Asks the register, and knows whether it has answered lately."""

    def __init__(self, client: httpx.AsyncClient, probe_s: float) -> None:
        self._client = client
        self._probe_s = probe_s
        self._probing = asyncio.Lock()
        self._probed_at = float("-inf")
        self._answers = False

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str, timeout_s: float, probe_s: float) -> AsyncIterator[Self]:
        """A client whose connections are closed at the end."""
        async with http_client(base_url=url, timeout=timeout_s) as client:
            yield cls(client, probe_s)

    async def must_answer(self) -> None:
        """Nothing, if the register answers or has just done so.

        Raises:
            Unavailable: `mobile_register_unavailable`.
        """
        async with self._probing:
            if asyncio.get_running_loop().time() - self._probed_at >= self._probe_s:
                self._answers = await self._probe()
                self._probed_at = asyncio.get_running_loop().time()
        if not self._answers:
            raise Unavailable("mobile_register_unavailable")

    async def matches(self, iin: str, phone: str) -> bool:
        """Whether this person has registered this phone.

        Raises:
            Unavailable: `mobile_register_unavailable`.
        """
        try:
            return await self._check({"iin": iin, "phone": phone})
        except (httpx.HTTPError, ValidationError) as error:
            LOG.warning("mobile citizens register does not answer", cause=type(error).__name__)
            raise Unavailable("mobile_register_unavailable") from error

    async def _probe(self) -> bool:
        try:
            await self._check(NOBODY)
        except (httpx.HTTPError, ValidationError) as error:
            LOG.warning("mobile citizens register does not answer", cause=type(error).__name__)
            return False
        return True

    async def _check(self, pair: dict[str, str]) -> bool:
        # the numbers travel in the body: no log of either side holds them
        headers = {"traceparent": current_traceparent()}
        answer = await ask_twice(lambda: self._client.post("/check", json=pair, headers=headers))
        return _Checked.model_validate_json(answer.raise_for_status().content).match
