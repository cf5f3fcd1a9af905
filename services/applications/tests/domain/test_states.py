"""The table of domain §4 as far as it is an application's: what may follow what."""

import pytest

from kezek.applications.domain.states import TRANSITIONS
from kezek.contracts.vocabulary import ApplicationStatus as S
from kezek.platform.transitions import ImpossibleTransitionError

RUNNING = {
    S.QUEUED,
    S.NOTIFIED,
    S.REFERRED,
    S.PAPERS_SUBMITTED,
    S.REFUSAL_REVIEW,
    S.STOP_LISTED,
    S.INACTIVE,
}
ENDS = {S.REFUSED, S.REMOVED, S.WITHDRAWN, S.REJECTED, S.DEPARTED}
# the candidate's states lead to all that several of its steps may reach
LEADS_TO = {
    S.SUBMITTED: {S.UNDER_REVIEW, S.QUEUED, S.REJECTED, S.WITHDRAWN},
    S.UNDER_REVIEW: {S.QUEUED, S.REJECTED, S.WITHDRAWN},
    S.ENROLLED: {S.DEPARTED},
    **{each: {*RUNNING, S.ENROLLED, S.REFUSED, S.REMOVED, S.WITHDRAWN, S.DEPARTED} for each in RUNNING},
}


@pytest.mark.parametrize("status", S)
def test_a_state_leads_where_the_rules_say_and_nowhere_else(status: S) -> None:
    assert {to for to in S if TRANSITIONS.allows(status, to)} == LEADS_TO.get(status, set())


def test_nothing_leaves_an_end() -> None:
    assert {status for status in S if status not in LEADS_TO} == ENDS


@pytest.mark.parametrize("status", S)
@pytest.mark.parametrize("to", S)
def test_an_impossible_transition_is_an_error(status: S, to: S) -> None:
    if not TRANSITIONS.allows(status, to):
        with pytest.raises(ImpossibleTransitionError, match=f"{to.value} is impossible while {status.value}"):
            TRANSITIONS.after(status, to)
