"""The kindergartens that a family wishes, for the district's rounds (domain §9.rounds)."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel, Field

from kezek.contracts.texts import Text
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import Ownership
from kezek.platform.actors import Actor
from kezek.platform.http.bodies import Body
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Reading, Transaction
from kezek.queue.entrypoints.permissions import ORDER_WISHES
from kezek.queue.entrypoints.published import TextView
from kezek.queue.usecases.change_wishes import change_wishes
from kezek.queue.usecases.read_wishes import Outcome, OwnWishes, Wish, read_wishes

Own = Annotated[Actor, require(ORDER_WISHES)]

router = APIRouter()


class WishView(BaseModel):
    """A wished kindergarten; at which number of its waiting list the child stands, null while it does not wait."""

    kindergarten_id: UUID
    name: TextView
    address: TextView
    ownership: Ownership
    closed: bool = Field(description="it gives no places any more: a round passes it over")
    stands_at: int | None
    waiting: int | None = Field(
        description="how many children of the same queue wait for it; null where no waiting list is kept"
    )

    @classmethod
    def of(cls, wish: Wish) -> Self:
        """As it is shown."""
        kindergarten = wish.kindergarten
        return cls(
            kindergarten_id=kindergarten.kindergarten_id,
            name=_text(kindergarten.name),
            address=_text(kindergarten.address),
            ownership=kindergarten.ownership,
            closed=kindergarten.closed,
            stands_at=wish.stands_at,
            waiting=wish.waiting,
        )


class LastRoundView(BaseModel):
    """The district's last round; in which kindergarten it gave this child a place, null if it gave none that it has."""

    number: int
    held_at: AwareDatetime
    outcome: Outcome
    kindergarten_id: UUID | None


class WishesView(BaseModel):
    """A family's wishes, the dearest first, and where the child stands for each."""

    application_id: UUID
    queue: QueueRef
    obstacle: str | None = Field(description="`rounds_not_here`, `application_over`: why wishes cannot be changed now")
    most: int
    wishes: list[WishView]
    own_kindergarten_id: UUID | None = Field(description="where the child is that asks for another: none to wish")
    waiting_list: bool = Field(description="whether the district keeps waiting lists, where a child stands on each")
    changed_at: AwareDatetime | None
    twins: bool
    separate_places: bool = Field(description="twins may have places apart; else together or none")
    last_round: LastRoundView | None
    as_of: datetime

    @classmethod
    def of(cls, found: OwnWishes) -> Self:
        """As they are shown."""
        last = found.last_round
        return cls(
            application_id=found.of.application_id,
            queue=found.of.queue,
            obstacle=found.obstacle,
            most=found.most,
            wishes=[WishView.of(each) for each in found.wishes],
            own_kindergarten_id=found.of.leaves,
            waiting_list=found.waiting_list,
            changed_at=found.of.changed_at,
            twins=found.of.twins is not None,
            separate_places=found.of.separate_places,
            last_round=LastRoundView(**vars(last)) if last else None,
            as_of=found.as_of,
        )


class WishesBody(Body):
    """The wished kindergartens, the dearest first; none of them takes all back."""

    kindergartens: list[UUID] = Field(max_length=50)


@router.get("/applications/{application_id}/wishes")
async def get_wishes(application_id: UUID, tx: Reading, actor: Own) -> WishesView:
    """Which kindergartens the family of an own application wishes, and the child's place in each waiting list."""
    return WishesView.of(await read_wishes(tx, application_id, person_id=actor.person_id))


@router.put("/applications/{application_id}/wishes", status_code=204)
async def put_wishes(application_id: UUID, body: WishesBody, tx: Transaction, actor: Own) -> None:
    """Wish these kindergartens of the application's district, in this order, until a round gives one of them."""
    await change_wishes(tx, application_id, body.kindergartens, person_id=actor.person_id)


def _text(text: Text) -> TextView:
    return TextView.model_validate(text)
