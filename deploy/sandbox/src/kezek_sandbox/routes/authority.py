"""The certificate authority, and signatures by anybody."""

import asyncio
import base64
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse
from pydantic import Base64Bytes, BaseModel, Field

from kezek.eds import Purpose
from kezek.platform.http.files import serve_file
from kezek_sandbox.authority.holders import holder_of
from kezek_sandbox.authority.keys import Holder, OwnerKind
from kezek_sandbox.authority.revoked import Listing
from kezek_sandbox.authority.signing import Flaw
from kezek_sandbox.authority.vault import Algorithm, Level
from kezek_sandbox.failures import Mode
from kezek_sandbox.problems import ProblemError
from kezek_sandbox.sandbox import Here, Sandbox

router = APIRouter(prefix="/ca", tags=["certificate authority"])


class Asked(BaseModel):
    """Whose key, of which kind, and as whom; one GOST key serves login and signing."""

    person: Annotated[str, Field(description="id or IIN")]
    key: Purpose = Purpose.SIGN
    algorithm: Algorithm = Algorithm.RSA
    owner: OwnerKind = OwnerKind.INDIVIDUAL

    def holder(self, here: Sandbox) -> Holder:
        """The holder; an organisation's key is for who works in a kindergarten."""
        return holder_of(here.people, self.person, self.key, self.algorithm, self.owner)


class ToSign(Asked):
    """Bytes, and whose key of which kind shall sign them."""

    key: Purpose
    content_base64: Base64Bytes
    format: Literal["der", "pem"] = "pem"
    flaw: Flaw | None = None


class ToRevoke(Asked):
    """A certificate that shall count no more from now on."""

    reason: Literal["key_compromise", "affiliation_changed", "superseded", "cessation_of_operation"] = "key_compromise"


class ToPublish(BaseModel):
    """Made-up entries besides the real ones; `hold`: the delta list alone has what is new; where downloads break."""

    entries: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    hold: bool = False
    cut_after: Annotated[list[int], Field(max_length=100, description="bytes, for each of the next downloads")] = []


class Serial(BaseModel):
    certificate_serial: str


class Signed(BaseModel):
    """The CMS: PEM, or DER in base64."""

    format: Literal["der", "pem"]
    cms: str
    signed_at: datetime


class ToPrepare(BaseModel):
    people: Annotated[list[str], Field(max_length=1000)]


class Prepared(BaseModel):
    prepared: int


@router.post("/sign")
async def sign(asked: ToSign, here: Here) -> Signed:
    """A detached CMS over these bytes by this person, with the chain inside; or one with a flaw."""
    now = here.clock.now()
    cms = await here.signing.sign(asked.holder(here), asked.content_base64, now, asked.flaw)
    text = base64.b64encode(cms).decode() if asked.format == "der" else _pem(cms)
    return Signed(format=asked.format, cms=text, signed_at=now)


@router.post("/prepare")
async def prepare(asked: ToPrepare, here: Here) -> Prepared:
    """Make the keys of these people beforehand; a key costs some 50 ms, once."""
    people = [here.resident(number).person for number in asked.people]
    now = here.clock.now()
    await asyncio.gather(*(here.signing.prepare(person, now) for person in people))
    return Prepared(prepared=len(people))


@router.post("/revoke")
async def revoke(asked: ToRevoke, here: Here) -> Serial:
    """The certificate of now counts no more; OCSP and the list say so at once."""
    return Serial(certificate_serial=await here.signing.revoke(asked.holder(here), here.clock.now(), asked.reason))


@router.post("/renew")
async def renew(asked: Asked, here: Here) -> Serial:
    """Another certificate for the same key: who was revoked can sign again."""
    return Serial(certificate_serial=await here.signing.renew(asked.holder(here), here.clock.now()))


@router.post("/lists")
async def publish(asked: ToPublish, here: Here) -> ToPublish:
    """How revocation lists are published from now on; 422,065 entries make one of production size."""
    here.revocations.publish(Listing(**asked.model_dump()))
    return asked


@router.get("/{algorithm}/{level}/crl", response_class=Response)
async def get_crl(algorithm: Algorithm, level: Level, request: Request, here: Here) -> Response:
    """The revocation list as DER; `control/crl` spoils it."""
    await _trouble(request, here, "crl")
    listed = await here.revocations.crl(algorithm, level, here.clock.now())
    return serve_file(request, listed.der, listed.version, cut_after=here.revocations.cut())


@router.get("/{algorithm}/{level}/delta", response_class=Response)
async def get_delta(algorithm: Algorithm, level: Level, request: Request, here: Here) -> Response:
    """What has changed since that list, as DER; spoilt together with it."""
    await _trouble(request, here, "crl")
    listed = await here.revocations.delta(algorithm, level, here.clock.now())
    return Response(listed, media_type="application/pkix-crl")


@router.post("/{algorithm}/{level}/ocsp", response_class=Response)
async def post_ocsp(algorithm: Algorithm, level: Level, request: Request, here: Here) -> Response:
    """The OCSP responder (RFC 6960); `control/ocsp` spoils it."""
    await _trouble(request, here, "ocsp")
    answer = await here.revocations.answer(algorithm, level, await request.body(), here.clock.now())
    return Response(answer, media_type="application/ocsp-response")


async def _trouble(request: Request, here: Sandbox, system: str) -> None:
    switch = await here.failures.take(system)
    await asyncio.sleep(switch.latency_ms / 1000)
    if switch.mode is Mode.DROP:
        request.scope["extensions"]["kezek.drop"]()
    if switch.mode is not Mode.OK:
        raise ProblemError(503, "unavailable")


@router.get("/root.pem", response_class=PlainTextResponse)
async def get_roots(here: Here) -> str:
    """The roots that the stack trusts."""
    return here.vault.roots_pem.decode()


def _pem(cms: bytes) -> str:
    return f"-----BEGIN CMS-----\n{base64.encodebytes(cms).decode()}-----END CMS-----\n"
