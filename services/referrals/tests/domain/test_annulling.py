"""Places taken back by an officer or a closing: which, in which order, and what becomes of who held them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.law import Reason
from kezek.contracts.values import QueuedChild, QueueRef
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, PlaceStatus, QueueClass, ReferralStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import Term
from kezek.referrals.domain.annulling import Annulment, annul, close_kindergarten
from kezek.referrals.domain.candidate import CalledWith, Candidate, Referral, Turn
from kezek.referrals.domain.decisions import StepKind
from kezek.referrals.domain.place import Place, hold, open_to_all, take
from kezek.referrals.domain.terms import TermKind

NOW = datetime(2027, 2, 1, 7, tzinfo=UTC)
END = NOW + timedelta(days=3)
ID = UUID(int=1)
QUEUE = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2023)
KAZAKH = InstructionLanguage.KAZAKH
ON_THE_WAY = (Status.REFERRED, Status.PAPERS_SUBMITTED, Status.REFUSAL_REVIEW)
ENDED = (Status.ENROLLED, Status.REFUSED, Status.WITHDRAWN, Status.REMOVED, Status.DEPARTED)


def place(number: int, *, published: int = 0) -> Place:
    return Place(UUID(int=number), ID, number, ID, QUEUE, KAZAKH, NOW + timedelta(hours=published))


def child(number: int, **facts: Any) -> Candidate:
    queued = QueuedChild(
        application_id=UUID(int=number),
        child_id=UUID(int=number),
        applicant_id=ID,
        queue_class=QueueClass.GENERAL,
        birth_date=date(2023, 5, 5),
        languages=(KAZAKH,),
        submitted_at=NOW - timedelta(days=400),
    )
    return Candidate(queued, QUEUE, serial=number, misses=1, **facts)


def called(number: int, held: Place) -> Candidate:
    with_what = CalledWith(QueueClass.GENERAL, date(2023, 5, 5), (KAZAKH,))
    turn = Turn(UUID(int=number), ID, held.id, ID, KAZAKH, with_what, NOW, Term(END.date(), END), "1110-1")
    return child(number, status=Status.NOTIFIED, turn=turn)


def referred(number: int, taken: Place, status: Status = Status.REFERRED) -> Candidate:
    valid = ReferralStatus.ACCEPTED if status is Status.ENROLLED else ReferralStatus.VALID
    referral = Referral(
        UUID(int=number), "1000000101", taken.id, ID, 2023, KAZAKH, NOW, Term(END.date(), END), valid, "1110-1"
    )
    return child(number, status=status, referral=referral, referrals_issued=1)


def steps(annulment: Annulment) -> list[tuple[StepKind, Reason]]:
    return [(step.kind, step.reason) for step in annulment.decision.steps] if annulment.decision else []


@pytest.mark.parametrize("free", [place(1), open_to_all(place(1))], ids=lambda each: each.status.value)
def test_a_free_place_is_annulled_and_is_nobodys_doing(free: Place) -> None:
    annulment = annul(free, None, NOW)
    assert annulment == Annulment(replace(free, status=PlaceStatus.ANNULLED))


def test_a_held_places_turn_ends_without_a_miss_and_the_child_is_queued_at_its_own_time() -> None:
    held = hold(place(1), UUID(int=7))
    holder = called(7, held)
    decision = annul(held, holder, NOW).decision
    assert decision is not None
    assert (decision.candidate.status, decision.candidate.turn, decision.candidate.misses) == (Status.QUEUED, None, 1)
    assert decision.candidate.child == holder.child
    assert [(step.kind, step.reason) for step in decision.steps] == [(StepKind.TURN_ENDED, Reason.PLACE_ANNULLED)]
    assert decision.places == (replace(held, status=PlaceStatus.ANNULLED, holder=None),)
    assert (decision.ended, decision.offered) == (((TermKind.TURN, UUID(int=7)),), ())


def test_a_held_place_is_not_annulled_without_whoever_holds_it() -> None:
    held = hold(place(1), UUID(int=7))
    for nobody in (None, called(8, held)):
        with pytest.raises(ValueError, match=str(held.id)):
            annul(held, nobody, NOW)


@pytest.mark.parametrize(
    ("gone", "code"),
    [(take(place(1), ID), "place_taken"), (annul(place(1), None, NOW).place, "place_annulled")],
    ids=["taken", "annulled"],
)
def test_what_is_taken_or_annulled_already_is_refused(gone: Place, code: str) -> None:
    with pytest.raises(RuleBrokenError) as refused:
        annul(gone, referred(1, gone), NOW)
    assert refused.value.code == code


def test_a_turn_whose_child_is_to_stand_elsewhere_goes_there_when_it_ends() -> None:
    held = hold(place(1), UUID(int=7))
    elsewhere = replace(QUEUE, kind=GroupKind.CORRECTIONAL)
    decision = annul(held, replace(called(7, held), next_queue=elsewhere), NOW).decision
    assert decision is not None
    assert (decision.candidate.queue, decision.candidate.next_queue) == (elsewhere, None)


@pytest.mark.parametrize("status", ON_THE_WAY)
def test_a_closing_voids_a_referral_that_is_not_accepted_whatever_is_looked_at(status: Status) -> None:
    taken = take(place(1), UUID(int=7))
    holder = referred(7, taken, status)
    (annulment,) = close_kindergarten([taken], {UUID(int=7): holder}, NOW)
    decision = annulment.decision
    assert decision is not None
    assert steps(annulment) == [(StepKind.REFERRAL_VOIDED, Reason.KINDERGARTEN_CLOSED)]
    assert (decision.candidate.status, decision.candidate.misses) == (Status.QUEUED, 1)
    assert decision.candidate.referral is not None
    assert decision.candidate.referral.status is ReferralStatus.VOIDED
    assert decision.places == (annulment.place,) == (replace(taken, status=PlaceStatus.ANNULLED, holder=None),)
    assert decision.ended == ((TermKind.REFERRAL, UUID(int=7)),)


@pytest.mark.parametrize("status", ENDED)
def test_a_closing_leaves_a_place_alone_whose_child_is_enrolled_or_has_left(status: Status) -> None:
    taken = take(place(1), UUID(int=7))
    assert close_kindergarten([taken], {UUID(int=7): referred(7, taken, status)}, NOW) == []


def test_a_closing_goes_by_the_order_of_publication_and_done_twice_does_nothing() -> None:
    first, second, third = place(3), place(2, published=1), place(1, published=2)
    held, taken = hold(second, UUID(int=7)), take(third, UUID(int=8))
    holders = {UUID(int=7): called(7, held), UUID(int=8): referred(8, taken)}
    closed = close_kindergarten([taken, held, first], holders, NOW)
    assert [each.place.id for each in closed] == [first.id, second.id, third.id]
    assert [steps(each) for each in closed] == [
        [],
        [(StepKind.TURN_ENDED, Reason.KINDERGARTEN_CLOSED)],
        [(StepKind.REFERRAL_VOIDED, Reason.KINDERGARTEN_CLOSED)],
    ]
    assert close_kindergarten([each.place for each in closed], {}, NOW) == []
