"""The states of an application and what may follow what (domain §4): the one table, of all states.

A move is one decision; the steps that it is told by, and why, are the decision's. Later acts add decisions that make a
move of this table, not machinery.
"""

from enum import StrEnum

from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.transitions import Transitions


class Move(StrEnum):
    """What brings an application from one state to the next."""

    REVIEW = "review"
    ENTER = "enter"
    REJECT = "reject"
    CALL = "call"
    END_TURN = "end_turn"
    REFER = "refer"
    SUBMIT_PAPERS = "submit_papers"
    RETURN_PAPERS = "return_papers"
    ACCEPT = "accept"
    REFUSE = "refuse"
    UPHOLD = "uphold"
    OVERRULE = "overrule"
    CANCEL = "cancel"
    VOID = "void"
    STOP_LIST = "stop_list"
    COME_BACK = "come_back"
    DEACTIVATE = "deactivate"
    RESTORE = "restore"
    REMOVE = "remove"
    DIE = "die"
    WITHDRAW = "withdraw"
    DEPART = "depart"


_S = Status
# all that may still be withdrawn: everything before enrolment that is not an end
_AS_CANDIDATE = (
    _S.QUEUED,
    _S.NOTIFIED,
    _S.REFERRED,
    _S.PAPERS_SUBMITTED,
    _S.REFUSAL_REVIEW,
    _S.STOP_LISTED,
    _S.INACTIVE,
)
_BEFORE_ENROLMENT = (_S.SUBMITTED, _S.UNDER_REVIEW, *_AS_CANDIDATE)

TRANSITIONS = Transitions(
    {
        Move.REVIEW: {_S.SUBMITTED: _S.UNDER_REVIEW},
        Move.ENTER: {_S.SUBMITTED: _S.QUEUED, _S.UNDER_REVIEW: _S.QUEUED},
        Move.REJECT: {_S.UNDER_REVIEW: _S.REJECTED},
        Move.CALL: {_S.QUEUED: _S.NOTIFIED},
        # no choice in time, or the held place was annulled
        Move.END_TURN: {_S.NOTIFIED: _S.QUEUED},
        Move.REFER: {_S.QUEUED: _S.REFERRED, _S.NOTIFIED: _S.REFERRED},
        Move.SUBMIT_PAPERS: {_S.REFERRED: _S.PAPERS_SUBMITTED},
        Move.RETURN_PAPERS: {_S.PAPERS_SUBMITTED: _S.REFERRED},
        Move.ACCEPT: {_S.REFERRED: _S.ENROLLED, _S.PAPERS_SUBMITTED: _S.ENROLLED},
        Move.REFUSE: {_S.REFERRED: _S.REFUSAL_REVIEW, _S.PAPERS_SUBMITTED: _S.REFUSAL_REVIEW},
        Move.UPHOLD: {_S.REFUSAL_REVIEW: _S.REFUSED},
        Move.OVERRULE: {_S.REFUSAL_REVIEW: _S.REFERRED},
        Move.CANCEL: {_S.REFERRED: _S.QUEUED},
        # the kindergarten was closed (domain §6.6)
        Move.VOID: {_S.REFERRED: _S.QUEUED, _S.PAPERS_SUBMITTED: _S.QUEUED, _S.REFUSAL_REVIEW: _S.QUEUED},
        Move.STOP_LIST: {_S.REFERRED: _S.STOP_LISTED},
        Move.COME_BACK: {_S.STOP_LISTED: _S.QUEUED},
        # voucher profile: no confirmation, or no papers, in time
        Move.DEACTIVATE: {_S.NOTIFIED: _S.INACTIVE, _S.REFERRED: _S.INACTIVE},
        Move.RESTORE: {_S.INACTIVE: _S.QUEUED},
        # aged out (no term runs while papers or a refusal are looked at), moved, the third miss, not restored
        Move.REMOVE: dict.fromkeys(_AS_CANDIDATE, _S.REMOVED),
        # quietly, whatever runs or is decided meanwhile (domain §3.conditions)
        Move.DIE: dict.fromkeys(_AS_CANDIDATE, _S.REMOVED),
        Move.WITHDRAW: dict.fromkeys(_BEFORE_ENROLMENT, _S.WITHDRAWN),
        Move.DEPART: {_S.ENROLLED: _S.DEPARTED},
    }
)


def is_over(status: Status) -> bool:
    """Whether the application has ended for good: no move leaves the state."""
    return not any(TRANSITIONS.allows(status, move) for move in Move)
