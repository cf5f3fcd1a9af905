"""The routes of passwords of kindergarten workers (domain §2.3)."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from kezek.auth.adapters.passwords import find_password
from kezek.auth.entrypoints import permissions
from kezek.auth.entrypoints.opening import browser_of, give_session, me_signed_in
from kezek.auth.entrypoints.parts import PartsDep
from kezek.auth.entrypoints.schemas import Me
from kezek.auth.entrypoints.ways import Ways, WaysDep
from kezek.auth.usecases.begin_session import Browser
from kezek.auth.usecases.own_password import Change, judge_change, keep_password, remove_password
from kezek.auth.usecases.sign_in_by_password import begin_password_session, check_password, rehashed
from kezek.contracts.iin import Iin
from kezek.platform.actors import Actor, SignInMethod
from kezek.platform.errors import Invalid, TooMany
from kezek.platform.http.bodies import Body
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import DatabaseDep, Reading, Transaction

router = APIRouter()
Changing = Annotated[Actor, require(permissions.CHANGE_PASSWORD)]
Given = Annotated[str, Field(min_length=1, max_length=512)]


class PasswordSignInBody(Body):
    """A worker's IIN and password."""

    iin: Iin
    password: Given


class PasswordBody(Body):
    """A new password of 8 to 128 characters; in a password's session also the one that holds now."""

    new_password: Given
    current_password: Given | None = None


class PasswordView(BaseModel):
    """Whether there is a password, and since when."""

    set_at: datetime | None


@router.post("/sessions/password", status_code=201, dependencies=[require(permissions.SIGN_IN)])
async def post_password_session(
    body: PasswordSignInBody,
    request: Request,
    response: Response,
    parts: PartsDep,
    ways: WaysDep,
    database: DatabaseDep,
) -> Me:
    """Sign in by password. Such a session opens a worker's role only."""
    browser, now = browser_of(request, parts.cookies), parts.real.now()
    try:
        known = await check_password(ways.passwords, body.iin, body.password, browser)
        new_hash = await rehashed(ways.passwords, known, body.password)
        async with database.write() as tx:
            signed_in = await begin_password_session(tx, parts.cache, known, new_hash, browser=browser, now=now)
            me = await me_signed_in(tx, parts, signed_in)
    except (Invalid, TooMany) as refused:
        person_id, who = await ways.person_of(body.iin), ways.digest("iin", body.iin)
        await ways.remember_refusal(
            SignInMethod.PASSWORD, refused, browser.address, now, person_id=person_id, who_digest=who
        )
        raise
    give_session(response, parts.cookies, signed_in)
    return me


@router.get("/me/password")
async def get_password(tx: Reading, actor: Annotated[Actor, require(permissions.SEE_PASSWORD)]) -> PasswordView:
    """Whether you can sign in by password."""
    found = await find_password(tx, actor.person_id)
    return PasswordView(set_at=found[1] if found else None)


@router.put("/me/password", status_code=204)
async def put_password(
    body: PasswordBody, request: Request, parts: PartsDep, ways: WaysDep, database: DatabaseDep, actor: Changing
) -> None:
    """Set or change your password: in a young session of your key, or with the present one. Other sessions end."""
    browser, now = browser_of(request, parts.cookies), parts.real.now()
    change = Change(body.new_password, body.current_password, browser)
    hashed = await _judged(ways, actor, change, browser, now, parts.settings.fresh_session_s)
    async with database.write() as tx:
        rules = parts.settings.session_rules
        await keep_password(tx, parts.cache, actor, hashed, browser, rules, now)


@router.delete("/me/password", status_code=204)
async def delete_password(request: Request, parts: PartsDep, tx: Transaction, actor: Changing) -> None:
    """Sign in by key only, from now on."""
    browser = browser_of(request, parts.cookies)
    settings, now = parts.settings, parts.real.now()
    await remove_password(tx, parts.cache, actor, browser, settings.session_rules, now, settings.fresh_session_s)


async def _judged(ways: Ways, actor: Actor, change: Change, browser: Browser, now: datetime, fresh_s: int) -> str:
    try:
        return await judge_change(ways.passwords, actor, change, now, fresh_s)
    except (Invalid, TooMany) as refused:
        if refused.code in {"password_wrong", "too_many_tries"}:
            await ways.remember_refusal(SignInMethod.PASSWORD, refused, browser.address, now, person_id=actor.person_id)
        raise
