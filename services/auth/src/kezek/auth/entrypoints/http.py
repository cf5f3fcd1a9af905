"""The routes people and administrators use."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from kezek.auth.adapters import store
from kezek.auth.entrypoints import permissions
from kezek.auth.entrypoints.opening import browser_of, give_session, me_signed_in
from kezek.auth.entrypoints.parts import PartsDep
from kezek.auth.entrypoints.schemas import (
    ChallengeView,
    Grants,
    ListedGrant,
    MadeGrant,
    MakeGrantBody,
    Me,
    SignInBody,
)
from kezek.auth.entrypoints.ways import WaysDep
from kezek.auth.usecases.change_grants import end_grant, grant_role
from kezek.auth.usecases.sign_in import (
    KeyRefused,
    answer_challenge,
    begin_eds_session,
    make_challenge,
    take_challenge,
)
from kezek.contracts.access import Why
from kezek.platform.actors import Actor, Grant, Role, SignInMethod
from kezek.platform.errors import Invalid, Unavailable
from kezek.platform.http.addresses import address_of
from kezek.platform.http.idempotency import IdempotencyKey, once
from kezek.platform.http.permissions import require
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import ClockDep, DatabaseDep, Transaction

STAFF_ABOVE_KINDERGARTENS = (Role.OFFICER, Role.ADMINISTRATOR)
router = APIRouter()


@router.post("/challenges", status_code=201, dependencies=[require(permissions.SIGN_IN)])
async def post_challenge(parts: PartsDep, response: Response) -> ChallengeView:
    """A one-time statement to sign with the login key, in this browser, within two minutes."""
    settings = parts.settings
    challenge, browser_secret = await make_challenge(
        parts.challenges, settings.public_url, settings.challenge_lifetime_s, parts.real.now()
    )
    parts.cookies.set_browser(response, browser_secret)
    return ChallengeView.of(challenge)


@router.post("/sessions", status_code=201, dependencies=[require(permissions.SIGN_IN)])
async def post_session(
    body: SignInBody,
    request: Request,
    response: Response,
    parts: PartsDep,
    ways: WaysDep,
    database: DatabaseDep,
    clock: ClockDep,
) -> Me:
    """Sign in: sets the session's cookie and answers who you are. The challenge is used up once it is judged."""
    browser_secret, now = parts.cookies.browser_of(request), parts.real.now()
    try:
        challenge = await take_challenge(parts.challenges, body.challenge_id, browser_secret, now)
        verified = await answer_challenge(parts.challenges, challenge, body.signature, parts.verifier, clock.now())
    except (Invalid, Unavailable) as refused:
        iin = refused.iin if isinstance(refused, KeyRefused) else None
        person_id = await ways.person_of(iin) if iin else None
        await ways.remember_refusal(SignInMethod.EDS, refused, address_of(request), now, person_id=person_id)
        raise
    async with database.write() as tx:
        browser = browser_of(request, parts.cookies)
        signed_in = await begin_eds_session(
            tx,
            parts.cache,
            verified,
            language=body.language,
            pseudonyms=parts.settings.pseudonyms,
            browser=browser,
            now=now,
        )
        me = await me_signed_in(tx, parts, signed_in)
    give_session(response, parts.cookies, signed_in)
    return me


@router.get("/grants")
async def get_grants(
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.LIST_GRANTS)],
    parts: PartsDep,
    after: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Grants:
    """Officers and administrators, in the order they were made so."""
    found = await store.list_staff_grants(tx, STAFF_ABOVE_KINDERGARTENS, after, limit)
    named = parts.settings.pseudonyms
    listed = [one for each in found for one in named.subjects([each.iin], reader=log.actor, object_id=each.id)]
    await log.note(Grant(Role.ADMINISTRATOR), Why.LIST, listed)
    names = await store.find_names(tx, [each.iin for each in found])
    items = [ListedGrant.listed(each, names.get(each.iin)) for each in found]
    return Grants(items=items, next=found[-1].id if len(found) == limit else None)


@router.post("/grants", status_code=201)
async def post_grant(
    body: MakeGrantBody,
    parts: PartsDep,
    tx: Transaction,
    actor: Annotated[Actor, require(permissions.CHANGE_GRANTS)],
    key: IdempotencyKey = None,
) -> MadeGrant:
    """Make somebody an officer of a district; it holds from their next request."""

    async def make() -> MadeGrant:
        grant = Grant(Role(body.role), district=body.district)
        return MadeGrant.made(await grant_role(tx, parts.cache, body.iin, grant, by=actor, now=parts.real.now()))

    owner = str(actor.person_id)
    return await once(tx, owner=owner, key=key, request=body, answer=MadeGrant, make=make)


@router.delete("/grants/{grant_id}", status_code=204)
async def delete_grant(
    grant_id: UUID, parts: PartsDep, tx: Transaction, actor: Annotated[Actor, require(permissions.CHANGE_GRANTS)]
) -> None:
    """End a grant; it is gone at the person's next request."""
    await end_grant(tx, parts.cache, grant_id, by=actor, now=parts.real.now())
