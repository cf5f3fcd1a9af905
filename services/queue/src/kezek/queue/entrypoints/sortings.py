"""The yearly sorting of a district: where it stands, what it would do, and the act (domain §9.sorting)."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Path
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from kezek.contracts.ids import new_id
from kezek.contracts.lines import Line
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.bodies import Body
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import DatabaseDep, Reading, Transaction
from kezek.queue.entrypoints.changes import MayChange
from kezek.queue.entrypoints.permissions import CHANGE_RULES
from kezek.queue.entrypoints.published import TextView, View
from kezek.queue.usecases.read_sortings import DistrictSorting, Sorting, read_sorting, read_states
from kezek.queue.usecases.refresh_district import refresh_district
from kezek.queue.usecases.sort_district import SortDistrict, SortingProposal

District = Annotated[str, Path(pattern="^[0-9]{4}$", description="a district's KATO prefix")]

router = APIRouter()


class SortingStateView(View):
    """A district that is sorted anew each year: from which day of this year on, and when that was done last."""

    district: str
    name: TextView
    due_on: date
    sorted_on: date | None
    running: bool = Field(description="whether queues of the last sorting are still to be done")


class SortingStatesView(BaseModel):
    """The districts whose categories are numbered."""

    items: list[SortingStateView]


class SortingForecastView(View):
    """A queue before it is sorted: who waits, of these the too old; how those who stay would move.

    Who leaves it may be on the stop list, or called, too.
    """

    queue: QueueRef
    waiting: int
    too_old: int = Field(description="above the age limit: they are removed from the queue, not moved")
    leaving: int
    forward: int
    back: int
    forward_most: int = Field(description="by so many places, at most")
    back_most: int


class SortingMoveView(View):
    """So many children would go over to the queue of the year in which they were born."""

    kind: GroupKind
    from_year: int
    to_year: int
    children: int


class SortedQueueView(BaseModel):
    """What a sorting did to a queue: the children in its order afterwards; who went, came, or stood otherwise."""

    queue: QueueRef
    children: int
    went: int
    came: int
    corrected: int
    sorted_at: AwareDatetime | None


class SortingView(BaseModel):
    """A sorting that was signed, by the certificate's name."""

    id: UUID
    year: int
    reason: str | None
    signed_at: AwareDatetime
    signed_by_name: str
    queues: list[SortedQueueView]
    done: bool

    @classmethod
    def of(cls, sorting: Sorting) -> Self:
        """The view of a sorting."""
        queues = [SortedQueueView(**vars(each) | {"queue": QueueRef.parse(each.queue)}) for each in sorting.queues]
        return cls(**vars(sorting) | {"queues": queues})


class RefreshView(View):
    """How far the persons register has been asked about the district's children: about how many, how often in vain.

    `total` is null until they are counted, `finished_at` until all were asked about.
    """

    asked_at: AwareDatetime
    total: int | None
    asked: int
    silent: int
    changed: int
    finished_at: AwareDatetime | None


class DistrictSortingView(BaseModel):
    """A district: the code of what forbids to sort it now, what that would do as of an instant, and what was done."""

    model_config = ConfigDict(from_attributes=True)

    district: str
    name: TextView
    due_on: date | None
    refusal: str | None = Field(description="`sorted_already`: it may be sorted once more, with a reason")
    queues: list[SortingForecastView]
    moves: list[SortingMoveView]
    history: list[SortingView]
    refresh: RefreshView | None
    as_of: AwareDatetime

    @classmethod
    def of(cls, found: DistrictSorting) -> Self:
        """The view of a district's sorting."""
        return cls.model_validate({**vars(found), "history": [SortingView.of(each) for each in found.history]})


class SortingBody(Body):
    """A district, and why it is sorted once more in the same year."""

    district: str = Field(pattern="^[0-9]{4}$")
    reason: Line | None = None


@router.get("/sortings", dependencies=[require(CHANGE_RULES)])
async def list_sorting_states(tx: Reading) -> SortingStatesView:
    """The districts that are sorted anew each year, and where each stands."""
    return SortingStatesView(items=[SortingStateView.model_validate(each) for each in await read_states(tx)])


@router.get("/sortings/{district}", dependencies=[require(CHANGE_RULES)])
async def get_sorting(district: District, database: DatabaseDep) -> DistrictSortingView:
    """What a sorting of the district would do, on one snapshot that is not touched; and the sortings of before."""
    async with database.snapshot() as tx:
        return DistrictSortingView.of(await read_sorting(tx, district))


@router.post("/sortings/{district}/refreshes", status_code=204)
async def refresh_data(district: District, tx: Transaction, actor: MayChange) -> None:
    """Have the persons register asked once more about every child of the district that waits, in the background."""
    await refresh_district(tx, district, person_id=actor.person_id, new_id=new_id)


@router.post("/sortings/acts", status_code=201)
async def prepare_sorting(body: SortingBody, tx: Transaction, acts: ActsDep, actor: MayChange) -> PreparedAct:
    """What is to be signed to have a district sorted anew: from its day of the year on; once more only for a reason."""
    proposal = SortingProposal(district=body.district, reason=body.reason)
    return prepared(await acts.prepare(tx, SortDistrict, actor, proposal))
