"""The states of an application as its journal shows them, and what may follow what (domain §4): the one table.

Until the child is queued the application's own decisions move it. From then on its state is its candidate's, whose
steps referrals decides by a table of its own; here the newest step is followed, and one that was parked is left out, so
that what is reached by several steps may follow at once. An end, and the time before the queue, stay closed to it.
"""

from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.transitions import Transitions

BEFORE = (Status.SUBMITTED, Status.UNDER_REVIEW)
CALLED = (Status.NOTIFIED, Status.REFERRED, Status.PAPERS_SUBMITTED, Status.REFUSAL_REVIEW)
OF_THE_CANDIDATE = (
    Status.QUEUED,
    Status.NOTIFIED,
    Status.REFERRED,
    Status.PAPERS_SUBMITTED,
    Status.REFUSAL_REVIEW,
    Status.STOP_LISTED,
    Status.INACTIVE,
)
_FROM: dict[Status, tuple[Status, ...]] = {
    Status.UNDER_REVIEW: (Status.SUBMITTED,),
    Status.REJECTED: BEFORE,
    **dict.fromkeys(OF_THE_CANDIDATE, OF_THE_CANDIDATE),
    Status.QUEUED: (*BEFORE, *OF_THE_CANDIDATE),
    Status.WITHDRAWN: (*BEFORE, *OF_THE_CANDIDATE),
    **dict.fromkeys((Status.ENROLLED, Status.REFUSED, Status.REMOVED), OF_THE_CANDIDATE),
    Status.DEPARTED: (*OF_THE_CANDIDATE, Status.ENROLLED),
}

# a move is named by the state to which it leads: nothing else tells the moves of an application apart
TRANSITIONS = Transitions({to: dict.fromkeys(states, to) for to, states in _FROM.items()})
