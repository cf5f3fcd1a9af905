"""Routes of the roster: who is enrolled, where each child has been, and that it has left (domain §7.roster)."""

from collections.abc import Iterable
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from kezek.contracts.access import Subject, Why
from kezek.kindergartens.adapters import kindergartens, roster
from kezek.kindergartens.adapters.roster_table import list_roster
from kezek.kindergartens.domain.regrouping import moving_days
from kezek.kindergartens.domain.roster import EnrolledChild
from kezek.kindergartens.entrypoints import permissions
from kezek.kindergartens.entrypoints import roster_schemas as schemas
from kezek.kindergartens.entrypoints.file_about import MOST_ROWS, check_fits
from kezek.kindergartens.entrypoints.roster_file import roster_tables
from kezek.kindergartens.usecases.depart_child import DepartChild, DepartureProposal
from kezek.kindergartens.usecases.regroup_children import RegroupChildren, RegroupingProposal, StatedGroup
from kezek.platform import policies
from kezek.platform.actors import Grant, Role
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.sheets import A_FILE, as_file
from kezek.platform.http.transactions import Transaction
from kezek.platform.pages import Page
from kezek.platform.workdays import local_day

router = APIRouter(prefix="/kindergartens/{kindergarten_id}/roster")
MayRead = Annotated[ReadingLog, reading(permissions.READ_ROSTER)]
Asked = Annotated[schemas.RosterQuery, Query()]


@router.get("")
async def get_roster(kindergarten_id: UUID, asked: Asked, tx: Transaction, log: MayRead) -> schemas.RosterView:
    """The children enrolled in an own kindergarten, or those who have left it."""
    found = await _find(tx, log, kindergarten_id, asked, asked.offset, asked.limit)
    return schemas.RosterView(items=[schemas.child_view(each) for each in found.items], total=found.total)


@router.post("/search")
async def search_roster(
    kindergarten_id: UUID, body: schemas.RosterSearchBody, tx: Transaction, log: MayRead
) -> schemas.RosterView:
    """The same by parts of names and numbers, too."""
    found = await _find(tx, log, kindergarten_id, body, body.offset, body.limit)
    return schemas.RosterView(items=[schemas.child_view(each) for each in found.items], total=found.total)


@router.get("/file", response_class=Response, responses=A_FILE)
async def get_roster_file(
    kindergarten_id: UUID, asked: Annotated[schemas.RosterFileQuery, Query()], tx: Transaction, log: MayRead
) -> Response:
    """The same to keep, in the reader's language: all that the filters let through, whatever the page."""
    found = await _find(tx, log, kindergarten_id, asked, 0, MOST_ROWS)
    check_fits(found.total)
    kindergarten = await kindergartens.load_kindergarten(tx, kindergarten_id)
    tables = roster_tables(found.items, kindergarten, tx.now(), log.actor.language)
    return await as_file(f"kezek-roster-{local_day(tx.now())}", tables, tables[-1], asked.written)


@router.get("/groups")
async def get_roster_groups(kindergarten_id: UUID, tx: Transaction, log: MayRead) -> schemas.RosterGroupsView:
    """The groups of an own kindergarten that have children, and when these may go over to another one."""
    await _check_works_there(tx, log, kindergarten_id)
    log.nobody()
    kindergarten, today = await kindergartens.load_kindergarten(tx, kindergarten_id), local_day(tx.now())
    days = moving_days(await policies.load(tx, kindergarten.district, today), today)
    groups = await roster.list_groups(tx, kindergarten_id)
    return schemas.RosterGroupsView(
        items=[schemas.GroupSizeView(**vars(group), children=children) for group, children in groups],
        open=days is None or days[0] <= today <= days[1],
        first_day=days[0] if days else None,
        last_day=days[1] if days else None,
    )


@router.post("/regrouping/acts", status_code=201)
async def prepare_regrouping(
    kindergarten_id: UUID,
    body: schemas.RegroupingBody,
    tx: Transaction,
    acts: ActsDep,
    log: Annotated[ReadingLog, reading(permissions.REGROUP)],
) -> PreparedAct:
    """The document to sign for children who go over to another group: all of them or none."""
    ids = tuple(dict.fromkeys(body.enrolment_ids))  # each once, however often it is named
    to = StatedGroup(**body.to.model_dump())
    proposal = RegroupingProposal(kindergarten_id=kindergarten_id, enrolment_ids=ids, to=to)
    act = await acts.prepare(tx, RegroupChildren, log.actor, proposal)
    children = [await roster.load_child(tx, kindergarten_id, each) for each in ids]
    await log.note(Grant(Role.WORKER, kindergarten_id), Why.ACT, _subjects(children), act_id=act.id)
    return prepared(act)


@router.get("/{enrolment_id}")
async def get_enrolled_child(
    kindergarten_id: UUID, enrolment_id: UUID, tx: Transaction, log: MayRead
) -> schemas.ChildView:
    """A child of the own kindergarten, and where it has been; what came after it left is not told."""
    await _check_works_there(tx, log, kindergarten_id)
    found = await roster.load_child(tx, kindergarten_id, enrolment_id)
    await log.note(Grant(Role.WORKER, kindergarten_id), Why.OPEN, _subjects([found]))
    stays = await roster.list_history(tx, found.enrolment)
    until = found.enrolment.ended_on
    return schemas.ChildView(
        child=schemas.child_view(found),
        stays=[
            schemas.stay_view(each, name, own=each.kindergarten_id == kindergarten_id)
            for each, name in stays
            if until is None or each.kindergarten_id == kindergarten_id or each.since < until
        ],
    )


@router.post("/{enrolment_id}/departure/acts", status_code=201)
async def prepare_departure(
    kindergarten_id: UUID,
    enrolment_id: UUID,
    body: schemas.DepartureBody,
    tx: Transaction,
    acts: ActsDep,
    log: Annotated[ReadingLog, reading(permissions.DEPART)],
) -> PreparedAct:
    """The document to sign when a child has left."""
    proposal = DepartureProposal(kindergarten_id=kindergarten_id, enrolment_id=enrolment_id, **body.model_dump())
    act = await acts.prepare(tx, DepartChild, log.actor, proposal)
    child = await roster.load_child(tx, kindergarten_id, enrolment_id)
    await log.note(Grant(Role.WORKER, kindergarten_id), Why.ACT, _subjects([child]), act_id=act.id)
    return prepared(act)


async def _find(
    tx: ReadTx, log: ReadingLog, kindergarten_id: UUID, asked: schemas.RosterQuery, offset: int, limit: int
) -> Page[EnrolledChild]:
    """What was asked for, with its trace in the reading log."""
    await _check_works_there(tx, log, kindergarten_id)
    filters = {**asked.filters(), "kindergarten_id": kindergarten_id}
    sort = (asked.sort, asked.descending, log.actor.language)
    found = await list_roster(tx, filters, sort, offset=offset, limit=limit)
    await log.note(Grant(Role.WORKER, kindergarten_id), Why.LIST, _subjects(found.items))
    return found


def _subjects(found: Iterable[EnrolledChild]) -> list[Subject]:
    enrolments = (each.enrolment for each in found)
    return [Subject(person_id=each.applicant_id, application_id=each.application_id) for each in enrolments]


async def _check_works_there(tx: ReadTx, log: ReadingLog, kindergarten_id: UUID) -> None:
    if not await kindergartens.works_there(tx, log.actor, kindergarten_id):
        raise NotFound("kindergarten_not_found")
