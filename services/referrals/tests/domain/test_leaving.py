"""A family leaves the queue: from which states, and what follows for turn, referral, stop list and place."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.law import Reason
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.values import QueuedChild, QueueRef
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, PlaceStatus, QueueClass, ReferralStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import Term
from kezek.referrals.domain.candidate import CalledWith, Candidate, Referral, Turn
from kezek.referrals.domain.decisions import StepKind
from kezek.referrals.domain.leaving import (
    NewHome,
    arrive,
    check_may_move,
    check_may_withdraw,
    move_away,
    new_home,
    place_given_back,
    withdraw,
)
from kezek.referrals.domain.place import Place, hold, offer_again, take
from kezek.referrals.domain.terms import TermKind

NOW = datetime(2027, 2, 1, 7, tzinfo=UTC)
END = NOW + timedelta(days=3)
ID, NEW, OTHER = UUID(int=1), UUID(int=2), UUID(int=3)
QUEUE = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2023)
ELSEWHERE = replace(QUEUE, district="1116")
KAZAKH = InstructionLanguage.KAZAKH
CHILD = QueuedChild(
    application_id=ID,
    child_id=ID,
    applicant_id=ID,
    queue_class=QueueClass.GENERAL,
    birth_date=date(2023, 5, 5),
    languages=(KAZAKH,),
    submitted_at=NOW - timedelta(days=400),
)
TURN = Turn(
    ID,
    ID,
    ID,
    ID,
    KAZAKH,
    CalledWith(QueueClass.GENERAL, CHILD.birth_date, (KAZAKH,)),
    NOW,
    Term(END.date(), END),
    "1110-1",
)
REFERRAL = Referral(ID, "1000000101", ID, ID, 2023, KAZAKH, NOW, Term(END.date(), END), ReferralStatus.VALID, "1110-1")
PLACE = Place(ID, ID, 1, ID, QUEUE, KAZAKH, NOW)
HOME = NewHome(NEW, ELSEWHERE, CHILD.submitted_at, "1116-1")


def child(status: Status = Status.QUEUED, **facts: Any) -> Candidate:
    return Candidate(CHILD, QUEUE, **{"serial": 1, "status": status, **facts})


WAITING = child()
NOTIFIED = child(Status.NOTIFIED, turn=TURN)
REFERRED = child(Status.REFERRED, referral=REFERRAL, referrals_issued=1)
LISTED = child(
    Status.STOP_LISTED, referral=replace(REFERRAL, status=ReferralStatus.EXPIRED), misses=2, stop_listed_until=END
)


def refused(rule: Any, *given: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(RuleBrokenError) as broken:
        rule(*given)
    return broken.value.code, broken.value.params


def test_who_waits_withdraws_and_nothing_else_happens() -> None:
    done = withdraw(WAITING, None, NOW)
    assert (done.candidate.status, done.at, done.places, done.ended) == (Status.WITHDRAWN, NOW, (), ())
    assert [(step.kind, step.reason) for step in done.steps] == [(StepKind.CLOSED, Reason.WITHDRAWN)]


def test_a_withdrawn_turn_ends_without_a_miss_and_its_place_goes_on() -> None:
    done = withdraw(NOTIFIED, hold(PLACE, ID), NOW)
    assert (done.candidate.turn, done.candidate.misses) == (None, 0)
    assert [step.kind for step in done.steps] == [StepKind.TURN_ENDED, StepKind.CLOSED]
    assert done.places == done.offered == (offer_again(hold(PLACE, ID)),)
    assert done.ended == ((TermKind.TURN, ID),)


def test_a_withdrawn_referral_is_void_without_a_miss() -> None:
    done = withdraw(REFERRED, take(PLACE, ID), NOW)
    assert done.candidate.referral is not None
    assert (done.candidate.referral.status, done.candidate.misses) == (ReferralStatus.VOIDED, 0)
    assert [place.status for place in done.places] == [PlaceStatus.OFFERED]
    assert done.ended == ((TermKind.REFERRAL, ID),)


def test_who_leaves_from_the_stop_list_waits_for_no_return() -> None:
    done = withdraw(LISTED, None, NOW)
    assert (done.candidate.stop_listed_until, done.ended) == (None, ((TermKind.STOP_LIST, ID),))
    assert done.candidate.referral == LISTED.referral


def test_a_place_that_another_holds_meanwhile_stays_where_it_is() -> None:
    assert withdraw(NOTIFIED, hold(PLACE, OTHER), NOW).places == ()


def test_nobody_withdraws_what_has_ended_or_an_enrolled_child() -> None:
    may = {status for status in Status if not _refuses(check_may_withdraw, child(status))}
    assert may == {
        Status.SUBMITTED,
        Status.UNDER_REVIEW,
        Status.QUEUED,
        Status.NOTIFIED,
        Status.REFERRED,
        Status.PAPERS_SUBMITTED,
        Status.REFUSAL_REVIEW,
        Status.STOP_LISTED,
        Status.INACTIVE,
    }
    enrolled = refused(withdraw, child(Status.ENROLLED), None, NOW)
    assert enrolled == ("withdrawal_not_allowed", {"status": "enrolled"})


def test_one_moves_while_waiting_called_or_on_the_stop_list_only() -> None:
    may = {status for status in Status if not _refuses(check_may_move, child(status))}
    assert may == {Status.QUEUED, Status.NOTIFIED, Status.STOP_LISTED}
    assert refused(move_away, REFERRED, None, HOME, NOW) == ("move_not_allowed", {"status": "referred"})


def test_a_move_ends_the_turn_without_a_miss_and_tells_where_the_child_goes_on() -> None:
    done = move_away(NOTIFIED, hold(PLACE, ID), HOME, NOW)
    assert (done.candidate.status, done.candidate.moved_to, done.candidate.misses) == (Status.REMOVED, NEW, 0)
    assert {step.reason for step in done.steps} == {Reason.MOVED}
    assert len(done.offered) == 1


def test_misses_and_a_running_stop_list_go_along_and_nothing_else() -> None:
    there = arrive(LISTED, HOME)
    assert (there.application_id, there.queue, there.child.submitted_at) == (NEW, ELSEWHERE, CHILD.submitted_at)
    assert (there.status, there.misses, there.stop_listed_until) == (Status.STOP_LISTED, 2, END)
    assert (there.referral, there.turn, there.version, there.referrals_issued) == (None, None, 0, 0)
    called = arrive(replace(NOTIFIED, misses=1), HOME)
    assert (called.status, called.misses, called.stop_listed_until) == (Status.QUEUED, 1, None)


@pytest.mark.parametrize("kept", [True, False])
def test_the_new_districts_policy_says_which_time_counts(kept: bool) -> None:
    policy = replace(REFERRAL_PROFILE, id="1116-7", old_time_kept_on_move=kept)
    home = new_home(WAITING, NEW, policy, "1116", NOW)
    assert home == NewHome(NEW, ELSEWHERE, CHILD.submitted_at if kept else NOW, "1116-7")


def test_whose_date_of_birth_was_corrected_moves_to_the_queue_of_its_year() -> None:
    corrected = replace(WAITING, child=replace(CHILD, birth_date=date(2022, 5, 5)))
    assert new_home(corrected, NEW, REFERRAL_PROFILE, "1116", NOW).queue == replace(ELSEWHERE, group_year=2022)


def test_nobody_moves_to_where_they_are() -> None:
    there = refused(new_home, WAITING, NEW, REFERRAL_PROFILE, "1110", NOW)
    assert there == ("already_in_district", {"district": "1110"})


def test_only_turns_and_valid_referrals_give_a_place_back() -> None:
    assert [place_given_back(each) for each in (WAITING, NOTIFIED, REFERRED, LISTED)] == [None, ID, ID, None]


def _refuses(rule: Any, candidate: Candidate) -> bool:
    try:
        rule(candidate)
    except RuleBrokenError:
        return True
    return False
