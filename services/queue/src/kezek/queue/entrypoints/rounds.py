"""The rounds of an officer's district: the next one, those held, and waiting lists (domain §9.rounds)."""

from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind
from kezek.platform.actors import Actor
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.bodies import Body
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import DatabaseDep, Reading, Transaction
from kezek.platform.officers import district_of
from kezek.queue.entrypoints.permissions import HOLD_ROUNDS
from kezek.queue.entrypoints.published import TextView, View
from kezek.queue.usecases.hold_round import HoldRound, RoundProposal
from kezek.queue.usecases.read_rounds import (
    DistrictRounds,
    PastRound,
    Seat,
    read_round,
    read_rounds,
    read_waiting_list,
)

Officer = Annotated[Actor, require(HOLD_ROUNDS)]
AtMost = Annotated[int, Query(ge=1, le=5000, description="so many lines of the list")]

router = APIRouter()


class RoundOfQueueView(View):
    """So many places of a queue wait for the round, and so many of them are given."""

    kind: GroupKind
    group_year: int
    places: int
    given: int


class SeatView(View):
    """To whom a place goes: the application by its number, its category, which of its wishes that is, and where.

    `begun`: whether the turn has begun; null of a round not held yet, or while nobody has answered.
    """

    number: str
    category: int
    queue: QueueRef
    wish: int
    kindergarten: TextView
    begun: bool | None


class NextRoundView(View):
    """The round as it would be now; what is signed names its digest."""

    refusal: str | None = Field(description="`rounds_not_here`, `round_gives_nothing`: why it cannot be held")
    digest: str
    waiting: int = Field(description="children who stand in the queues of the district")
    wishing: int = Field(description="of these those who have named a kindergarten, and their twins' families")
    places: int
    given: int
    queues: list[RoundOfQueueView]
    seats: list[SeatView]


class PastRoundView(View):
    """A round that was held, by the certificate's name; of how many children the turns have begun, or did not."""

    id: UUID
    number: int
    held_at: AwareDatetime
    signed_by_name: str
    places: int
    wishing: int
    given: int
    begun: int
    unmade: int


class RoundKindergartenView(BaseModel):
    """A kindergarten of the district, for its waiting list."""

    model_config = ConfigDict(from_attributes=True)

    kindergarten_id: UUID
    name: TextView
    closed: bool


class RoundsView(View):
    """The district's next round and its last ones, newest first; whether its policy has waiting lists kept."""

    district: str
    next_round: NextRoundView
    history: list[PastRoundView]
    kindergartens: list[RoundKindergartenView]
    waiting_list: bool
    as_of: AwareDatetime


class RoundView(BaseModel):
    """A round that was held, and what it gave, in its order."""

    round: PastRoundView
    seats: list[SeatView]

    @classmethod
    def of(cls, held: PastRound, seats: list[Seat]) -> Self:
        """As it is shown."""
        return cls(round=PastRoundView.model_validate(held), seats=[SeatView.model_validate(each) for each in seats])


class WaitingView(View):
    """A child that waits for a kindergarten: its place in its own queue, number, category and which wish."""

    stands_at: int
    number: str
    category: int
    queue: QueueRef
    wish: int


class WaitingListView(BaseModel):
    """Who waits for a kindergarten, in the order of the next round; `total` of them."""

    total: int
    items: list[WaitingView]


class RoundBody(Body):
    """The outcome that the officer has seen."""

    digest: str = Field(pattern="^[0-9a-f]{64}$")


@router.get("/rounds")
async def list_rounds(database: DatabaseDep, actor: Officer, at_most: AtMost = 100) -> RoundsView:
    """What the next round of the officer's district would give, on one snapshot that is not touched; and those held."""
    async with database.snapshot() as tx:
        found: DistrictRounds = await read_rounds(tx, district_of(actor), at_most)
    return RoundsView.model_validate(found)


@router.get("/rounds/waiting-lists/{kindergarten_id}")
async def get_waiting_list(
    kindergarten_id: UUID, tx: Reading, actor: Officer, at_most: AtMost = 100
) -> WaitingListView:
    """Who of the officer's district waits for a kindergarten; `waiting_list_not_here` where no such list is kept."""
    total, items = await read_waiting_list(tx, district_of(actor), kindergarten_id, at_most)
    return WaitingListView(total=total, items=[WaitingView.model_validate(each) for each in items])


@router.get("/rounds/{round_id}")
async def get_round(round_id: UUID, tx: Reading, actor: Officer, at_most: AtMost = 100) -> RoundView:
    """A round of the officer's district that was held."""
    return RoundView.of(*await read_round(tx, district_of(actor), round_id, at_most))


@router.post("/rounds/acts", status_code=201)
async def prepare_round(body: RoundBody, tx: Transaction, acts: ActsDep, actor: Officer) -> PreparedAct:
    """What is to be signed to hold a round with exactly this outcome; another by now: `round_changed`."""
    proposal = RoundProposal(district=district_of(actor), digest=body.digest)
    return prepared(await acts.prepare(tx, HoldRound, actor, proposal))
