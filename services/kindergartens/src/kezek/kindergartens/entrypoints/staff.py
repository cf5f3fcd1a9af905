"""Routes of a kindergarten's worker: the list of its staff, none of whom is an escort there (domain §8.escorts)."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import Field

from kezek.contracts.access import Why
from kezek.contracts.iin import Iin
from kezek.contracts.lines import Line
from kezek.contracts.texts import Text
from kezek.kindergartens.adapters import kindergartens, staff
from kezek.kindergartens.domain.staff import StaffMember
from kezek.kindergartens.entrypoints import permissions
from kezek.kindergartens.entrypoints.file_about import KINDERGARTEN, about_table
from kezek.kindergartens.entrypoints.schemas import View
from kezek.kindergartens.usecases.change_staff import ChangeStaff, StaffLine, StaffLines
from kezek.platform.actors import Grant, Role
from kezek.platform.db import Tx
from kezek.platform.errors import NotFound
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.bodies import Body
from kezek.platform.http.pseudonyms import PseudonymsDep
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.sheets import A_FILE, FileFormat, Format, Table, as_file
from kezek.platform.http.transactions import Transaction
from kezek.platform.pseudonyms import Pseudonyms
from kezek.platform.workdays import local_day

MOST_LINES = 200
MayRead = Annotated[ReadingLog, reading(permissions.READ_STAFF)]
_STAFF = Text("Қызметкерлер", "Сотрудники", "Staff")
_HEADS = (
    Text("ЖСН", "ИИН", "IIN"),
    Text("Т.А.Ә.", "ФИО", "Name"),
    Text("Лауазымы", "Должность", "Position"),
    Text("Басталған күні", "С какого дня", "From"),
    Text("Аяқталған күні", "По какой день", "Until"),
)

router = APIRouter(prefix="/kindergartens/{kindergarten_id}/staff")


class StaffLineBody(Body):
    """Somebody who works, or worked, in the kindergarten; a line is known by IIN and first day."""

    iin: Iin
    name: Line
    position: Line
    from_on: date
    until_on: date | None = None


class StaffBody(Body):
    """Lines to enter: all of them or none."""

    lines: list[StaffLineBody] = Field(min_length=1, max_length=MOST_LINES)


class StaffMemberView(View):
    """A line of the list."""

    iin: str
    name: str
    position: str
    from_on: date
    until_on: date | None


class StaffView(View):
    """The whole list; who works on before who does not."""

    items: list[StaffMemberView]


@router.get("")
async def get_staff(kindergarten_id: UUID, tx: Transaction, log: MayRead, pseudonyms: PseudonymsDep) -> StaffView:
    """The staff list of an own kindergarten."""
    found = await _list(tx, log, pseudonyms, kindergarten_id)
    return StaffView(items=[StaffMemberView(**vars(each)) for each in found])


@router.get("/file", response_class=Response, responses=A_FILE)
async def get_staff_file(
    kindergarten_id: UUID, tx: Transaction, log: MayRead, pseudonyms: PseudonymsDep, written: Format = FileFormat.CSV
) -> Response:
    """The same to keep, to be changed and read in again: the columns are those of a line."""
    found = await _list(tx, log, pseudonyms, kindergarten_id)
    kindergarten = await kindergartens.load_kindergarten(tx, kindergarten_id)
    language = log.actor.language
    rows = [[each.iin, each.name, each.position, each.from_on, each.until_on] for each in found]
    table = Table(_STAFF.in_(language), [each.in_(language) for each in _HEADS], rows)
    tables = [about_table(tx.now(), language, (KINDERGARTEN, kindergarten.name.in_(language))), table]
    return await as_file(f"kezek-staff-{local_day(tx.now())}", tables, table, written)


@router.post("/acts", status_code=201)
async def prepare_staff(
    kindergarten_id: UUID,
    body: StaffBody,
    tx: Transaction,
    acts: ActsDep,
    log: Annotated[ReadingLog, reading(permissions.CHANGE_STAFF)],
    pseudonyms: PseudonymsDep,
) -> PreparedAct:
    """What is to be signed to enter lines of the staff list; it says who of them is an escort of a child there."""
    lines = tuple(StaffLine(**each.model_dump()) for each in body.lines)
    act = await acts.prepare(tx, ChangeStaff, log.actor, StaffLines(kindergarten_id=kindergarten_id, lines=lines))
    subjects = pseudonyms.subjects([each.iin for each in lines], reader=log.actor, object_id=kindergarten_id)
    await log.note(Grant(Role.WORKER, kindergarten_id), Why.ACT, subjects, act_id=act.id)
    return prepared(act)


async def _list(tx: Tx, log: ReadingLog, pseudonyms: Pseudonyms, kindergarten_id: UUID) -> list[StaffMember]:
    if not await kindergartens.works_there(tx, log.actor, kindergarten_id):
        raise NotFound("kindergarten_not_found")
    found = await staff.list_staff(tx, kindergarten_id)
    subjects = pseudonyms.subjects([each.iin for each in found], reader=log.actor, object_id=kindergarten_id)
    await log.note(Grant(Role.WORKER, kindergarten_id), Why.LIST, subjects)
    return found
