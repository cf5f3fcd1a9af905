"""Routes of the counter: an officer chooses a place from a paper that the family has signed (domain §6.counter)."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from kezek.contracts.access import Why
from kezek.contracts.files import FilePurpose
from kezek.platform.errors import NotFound
from kezek.platform.file_links import FileLink
from kezek.platform.given_files import given_files
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.handed_in import LinksDep, Receipts, ReceiptsDep
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Transaction
from kezek.platform.officers import officer_of
from kezek.referrals.adapters import candidates
from kezek.referrals.adapters.counter_papers import list_papers
from kezek.referrals.entrypoints import permissions
from kezek.referrals.entrypoints.http import places_view
from kezek.referrals.entrypoints.refusal_schemas import LinkView
from kezek.referrals.entrypoints.schemas import ChoiceBody, PlacesView
from kezek.referrals.usecases.basis import basis_on
from kezek.referrals.usecases.choose_at_counter import (
    ChooseAtCounter,
    CounterChoice,
    load_at_counter,
    load_of_district,
)
from kezek.referrals.usecases.find_referral import subject_of
from kezek.referrals.usecases.list_choices import list_together

router = APIRouter(prefix="/counter/applications/{application_id}")
AtCounter = Annotated[ReadingLog, reading(permissions.CHOOSE_AT_COUNTER)]
OfPapers = Annotated[ReadingLog, reading(permissions.READ_COUNTER_PAPERS)]


class CounterPlacesView(PlacesView):
    """What the family would choose from by itself; `together` are the applications of twins called with this one."""

    together: list[UUID]


class CounterChoiceBody(ChoiceBody):
    """What stands on the paper, and the receipts of its scans: nothing is chosen without."""

    paper: Receipts = Field(min_length=1)


class CounterPaperView(BaseModel):
    """A scan of the paper by which a place was chosen, and when."""

    model_config = ConfigDict(from_attributes=True)

    file_id: UUID
    name: str
    media_type: str
    size: int
    added_at: datetime


class CounterPapersView(BaseModel):
    """The scans of an application's choices at the counter, oldest first."""

    items: list[CounterPaperView]


@router.get("/places")
async def get_counter_places(application_id: UUID, tx: Transaction, log: AtCounter) -> CounterPlacesView:
    """The places from which the family may choose, as it sees them itself, and what keeps it from some."""
    candidate = await load_at_counter(tx, log.actor, application_id)
    await log.note(officer_of(log.actor), Why.OPEN, [subject_of(candidate)])
    found = await places_view(tx, candidate, tx.now())
    return CounterPlacesView(items=found.items, together=list(await list_together(tx, candidate)))


@router.post("/choices/acts", status_code=201)
async def prepare_counter_choice(
    application_id: UUID, body: CounterChoiceBody, tx: Transaction, acts: ActsDep, receipts: ReceiptsDep, log: AtCounter
) -> PreparedAct:
    """What the officer signs to take a place, or places for twins, in the family's name; the scan is kept with it."""
    candidate = await load_at_counter(tx, log.actor, application_id)
    policy = (await basis_on(tx, candidate.queue, tx.now())).policy
    paper = given_files(body.paper, receipts, log.actor.person_id, FilePurpose.COUNTER_CHOICE, policy)
    choice = CounterChoice(paper=paper, **dict(body.choice_for(application_id)))
    act = await acts.prepare(tx, ChooseAtCounter, log.actor, choice)
    subjects = [subject_of(each) for each in (await candidates.find_candidates(tx, choice.choices)).values()]
    await log.note(officer_of(log.actor), Why.ACT, subjects, act_id=act.id)
    return prepared(act)


@router.get("/papers")
async def get_counter_papers(application_id: UUID, tx: Transaction, log: OfPapers) -> CounterPapersView:
    """The scans of the papers from which places were chosen for this application; to find none leaves no reading."""
    candidate = await load_of_district(tx, log.actor, application_id)
    found = await list_papers(tx, application_id)
    if found:
        await log.note(officer_of(log.actor), Why.OPEN, [subject_of(candidate)])
    else:
        log.nobody()
    return CounterPapersView(items=[CounterPaperView.model_validate(each) for each in found])


@router.post("/papers/{file_id}/links")
async def open_counter_paper(
    application_id: UUID, file_id: UUID, tx: Transaction, links: LinksDep, log: OfPapers
) -> LinkView:
    """A link of a minute to one of them; documents leaves in the log when it is opened."""
    candidate = await load_of_district(tx, log.actor, application_id)
    if file_id not in {each.file_id for each in await list_papers(tx, application_id)}:
        raise NotFound("file_not_found")
    log.nobody()
    link = FileLink(
        file_id=file_id,
        person_id=log.actor.person_id,
        subject_id=candidate.child.applicant_id,
        about=application_id,
        capacity=officer_of(log.actor),
    )
    return LinkView(address=links.sign(link))
