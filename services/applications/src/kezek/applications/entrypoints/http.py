"""Routes of the applications service."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request

from kezek.applications.adapters import claims, journal, store
from kezek.applications.adapters.applications import list_own_live
from kezek.applications.adapters.register import Register
from kezek.applications.entrypoints import permissions, views
from kezek.applications.entrypoints.acts import ACTS
from kezek.applications.entrypoints.form_schemas import SubmitBody
from kezek.applications.entrypoints.forms import submit_request
from kezek.applications.entrypoints.schemas import (
    Applicant,
    ApplicationTabs,
    Children,
    DifferingContacts,
    Journal,
    TakeContactsBody,
)
from kezek.applications.settings import ApplicationsSettings
from kezek.applications.usecases.ask_register import list_own_children, refresh_after_receipt, refresh_copies
from kezek.applications.usecases.renew_claim import list_renewable
from kezek.applications.usecases.submit_application import SubmitApplication
from kezek.applications.usecases.take_contacts import take_account_contacts
from kezek.platform import policies
from kezek.platform.act_processing import AfterReceipt
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound, Unavailable
from kezek.platform.http.acts import ActsDep, PreparedAct, acts_router, prepared
from kezek.platform.http.handed_in import ReceiptsDep
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import ClockDep, DatabaseDep, Reading, Transaction
from kezek.platform.workdays import local_day

PAGE = 50

router = APIRouter()


async def _register(request: Request) -> Register:
    register: Register = request.app.state.register
    return register


async def _settings(request: Request) -> ApplicationsSettings:
    settings: ApplicationsSettings = request.app.state.settings
    return settings


RegisterDep = Annotated[Register, Depends(_register)]
SettingsDep = Annotated[ApplicationsSettings, Depends(_settings)]
Submitter = Annotated[Actor, require(permissions.SUBMIT)]
Reader = Annotated[Actor, require(permissions.READ_JOURNAL)]


@router.get("/applicant")
async def read_applicant(
    register: RegisterDep, actor: Annotated[Actor, require(permissions.READ_APPLICANT)]
) -> Applicant:
    """The signed-in person's own data by the persons register: what the form of an application shows and nobody types.

    While the register is silent, 503 `register_unavailable`: the rest of the form can be filled in meanwhile.
    """
    person = await register.find(actor.iin)
    return Applicant(applicant=views.applicant_view(person, actor.language) if person else None)


@router.get("/children")
async def list_children(
    register: RegisterDep,
    database: DatabaseDep,
    clock: ClockDep,
    actor: Annotated[Actor, require(permissions.READ_CHILDREN)],
) -> Children:
    """The signed-in person's children by the persons register, with what forbids an application, if anything."""
    children = await list_own_children(register, actor.iin)
    async with database.read() as tx:
        live = await store.list_live_applications(tx, [child.iin for child in children], actor.person_id)
        today = local_day(clock.now())
        by_district = {child.district: await policies.load(tx, child.district, today) for child in children}
    return Children(
        items=[
            views.child_view(child, live.get(child.iin), by_district[child.district], today, actor.language)
            for child in children
        ]
    )


@router.post("/applications/acts", status_code=201)
async def prepare_application(
    body: SubmitBody,
    register: RegisterDep,
    database: DatabaseDep,
    acts: ActsDep,
    receipts: ReceiptsDep,
    actor: Submitter,
) -> PreparedAct:
    """Check the application against the persons register and answer the exact bytes to sign.

    While the register is silent the application is taken all the same and checked later; the statement says so.
    """
    async with database.read() as tx:
        policy = await policies.load(tx, body.district, local_day(tx.now()))
    request = submit_request(body, receipts, actor.person_id, policy)
    try:
        await refresh_copies(database, register, actor.iin, request.child_iins)
    except Unavailable:
        request = request.model_copy(update={"silent": True})
    async with database.write() as tx:
        act = await acts.prepare(tx, SubmitApplication, actor, request)
    return prepared(act)


async def _renewing(register: RegisterDep, database: DatabaseDep, settings: SettingsDep) -> AfterReceipt:
    async def renew(act_id: UUID, actor: Actor) -> None:
        within_s = settings.register_at_signing_s
        await refresh_after_receipt(database, register, actor.person_id, actor.iin, act_id, within_s)

    return renew


signatures = acts_router(permissions.SUBMIT, ACTS, after_receipt=_renewing)


@router.get("/applications")
async def list_applications(
    tx: Reading, actor: Reader, before: UUID | None = None, limit: Annotated[int, Query(ge=1, le=PAGE)] = PAGE
) -> Journal:
    """The journal of the signed-in person's applications, newest first."""
    rows = await journal.list_own(tx, actor.person_id, before, limit + 1)
    gardens = await journal.find_kindergartens(
        tx, views.kindergartens_of(told for row in rows for told in views.told_of(row))
    )
    items = [views.application_view(row, actor.language, gardens) for row in rows[:limit]]
    return Journal(items=items, next=items[-1].application_id if len(rows) > limit else None)


@router.get("/contacts")
async def list_contacts(tx: Reading, actor: Reader) -> DifferingContacts:
    """The signed-in person's live applications that are not reached by the contacts confirmed for the account."""
    return await _differing(tx, actor)


@router.post("/contacts")
async def take_contacts(
    body: TakeContactsBody, tx: Transaction, actor: Annotated[Actor, require(permissions.CHANGE_CONTACTS)]
) -> DifferingContacts:
    """Let the chosen applications, or all of them, have the account's contacts; what still differs afterwards."""
    await take_account_contacts(tx, actor, body.application_ids)
    return await _differing(tx, actor)


async def _differing(tx: ReadTx, actor: Actor) -> DifferingContacts:
    account = await store.find_account_contacts(tx, actor.person_id)
    own = await list_own_live(tx, actor.person_id)
    return DifferingContacts(items=views.differing_views(own, account, actor.language))


@router.get("/applications/{application_id}")
async def read_application(application_id: UUID, tx: Reading, actor: Reader) -> ApplicationTabs:
    """One of the person's applications with its tabs Information, History and Documents."""
    row = await journal.find_own(tx, actor.person_id, application_id)
    if row is None:
        raise NotFound("application_not_found")
    history = await journal.list_history(tx, application_id)
    documents = await journal.list_documents(tx, application_id)
    own_claims = (await claims.list_claims(tx, [application_id])).get(application_id, ())
    renewable = await list_renewable(tx, row.district, row.status, own_claims) if row.live else ()
    told = [*views.told_of(row), *(line.params for line in history)]
    gardens = await journal.find_kindergartens(tx, views.kindergartens_of(told))
    return ApplicationTabs(
        information=views.information_view(row, actor.language, gardens),
        history=[views.history_view(line, actor.language, gardens) for line in history],
        documents=[views.document_view(document, actor.language) for document in documents],
        claims=[views.claim_view(claim, actor, tx.now(), renewable) for claim in own_claims],
        twins=[views.twin_view(each, actor.language) for each in await journal.list_live_twins(tx, row)],
    )
