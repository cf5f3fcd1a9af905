"""What the routes of auth work with; made once for the process."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, FastAPI, Request
from redis.asyncio import Redis

from kezek.auth.adapters.codes import Codes
from kezek.auth.adapters.keys import TokenKeys
from kezek.auth.adapters.limits import Limits, Window
from kezek.auth.adapters.providers import open_providers
from kezek.auth.adapters.redis import Cache, Challenges, connect
from kezek.auth.adapters.sealing import Seal
from kezek.auth.domain.contact import Channel
from kezek.auth.entrypoints.cookies import Cookies
from kezek.auth.settings import AuthSettings
from kezek.auth.usecases.change_contacts import ContactCodes, ContactLimits
from kezek.auth.usecases.check_session import SessionCheck
from kezek.auth.usecases.code_rules import CodeRules
from kezek.auth.usecases.note_uses import Uses
from kezek.platform.clock import Clock, SystemClock
from kezek.platform.providers import Provider
from kezek.platform.signatures import Verifier

HOUR_S, DAY_S = 3600, 24 * 3600


@dataclass(frozen=True)
class Parts:
    """`real` keeps real time: sessions and challenges run in it, whatever the clock of the rules says."""

    settings: AuthSettings
    redis: Redis
    seal: Seal
    providers: Mapping[Channel, Provider]
    challenges: Challenges
    codes: Codes
    limits: Limits
    contact_codes: ContactCodes
    cache: Cache
    check: SessionCheck
    keys: TokenKeys
    verifier: Verifier
    cookies: Cookies
    real: Clock


def parts_of(settings: AuthSettings) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """The resource that puts the parts into the application."""

    @asynccontextmanager
    async def parts(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            redis = connect(settings.redis_url, settings.redis_timeout_s, settings.redis_ca_file)
            stack.push_async_callback(redis.aclose)
            real = SystemClock()
            verifier = Verifier.of(settings, app.state.clock)
            stack.push_async_callback(verifier.close)
            seal = Seal(settings.code_secret.get_secret_value())
            cache = Cache(redis, seal, settings.cache_timeout_s)
            codes, limits = Codes(redis, seal), Limits(redis, seal)
            uses = Uses(app.state.database)
            await stack.enter_async_context(uses.noting())
            rules, cache_s = settings.session_rules, settings.session_cache_s
            providers = await stack.enter_async_context(open_providers(settings))
            app.state.parts = Parts(
                settings=settings,
                redis=redis,
                seal=seal,
                providers=providers,
                challenges=Challenges(redis, settings.challenge_lifetime_s),
                codes=codes,
                limits=limits,
                contact_codes=ContactCodes(codes, limits, _contact_limits(settings), providers),
                cache=cache,
                check=SessionCheck(app.state.database, cache, rules, real, cache_s, uses),
                keys=TokenKeys(settings.token_keys, settings.token_key_signs_after_s),
                verifier=verifier,
                cookies=Cookies(settings.secure_cookies, settings.challenge_lifetime_s, settings.session_absolute_s),
                real=real,
            )
            yield

    return parts


def _contact_limits(settings: AuthSettings) -> ContactLimits:
    return ContactLimits(
        Window("contact-person", settings.contact_codes_of_person, HOUR_S),
        Window("contact", settings.contact_codes_to_contact, DAY_S),
        Window("contact-reserve", settings.contact_codes_reserved, DAY_S),
        CodeRules.of(settings).sms,
        settings.contact_code_s,
    )


async def _parts(request: Request) -> Parts:
    parts: Parts = request.app.state.parts
    return parts


PartsDep = Annotated[Parts, Depends(_parts)]
