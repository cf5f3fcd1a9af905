"""What the queue's API answers."""

from dataclasses import asdict
from datetime import date
from typing import Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from kezek.contracts.categories import CATEGORIES
from kezek.contracts.law import Reason
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import Language, QueueClass
from kezek.queue.domain.order import Order
from kezek.queue.domain.queue import Change
from kezek.queue.entrypoints.published import TextView
from kezek.queue.usecases.read_changes import OrderChange, OrderChanges, SinceLook
from kezek.queue.usecases.read_position import Position


class CategoryView(BaseModel):
    """A numbered category: which class it is, and its name (domain §9.categories)."""

    number: int
    queue_class: QueueClass
    name: TextView

    model_config = ConfigDict(from_attributes=True)

    @classmethod
    def all_of(cls, order: Order) -> list[Self]:
        """All of them in their order; none where the classes take turns."""
        return [cls.model_validate(each) for each in CATEGORIES] if order is Order.CATEGORIES else []


class AheadView(BaseModel):
    """How many stand before the child, by class."""

    extraordinary: int
    priority: int
    general: int
    transfer: int

    model_config = ConfigDict(from_attributes=True)


class PositionView(BaseModel):
    """Position and who is ahead, or null while the child does not stand in the order (domain §5.3)."""

    application_id: UUID
    queue: QueueRef
    queue_class: QueueClass
    waiting: bool
    being_called: bool
    position: int | None
    ahead: AheadView | None
    in_order: int
    owed: int = Field(description="how many general children are called before the next priority one")
    generals_per_priority: int = Field(description="how many general children follow a priority one")
    categories: list[CategoryView] = Field(
        description="the numbered categories by which the district's queues are ordered: all of one before the next, "
        "and the phase is not used; empty where classes take turns"
    )
    by_rounds: bool = Field(description="places are given in rounds over the district, by what families wish")
    ledger_sequence: int
    as_of: AwareDatetime

    @classmethod
    def of(cls, position: Position) -> Self:
        """The view of a position."""
        ahead = position.ahead
        return cls(
            application_id=position.application_id,
            queue=position.queue,
            queue_class=position.queue_class,
            waiting=position.waiting,
            being_called=position.being_called,
            position=None if ahead is None else ahead.total + 1,
            ahead=None if ahead is None else AheadView.model_validate(ahead),
            in_order=position.in_order,
            owed=position.owed,
            generals_per_priority=position.generals_per_priority,
            categories=CategoryView.all_of(position.order),
            by_rounds=position.by_rounds,
            ledger_sequence=position.ledger_sequence,
            as_of=position.as_of,
        )


class OrderChangeView(BaseModel):
    """A change of the order: of the own child, of one before it, or of one whose class takes turns with the own."""

    sequence: int
    at: AwareDatetime
    change: Change
    reason: Reason
    reason_text: str
    queue_class: QueueClass
    own: bool
    in_turn: bool
    more: bool = Field(description="whether since then more children may go before the own one, or less")
    many: int = Field(description="how many: of twins all who move with the one whose change it is")

    @classmethod
    def of(cls, change: OrderChange, language: Language) -> Self:
        """The view of a change, its reason in words of the person's language."""
        return cls(**asdict(change), reason_text=change.reason.text.in_(language))


class AlikeView(BaseModel):
    """So many children by changes of one kind, of one class and for one reason."""

    change: Change
    reason: Reason
    reason_text: str
    queue_class: QueueClass
    in_turn: bool
    more: bool
    many: int


class SinceLookView(BaseModel):
    """What has changed since the family looked last; looks within half an hour are one."""

    at: AwareDatetime
    position: int | None
    items: list[AlikeView]
    complete: bool

    @classmethod
    def of(cls, since: SinceLook, language: Language) -> Self:
        """The view of it, reasons in words of the person's language."""
        items = [AlikeView(**asdict(each), reason_text=each.reason.text.in_(language)) for each in since.items]
        return cls(at=since.at, position=since.position, items=items, complete=since.complete)


class OrderChangesView(BaseModel):
    """The newest changes of the order, newest first; `complete` if none since the child joined is left out."""

    items: list[OrderChangeView]
    complete: bool
    since_look: SinceLookView | None
    ordered_since: date | None = Field(
        description="the day from which another policy orders the queue, if that has begun since the child joined"
    )

    @classmethod
    def of(cls, changes: OrderChanges, language: Language) -> Self:
        """The view of changes, their reasons in words of the person's language."""
        since = changes.since_look
        return cls(
            items=[OrderChangeView.of(each, language) for each in changes.items],
            complete=changes.complete,
            since_look=None if since is None else SinceLookView.of(since, language),
            ordered_since=changes.ordered_since,
        )
