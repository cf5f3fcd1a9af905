"""Public figures of queues: what is told of how many, so that no small number gives a child away (§5.figures)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kezek.contracts.values import QueueRef
from kezek.queue.domain.order import Counts


@dataclass(frozen=True)
class Figures:
    """A queue: who waits by class, who is called to choose, the places that are free and those in free choice."""

    queue: QueueRef
    waiting: Counts
    called: int
    free: int
    free_choice: int


@dataclass(frozen=True)
class Sums:
    """Over several queues."""

    waiting: Counts
    called: int
    free: int
    free_choice: int


@dataclass(frozen=True)
class ShownFigures:
    """What is told of a queue; None is a number between one and the least that is told, or would give one away."""

    queue: QueueRef
    waiting: int | None
    by_class: Counts | None
    called: int | None
    free: int
    free_choice: int


@dataclass(frozen=True)
class PastCall:
    """A child was called on a day: its number and nothing else, neither the queue nor the class."""

    number: str
    on: date


def sums_of(figures: Sequence[Figures]) -> Sums:
    """What queues come to together."""
    waiting = [each.waiting for each in figures]
    return Sums(
        waiting=Counts(
            sum(each.extraordinary for each in waiting),
            sum(each.priority for each in waiting),
            sum(each.general for each in waiting),
            sum(each.transfer for each in waiting),
        ),
        called=sum(each.called for each in figures),
        free=sum(each.free for each in figures),
        free_choice=sum(each.free_choice for each in figures),
    )


def shown(figures: Sequence[Figures], least: int) -> list[ShownFigures]:
    """The figures without numbers below the least; no sums over queues are told, they would give the rest away."""
    return [_shown(each, least) for each in figures]


def _shown(figures: Figures, least: int) -> ShownFigures:
    waiting = figures.waiting
    total = _told(waiting.total, least)
    classes = (waiting.extraordinary, waiting.priority, waiting.general, waiting.transfer)
    # all of them or none: of one that is hidden the total and the others would tell
    whole = total is not None and all(_told(each, least) is not None for each in classes)
    return ShownFigures(
        queue=figures.queue,
        waiting=total,
        by_class=waiting if whole else None,
        called=_told(figures.called, least),
        free=figures.free,
        free_choice=figures.free_choice,
    )


def _told(number: int, least: int) -> int | None:
    return None if 0 < number < least else number
