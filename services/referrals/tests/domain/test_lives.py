"""Random lives: whatever is done, however often and late, each turn, referral and its papers end exactly once.

By random policies, which change, and calendars; acts, also of twins, by rounds, finished late and delivered twice,
timers, changes of the calendar, annulments, closings and a transfer in any order.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st
from services.referrals.tests.domain.clockwork import BASIS, CHILDREN, START, a_child
from services.referrals.tests.domain.lives import Life

from kezek.contracts.policy import REFERRAL_PROFILE, Policy
from kezek.platform.workdays import local_day
from kezek.referrals.domain.terms import Basis, TermKind

ACTS = st.tuples(
    st.sampled_from(
        [
            *[Life.call] * 4,
            Life.call_by_round,
            *[Life.call_twins] * 3,
            Life.nobody,
            *[Life.choose] * 5,
            *[Life.choose_together] * 4,
            *[Life.sign_choice] * 2,
            Life.finish_signed,
            Life.again,
            Life.policy_changes,
            Life.lose_enrolment,
            *[Life.admit] * 4,
            *[Life.give_back] * 3,
            Life.leave,
            *[Life.restore] * 2,
            Life.decline,
            Life.annul,
            Life.close,
            Life.extend,
            Life.calendar_changes,
            Life.days_pass,
            Life.days_pass,
            Life.late_timer,
        ]
    ),
    st.integers(0, len(CHILDREN) - 1),
    st.integers(0, 3),
)


FREE = st.frozensets(st.integers(0, 60), max_size=10)
POLICIES = st.builds(
    partial(replace, REFERRAL_PROFILE),
    choice_working_days=st.integers(1, 4),
    referral_working_days=st.integers(1, 6),
    stop_list_working_days=st.integers(1, 12),
    misses_until_removal=st.integers(1, 3),
    cancel_hours=st.integers(1, 48),
    extension_by_officer=st.booleans(),
    papers_before_acceptance=st.booleans(),
    free_choice_hour=st.sampled_from([None, 0, 9, 23]),
    # by vouchers, or not
    restorable_calendar_days=st.sampled_from([None, None, 1, 28]),
    refusing_annuls_position=st.booleans(),
    # they are so old on the first day, after four days, after a month, never
    called_below_months=st.sampled_from([36, 37, 38, 72, 72, 72]),
)


@settings(max_examples=300, deadline=None)
@given(POLICIES, FREE, st.booleans(), st.lists(ACTS, min_size=20, max_size=80))
def test_each_turn_and_each_referral_ends_exactly_once(
    policy: Policy, free: frozenset[int], transfer: bool, acts: list[tuple[Callable[..., None], int, int]]
) -> None:
    days = frozenset(local_day(START) + timedelta(days=each) for each in free)
    children = {each: a_child(each, transfer=transfer and each == CHILDREN[-1]) for each in CHILDREN}
    life = Life(Basis(policy, replace(BASIS.calendar, free=days)), children=children)
    for act, one, other in acts:
        act(life, one, other)
    life.time_passes(timedelta(weeks=60))
    life.settle()
    assert life.running == []
    begun = {key for kind, key, *_ in life.ever if kind is not TermKind.STOP_LIST}
    assert set(life.ended) == begun
    assert set(life.papers) == life.papers_ended
