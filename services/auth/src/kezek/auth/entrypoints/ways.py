"""What the ways in besides the key work with; made once for the process, after the other parts."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, FastAPI, Request

from kezek.auth.adapters.hashing import Hashing
from kezek.auth.adapters.mobile_register import MobileRegister
from kezek.auth.adapters.persons_register import PersonsRegister
from kezek.auth.adapters.sealing import Seal
from kezek.auth.adapters.store import find_person_id
from kezek.auth.adapters.throttle import Throttle
from kezek.auth.domain.contact import Channel
from kezek.auth.entrypoints.parts import Parts
from kezek.auth.settings import AuthSettings
from kezek.auth.usecases.code_rules import CodeRules
from kezek.auth.usecases.note_refusals import note_refusal
from kezek.auth.usecases.send_codes import CodeSender
from kezek.auth.usecases.sign_in_by_code import CodeDesk
from kezek.auth.usecases.sign_in_by_password import PasswordDesk
from kezek.platform.actors import SignInMethod
from kezek.platform.db import Database
from kezek.platform.errors import Refusal
from kezek.platform.networks import network_of


@dataclass(frozen=True)
class Ways:
    """The desks of codes and passwords."""

    codes: CodeDesk
    passwords: PasswordDesk
    seal: Seal
    database: Database
    refusals_told: int

    async def remember_refusal(
        self,
        method: SignInMethod,
        refused: Refusal,
        address: str,
        now: datetime,
        *,
        person_id: UUID | None = None,
        **details: Any,
    ) -> None:
        """A security event of a sign-in that failed, in a flood a count; by whom is told by digests only."""
        async with self.database.write() as tx:
            await note_refusal(
                tx,
                refused.code,
                source=self.digest("address", network_of(address)),
                most=self.refusals_told,
                now=now,
                person_id=person_id,
                method=method.value,
                **details,
            )

    async def person_of(self, iin: str) -> UUID | None:
        """Whose name was used for a try, so that they see it; None for who has never signed in."""
        async with self.database.read() as tx:
            return await find_person_id(tx, iin)

    def digest(self, kind: str, value: str) -> str:
        """Enough of a keyed digest to see that two events are of the same one."""
        return self.seal.digest(kind, value)[:16]


def ways_of(settings: AuthSettings) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """The resource that opens the desks."""

    @asynccontextmanager
    async def ways(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            app.state.ways = Ways(
                codes=await _code_desk(app, settings, stack),
                passwords=await _password_desk(app, settings, stack),
                seal=app.state.parts.seal,
                database=app.state.database,
                refusals_told=settings.refusals_told_a_minute,
            )
            yield

    return ways


async def _code_desk(app: FastAPI, settings: AuthSettings, stack: AsyncExitStack) -> CodeDesk:
    parts: Parts = app.state.parts
    register = await stack.enter_async_context(
        MobileRegister.open(
            settings.mobile_register_url, settings.mobile_register_timeout_s, settings.mobile_register_probe_s
        )
    )
    rules, gateway = CodeRules.of(settings), parts.providers[Channel.PHONE]
    sender = await stack.enter_async_context(
        CodeSender(parts.codes, parts.limits, register, gateway, rules, app.state.database)
    )
    names = await stack.enter_async_context(
        PersonsRegister.open(settings.register_url, settings.register_name_timeout_s)
    )
    return CodeDesk(parts.codes, parts.limits, register, sender, rules, app.state.database, names)


async def _password_desk(app: FastAPI, settings: AuthSettings, stack: AsyncExitStack) -> PasswordDesk:
    parts: Parts = app.state.parts
    hashing = await stack.enter_async_context(Hashing.open(settings))
    reserved = await stack.enter_async_context(Hashing.open(settings, at_once=1))
    throttle = Throttle(parts.redis, parts.seal, settings)
    return PasswordDesk(hashing, reserved, parts.limits, throttle, settings, app.state.database)


async def _ways(request: Request) -> Ways:
    ways: Ways = request.app.state.ways
    return ways


WaysDep = Annotated[Ways, Depends(_ways)]
