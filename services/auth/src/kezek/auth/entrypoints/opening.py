"""What every way in does with the request and the answer around `begin_session`."""

from fastapi import Request, Response

from kezek.auth.adapters import store
from kezek.auth.domain.contact import Channel
from kezek.auth.entrypoints.cookies import Cookies
from kezek.auth.entrypoints.parts import Parts
from kezek.auth.entrypoints.schemas import Me
from kezek.auth.usecases.begin_session import Browser, SignedIn
from kezek.auth.usecases.check_session import actor_in
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx
from kezek.platform.http.addresses import address_of


def browser_of(request: Request, cookies: Cookies) -> Browser:
    """The browser that signs in."""
    return Browser(
        session_secret=cookies.session_of(request),
        device_secrets=cookies.devices_of(request),
        user_agent=request.headers.get("user-agent", ""),
        address=address_of(request),
    )


def give_session(response: Response, cookies: Cookies, signed_in: SignedIn) -> None:
    """Give the browser its new session, and the secrets by which its device is known next time."""
    cookies.set_session(response, signed_in.secret, of_the_day=signed_in.session.phone is not None)
    cookies.set_devices(response, signed_in.device_secrets)


async def me_of(tx: ReadTx, parts: Parts, account: store.Account, actor: Actor) -> Me:
    """Who is signed in, as they see themselves."""
    grants = await store.list_grants(tx, account.iin)
    waiting = None if account.email else await parts.contact_codes.waiting(actor, Channel.EMAIL)
    return Me.of(account, actor, grants, waiting)


async def me_signed_in(tx: ReadTx, parts: Parts, signed_in: SignedIn) -> Me:
    """Who has just signed in."""
    grants = await store.list_grants(tx, signed_in.account.iin)
    return await me_of(tx, parts, signed_in.account, actor_in(signed_in.account, grants, signed_in.session))
