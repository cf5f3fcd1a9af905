"""The person's own account: who they are, their contacts and languages, where they work (domain §1, §2)."""

import base64
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Request

from kezek.auth.adapters import store
from kezek.auth.domain.contact import Channel
from kezek.auth.entrypoints import permissions
from kezek.auth.entrypoints.opening import me_of
from kezek.auth.entrypoints.parts import Parts, PartsDep
from kezek.auth.entrypoints.schemas import ChangeMeBody, CodeBody, DraftKey, EmailBody, Me, PhoneBody, WorkplaceBody
from kezek.auth.usecases.change_contacts import change_languages, check_fresh, confirm_contact
from kezek.auth.usecases.check_session import is_complete
from kezek.auth.usecases.own_sessions import choose_workplace, find_current
from kezek.platform.actors import Actor
from kezek.platform.db import Database
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import DatabaseDep, Reading, Transaction

router = APIRouter()
Changing = Annotated[Actor, require(permissions.CHANGE_ME)]


@router.get("/me")
async def get_me(tx: Reading, parts: PartsDep, actor: Annotated[Actor, require(permissions.SEE_ME)]) -> Me:
    """Who you are, what you may be, and what the first sign-in still asks for."""
    return await me_of(tx, parts, await store.load_account(tx, actor.person_id), actor)


@router.get("/me/draft-key")
async def get_draft_key(parts: PartsDep, actor: Annotated[Actor, require(permissions.SEAL_DRAFTS)]) -> DraftKey:
    """The key of your drafts: the same in every session of yours, so that what was typed outlives a session."""
    return DraftKey(key=base64.b64encode(parts.seal.draft_key(actor.person_id)).decode())


@router.patch("/me")
async def patch_me(body: ChangeMeBody, parts: PartsDep, tx: Transaction, actor: Changing) -> Me:
    """Change the language of the pages, or that of messages."""
    account = await change_languages(tx, parts.cache, actor, body.language, body.message_language)
    return await me_of(tx, parts, account, actor)


@router.put("/me/email", status_code=202)
async def put_email(body: EmailBody, request: Request, parts: PartsDep, database: DatabaseDep, actor: Changing) -> None:
    """Have a code sent to an e-mail address; it becomes yours by `POST /me/email/confirmation`."""
    await _send(database, parts, request, actor, Channel.EMAIL, body.email)


@router.post("/me/email/confirmation")
async def post_email_confirmation(body: CodeBody, parts: PartsDep, database: DatabaseDep, actor: Changing) -> Me:
    """Confirm the e-mail address by its code; the address before is told."""
    return await _confirm(database, parts, actor, Channel.EMAIL, body.code)


@router.put("/me/phone", status_code=202)
async def put_phone(body: PhoneBody, request: Request, parts: PartsDep, database: DatabaseDep, actor: Changing) -> None:
    """Have a code sent to a phone; it becomes yours by `POST /me/phone/confirmation`."""
    await _send(database, parts, request, actor, Channel.PHONE, body.phone)


@router.post("/me/phone/confirmation")
async def post_phone_confirmation(body: CodeBody, parts: PartsDep, database: DatabaseDep, actor: Changing) -> Me:
    """Confirm the phone by its code; the phone before is told."""
    return await _confirm(database, parts, actor, Channel.PHONE, body.code)


@router.put("/me/workplace")
async def put_workplace(body: WorkplaceBody, request: Request, parts: PartsDep, tx: Transaction, actor: Changing) -> Me:
    """Choose the kindergarten to work in during this session; it holds from the next request."""
    secret = parts.cookies.session_of(request)
    account, now_acting = await choose_workplace(tx, parts.cache, actor, secret, body.kindergarten_id)
    return await me_of(tx, parts, account, now_acting)


async def _send(
    database: Database, parts: Parts, request: Request, actor: Actor, channel: Channel, contact: str
) -> None:
    async with database.read() as tx:
        account = await store.load_account(tx, actor.person_id)
        session = await find_current(tx, actor, parts.cookies.session_of(request))
    # only who is signing in for the first time has no address that could be told
    if channel is Channel.PHONE or account.email is not None:
        check_fresh(session, parts.real.now(), parts.settings.fresh_session_s)
    await parts.contact_codes.send(account, channel, contact)


async def _confirm(database: Database, parts: Parts, actor: Actor, channel: Channel, code: str) -> Me:
    contact = await parts.contact_codes.take(actor, channel, code)
    async with database.write() as tx:
        account = await confirm_contact(tx, parts.cache, actor, channel, contact, parts.real.now())
        return await me_of(tx, parts, account, replace(actor, complete=is_complete(account)))
