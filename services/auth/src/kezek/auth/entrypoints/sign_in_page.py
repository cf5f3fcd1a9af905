"""What the page of signing in needs before anybody is signed in (domain §2)."""

from datetime import datetime
from typing import Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from kezek.auth.adapters.codes import SMS_DIGITS
from kezek.auth.domain.sign_in_page import IMPORTANT, KEYS_FROM, WARNING, WAYS
from kezek.auth.entrypoints import permissions
from kezek.auth.entrypoints.parts import PartsDep
from kezek.auth.entrypoints.schemas import SignInBody
from kezek.auth.usecases.send_codes import LONG_DIGITS
from kezek.auth.usecases.sign_in import see_challenge, verify_login
from kezek.contracts.vocabulary import Language
from kezek.eds import Owner
from kezek.platform.certificates import display_name
from kezek.platform.http.ncalayer import ALL_KEYS, LOGIN_KEYS, NcalayerRequest, ncalayer_request
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import ClockDep

router = APIRouter()
CACHED_FOR_S = 300


class WayView(BaseModel):
    """One way in, in the person's words, and what must be so before it opens."""

    way: Literal["eds", "code", "password"]
    text: str
    important: str | None


class NcalayerView(BaseModel):
    """Where NCALayer listens and what it is asked; the challenge's bytes go to `args.data`.

    `request` offers login keys, `request_all_keys` also GOST keys, which no purpose of login marks.
    """

    address: str
    request: NcalayerRequest
    request_all_keys: NcalayerRequest


class CodesView(BaseModel):
    """How long a one-time code is good, its digits, how often it may be tried, and when another may be asked for.

    While many guess codes, they have more digits and one try.
    """

    lifetime_s: int
    digits: list[int]
    tries: int
    resend_s: int


class SupportView(BaseModel):
    """Who helps; null as long as the region has not said."""

    phone: str | None
    email: str | None


class SignInPage(BaseModel):
    """Everything the page of signing in shows, in one language."""

    language: Language
    ways: list[WayView]
    warning: str
    keys_from: str
    ncalayer: NcalayerView
    codes: CodesView
    support: SupportView


class OwnerView(BaseModel):
    """Whose key was chosen, for the person to see before they go on."""

    name: str
    iin: str
    owner: Owner
    bin: str | None
    valid_until: datetime


@router.get("/sign-in", dependencies=[require(permissions.SEE_SIGN_IN)])
async def get_sign_in(parts: PartsDep, response: Response, language: Language = Language.KK) -> SignInPage:
    """The ways in, the warning, where keys come from, how NCALayer is asked, and who helps."""
    settings = parts.settings
    response.headers["Cache-Control"] = f"public, max-age={CACHED_FOR_S}"
    return SignInPage(
        language=language,
        ways=[
            WayView.model_validate(
                {"way": way, "text": text[language], "important": IMPORTANT.get(way, {}).get(language)}
            )
            for way, text in WAYS.items()
        ],
        warning=WARNING[language],
        keys_from=KEYS_FROM[language],
        ncalayer=NcalayerView(
            address=settings.ncalayer_address,
            request=ncalayer_request(language, LOGIN_KEYS),
            request_all_keys=ncalayer_request(language, ALL_KEYS),
        ),
        codes=CodesView(
            lifetime_s=settings.code_lifetime_s,
            digits=[SMS_DIGITS, LONG_DIGITS],
            tries=settings.code_tries,
            resend_s=settings.code_resend_s,
        ),
        support=SupportView(phone=settings.support_phone, email=settings.support_email),
    )


@router.post("/certificates/owner", dependencies=[require(permissions.SIGN_IN)])
async def post_certificate_owner(body: SignInBody, request: Request, parts: PartsDep, clock: ClockDep) -> OwnerView:
    """Whose key has signed this browser's challenge; nobody is signed in by it, and the challenge stays."""
    browser_secret = parts.cookies.browser_of(request)
    challenge = await see_challenge(parts.challenges, parts.limits, body.challenge_id, browser_secret, parts.real.now())
    seen = await verify_login(challenge, body.signature, parts.verifier, clock.now(), any_owner=True)
    signer = seen.signer
    return OwnerView(
        name=display_name(signer.certificate_der),
        iin=signer.iin,
        owner=signer.owner,
        bin=signer.bin,
        valid_until=signer.not_after,
    )
