"""The SMS gateway of the Mobizon kind (domain §11): forms in, `{"code", "data", "message"}` out, code 0 is success.

The sender's own id is the form field `params[name]`. It is not compared: who sends twice is delivered twice; who
is unsure asks `getbyownid` first.
"""

import asyncio
import re
from typing import Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kezek_sandbox.failures import Mode
from kezek_sandbox.problems import ProblemError
from kezek_sandbox.sandbox import Here, Sandbox

router = APIRouter(prefix="/sms/service/message", tags=["SMS gateway"])
_TAKEN, _INVALID, _REFUSED, _FORBIDDEN = 0, 1, 3, 8


def _form(required: list[str]) -> dict[str, Any]:
    schema = {"type": "object", "required": required, "properties": {name: {"type": "string"} for name in required}}
    return {"requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": schema}}, "required": True}}


@router.post("/sendsmsmessage", openapi_extra=_form(["recipient", "text", "apiKey", "params[name]"]))
async def send(request: Request, here: Here) -> JSONResponse:
    """Take one message; `data.messageId` is the gateway's number for it."""
    switch = await here.failures.take("sms")
    answer = await _take(request, here, switch.mode)
    # what is taken is taken: only the answer is slow
    await asyncio.sleep(switch.latency_ms / 1000)
    if switch.mode is Mode.DROP:
        request.scope["extensions"]["kezek.drop"]()
    return answer


async def _take(request: Request, here: Sandbox, mode: Mode) -> JSONResponse:
    if mode is Mode.DOWN:
        raise ProblemError(503, "unavailable")
    if mode is Mode.ERROR:
        return _answer(_REFUSED, None, "the sandbox was told to refuse")
    form = await _fields(request)
    if (refused := _refusal(here, form)) is not None:
        return refused
    own_id = form.get("params[name]", "")
    number = await here.mailbox.take_sms(own_id, form["recipient"], form["text"], request.headers.get("traceparent"))
    return _answer(_TAKEN, {"messageId": str(number), "campaignId": str(number), "status": 2}, "")


@router.post("/getbyownid", openapi_extra=_form(["apiKey", "params[name]"]))
async def get_by_own_id(request: Request, here: Here) -> JSONResponse:
    """All messages that carry the sender's own id; an empty list when the gateway never took one."""
    if here.failures.of("sms").mode is Mode.DOWN:
        raise ProblemError(503, "unavailable")
    form = await _fields(request)
    if not _knows_key(here, form):
        return _answer(_FORBIDDEN, None, "apiKey")
    found = await here.mailbox.sms_of_sender(form.get("params[name]", ""))
    items = [{"messageId": str(sms.id), "recipient": sms.recipient, "status": "DELIVRD"} for sms in found]
    return _answer(_TAKEN, {"items": items}, "")


async def _fields(request: Request) -> dict[str, str]:
    body = parse_qs((await request.body()).decode(errors="replace"), keep_blank_values=True)
    return dict(request.query_params) | {name: values[-1] for name, values in body.items()}


def _refusal(here: Sandbox, form: dict[str, str]) -> JSONResponse | None:
    if not _knows_key(here, form):
        return _answer(_FORBIDDEN, None, "apiKey")
    if re.fullmatch("7[0-9]{10}", form.get("recipient", "")) is None:
        return _answer(_INVALID, {"recipient": "7XXXXXXXXXX"}, "recipient")
    if not form.get("text", "").strip():
        return _answer(_INVALID, {"text": "empty"}, "text")
    return None


def _knows_key(here: Sandbox, form: dict[str, str]) -> bool:
    return here.settings.sms_api_key in ("", form.get("apiKey"))


def _answer(code: int, data: dict[str, Any] | None, message: str) -> JSONResponse:
    return JSONResponse({"code": code, "data": data, "message": message})
