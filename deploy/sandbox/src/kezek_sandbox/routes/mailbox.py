"""What people received."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from kezek_sandbox.mailbox import Mail, Sms
from kezek_sandbox.sandbox import Here

router = APIRouter(prefix="/mailbox", tags=["mailbox"])
Limit = Annotated[int, Query(ge=1, le=5000)]


class SmsList(BaseModel):
    items: list[Sms]


class MailList(BaseModel):
    items: list[Mail]


@router.get("/sms")
async def list_sms(here: Here, recipient: str | None = None, after: int = 0, limit: Limit = 1000) -> SmsList:
    """SMS in the order of their coming, of one recipient or all; `after` is the id of the last one seen."""
    return SmsList(items=await here.mailbox.list_sms(recipient, after, limit))


@router.get("/mail")
async def list_mail(here: Here, recipient: str | None = None, after: int = 0, limit: Limit = 1000) -> MailList:
    """E-mails in the order of their coming, of one recipient or all."""
    return MailList(items=await here.mailbox.list_mail(recipient, after, limit))


@router.delete("", status_code=204)
async def clear(here: Here, recipient: str | None = None) -> None:
    """Throw messages away."""
    await here.mailbox.clear(recipient)
