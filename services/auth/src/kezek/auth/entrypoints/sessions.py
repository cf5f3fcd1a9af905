"""Where a person is signed in, and the end of it (domain §2)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request, Response

from kezek.auth.entrypoints import permissions
from kezek.auth.entrypoints.parts import PartsDep
from kezek.auth.entrypoints.schemas import EndedSessions, Sessions, SessionView
from kezek.auth.usecases.begin_session import end_session
from kezek.auth.usecases.own_sessions import end_all, end_own, find_current, list_living
from kezek.platform.actors import Actor
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Reading, Transaction

router = APIRouter(prefix="/sessions")
Ending = Annotated[Actor, require(permissions.END_SESSIONS)]


@router.get("")
async def get_sessions(
    request: Request, parts: PartsDep, tx: Reading, actor: Annotated[Actor, require(permissions.LIST_SESSIONS)]
) -> Sessions:
    """Where you are signed in, the newest first."""
    current = await find_current(tx, actor, parts.cookies.session_of(request))
    living = await list_living(tx, actor.person_id, parts.settings.session_rules, parts.real.now())
    return Sessions(items=[SessionView.of(each, current) for each in living])


@router.delete("/current", status_code=204, dependencies=[require(permissions.SIGN_OUT)])
async def delete_session(request: Request, response: Response, parts: PartsDep, tx: Transaction) -> None:
    """Sign out; also with a session that is over."""
    await end_session(tx, parts.cache, parts.cookies.session_of(request), parts.real.now())
    parts.cookies.clear_session(response)


@router.delete("/{session_id}", status_code=204)
async def delete_session_by_id(session_id: UUID, parts: PartsDep, tx: Transaction, actor: Ending) -> None:
    """End one of your sessions; its next request is nobody's."""
    await end_own(tx, parts.cache, actor, session_id, parts.real.now())


@router.delete("")
async def delete_sessions(
    request: Request, response: Response, parts: PartsDep, tx: Transaction, actor: Ending, *, others_only: bool = False
) -> EndedSessions:
    """Sign out everywhere, here too; with `others_only` everywhere but here."""
    current = await find_current(tx, actor, parts.cookies.session_of(request))
    kept, here = (current.id, parts.cookies.devices_of(request)) if others_only else (None, ())
    rules, now = parts.settings.session_rules, parts.real.now()
    ended = await end_all(tx, parts.cache, actor.person_id, rules, now, but=kept, here=here)
    if not others_only:
        parts.cookies.clear_session(response)
    return EndedSessions(ended=ended, signed_out=not others_only)
