"""The table of domain §4: what may follow what."""

import pytest

from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.transitions import ImpossibleTransitionError
from kezek.referrals.domain.states import TRANSITIONS, Move, is_over

S = Status
# "leaves by", row by row of domain §4
LEAVES_TO = {
    S.SUBMITTED: {S.QUEUED, S.UNDER_REVIEW, S.WITHDRAWN},
    S.UNDER_REVIEW: {S.QUEUED, S.REJECTED, S.WITHDRAWN},
    S.QUEUED: {S.NOTIFIED, S.REFERRED, S.WITHDRAWN, S.REMOVED},
    S.NOTIFIED: {S.REFERRED, S.QUEUED, S.INACTIVE, S.WITHDRAWN, S.REMOVED},
    S.REFERRED: {
        S.PAPERS_SUBMITTED,
        S.ENROLLED,
        S.REFUSAL_REVIEW,
        S.QUEUED,
        S.STOP_LISTED,
        S.REMOVED,
        S.INACTIVE,
        S.WITHDRAWN,
    },
    S.PAPERS_SUBMITTED: {S.ENROLLED, S.REFERRED, S.REFUSAL_REVIEW, S.QUEUED, S.WITHDRAWN, S.REMOVED},
    S.REFUSAL_REVIEW: {S.REFUSED, S.REFERRED, S.QUEUED, S.WITHDRAWN, S.REMOVED},
    S.STOP_LISTED: {S.QUEUED, S.REMOVED, S.WITHDRAWN},
    S.INACTIVE: {S.QUEUED, S.REMOVED, S.WITHDRAWN},
    S.ENROLLED: {S.DEPARTED},
}
ENDS = {S.REFUSED, S.REMOVED, S.WITHDRAWN, S.REJECTED, S.DEPARTED}


@pytest.mark.parametrize("status", Status)
def test_a_state_leads_where_the_rules_say_and_nowhere_else(status: Status) -> None:
    led = {TRANSITIONS.after(status, move) for move in Move if TRANSITIONS.allows(status, move)}
    assert led == LEAVES_TO.get(status, set())


def test_what_no_move_leaves_is_an_end() -> None:
    assert {status for status in Status if is_over(status)} == ENDS


def test_every_move_is_possible_somewhere() -> None:
    assert {move for _, move in TRANSITIONS.table} == set(Move)


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("status", Status)
def test_an_impossible_transition_is_an_error(status: Status, move: Move) -> None:
    if not TRANSITIONS.allows(status, move):
        with pytest.raises(ImpossibleTransitionError, match=f"{move.value} is impossible while {status.value}"):
            TRANSITIONS.after(status, move)
