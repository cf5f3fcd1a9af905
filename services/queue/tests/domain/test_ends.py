"""By what a child stands at an instant (domain §6.7)."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kezek.contracts.ids import new_id
from kezek.contracts.values import QueuedChild, QueueRef, StandsThen
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, QueueClass
from kezek.queue.domain.ends import stands_at, still_to_come

MIDNIGHT = datetime(2026, 11, 30, 19, tzinfo=UTC)
CORRECTIONAL = QueueRef("1110", GroupKind.CORRECTIONAL, 2023)
CHILD = QueuedChild(
    application_id=new_id(),
    child_id=new_id(),
    applicant_id=new_id(),
    queue_class=QueueClass.EXTRAORDINARY,
    birth_date=MIDNIGHT.date(),
    languages=(InstructionLanguage.KAZAKH,),
    submitted_at=MIDNIGHT,
)
ENDS = (
    StandsThen(at=MIDNIGHT, kind=GroupKind.CORRECTIONAL, queue_class=QueueClass.PRIORITY),
    StandsThen(at=MIDNIGHT + timedelta(days=1), kind=GroupKind.GENERAL, queue_class=QueueClass.GENERAL),
)


def test_at_the_midnight_itself_the_benefit_is_over_and_just_before_it_counts() -> None:
    before, _ = stands_at((CHILD, CORRECTIONAL), ENDS, MIDNIGHT - timedelta(microseconds=1))
    at, queue = stands_at((CHILD, CORRECTIONAL), ENDS, MIDNIGHT)
    assert (before.queue_class, at.queue_class) == (QueueClass.EXTRAORDINARY, QueueClass.PRIORITY)
    assert queue == CORRECTIONAL


def test_the_last_of_several_ends_counts_and_may_lead_to_the_general_queue() -> None:
    child, queue = stands_at((CHILD, CORRECTIONAL), ENDS, MIDNIGHT + timedelta(days=9))
    assert (child.queue_class, queue) == (QueueClass.GENERAL, QueueRef("1110", GroupKind.GENERAL, 2023))


@given(st.integers(-3, 3), st.integers(-3, 3))
def test_step_by_step_is_the_same_as_at_once(first: int, then: int) -> None:
    early, late = sorted((MIDNIGHT + timedelta(hours=12 * first), MIDNIGHT + timedelta(hours=12 * then)))
    stepwise = stands_at(stands_at((CHILD, CORRECTIONAL), ENDS, early), still_to_come(ENDS, early), late)
    assert stepwise == stands_at((CHILD, CORRECTIONAL), ENDS, late)
