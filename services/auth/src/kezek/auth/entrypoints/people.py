"""Somebody's account as an administrator finds it: by IIN to the id that the logs speak of, and back (domain §1)."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from kezek.auth.adapters import store
from kezek.auth.entrypoints import permissions
from kezek.auth.entrypoints.parts import PartsDep
from kezek.auth.entrypoints.reading_log import ADMINISTRATOR
from kezek.auth.entrypoints.schemas import EndedSessions, GrantView
from kezek.auth.usecases.own_sessions import end_all, list_living
from kezek.contracts.access import Subject, Why
from kezek.contracts.iin import Iin
from kezek.platform.actors import Actor
from kezek.platform.errors import NotFound
from kezek.platform.http.bodies import Body
from kezek.platform.http.permissions import require
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Transaction

router = APIRouter(prefix="/accounts")


class AccountSearchBody(Body):
    """Whose account."""

    iin: Iin


class FoundAccount(BaseModel):
    """By which id the logs know a person."""

    person_id: UUID


class AccountView(BaseModel):
    """Whose account it is, what they are on staff, and how many sessions of theirs can still be used."""

    person_id: UUID
    iin: str
    name: str
    grants: list[GrantView]
    sessions: int


@router.post("/search")
async def search_account(
    body: AccountSearchBody,
    tx: Transaction,
    parts: PartsDep,
    log: Annotated[ReadingLog, reading(permissions.SEARCH_ACCOUNTS)],
) -> FoundAccount:
    """By which id the logs know the person with this IIN; only who has signed in once has one."""
    async with log.search(ADMINISTRATOR, parts.settings.pseudonyms.subjects([body.iin], reader=log.actor)):
        person_id = await store.find_person_id(tx, body.iin)
        if person_id is None:
            raise NotFound("account_not_found")
    await log.note(ADMINISTRATOR, Why.SEARCH, [Subject(person_id=person_id)])
    return FoundAccount(person_id=person_id)


@router.get("/{person_id}")
async def get_account(
    person_id: UUID, tx: Transaction, parts: PartsDep, log: Annotated[ReadingLog, reading(permissions.OPEN_ACCOUNTS)]
) -> AccountView:
    """Who it is that the logs know by this id."""
    account, grants = await store.load_person(tx, person_id)
    living = await list_living(tx, person_id, parts.settings.session_rules, parts.real.now())
    await log.note(ADMINISTRATOR, Why.OPEN, [Subject(person_id=person_id)])
    return AccountView(
        person_id=account.id,
        iin=account.iin,
        name=account.name,
        grants=[GrantView.of(each) for each in grants],
        sessions=len(living),
    )


@router.delete("/{person_id}/sessions")
async def delete_others_sessions(
    person_id: UUID, parts: PartsDep, tx: Transaction, actor: Annotated[Actor, require(permissions.END_OTHERS_SESSIONS)]
) -> EndedSessions:
    """Sign somebody out everywhere, as after a theft; they are told. Nobody's sessions are none."""
    rules, now = parts.settings.session_rules, parts.real.now()
    ended = await end_all(tx, parts.cache, person_id, rules, now, by=actor.person_id)
    return EndedSessions(ended=ended, signed_out=person_id == actor.person_id)
