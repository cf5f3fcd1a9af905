"""What the ways in besides the key work with; made once for the process, after the other parts."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, FastAPI, Request

from kezek.auth.adapters.mobile_register import MobileRegister
from kezek.auth.adapters.providers import open_providers
from kezek.auth.adapters.sealing import Seal
from kezek.auth.domain.contact import Channel
from kezek.auth.entrypoints.parts import Parts
from kezek.auth.settings import AuthSettings
from kezek.auth.usecases.code_rules import CodeRules
from kezek.auth.usecases.send_codes import CodeSender
from kezek.auth.usecases.sign_in_by_code import CodeDesk


@dataclass(frozen=True)
class Ways:
    """The desks of codes and passwords."""

    codes: CodeDesk
    seal: Seal


def ways_of(settings: AuthSettings) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """The resource that opens the desks."""

    @asynccontextmanager
    async def ways(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            app.state.ways = Ways(await _code_desk(app, settings, stack), Seal(settings.code_secret.get_secret_value()))
            yield

    return ways


async def _code_desk(app: FastAPI, settings: AuthSettings, stack: AsyncExitStack) -> CodeDesk:
    parts: Parts = app.state.parts
    register = await stack.enter_async_context(
        MobileRegister.open(
            settings.mobile_register_url, settings.mobile_register_timeout_s, settings.mobile_register_probe_s
        )
    )
    gateway = (await stack.enter_async_context(open_providers(settings)))[Channel.PHONE]
    rules = CodeRules.of(settings)
    sender = await stack.enter_async_context(CodeSender(parts.codes, parts.limits, register, gateway, rules))
    return CodeDesk(parts.codes, parts.limits, register, sender, rules, app.state.database)


async def _ways(request: Request) -> Ways:
    ways: Ways = request.app.state.ways
    return ways


WaysDep = Annotated[Ways, Depends(_ways)]
