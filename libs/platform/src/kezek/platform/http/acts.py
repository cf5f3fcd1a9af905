"""Signed acts over HTTP: what each step answers, and where an act stands (architecture §services)."""

import base64
from collections.abc import Sequence
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field, create_model

from kezek.contracts.vocabulary import Language
from kezek.platform.act_outcomes import ActState, ActStatus
from kezek.platform.act_processing import Acts, AfterReceipt
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, AnyAct
from kezek.platform.http.bodies import Body
from kezek.platform.http.ncalayer import OWN_SIGNING_KEYS, SIGNING_KEYS, NcalayerRequest, ncalayer_request
from kezek.platform.http.permissions import Permission, require

ACCEPTED = 202


class PreparedAct(BaseModel):
    """What is to be signed: exactly the bytes of `document_base64`, before `expires_at`; `ncalayer` asks for it.

    Of the keys a person has, NCALayer is to offer those for signing: the person's own ones, and for an act of the
    kindergarten its organisation's, too.
    """

    act_id: UUID
    type: str
    document_base64: str
    expires_at: datetime
    ncalayer: NcalayerRequest


class SignatureBody(Body):
    """A detached CMS over the document's bytes, as PEM or as base64 of DER (NCALayer answers either)."""

    signature: str = Field(min_length=1, max_length=1_500_000)


class ReceivedAct(BaseModel):
    """The signature is here since `received_at`, which decides; what comes of it, `GET /acts/{act_id}` tells.

    It is not worth asking sooner than `ask_again_after_s`: that many seconds of others come before.
    """

    act_id: UUID
    type: str
    state: Literal["received"] = "received"
    received_at: datetime
    ask_again_after_s: int


class ActResult(BaseModel):
    """What the act brought about; the same for every repetition of the signature."""

    act_id: UUID


class ActRefusal(BaseModel):
    """Why the act was not performed, or why its last signature does not count: a problem's code and parameters."""

    code: str
    params: dict[str, str | int]


class ActView(BaseModel):
    """Where an act stands: `to_sign`, `received`, `done` with its result, `refused` or `expired`.

    While it can be signed, `prepared` is what its first step answered, for a page that was left and comes back; while
    it is received, it is not worth asking sooner than after `ask_again_after_s`.
    """

    act_id: UUID
    state: ActStatus
    expires_at: datetime
    received_at: datetime | None
    finished_at: datetime | None
    refusal: ActRefusal | None
    prepared: PreparedAct | None
    ask_again_after_s: int | None


def prepared(act: Act[Any, Any]) -> PreparedAct:
    """An act as its first step answers it."""
    return PreparedAct(
        act_id=act.id,
        type=act.type,
        document_base64=base64.b64encode(act.statement).decode(),
        expires_at=act.expires_at,
        ncalayer=_asked(act.actor.language, of_kindergarten=act.of_kindergarten),
    )


def _prepared_before(act_id: UUID, state: ActState) -> PreparedAct:
    return PreparedAct(
        act_id=act_id,
        type=state.type,
        document_base64=base64.b64encode(state.statement).decode(),
        expires_at=state.expires_at,
        ncalayer=_asked(state.language, of_kindergarten=state.of_kindergarten),
    )


def _asked(language: Language, *, of_kindergarten: bool) -> NcalayerRequest:
    return ncalayer_request(language, SIGNING_KEYS if of_kindergarten else OWN_SIGNING_KEYS)


async def _acts(request: Request) -> Acts:
    acts: Acts = request.app.state.acts
    return acts


async def _nothing() -> None:
    """After a receipt there is nothing to renew."""


ActsDep = Annotated[Acts, Depends(_acts)]


def acts_router(permission: Permission, kinds: Sequence[AnyAct], *, after_receipt: Any = _nothing) -> APIRouter:
    """The second step of these acts and where they stand; only the person for whom an act was made sees and signs it.

    `after_receipt` is a dependency that gives what is to be done once a signature is stored.
    """
    router = APIRouter()

    @router.post(
        "/acts/{act_id}/signature", response_model=_results(kinds), responses={ACCEPTED: {"model": ReceivedAct}}
    )
    async def sign_act(
        act_id: UUID,
        body: SignatureBody,
        acts: ActsDep,
        actor: Annotated[Actor, require(permission)],
        then: Annotated[AfterReceipt | None, Depends(after_receipt)],
    ) -> Any:
        """Store the signature with the time of its receipt, verify it and perform the act; 202 when that takes long."""
        signed = await acts.sign(act_id, actor, body.signature, then)
        if signed.result is None:
            received = ReceivedAct.model_validate({**vars(signed), "act_id": act_id, "type": signed.act_type})
            return JSONResponse(received.model_dump(mode="json"), ACCEPTED)
        return {"act_id": act_id, "type": signed.act_type, "result": signed.result}

    @router.get("/acts/{act_id}", response_model=_views(kinds))
    async def read_act(act_id: UUID, acts: ActsDep, actor: Annotated[Actor, require(permission)]) -> Any:
        """Where your act stands, and what came of it."""
        return _view(act_id, await acts.state(act_id, actor))

    return router


def _view(act_id: UUID, state: ActState) -> dict[str, Any]:
    outcome = state.outcome
    refused = outcome.refusal if outcome else None
    return {
        "act_id": act_id,
        "type": state.type,
        "state": state.status,
        "expires_at": state.expires_at,
        "received_at": state.received_at,
        "finished_at": state.finished_at,
        "result": outcome.result if outcome else None,
        "refusal": {"code": refused.code, "params": refused.params} if refused else None,
        "prepared": _prepared_before(act_id, state) if state.status is ActStatus.TO_SIGN else None,
        "ask_again_after_s": state.ask_again_after_s,
    }


def _results(kinds: Sequence[AnyAct]) -> Any:
    return _one_of([_typed(kind, "Result", ActResult, kind.result) for kind in kinds])


def _views(kinds: Sequence[AnyAct]) -> Any:
    return _one_of([_typed(kind, "View", ActView, kind.result | None) for kind in kinds])


def _typed(kind: AnyAct, suffix: str, base: type[BaseModel], result: Any) -> type[BaseModel]:
    """The shape for one kind of act: its type by name, and its result."""
    fields: dict[str, Any] = {"type": (Literal[kind.TYPE], ...), "result": (result, ...)}
    return create_model(f"{type(kind).__name__}{suffix}", __base__=base, __doc__=base.__doc__, **fields)


def _one_of(models: Sequence[type[BaseModel]]) -> Any:
    if len(models) == 1:
        return models[0]
    return Annotated[reduce(or_, models), Field(discriminator="type")]
