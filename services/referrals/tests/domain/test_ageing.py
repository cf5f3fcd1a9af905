"""Growing too old: on which day, told before, and in which place of the order of one instant (domain §4.ends, §6.7)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from kezek.contracts.law import Reason
from kezek.contracts.policy import REFERRAL_PROFILE, Policy
from kezek.contracts.values import QueuedChild, QueueRef
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, QueueClass, ReferralStatus
from kezek.platform.transitions import ImpossibleTransitionError
from kezek.platform.workdays import Calendar, Term, last_day_of, midnight_of
from kezek.referrals.domain.ageing import age_out, ages_out_on, correct_ageing, is_too_old, tell_of_ageing, told_at
from kezek.referrals.domain.candidate import CalledWith, Candidate, Referral, Turn
from kezek.referrals.domain.instant import Instant, at_instant
from kezek.referrals.domain.place import Place, hold, take
from kezek.referrals.domain.terms import Basis

BORN = date(2021, 3, 10)
DAY = date(2027, 3, 10)
MIDNIGHT = datetime(2027, 3, 9, 19, tzinfo=UTC)
TICK = timedelta(microseconds=1)
QUEUE = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2021)
KAZAKH = InstructionLanguage.KAZAKH
BASIS = Basis(REFERRAL_PROFILE, Calendar(version=1, holidays=lambda _: False))
POLICY = REFERRAL_PROFILE


def policy(**numbers: int) -> Policy:
    return replace(POLICY, **numbers)  # type: ignore[arg-type]


def child(number: int = 1, born: date = BORN, **facts: object) -> Candidate:
    queued = QueuedChild(
        application_id=UUID(int=number),
        child_id=UUID(int=number),
        applicant_id=UUID(int=number),
        queue_class=QueueClass.GENERAL,
        birth_date=born,
        languages=(KAZAKH,),
        submitted_at=MIDNIGHT - timedelta(days=400),
    )
    return Candidate(queued, QUEUE, **{"serial": number, **facts})  # type: ignore[arg-type]


def place(number: int, published_at: datetime = MIDNIGHT) -> Place:
    return Place(UUID(int=number), UUID(int=number), 1, UUID(int=number), QUEUE, KAZAKH, published_at)


def called(number: int, held: Place, ends_at: datetime = MIDNIGHT, born: date = BORN) -> Candidate:
    began_at, term = ends_at - timedelta(days=4), Term(last_day_of(ends_at), ends_at)
    with_these = CalledWith(QueueClass.GENERAL, born, (KAZAKH,))
    turn = Turn(held.id, held.id, held.id, held.id, KAZAKH, with_these, began_at, term, POLICY.id)
    return child(number, born, status=Status.NOTIFIED, turn=turn)


def referred(number: int, taken: Place, ends_at: datetime = MIDNIGHT, born: date = BORN) -> Candidate:
    referral = Referral(
        id=taken.id,
        number="1000000101",
        place_id=taken.id,
        kindergarten_id=taken.id,
        group_year=2021,
        language=KAZAKH,
        issued_at=ends_at - timedelta(days=6),
        term=Term(last_day_of(ends_at), ends_at),
        status=ReferralStatus.VALID,
        policy=POLICY.id,
    )
    return child(number, born, status=Status.REFERRED, referral=referral)


def listed(number: int, until: datetime = MIDNIGHT, born: date = BORN) -> Candidate:
    return child(number, born, status=Status.STOP_LISTED, stop_listed_until=until)


def happens(at: datetime, *due: Candidate, held: tuple[Place, ...] = (), by: tuple[Policy, ...] = (POLICY,)) -> Instant:
    return at_instant(at, due, {each.id: each for each in held}, {POLICY.id: BASIS}, by)


def told(instant: Instant) -> list[tuple[int, str]]:
    return [(each.before.serial, step.kind.value) for each in instant.happened for step in each.decision.steps]


@pytest.mark.parametrize(
    ("born", "day"),
    [(BORN, DAY), (date(2020, 2, 29), date(2026, 3, 1)), (date(2020, 12, 31), date(2026, 12, 31))],
)
def test_too_old_from_the_first_midnight_of_the_day_on(born: date, day: date) -> None:
    assert ages_out_on(born, [(date(2025, 1, 1), POLICY)]) == day
    assert is_too_old(child(born=born), midnight_of(day), POLICY)
    assert not is_too_old(child(born=born), midnight_of(day) - TICK, POLICY)


@pytest.mark.parametrize(
    ("months", "begins", "day"),
    [
        # a lower limit: on the day on which it begins, if the child is too old by it then
        *((60, date(2026, 9, 1), date(2026, 9, 1)), (60, date(2026, 1, 1), date(2026, 3, 10))),
        # a higher one, unless the child was too old before it; on its very day growing too old comes first
        *((84, date(2027, 3, 9), date(2028, 3, 10)), (84, DAY, DAY), (84, date(2027, 3, 11), DAY)),
    ],
)
def test_the_policy_in_force_on_the_day_counts(months: int, begins: date, day: date) -> None:
    coming = policy(called_below_months=months)
    assert ages_out_on(BORN, [(date(2025, 1, 1), POLICY), (begins, coming)]) == day
    before, after = (POLICY, POLICY) if day < begins else (coming, coming) if day > begins else (POLICY, coming)
    assert is_too_old(child(), midnight_of(day), before, after)


def test_who_is_too_old_already_is_so_today() -> None:
    assert ages_out_on(date(2019, 1, 1), [(DAY, POLICY)]) == DAY


def test_the_family_is_told_thirty_days_before_at_midnight_if_at_all() -> None:
    assert told_at(DAY, POLICY) == midnight_of(date(2027, 2, 8))
    assert told_at(DAY, policy(ageing_told_before_days=0)) is None


def test_it_is_told_once_of_a_day_and_not_when_all_is_over() -> None:
    warned = tell_of_ageing(child(), DAY, MIDNIGHT)
    assert warned is not None
    assert ([step.reason for step in warned.steps], warned.candidate.ageing_told) == ([Reason.AGES_OUT_SOON], DAY)
    assert tell_of_ageing(warned.candidate, DAY, MIDNIGHT) is None
    assert tell_of_ageing(warned.candidate, DAY + timedelta(days=5), MIDNIGHT) is not None
    for status in (Status.ENROLLED, Status.WITHDRAWN, Status.REMOVED):
        assert tell_of_ageing(child(status=status), DAY, MIDNIGHT) is None


def test_only_who_waits_is_removed() -> None:
    removed = age_out(child(), MIDNIGHT)
    assert (removed.candidate.status, removed.steps[0].reason) == (Status.REMOVED, Reason.AGED_OUT)
    for status in set(Status) - {Status.QUEUED}:
        with pytest.raises((ValueError, ImpossibleTransitionError)):
            age_out(child(status=status), MIDNIGHT)


def test_one_instant_ends_returns_grows_too_old_and_hands_out() -> None:
    older, newer = place(1, MIDNIGHT - timedelta(days=9)), place(2, MIDNIGHT - timedelta(days=8))
    young = date(2023, 1, 1)
    due = (
        child(6),
        listed(5),
        listed(4, born=young),
        called(3, newer, born=young),
        referred(2, older, born=young),
    )
    instant = happens(MIDNIGHT, *due, held=(hold(newer, UUID(int=3)), take(older, UUID(int=2))))
    assert told(instant) == [
        *((2, "referral_expired"), (2, "stop_listed"), (3, "turn_ended")),
        *((4, "returned"), (5, "returned")),
        *((5, "closed"), (6, "closed")),
    ]
    assert [each.id for each in instant.offered] == [older.id]
    assert [each.decision.at for each in instant.happened] == [MIDNIGHT] * len(instant.happened)


def test_freed_places_are_offered_in_the_order_of_their_publication() -> None:
    first, second = place(9, MIDNIGHT - timedelta(days=9)), place(3, MIDNIGHT - timedelta(days=8))
    due = (referred(1, second), referred(2, first))
    instant = happens(MIDNIGHT, *due, held=(take(second, UUID(int=1)), take(first, UUID(int=2))))
    assert [each.id for each in instant.offered] == [first.id, second.id]


@pytest.mark.parametrize("status", [Status.REFERRED, Status.PAPERS_SUBMITTED, Status.REFUSAL_REVIEW])
def test_growing_too_old_waits_for_a_term_that_runs_or_stands(status: Status) -> None:
    later = MIDNIGHT + timedelta(days=7)
    waiting = (
        called(1, place(1), later),
        replace(referred(2, place(2), later), status=status),
        listed(3, later),
    )
    assert happens(MIDNIGHT, *waiting).happened == ()


def test_it_is_removed_at_the_instant_at_which_it_would_wait_again() -> None:
    late, held = MIDNIGHT + timedelta(days=2), place(1)
    instant = happens(late, called(1, held, late), listed(2, late), held=(hold(held, UUID(int=1)),))
    assert told(instant) == [(1, "turn_ended"), (2, "returned"), (1, "closed"), (2, "closed")]
    assert [each.decision.candidate.status for each in instant.happened][-2:] == [Status.REMOVED] * 2


def test_a_child_that_goes_over_to_another_queue_is_looked_at_there() -> None:
    elsewhere = replace(listed(1), next_queue=replace(QUEUE, district="1116"))
    assert told(happens(MIDNIGHT, elsewhere)) == [(1, "returned")]


def test_a_day_that_is_not_so_any_more_is_corrected_once() -> None:
    knows = replace(child(), ageing_told=DAY)
    later = DAY + timedelta(days=400)
    corrected = correct_ageing(knows, later, MIDNIGHT)
    assert corrected is not None
    assert [(step.reason, step.day) for step in corrected.steps] == [(Reason.AGEING_MOVED, later)]
    assert corrected.candidate.ageing_told is None, "it is told once more when the day is near"
    assert correct_ageing(corrected.candidate, later, MIDNIGHT) is None
    assert correct_ageing(knows, DAY, MIDNIGHT) is None
    assert correct_ageing(replace(knows, status=Status.ENROLLED), later, MIDNIGHT) is None
