"""The certificate authority, and everybody's NCALayer."""

import asyncio
import base64
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse
from pydantic import Base64Bytes, BaseModel, Field

from kezek.eds import Purpose
from kezek_sandbox.authority.signing import Flaw
from kezek_sandbox.sandbox import Here

router = APIRouter(prefix="/ca", tags=["certificate authority"])


class ToSign(BaseModel):
    """Bytes, and whose key of which kind shall sign them."""

    person: Annotated[str, Field(description="id or IIN")]
    key: Purpose
    content_base64: Base64Bytes
    format: Literal["der", "pem"] = "pem"
    flaw: Flaw | None = None


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
    person, now = here.resident(asked.person).person, here.clock.now()
    cms = await here.signing.sign(person, asked.key, asked.content_base64, now, asked.flaw)
    text = base64.b64encode(cms).decode() if asked.format == "der" else _pem(cms)
    return Signed(format=asked.format, cms=text, signed_at=now)


@router.post("/prepare")
async def prepare(asked: ToPrepare, here: Here) -> Prepared:
    """Make the keys of these people beforehand; a key costs some 50 ms, once."""
    people = [here.resident(number).person for number in asked.people]
    now = here.clock.now()
    await asyncio.gather(*(here.signing.prepare(person, now) for person in people))
    return Prepared(prepared=len(people))


@router.get("/root.pem", response_class=PlainTextResponse)
async def get_root(here: Here) -> str:
    """The root that the stack trusts."""
    return here.vault.national.root.pem.decode()


def _pem(cms: bytes) -> str:
    return f"-----BEGIN CMS-----\n{base64.encodebytes(cms).decode()}-----END CMS-----\n"
