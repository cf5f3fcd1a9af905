"""What the routes of auth work with; made once for the process."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, FastAPI, Request

from kezek.auth.adapters.codes import Codes
from kezek.auth.adapters.keys import TokenKeys, load_keys
from kezek.auth.adapters.limits import Limits
from kezek.auth.adapters.redis import Cache, Challenges, connect
from kezek.auth.adapters.sealing import Seal
from kezek.auth.entrypoints.cookies import Cookies
from kezek.auth.settings import AuthSettings
from kezek.auth.usecases.check_session import SessionCheck
from kezek.eds import TrustList
from kezek.platform.clock import Clock, SystemClock


@dataclass(frozen=True)
class Parts:
    """`real` keeps real time: sessions and challenges run in it, whatever the clock of the rules says."""

    settings: AuthSettings
    challenges: Challenges
    codes: Codes
    limits: Limits
    cache: Cache
    check: SessionCheck
    keys: TokenKeys
    trust: TrustList
    cookies: Cookies
    real: Clock


def parts_of(settings: AuthSettings) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """The resource that puts the parts into the application."""

    @asynccontextmanager
    async def parts(app: FastAPI) -> AsyncIterator[None]:
        real = SystemClock()
        redis = connect(settings.redis_url, settings.redis_timeout_s)
        cache = Cache(redis)
        seal = Seal(settings.code_secret.get_secret_value())
        app.state.parts = Parts(
            settings=settings,
            challenges=Challenges(redis, settings.challenge_lifetime_s),
            codes=Codes(redis, seal),
            limits=Limits(redis, seal),
            cache=cache,
            check=SessionCheck(app.state.database, cache, settings.session_rules, real, settings.session_cache_s),
            keys=load_keys(settings.token_keys),
            trust=TrustList.from_pem(settings.trust_list),
            cookies=Cookies(settings.secure_cookies, settings.challenge_lifetime_s, settings.session_absolute_s),
            real=real,
        )
        yield
        await redis.aclose()

    return parts


async def _parts(request: Request) -> Parts:
    parts: Parts = request.app.state.parts
    return parts


PartsDep = Annotated[Parts, Depends(_parts)]
