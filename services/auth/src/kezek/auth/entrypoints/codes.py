"""The routes of one-time codes (domain §2.2)."""

from datetime import datetime
from typing import Self
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from kezek.auth.entrypoints import permissions
from kezek.auth.entrypoints.opening import browser_of, give_session, me_signed_in
from kezek.auth.entrypoints.parts import PartsDep
from kezek.auth.entrypoints.schemas import Me
from kezek.auth.entrypoints.ways import WaysDep
from kezek.auth.usecases.sign_in_by_code import (
    WaitingCode,
    Wish,
    ask_code,
    begin_code_session,
    check_escort,
    find_missing_name,
    find_request,
    take_code,
)
from kezek.contracts.contacts import Phone
from kezek.contracts.iin import Iin
from kezek.contracts.vocabulary import Language
from kezek.platform.actors import SignInMethod
from kezek.platform.errors import Invalid, TooMany
from kezek.platform.http.addresses import address_of
from kezek.platform.http.bodies import Body
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import DatabaseDep

router = APIRouter()


class AskCodeBody(Body):
    """Who asks, and for which phone of theirs."""

    iin: Iin
    phone: Phone
    language: Language = Language.KK
    as_escort: bool = Field(
        default=False, description="to mark attendance: a phone that a parent gave for you counts before your own"
    )


class AskedCode(BaseModel):
    """The same for everybody: a code comes if the phone is theirs by the register, or given for an escort."""

    code_id: UUID
    expires_at: datetime
    resend_after_s: int

    @classmethod
    def of(cls, waiting: WaitingCode, resend_after_s: int) -> Self:
        """What is answered."""
        return cls(code_id=waiting.id, expires_at=waiting.expires_at, resend_after_s=resend_after_s)


class CodeSignInBody(Body):
    """The code of the SMS, in the browser that asked for it."""

    code_id: UUID
    code: str = Field(pattern=r"^[0-9]{6,8}$")


@router.post("/codes", status_code=202, dependencies=[require(permissions.SIGN_IN)])
async def post_code(
    body: AskCodeBody, request: Request, response: Response, parts: PartsDep, ways: WaysDep
) -> AskedCode:
    """Ask for a one-time code by SMS. The answer is the same whether or not one will come."""
    wish = Wish(body.iin, body.phone, body.language, address_of(request), as_escort=body.as_escort)
    waiting = await ask_code(ways.codes, wish, parts.cookies.devices_of(request), parts.real.now())
    parts.cookies.set_code_browser(response, waiting.browser_secret, parts.settings.code_lifetime_s)
    return AskedCode.of(waiting, parts.settings.code_resend_s)


@router.post("/sessions/code", status_code=201, dependencies=[require(permissions.SIGN_IN)])
async def post_code_session(
    body: CodeSignInBody, request: Request, response: Response, parts: PartsDep, ways: WaysDep, database: DatabaseDep
) -> Me:
    """Sign in with the code. Such a session does everything that is not signed; an escort's marks attendance alone."""
    now, address = parts.real.now(), address_of(request)
    asked = await find_request(ways.codes, body.code_id, parts.cookies.code_browser_of(request))
    try:
        wish = await take_code(ways.codes, asked, body.code, address, now)
    except (Invalid, TooMany) as refused:
        person_id = await ways.person_of(asked.iin) if asked else None
        await ways.remember_refusal(
            SignInMethod.CODE, refused, address, now, person_id=person_id, request=str(body.code_id)
        )
        raise
    name = await find_missing_name(ways.codes, wish.iin)
    async with database.write() as tx:
        await check_escort(tx, ways.codes, wish)
        browser = browser_of(request, parts.cookies)
        pseudonyms = parts.settings.pseudonyms
        signed_in = await begin_code_session(
            tx, parts.cache, wish, name, pseudonyms=pseudonyms, browser=browser, now=now
        )
        me = await me_signed_in(tx, parts, signed_in)
    give_session(response, parts.cookies, signed_in)
    return me
