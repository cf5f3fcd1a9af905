"""Every step of a candidate is told, or it is said why not; every end and pause says what it was (domain §6.2, §7)."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason
from kezek.contracts.referrals import (
    AgeingMoved,
    AgesOutSoon,
    Arrived,
    CandidateEvent,
    Closed,
    Deactivated,
    DeadlineMoved,
    Departed,
    PapersReturned,
    PapersSubmitted,
    ReferralAccepted,
    ReferralCancelled,
    ReferralExpired,
    ReferralExtended,
    ReferralFacts,
    ReferralIssued,
    ReferralRefused,
    ReferralVoided,
    RefusalOverruled,
    RefusalUpheld,
    Returned,
    StopListed,
    TermEndsSoon,
    TurnEnded,
    TurnFacts,
    TurnStarted,
)
from kezek.contracts.topics import BY_NAME
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import (
    ActorKind,
    ClockStop,
    GroupKind,
    InstructionLanguage,
    ReferralStatus,
)
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.notifications.domain.notice import (
    OF_A_REFERRAL,
    OF_A_TURN,
    OF_AGE,
    OF_RETURNED_PAPERS,
    OF_THE_CANDIDATE,
    NoticeKind,
    Otherwise,
)
from kezek.notifications.usecases.notices import NOT_TOLD, TOLD, notice_of, overtaken_by

AT = datetime(2026, 11, 25, 19, tzinfo=UTC)
LAST_DAY = date(2026, 11, 26)
KAZAKH = InstructionLanguage.KAZAKH
QUEUE = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2022)
STEPS = [each for each in BY_NAME[CandidateEvent.TOPIC].events if issubclass(each, CandidateEvent)]
BY_MORE_THAN_ITS_TYPE = {TurnEnded, TermEndsSoon}


def turn(**more: Any) -> TurnFacts:
    ids = {"turn_id": new_id(), "place_id": new_id(), "kindergarten_id": new_id()}
    return TurnFacts(**ids, language=KAZAKH, began_at=AT, deadline_at=AT, last_day=LAST_DAY, **more)


def referral(**more: Any) -> ReferralFacts:
    return ReferralFacts(
        referral_id=new_id(),
        number="1000000101",
        place_id=new_id(),
        kindergarten_id=new_id(),
        group_year=2022,
        language=KAZAKH,
        issued_at=AT,
        expires_at=AT,
        last_day=LAST_DAY,
        status=ReferralStatus.VALID,
        **more,
    )


def step(kind: type[CandidateEvent], reason: Reason, **facts: Any) -> CandidateEvent:
    return kind(
        application_id=new_id(),
        child_id=new_id(),
        applicant_id=new_id(),
        queue=QUEUE,
        **{"status": Status.QUEUED, "turn": None, "referral": None, "misses": 0, "stop_listed_until": None, **facts},
        reason=reason,
        rule=reason.rule,
    )


def test_every_step_of_a_candidate_is_told_or_it_is_said_why_not() -> None:
    named = {*TOLD, *NOT_TOLD, *BY_MORE_THAN_ITS_TYPE, "DeadlineMoved"}
    assert [each.__name__ for each in STEPS if each not in named and each.__name__ not in named] == []
    assert all(NOT_TOLD.values())


@pytest.mark.parametrize(
    ("kind", "reason", "facts", "told"),
    [
        (TurnEnded, Reason.NO_CHOICE_IN_TIME, {}, NoticeKind.TURN_LAPSED),
        (TurnEnded, Reason.NOT_CONFIRMED_IN_TIME, {}, None),
        (ReferralExpired, Reason.NO_PAPERS_IN_TIME, {"referral": referral()}, None),
        (Deactivated, Reason.NOT_CONFIRMED_IN_TIME, {"inactive_until": AT}, NoticeKind.INACTIVE),
        (TermEndsSoon, Reason.RESTORING_DUE_SOON, {"inactive_until": AT}, NoticeKind.RESTORING_ENDS_SOON),
        (Returned, Reason.RESTORED, {}, NoticeKind.RESTORED),
        (Returned, Reason.STOP_LIST_OVER, {}, NoticeKind.RETURNED),
        (Closed, Reason.NOT_RESTORED_IN_TIME, {}, NoticeKind.NOT_RESTORED),
        (Closed, Reason.RESTORED_BEFORE, {}, NoticeKind.RESTORED_BEFORE),
        (TurnEnded, Reason.PLACE_DECLINED, {}, None),
        (ReferralVoided, Reason.PLACE_DECLINED, {"referral": referral()}, None),
        (Closed, Reason.PLACE_DECLINED, {}, NoticeKind.DECLINED),
        (Closed, Reason.ENROLMENT_OVER, {}, NoticeKind.TRANSFER_OVER),
        (Departed, Reason.TRANSFERRED, {"referral": referral()}, NoticeKind.DEPARTED_BY_TRANSFER),
        (TurnEnded, Reason.PLACE_ANNULLED, {}, NoticeKind.TURN_ANNULLED),
        (TurnEnded, Reason.KINDERGARTEN_CLOSED, {}, NoticeKind.TURN_CLOSED),
        (TurnEnded, Reason.OWN_KINDERGARTEN, {}, NoticeKind.TURN_FOR_NOTHING),
        (ReferralVoided, Reason.OWN_KINDERGARTEN, {"referral": referral()}, NoticeKind.REFERRAL_FOR_NOTHING),
        (TurnEnded, Reason.PLACE_CHOSEN, {}, None),
        (TurnEnded, Reason.MOVED, {}, None),
        (TurnEnded, Reason.WITHDRAWN, {}, None),
        (TurnEnded, Reason.CHILD_NOT_ALIVE, {}, None),
        (TermEndsSoon, Reason.CHOICE_DUE_SOON, {"turn": turn()}, NoticeKind.TURN_ENDS_SOON),
        (TermEndsSoon, Reason.REFERRAL_DUE_SOON, {"referral": referral()}, NoticeKind.REFERRAL_ENDS_SOON),
        (ReferralIssued, Reason.PLACE_CHOSEN, {"referral": referral()}, NoticeKind.REFERRAL_ISSUED),
        (
            ReferralIssued,
            Reason.PLACE_CHOSEN,
            {"referral": referral(), "actor": ActorKind.OFFICER},
            NoticeKind.CHOSEN_AT_COUNTER,
        ),
        (ReferralVoided, Reason.KINDERGARTEN_CLOSED, {"referral": referral()}, NoticeKind.REFERRAL_VOIDED),
        (ReferralCancelled, Reason.REFERRAL_CANCELLED, {"referral": referral()}, NoticeKind.REFERRAL_CANCELLED),
        (ReferralExtended, Reason.REFERRAL_EXTENDED, {"referral": referral()}, NoticeKind.REFERRAL_EXTENDED),
        (Arrived, Reason.FAMILY_CAME, {"referral": referral()}, NoticeKind.ARRIVED),
        (PapersSubmitted, Reason.PAPERS_HANDED_IN, {"referral": referral()}, NoticeKind.PAPERS_SUBMITTED),
        (PapersReturned, Reason.PAPERS_RETURNED, {"referral": referral()}, NoticeKind.PAPERS_RETURNED),
        (
            PapersReturned,
            Reason.PAPERS_RETURNED,
            {"referral": referral(stopped_by=ClockStop.OVERRULED)},
            NoticeKind.PAPERS_RETURNED_WITHOUT_TERM,
        ),
        (RefusalUpheld, Reason.REFUSAL_UPHELD, {"referral": referral()}, NoticeKind.REFUSAL_UPHELD),
        (RefusalOverruled, Reason.REFUSAL_OVERRULED, {"referral": referral()}, NoticeKind.REFUSAL_OVERRULED),
        (Departed, Reason.CHILD_DEPARTED, {"referral": referral()}, NoticeKind.DEPARTED),
        (Departed, Reason.KINDERGARTEN_CLOSED, {"referral": referral()}, NoticeKind.DEPARTED_BY_CLOSING),
        (
            Departed,
            Reason.KINDERGARTEN_CLOSED,
            {"referral": referral(), "old_time_kept": True},
            NoticeKind.DEPARTED_KEEPING_TIME,
        ),
        (AgesOutSoon, Reason.AGES_OUT_SOON, {"ages_out_on": LAST_DAY}, NoticeKind.AGES_OUT_SOON),
        (AgeingMoved, Reason.AGEING_MOVED, {"day": LAST_DAY}, NoticeKind.AGEING_MOVED),
        (ReferralRefused, Reason.ADMISSION_REFUSED, {"referral": referral()}, NoticeKind.REFERRAL_REFUSED),
        (Closed, Reason.AGED_OUT, {}, NoticeKind.AGED_OUT),
        (Closed, Reason.TOO_MANY_MISSES, {"referral": referral(), "misses": 3}, NoticeKind.TOO_MANY_MISSES),
        (Closed, Reason.CHILD_NOT_ALIVE, {}, None),
    ],
)
def test_an_end_and_a_pause_are_told_as_what_they_were(
    kind: type[CandidateEvent], reason: Reason, facts: dict[str, Any], told: NoticeKind | None
) -> None:
    event = step(kind, reason, **facts)
    notice = notice_of(event, 5, AT)
    assert (notice.kind if notice else None) == told
    if notice is not None and told is not None:
        named = event.referral.kindergarten_id if event.referral and told in OF_A_REFERRAL else None
        assert (notice.kindergarten_id, notice.misses) == (named, event.misses)
        says_a_day = told in OF_A_TURN | OF_A_REFERRAL | OF_AGE
        until = date(2026, 11, 25) if event.inactive_until else None
        assert notice.last_day == (LAST_DAY if says_a_day else until)


@pytest.mark.parametrize(
    ("kind", "reason", "told"),
    [
        (TurnStarted, Reason.GIVEN_BY_ROUND, NoticeKind.PLACE_BY_ROUND),
        (TermEndsSoon, Reason.CHOICE_DUE_SOON, NoticeKind.PLACE_BY_ROUND_ENDS_SOON),
        (DeadlineMoved, Reason.CALENDAR_CHANGED, NoticeKind.PLACE_BY_ROUND_MOVED),
    ],
)
def test_of_a_place_by_a_round_it_is_told_which_one_is_to_be_confirmed(
    kind: type[CandidateEvent], reason: Reason, told: NoticeKind
) -> None:
    given = turn(by_round=True)
    notice = notice_of(step(kind, reason, turn=given), 5, AT)
    assert notice is not None
    assert (notice.kind, notice.kindergarten_id, notice.last_day) == (told, given.kindergarten_id, LAST_DAY)


@pytest.mark.parametrize(
    ("facts", "otherwise"),
    [
        ({"turn": turn()}, Otherwise.FREE_CHOICE),
        ({"turn": turn(), "then_inactive": True}, Otherwise.TURN_INACTIVE),
        ({"turn": turn(), "then_inactive": True, "restored": True}, Otherwise.TURN_REMOVED),
        ({"referral": referral()}, Otherwise.STOP_LIST),
        ({"referral": referral(), "then_inactive": True}, Otherwise.REFERRAL_INACTIVE),
        ({"referral": referral(), "then_inactive": True, "restored": True}, Otherwise.REFERRAL_REMOVED),
    ],
)
def test_the_regime_and_what_was_restored_before_say_what_follows_from_a_term_let_pass(
    facts: dict[str, Any], otherwise: Otherwise
) -> None:
    kind, reason = (TurnStarted, Reason.TURN_STARTED) if "turn" in facts else (ReferralIssued, Reason.PLACE_CHOSEN)
    notice = notice_of(step(kind, reason, **facts), 5, AT)
    assert notice is not None
    assert notice.otherwise is otherwise


def test_a_turn_is_told_once_whatever_comes_again() -> None:
    called = step(TurnStarted, Reason.TURN_STARTED, turn=turn())
    first, again = notice_of(called, 1, AT), notice_of(called, 2, AT)
    assert first is not None
    assert again is not None
    assert first.about == again.about


def test_what_others_have_ended_is_told_whatever_follows_in_the_night() -> None:
    called = step(TurnStarted, Reason.TURN_STARTED, turn=turn())
    assert {NoticeKind.REFERRAL_VOIDED, NoticeKind.TURN_ANNULLED} & overtaken_by(called) == set()
    assert NoticeKind.TURN_STARTED in overtaken_by(step(TurnEnded, Reason.PLACE_ANNULLED))
    soon = step(AgesOutSoon, Reason.AGES_OUT_SOON, ages_out_on=LAST_DAY)
    assert overtaken_by(soon) == OF_AGE, "what is to be chosen is so still"
    assert overtaken_by(step(AgeingMoved, Reason.AGEING_MOVED, day=LAST_DAY)) >= OF_AGE
    assert overtaken_by(step(Closed, Reason.AGED_OUT, over=True)) >= OF_AGE
    assert overtaken_by(step(ReferralAccepted, Reason.REFERRAL_ACCEPTED)) >= OF_AGE
    assert not OF_AGE & OF_THE_CANDIDATE


def test_papers_that_are_to_be_sent_again_are_told_of_unless_that_was_done_or_is_over() -> None:
    goes_on = [
        step(TermEndsSoon, Reason.REFERRAL_DUE_SOON, referral=referral()),
        step(DeadlineMoved, Reason.CALENDAR_CHANGED, referral=referral()),
        step(ReferralExtended, Reason.REFERRAL_EXTENDED, referral=referral()),
        step(ReferralExpired, Reason.REFERRAL_NOT_USED_IN_TIME, referral=referral()),
        step(StopListed, Reason.REFERRAL_NOT_USED_IN_TIME),
        step(Deactivated, Reason.NO_PAPERS_IN_TIME),
        step(Closed, Reason.TOO_MANY_MISSES, over=True),
        step(Closed, Reason.RESTORED_BEFORE, over=True),
    ]
    for event in goes_on:
        assert not OF_RETURNED_PAPERS & overtaken_by(event), event.TYPE
        assert NoticeKind.REFERRAL_MOVED in overtaken_by(event)
    done = [
        step(PapersSubmitted, Reason.PAPERS_HANDED_IN, referral=referral()),
        step(ReferralAccepted, Reason.REFERRAL_ACCEPTED),
        step(ReferralVoided, Reason.KINDERGARTEN_CLOSED, referral=referral()),
        step(Closed, Reason.WITHDRAWN, over=True),
    ]
    for event in done:
        assert overtaken_by(event) >= OF_RETURNED_PAPERS, event.TYPE
