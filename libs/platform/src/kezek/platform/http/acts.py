"""The second step of every signed act: `POST /acts/{id}/signature`; and the shapes both steps share."""

import base64
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field

from kezek.platform.actors import Actor
from kezek.platform.acts import Act, Acts
from kezek.platform.http.bodies import Body
from kezek.platform.http.permissions import Permission, require


class PreparedAct(BaseModel):
    """What is to be signed: exactly the bytes of `document_base64`, before `expires_at`."""

    act_id: UUID
    type: str
    document_base64: str
    expires_at: datetime


class SignatureBody(Body):
    """A detached CMS over the document's bytes, as PEM or as base64 of DER (NCALayer answers either)."""

    signature: str = Field(min_length=1, max_length=1_500_000)


class ActResult(BaseModel):
    """What the act brought about; the same for every repetition of the signature."""

    act_id: UUID
    result: dict[str, Any]


def prepared(act: Act) -> PreparedAct:
    """An act as its first step answers it."""
    document = base64.b64encode(act.statement).decode()
    return PreparedAct(act_id=act.id, type=act.type, document_base64=document, expires_at=act.expires_at)


async def _acts(request: Request) -> Acts:
    acts: Acts = request.app.state.acts
    return acts


ActsDep = Annotated[Acts, Depends(_acts)]


def signature_router(permission: Permission) -> APIRouter:
    """The route for signatures; only the person for whom the act was made can sign it."""
    router = APIRouter()

    @router.post("/acts/{act_id}/signature")
    async def sign_act(
        act_id: UUID, body: SignatureBody, acts: ActsDep, actor: Annotated[Actor, require(permission)]
    ) -> ActResult:
        """Store the signature with the time of its receipt, verify it and perform the act."""
        return ActResult(act_id=act_id, result=await acts.sign(act_id, actor, body.signature))

    return router
