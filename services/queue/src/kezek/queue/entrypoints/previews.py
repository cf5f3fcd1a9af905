"""What a preview of a policy answers: figures of queues, and nothing of a child (domain §9.policy)."""

from datetime import date
from typing import Self

from pydantic import AwareDatetime, BaseModel, ConfigDict

from kezek.contracts.policy import Policy
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import QueueClass
from kezek.queue.domain.preview import QueuePreview
from kezek.queue.usecases.preview_policy import PolicyPreview


class View(BaseModel):
    """Read from the values of the domain."""

    model_config = ConfigDict(from_attributes=True)


class MoveView(View):
    """A child of a class that stands at one number and would stand at another."""

    queue_class: QueueClass
    was: int
    becomes: int


class MovesView(View):
    """How many children move, and who moves farthest."""

    forward: int
    back: int
    farthest_forward: MoveView | None
    farthest_back: MoveView | None


class QueuePreviewView(BaseModel):
    """What becomes of a queue: its children in the order, those with an unanswered call, those whom age concerns.

    `owed` is the phase, which a change leaves as it is; `moves` is null for a queue that was not compared.
    """

    queue: QueueRef
    in_order: int
    being_called: int
    owed: int
    moves: MovesView | None
    become_callable: int
    cease_callable: int

    @classmethod
    def of(cls, queue: QueuePreview) -> Self:
        """The view of a queue."""
        now = queue.now
        return cls(
            queue=now.ref,
            in_order=now.counts.total,
            being_called=now.being_called,
            owed=now.owed,
            moves=None if queue.moves is None else MovesView.model_validate(queue.moves),
            become_callable=now.become_callable,
            cease_callable=now.cease_callable,
        )


class PolicyPreviewView(BaseModel):
    """What a change would do, as of an instant; `policy` takes the place of `before` on its first day."""

    district: str | None
    in_force_from: date
    before: Policy
    policy: Policy
    queues: list[QueuePreviewView]
    complete: bool
    as_of: AwareDatetime

    @classmethod
    def of(cls, found: PolicyPreview) -> Self:
        """The view of a preview."""
        return cls(
            district=found.facts.district,
            in_force_from=found.facts.in_force_from,
            before=found.facts.before,
            policy=found.facts.policy,
            queues=[QueuePreviewView.of(each) for each in found.queues],
            complete=all(each.moves is not None for each in found.queues),
            as_of=found.as_of,
        )
