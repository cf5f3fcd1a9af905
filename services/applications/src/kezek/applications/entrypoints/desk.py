"""Routes of the officer's desk: what waits, finding and opening applications of the own district, deciding."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from kezek.applications.adapters import claims, desk, journal
from kezek.applications.entrypoints import desk_schemas as schemas
from kezek.applications.entrypoints import desk_views, permissions, views
from kezek.applications.entrypoints.schemas import LinkView
from kezek.applications.usecases.decide_by_officer import ClaimDecision, DecideClaim
from kezek.applications.usecases.read_desk import (
    Sought,
    find_applications,
    open_application,
    subject_of,
)
from kezek.contracts.access import Why
from kezek.platform.errors import NotFound
from kezek.platform.file_links import FileLink
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.handed_in import LinksDep
from kezek.platform.http.pseudonyms import PseudonymsDep
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import ClockDep, Transaction
from kezek.platform.officers import district_of, officer_of

router = APIRouter()


@router.get("/desk")
async def get_desk(
    asked: Annotated[schemas.DeskQuery, Query()],
    tx: Transaction,
    clock: ClockDep,
    log: Annotated[ReadingLog, reading(permissions.READ_DESK)],
) -> schemas.DeskView:
    """What waits in the officer's district for a decision, or for the family; whose term ends first coming first."""
    page = {"offset": asked.offset, "limit": asked.limit}
    rows, total = await desk.list_waiting(tx, district_of(log.actor), asked.kind, asked.state, **page)
    await log.note(officer_of(log.actor), Why.LIST, [subject_of(row) for row in rows])
    now = clock.now()
    return schemas.DeskView(items=[desk_views.waiting_view(row, log.actor, now) for row in rows], total=total)


@router.post("/desk/search")
async def search_applications(
    body: schemas.FindBody,
    tx: Transaction,
    pseudonyms: PseudonymsDep,
    log: Annotated[ReadingLog, reading(permissions.FIND)],
) -> schemas.FoundApplications:
    """Applications of the officer's district by number, by IIN, or by the child's name and birth date."""
    rows = await find_applications(tx, log.actor, Sought(**body.model_dump()))
    found = [subject_of(row) for row in rows]
    sought = pseudonyms.subjects([body.iin], reader=log.actor) if body.iin and not found else []
    await log.note(officer_of(log.actor), Why.SEARCH, [*found, *sought])
    return schemas.FoundApplications(items=[desk_views.brief_view(row, log.actor) for row in rows])


@router.get("/desk/applications/{application_id}")
async def open_desk_application(
    application_id: UUID,
    tx: Transaction,
    clock: ClockDep,
    log: Annotated[ReadingLog, reading(permissions.OPEN)],
) -> schemas.OpenedView:
    """An application as its family sees it, its claims with their papers, its twins, and what may be the same child."""
    opened = await open_application(tx, log.actor, application_id)
    beside = (*opened.twins, *opened.same_names, *opened.same_family)
    shown = [opened.row, *(row for row in beside if row.district == opened.row.district)]
    await log.note(officer_of(log.actor), Why.OPEN, [subject_of(row) for row in shown])
    told = [*views.told_of(opened.row), *(line.params for line in opened.history)]
    gardens = await journal.find_kindergartens(tx, views.kindergartens_of(told))
    return desk_views.opened_view(opened, log.actor, clock.now(), gardens)


@router.post("/desk/applications/{application_id}/files/{file_id}/links")
async def open_file(
    application_id: UUID,
    file_id: UUID,
    tx: Transaction,
    links: LinksDep,
    log: Annotated[ReadingLog, reading(permissions.OPEN)],
) -> LinkView:
    """A link of a minute to a scan or a paper of the application; documents leaves in the log when it is opened."""
    opened = await open_application(tx, log.actor, application_id)
    scans = {file.id for claim in opened.claims for file in claim.files} | {row.file_id for row in opened.statement}
    if file_id not in scans | {row.id for row in opened.documents}:
        raise NotFound("file_not_found")
    log.nobody()
    link = FileLink(
        file_id=file_id,
        person_id=log.actor.person_id,
        subject_id=opened.row.applicant_id,
        about=application_id,
        capacity=officer_of(log.actor),
    )
    return LinkView(address=links.sign(link))


@router.post("/desk/claims/{claim_id}/decision/acts", status_code=201)
async def prepare_decision(
    claim_id: UUID,
    body: schemas.DecisionBody,
    tx: Transaction,
    acts: ActsDep,
    log: Annotated[ReadingLog, reading(permissions.DECIDE)],
) -> PreparedAct:
    """What is to be signed to confirm or reject a claim, or to ask for a better copy."""
    act = await acts.prepare(tx, DecideClaim, log.actor, ClaimDecision(claim_id=claim_id, **body.model_dump()))
    application_id = await claims.find_application_of(tx, claim_id)
    row = await desk.find_application(tx, district_of(log.actor), application_id) if application_id else None
    await log.note(officer_of(log.actor), Why.ACT, [subject_of(row)] if row else [], act_id=act.id)
    return prepared(act)
