"""An enrolled child asks for another kindergarten: what becomes of either application (domain §7.transfer)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from services.referrals.tests.domain.clockwork import BASIS

from kezek.contracts.law import Reason
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.values import QueuedChild, QueueRef, Transfer
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, PlaceStatus, QueueClass, ReferralStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import Term
from kezek.referrals.domain.admission import Case, check_may_accept
from kezek.referrals.domain.candidate import CalledWith, Candidate, Referral, Turn
from kezek.referrals.domain.instant import at_instant
from kezek.referrals.domain.leaving import check_may_move, check_may_withdraw
from kezek.referrals.domain.place import Place
from kezek.referrals.domain.states import is_over
from kezek.referrals.domain.terms import TermKind
from kezek.referrals.domain.transfer import (
    end_transfer,
    give_up_own,
    is_enrolled,
    is_for_nothing,
    is_void,
    kindergarten_of,
    leave_for,
    may_lose_enrolment,
    transferred_from,
    without_enrolment,
)

NOW = datetime(2027, 2, 1, 7, tzinfo=UTC)
QUEUE = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2023)
HERE = UUID(int=50)


def candidate(number: int, status: Status, transfer: Transfer | None = None) -> Candidate:
    child = QueuedChild(
        application_id=UUID(int=number),
        child_id=UUID(int=99),
        applicant_id=UUID(int=98),
        queue_class=QueueClass.TRANSFER if transfer else QueueClass.GENERAL,
        birth_date=date(2023, 5, 5),
        languages=(InstructionLanguage.KAZAKH,),
        submitted_at=NOW,
        transfer=transfer,
    )
    return Candidate(child, QUEUE, serial=number, status=status)


def asking(status: Status = Status.QUEUED) -> Candidate:
    return candidate(2, status, Transfer(application_id=UUID(int=1), kindergarten_id=HERE))


ENROLLED = replace(
    candidate(1, Status.ENROLLED),
    referral=Referral(
        id=UUID(int=3),
        number="1000000101",
        place_id=UUID(int=4),
        kindergarten_id=HERE,
        group_year=2023,
        language=InstructionLanguage.KAZAKH,
        issued_at=NOW,
        term=Term(date(2027, 2, 8), NOW),
        status=ReferralStatus.ACCEPTED,
        policy="default-1",
    ),
)


def test_the_former_enrolment_ends_as_the_child_is_accepted_elsewhere() -> None:
    left = leave_for(ENROLLED, NOW)
    assert left is not None
    assert (left.candidate.status, left.at, [each.reason for each in left.steps]) == (
        Status.DEPARTED,
        NOW,
        [Reason.TRANSFERRED],
    )
    assert leave_for(left.candidate, NOW) is None


@pytest.mark.parametrize("status", Status)
def test_who_has_left_meanwhile_ends_at_once_only_where_it_waits(status: Status) -> None:
    lost = without_enrolment(asking(status))
    assert is_void(lost) is (status in {Status.QUEUED, Status.INACTIVE})
    assert may_lose_enrolment(lost) is not (is_over(status) or is_enrolled(lost))
    if is_void(lost):
        ended = end_transfer(lost, NOW)
        assert (ended.candidate.status, ended.steps[0].reason) == (Status.REMOVED, Reason.ENROLMENT_OVER)
    else:
        with pytest.raises(ValueError, match="end waits"):
            end_transfer(lost, NOW)


def test_it_ends_at_the_instant_at_which_it_would_stand_in_the_queue_again() -> None:
    listed = replace(without_enrolment(asking(Status.STOP_LISTED)), stop_listed_until=NOW)
    told = at_instant(NOW, [listed], {}, {}, [REFERRAL_PROFILE])
    assert [each.decision.candidate.status for each in told.happened] == [Status.QUEUED, Status.REMOVED]
    still = replace(listed, enrolment_over=False)
    assert [
        each.decision.candidate.status for each in at_instant(NOW, [still], {}, {}, [REFERRAL_PROFILE]).happened
    ] == [Status.QUEUED]


def test_a_transfer_is_withdrawn_and_moves_like_any_but_not_with_nothing_to_leave() -> None:
    check_may_withdraw(asking())
    check_may_move(asking())
    with pytest.raises(RuleBrokenError, match="move_not_allowed"):
        check_may_move(without_enrolment(asking(Status.STOP_LISTED)))


def test_a_child_is_in_the_kindergarten_that_it_asks_to_leave_until_it_has_left() -> None:
    assert asking().is_in(HERE)
    assert not asking().is_in(UUID(int=51))
    assert not without_enrolment(asking()).is_in(HERE)
    assert not ENROLLED.is_in(HERE)


def test_a_swap_says_what_is_left_and_without_one_what_the_family_signed_does() -> None:
    there = UUID(int=51)
    assert kindergarten_of(ENROLLED) == HERE
    swapped = replace(ENROLLED, swapped_to=there)
    assert kindergarten_of(swapped) == there
    assert kindergarten_of(replace(swapped, status=Status.DEPARTED)) is None
    assert transferred_from(asking(), swapped).is_in(there)
    elsewhere = Transfer(application_id=UUID(int=1), kindergarten_id=UUID(int=52))
    signed = replace(asking(), child=replace(asking().child, transfer=elsewhere))
    assert transferred_from(signed, ENROLLED) == signed == transferred_from(signed, None)
    left = leave_for(swapped, NOW)
    assert left is not None
    assert left.steps[0].leave is not None
    assert left.steps[0].leave.kindergarten_id == there


@pytest.mark.parametrize(
    ("status", "ends_in_hours", "ends"), [("turn", 1, True), ("turn", 0, False), ("none", 1, False)]
)
def test_a_turn_for_the_childs_own_kindergarten_is_for_nothing_unless_its_term_was_over(
    status: str, ends_in_hours: int, *, ends: bool
) -> None:
    ends_at = NOW + timedelta(hours=ends_in_hours)
    called_with = CalledWith(QueueClass.TRANSFER, date(2023, 5, 5), (InstructionLanguage.KAZAKH,))
    turn = Turn(
        *(UUID(int=7), UUID(int=8), UUID(int=4), HERE, InstructionLanguage.KAZAKH),
        *(called_with, NOW, Term(date(2027, 2, 8), ends_at), "default-1"),
    )
    called = replace(asking(Status.NOTIFIED), turn=turn) if status == "turn" else asking()
    assert is_for_nothing(called, NOW) is ends
    if ends:
        place = Place(UUID(int=4), UUID(int=9), 1, HERE, QUEUE, InstructionLanguage.KAZAKH, NOW)
        held = replace(place, status=PlaceStatus.HELD, holder=called.application_id)
        given_up = give_up_own(called, held, NOW)
        assert (given_up.candidate.status, given_up.candidate.turn, given_up.candidate.misses) == (
            Status.QUEUED,
            None,
            0,
        )
        assert [each.status for each in given_up.places] == [PlaceStatus.OFFERED]
        assert given_up.ended == ((TermKind.TURN, turn.id),)


def test_no_kindergarten_accepts_a_child_that_is_in_it() -> None:
    valid = replace(ENROLLED.referral, status=ReferralStatus.VALID) if ENROLLED.referral else None
    case = Case(UUID(int=3), BASIS, NOW - timedelta(hours=1))
    with pytest.raises(RuleBrokenError, match="place_of_own_kindergarten"):
        check_may_accept(replace(asking(Status.REFERRED), referral=valid), case)
    check_may_accept(replace(without_enrolment(asking(Status.REFERRED)), referral=valid), case)
