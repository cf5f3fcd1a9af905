"""Routes of closing a kindergarten: what it touches here, and the act (domain §6.6). Places are asked of referrals."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from kezek.contracts.access import Subject, Why
from kezek.contracts.lines import Remark
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage
from kezek.kindergartens.adapters import closings, kindergartens
from kezek.kindergartens.domain.roster import EnrolledChild
from kezek.kindergartens.entrypoints import permissions, schemas
from kezek.kindergartens.entrypoints.schemas import View
from kezek.kindergartens.usecases.close_kindergarten import CloseKindergarten, KindergartenToClose
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.bodies import Body
from kezek.platform.http.permissions import require
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Transaction

SHOWN = 500

router = APIRouter()


class ClosingBody(Body):
    """By what ground the kindergarten is closed, as an order with its number."""

    remark: Annotated[Remark, Field(min_length=1)]


class DepartingView(View):
    """A child that would depart."""

    application_number: str
    child_name: str
    group_year: int
    language: InstructionLanguage
    kind: GroupKind


class ClosingView(View):
    """What closing touches here: how many children would depart, the first of them by name; or that it is closed."""

    kindergarten: schemas.OwnKindergartenView
    enrolled: int
    departing: list[DepartingView]


@router.get("/kindergartens/{kindergarten_id}/closing")
async def preview_closing(
    kindergarten_id: UUID, tx: Transaction, log: Annotated[ReadingLog, reading(permissions.PREVIEW_CLOSING)]
) -> ClosingView:
    """The kindergarten, and the children on its roster who would depart as «closed»; of a closed one since when."""
    kindergarten = await kindergartens.load_kindergarten(tx, kindergarten_id)
    closing = await closings.find_closing(tx, kindergarten_id)
    present = await closings.list_present(tx, kindergarten_id, SHOWN)
    people = [
        Subject(person_id=each.enrolment.applicant_id, application_id=each.enrolment.application_id) for each in present
    ]
    await log.note(Grant(Role.ADMINISTRATOR), Why.LIST, people)
    return ClosingView(
        kindergarten=schemas.own_kindergarten_view(kindergarten, closing),
        enrolled=await closings.count_present(tx, kindergarten_id),
        departing=[_departing(each, log.actor) for each in present],
    )


@router.post("/kindergartens/{kindergarten_id}/closing/acts", status_code=201)
async def prepare_closing(
    kindergarten_id: UUID,
    body: ClosingBody,
    tx: Transaction,
    acts: ActsDep,
    actor: Annotated[Actor, require(permissions.CLOSE_KINDERGARTENS)],
) -> PreparedAct:
    """What is to be signed to close a kindergarten for good."""
    wanted = KindergartenToClose(kindergarten_id=kindergarten_id, remark=body.remark)
    return prepared(await acts.prepare(tx, CloseKindergarten, actor, wanted))


def _departing(child: EnrolledChild, reader: Actor) -> DepartingView:
    return DepartingView(
        application_number=child.application_number,
        child_name=child.child.name_in(reader.language).full,
        **vars(child.enrolment.group),
    )
