"""The voucher regime's ends: inactive, restored once in 28 calendar days, or out (domain §9.profiles)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.law import Reason
from kezek.contracts.policy import REFERRAL_PROFILE, VOUCHER_PROFILE
from kezek.contracts.values import QueuedChild, QueueRef
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, QueueClass, ReferralStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import Calendar
from kezek.referrals.domain import admission, leaving, vouchers
from kezek.referrals.domain.candidate import CalledWith, Candidate
from kezek.referrals.domain.decisions import ChosenPlace, Decision, TurnToBegin, begin_turn, refer
from kezek.referrals.domain.instant import at_instant
from kezek.referrals.domain.place import Place, offer_again
from kezek.referrals.domain.reminding import remind
from kezek.referrals.domain.running import Running, running_term
from kezek.referrals.domain.terms import Basis, TermKind, counted_anew

MONDAY = datetime(2027, 2, 1, 7, tzinfo=UTC)  # noon in Kazakhstan
DAY, TICK = timedelta(days=1), timedelta(microseconds=1)
ID = UUID(int=1)
QUEUE = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2023)
KAZAKH = InstructionLanguage.KAZAKH
BASIS = Basis(VOUCHER_PROFILE, Calendar(version=1, holidays=lambda _: False))
CHILD = QueuedChild(
    application_id=ID,
    child_id=ID,
    applicant_id=ID,
    queue_class=QueueClass.GENERAL,
    birth_date=date(2023, 5, 5),
    languages=(KAZAKH,),
    submitted_at=MONDAY - 400 * DAY,
)
QUEUED = Candidate(CHILD, QUEUE, serial=1)
FREE = Place(ID, ID, 1, ID, QUEUE, KAZAKH, MONDAY)
CALLED = TurnToBegin(ID, ID, CalledWith(QueueClass.GENERAL, date(2023, 5, 5), (KAZAKH,)))


def notified(candidate: Candidate = QUEUED, at: datetime = MONDAY) -> tuple[Candidate, Place]:
    called = begin_turn(candidate, FREE, CALLED, BASIS, at)
    return called.candidate, called.places[0]


def referred() -> tuple[Candidate, Place]:
    candidate, held = notified()
    issued = refer(candidate, ChosenPlace(held, ID), referral_id=ID, basis=BASIS, at=MONDAY)
    return issued.candidate, issued.places[0]


def fallen_out(candidate: Candidate, place: Place) -> Decision:
    return vouchers.fall_out(candidate, runs(candidate), place, BASIS)


def runs(candidate: Candidate) -> Running:
    term = running_term(candidate)
    assert term is not None
    return term


def told(decision: Decision) -> list[tuple[str, Reason]]:
    return [(step.kind.value, step.reason) for step in decision.steps]


def broken(rule: Callable[..., Any], *given: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(RuleBrokenError) as refused:
        rule(*given)
    return refused.value.code, refused.value.params


def test_only_the_voucher_profile_makes_anybody_inactive() -> None:
    assert vouchers.is_by_vouchers(VOUCHER_PROFILE)
    assert not vouchers.is_by_vouchers(REFERRAL_PROFILE)
    with pytest.raises(ValueError, match="default-1"):
        vouchers.restorable(ID, MONDAY, replace(BASIS, policy=REFERRAL_PROFILE))


def test_a_place_not_confirmed_in_two_working_days_goes_on_and_the_child_is_inactive_without_a_miss() -> None:
    candidate, held = notified()
    out = fallen_out(candidate, held)
    assert out.at == datetime(2027, 2, 3, 19, tzinfo=UTC)  # Wednesday is over in Kazakhstan
    assert (out.candidate.status, out.candidate.turn, out.candidate.misses) == (Status.INACTIVE, None, 0)
    assert told(out) == [(step, Reason.NOT_CONFIRMED_IN_TIME) for step in ("turn_ended", "deactivated")]
    assert (out.places, out.ended) == ((offer_again(held),), ((TermKind.TURN, ID),))
    assert vouchers.fall_out(candidate, runs(candidate), offer_again(held), BASIS).places == ()


def test_without_papers_in_five_working_days_the_voucher_is_void_and_the_child_inactive_without_a_miss() -> None:
    candidate, taken = referred()
    out = fallen_out(candidate, taken)
    assert out.at == datetime(2027, 2, 8, 19, tzinfo=UTC)
    assert out.candidate.referral is not None
    assert (out.candidate.status, out.candidate.referral.status) == (Status.INACTIVE, ReferralStatus.EXPIRED)
    assert (out.candidate.misses, out.candidate.stop_listed_until) == (0, None)
    assert told(out) == [(step, Reason.NO_PAPERS_IN_TIME) for step in ("referral_expired", "deactivated")]
    assert (out.places, out.ended) == ((offer_again(taken),), ((TermKind.REFERRAL, ID),))


def test_who_is_restored_within_28_calendar_days_stands_at_the_own_time() -> None:
    out = fallen_out(*notified())
    until = datetime(2027, 3, 3, 19, tzinfo=UTC)  # 3 February was the last day, 3 March is the twenty-eighth after it
    assert out.candidate.inactive_until == until
    assert runs(out.candidate) == Running(TermKind.INACTIVE, ID, until)
    (begun,) = out.begun
    assert (begun.kind, begun.key, begun.term.ends_at, begun.working_days) == (TermKind.INACTIVE, ID, until, None)
    # reminded on the working day before the last, at whichever calendar: that moves no calendar days
    assert begun.reminder_at == until - 2 * DAY
    assert counted_anew(begun, replace(BASIS.calendar, version=2, free=frozenset({date(2027, 3, 3)}))) is None
    back = vouchers.restore(out.candidate, until - TICK)
    assert (back.candidate.status, back.candidate.inactive_until) == (Status.QUEUED, None)
    assert (back.candidate.restored, back.candidate.child) == (True, CHILD)
    assert (told(back), back.at) == ([("returned", Reason.RESTORED)], until - TICK)
    assert back.ended == ((TermKind.INACTIVE, ID),)
    assert broken(vouchers.restore, out.candidate, until) == ("restored_too_late", {"until": until.isoformat()})


def test_who_is_not_restored_in_time_is_removed_at_its_end() -> None:
    out = fallen_out(*notified())
    gone = vouchers.give_up(out.candidate)
    assert (gone.candidate.status, gone.candidate.inactive_until) == (Status.REMOVED, None)
    assert (gone.at, told(gone)) == (out.candidate.inactive_until, [("closed", Reason.NOT_RESTORED_IN_TIME)])
    assert gone.ended == ((TermKind.INACTIVE, ID),)


def test_at_one_instant_the_profile_of_each_term_says_what_follows_of_its_end() -> None:
    candidate, held = notified()
    called = begin_turn(
        QUEUED, FREE, CALLED, replace(BASIS, policy=replace(REFERRAL_PROFILE, choice_working_days=2)), MONDAY
    )
    at = runs(candidate).ends_at
    for turn, place, basis, status in (
        (candidate, held, BASIS, Status.INACTIVE),
        (called.candidate, called.places[0], Basis(REFERRAL_PROFILE, BASIS.calendar), Status.QUEUED),
    ):
        term = runs(turn)
        instant = at_instant(at, [turn], {place.id: place}, {term.policy: basis}, [basis.policy])
        assert [each.decision.candidate.status for each in instant.happened] == [status]
        assert [each.id for each in instant.offered] == ([place.id] if status is Status.INACTIVE else [])
    out = fallen_out(candidate, held).candidate
    ends_at = runs(out).ends_at
    (gone,) = at_instant(ends_at, [out], {}, {}, [VOUCHER_PROFILE]).happened
    assert gone.decision == vouchers.give_up(out)


def test_the_family_is_reminded_while_the_application_can_be_restored() -> None:
    out = fallen_out(*notified()).candidate
    until = runs(out).ends_at
    reminder = remind(out, ID, until - TICK)
    assert reminder is not None
    assert told(reminder) == [("term_ends_soon", Reason.RESTORING_DUE_SOON)]
    assert remind(out, ID, until) is None
    assert remind(vouchers.restore(out, until - TICK).candidate, ID, until - TICK) is None


def test_who_was_restored_once_is_removed_the_next_time() -> None:
    back = vouchers.restore(fallen_out(*notified()).candidate, MONDAY + 10 * DAY).candidate
    candidate, held = notified(back, MONDAY + 14 * DAY)
    out = fallen_out(candidate, held)
    assert (out.candidate.status, out.candidate.inactive_until) == (Status.REMOVED, None)
    assert told(out) == [("turn_ended", Reason.NOT_CONFIRMED_IN_TIME), ("closed", Reason.RESTORED_BEFORE)]
    assert out.places == (offer_again(held),)


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.INACTIVE])
def test_only_who_is_inactive_is_restored_or_given_up(status: Status) -> None:
    candidate = replace(QUEUED, status=status)
    assert broken(vouchers.restore, candidate, MONDAY) == ("not_inactive", {"status": status.value})
    assert broken(vouchers.give_up, candidate) == ("not_inactive", {"status": status.value})


def test_declining_a_place_in_a_turn_costs_the_place_in_the_queue() -> None:
    candidate, held = notified()
    out = vouchers.decline(candidate, held, VOUCHER_PROFILE, MONDAY + DAY)
    assert (out.candidate.status, out.candidate.turn) == (Status.REMOVED, None)
    assert told(out) == [("turn_ended", Reason.PLACE_DECLINED), ("closed", Reason.PLACE_DECLINED)]
    assert (out.places, out.ended) == ((offer_again(held),), ((TermKind.TURN, ID),))


def test_declining_a_voucher_costs_the_place_in_the_queue_also_when_its_clock_stands() -> None:
    candidate, taken = referred()
    out = vouchers.decline(candidate, taken, VOUCHER_PROFILE, MONDAY + DAY)
    assert out.candidate.referral is not None
    assert (out.candidate.status, out.candidate.referral.status) == (Status.REMOVED, ReferralStatus.VOIDED)
    assert told(out) == [("referral_voided", Reason.PLACE_DECLINED), ("closed", Reason.PLACE_DECLINED)]
    refused = admission.refuse(candidate, admission.Case(ID, BASIS, MONDAY)).candidate
    overruled = admission.overrule(refused, admission.Case(ID, BASIS, MONDAY)).candidate
    assert running_term(overruled) is None
    assert vouchers.decline(overruled, taken, VOUCHER_PROFILE, MONDAY).ended == ()


def test_a_place_is_declined_where_the_policy_says_so_by_whom_it_is_offered_to() -> None:
    candidate, _ = notified()
    assert broken(vouchers.check_may_decline, candidate, REFERRAL_PROFILE, MONDAY) == ("declining_not_here", {})
    for status in set(Status) - {Status.NOTIFIED, Status.REFERRED}:
        nothing = broken(vouchers.check_may_decline, replace(QUEUED, status=status), VOUCHER_PROFILE, MONDAY)
        assert nothing == ("nothing_to_decline", {"status": status.value})
    ends_at = runs(candidate).ends_at
    assert vouchers.may_decline(candidate, VOUCHER_PROFILE, ends_at - TICK)
    assert not vouchers.may_decline(candidate, VOUCHER_PROFILE, ends_at)


def test_where_declining_costs_the_place_in_the_queue_a_referral_is_not_cancelled_for_nothing() -> None:
    candidate, taken = referred()
    case = admission.Case(ID, BASIS, MONDAY)
    assert broken(admission.cancel, candidate, case, taken) == ("only_declined_here", {})
    free_of_cost = replace(BASIS, policy=replace(VOUCHER_PROFILE, refusing_annuls_position=False))
    assert admission.may_cancel(candidate, replace(case, basis=free_of_cost))


def test_who_withdraws_while_inactive_is_not_restorable_any_more() -> None:
    gone = leaving.withdraw(fallen_out(*notified()).candidate, None, MONDAY + 5 * DAY)
    assert (gone.candidate.status, gone.candidate.inactive_until) == (Status.WITHDRAWN, None)
    assert gone.ended == ((TermKind.INACTIVE, ID),)
