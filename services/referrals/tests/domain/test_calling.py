"""A call begins all of its turns or none, and says why not (domain §5.2)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.contracts.values import QueuedChild, QueueRef, Transfer
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, QueueClass
from kezek.referrals.domain.calling import why_not
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.place import Place

A, B = UUID(int=1), UUID(int=2)
START = datetime(2027, 2, 1, 7, tzinfo=UTC)
QUEUE = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2023)


def child(application_id: UUID) -> Candidate:
    return Candidate(
        QueuedChild(
            application_id=application_id,
            child_id=application_id,
            applicant_id=A,
            queue_class=QueueClass.GENERAL,
            birth_date=date(2023, 5, 5),
            languages=(InstructionLanguage.KAZAKH,),
            submitted_at=START,
        ),
        QUEUE,
    )


def place(number: int, kindergarten: int = 50) -> Place:
    return Place(
        UUID(int=100 + number), UUID(int=9), number, UUID(int=kindergarten), QUEUE, InstructionLanguage.KAZAKH, START
    )


P, Q = place(1), place(2)
BOTH = {A: P.id, B: Q.id}


def test_twins_who_both_wait_begin_if_each_place_is_still_offered() -> None:
    known = {A: child(A), B: child(B)}
    assert why_not(BOTH, known, [P, Q], held_elsewhere=False) is None
    assert why_not(BOTH, known, [P], held_elsewhere=False) is Reason.OFFER_VOID


def test_one_who_waits_no_more_or_is_unknown_lets_neither_begin() -> None:
    away = {A: child(A), B: replace(child(B), status=Status.REFERRED)}
    assert why_not(BOTH, away, [P, Q], held_elsewhere=False) is Reason.CANDIDATE_NOT_WAITING
    assert why_not(BOTH, {A: child(A)}, [P, Q], held_elsewhere=False) is Reason.CANDIDATE_NOT_WAITING


def test_a_child_with_a_place_by_another_application_is_not_called_by_this_one() -> None:
    assert why_not({A: P.id}, {A: child(A)}, [P], held_elsewhere=True) is Reason.CHILD_HELD_ELSEWHERE


def test_a_child_is_not_called_for_the_kindergarten_that_it_wants_to_leave() -> None:
    here = Transfer(application_id=B, kindergarten_id=P.kindergarten_id)
    asks = replace(child(A), child=replace(child(A).child, transfer=here))
    assert why_not({A: P.id}, {A: asks}, [P], held_elsewhere=False) is Reason.OWN_KINDERGARTEN
    other = place(3, kindergarten=51)
    assert why_not({A: other.id}, {A: asks}, [other], held_elsewhere=False) is None
