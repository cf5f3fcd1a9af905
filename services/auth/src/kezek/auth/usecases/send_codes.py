"""Codes are looked up and sent after the answer (domain §2.2), so its time tells nothing of anybody.

Requests wait in this process only: who is not served because it ends asks again after a minute. One request is sent at
most one SMS; when the gateway's answer is unclear, nobody sends again but the person who asks again.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from types import TracebackType
from typing import Protocol, Self
from uuid import UUID

from prometheus_client import Counter

from kezek.auth.adapters.codes import EMAIL_DIGITS, SMS_DIGITS, Codes, new_code
from kezek.auth.adapters.entrustments import HOLDS_ONLY, is_escort
from kezek.auth.adapters.limits import Limits
from kezek.auth.domain.code_text import code_text
from kezek.auth.usecases.code_rules import CodeRules
from kezek.contracts.vocabulary import Language
from kezek.platform.actors import Role
from kezek.platform.db import Database
from kezek.platform.errors import Unavailable
from kezek.platform.providers import Outgoing, RefusedForGoodError, UnclearError
from kezek.platform.telemetry import logger, span

LOG = logger(__name__)
PURPOSE = "sign-in"
LONG_DIGITS = EMAIL_DIGITS
DRAINED_WITHIN_S = 10.0
TRIES, PAUSE_S = 3, 0.5
CODES = Counter("kezek_auth_codes", "Requests for codes and what came of them", ["outcome"])


class Register(Protocol):
    """The mobile citizens register."""

    async def matches(self, iin: str, phone: str) -> bool:
        """Whether this person has registered this phone."""
        ...


class Gateway(Protocol):
    """The way out for SMS."""

    async def send(self, message: Outgoing) -> str:
        """Hand a message over."""
        ...


@dataclass(frozen=True)
class Asked:
    """A request for a code that waits to be served; `as_escort`: to mark attendance, if it can be."""

    id: UUID
    subject: str
    iin: str
    phone: str
    language: Language
    traceparent: str
    on_known_device: bool = False
    as_escort: bool = False

    def __repr__(self) -> str:
        """Without IIN and phone, so that no log can hold them."""
        return f"Asked({self.id})"


@dataclass(frozen=True)
class Sms:
    """An SMS with a code; its id is that of the request."""

    id: UUID
    recipient: str
    text: str
    subject: str = ""

    def __repr__(self) -> str:
        """Without phone and code."""
        return f"Sms({self.id})"


class CodeSender:
    """Serves requests, a few at once; entered while the process runs, drained when it ends."""

    def __init__(
        self,
        codes: Codes,
        limits: Limits,
        register: Register,
        gateway: Gateway,
        rules: CodeRules,
        database: Database,
    ) -> None:
        self._codes = codes
        self._limits = limits
        self._register = register
        self._gateway = gateway
        self._rules = rules
        self._database = database
        # made-up requests never stand before people on devices they are known on
        self._waiting = {known: asyncio.Queue[Asked](rules.settings.codes_waiting) for known in (False, True)}
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        """Begin to serve."""
        at_once = self._rules.settings.codes_sending_at_once
        self._tasks = [
            asyncio.create_task(self._serve_all(waiting)) for waiting in self._waiting.values() for _ in range(at_once)
        ]
        return self

    async def __aexit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Serve those who wait, for some seconds, and end."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.served(), DRAINED_WITHIN_S)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def must_have_room(self, *, known: bool) -> None:
        """Nothing, if another request can wait.

        Raises:
            Unavailable: `sign_in_unavailable`.
        """
        if self._waiting[known].full():
            raise Unavailable("sign_in_unavailable")

    def put(self, asked: Asked) -> None:
        """Serve this request soon.

        Raises:
            Unavailable: `sign_in_unavailable` when too many wait.
        """
        self.must_have_room(known=asked.on_known_device)
        self._waiting[asked.on_known_device].put_nowait(asked)

    async def served(self) -> None:
        """Wait until nobody waits."""
        await asyncio.gather(*(waiting.join() for waiting in self._waiting.values()))

    async def _serve_all(self, waiting: asyncio.Queue[Asked]) -> None:
        while True:
            asked = await waiting.get()
            try:
                with span("code.send", traceparent=asked.traceparent):
                    outcome = await self._serve_patiently(asked)
            except (Unavailable, UnclearError, RefusedForGoodError) as failed:
                outcome = failed.code if isinstance(failed, Unavailable) else f"sms_{type(failed).__name__}"
                LOG.warning("code not sent", request=str(asked.id), cause=str(failed))
            except Exception:
                outcome = "failed"
                LOG.exception("code not sent", request=str(asked.id))
            finally:
                waiting.task_done()
            CODES.labels(outcome).inc()

    async def _serve_patiently(self, asked: Asked) -> str:
        """Register and Redis are asked again a few times; both come before the SMS, so it is never sent twice."""
        for _ in range(TRIES - 1):
            try:
                return await self._serve(asked)
            except Unavailable:
                await asyncio.sleep(PAUSE_S)
        return await self._serve(asked)

    async def _serve(self, asked: Asked) -> str:
        whose = await self._whose_phone(asked)
        if whose is None:
            return "no_match"
        code = new_code(await self._digits())
        more = {"escort": True} if whose is Role.ESCORT else {}
        if not await self._codes.open_for(PURPOSE, asked.subject, code, **more):
            return "too_late"
        if await self._limits.spend(self._rules.day(known=asked.on_known_device)):
            return "sms_budget_spent"
        await self._gateway.send(Sms(asked.id, asked.phone, code_text(asked.language.value, code)))
        return "sent"

    async def _whose_phone(self, asked: Asked) -> Role | None:
        """Whether it is the person's own by the register, or the one that a parent gave for their escort (§8).

        Who is an escort no more, and a parent, marks the own children: what was marked before is sent as a parent, too.
        """
        if asked.as_escort and await self._is_escort(asked, HOLDS_ONLY):
            return Role.ESCORT
        if await self._register.matches(asked.iin, asked.phone):
            return Role.PARENT
        return Role.ESCORT if await self._is_escort(asked, self._rules.escort_sends_for) else None

    async def _is_escort(self, asked: Asked, sends_for: timedelta) -> bool:
        async with self._database.read_once() as tx:
            return await is_escort(tx, asked.iin, asked.phone, sends_for)

    async def _digits(self) -> int:
        """While many guess, codes are longer: it stops guessing and locks nobody out."""
        braked = await self._limits.wait_s(*self._rules.wrong_ones()) > 0
        return LONG_DIGITS if braked else SMS_DIGITS
