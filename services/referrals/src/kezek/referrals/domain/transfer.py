"""An enrolled child asks for another kindergarten: pure decisions (domain §7.transfer).

The application is a candidate like any other, behind all. What it leaves is the enrolment by another application of
the same child: the acceptance in the new kindergarten ends that at the same instant. Should the child leave its
kindergarten otherwise, there is nothing to transfer it from: the application ends, but waits for a term that runs, as
growing too old does (domain §4.ends).
"""

from dataclasses import replace
from datetime import datetime

from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import DepartureReason
from kezek.platform.workdays import local_day
from kezek.referrals.domain.admission import depart
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import Decision, Leave, Step, StepKind, after
from kezek.referrals.domain.running import running_term
from kezek.referrals.domain.states import TRANSITIONS, Move, is_over


def is_enrolled(candidate: Candidate) -> bool:
    """Whether the child is in a kindergarten by this application."""
    return TRANSITIONS.allows(candidate.status, Move.DEPART)


def leave_for(enrolment: Candidate, at: datetime) -> Decision | None:
    """The former enrolment ends as the child is accepted elsewhere; None where it has ended before."""
    if not is_enrolled(enrolment):
        return None
    return depart(enrolment, at, Reason.TRANSFERRED, Leave(DepartureReason.OTHER_KINDERGARTEN, local_day(at)))


def may_lose_enrolment(transfer: Candidate) -> bool:
    """Whether it matters to a transfer that the child is not enrolled any more: it is neither over nor accepted."""
    return not is_over(transfer.status) and not is_enrolled(transfer)


def without_enrolment(transfer: Candidate) -> Candidate:
    """The transfer once the child has left its kindergarten: it is in none that it could be kept from."""
    return replace(transfer, enrolment_over=True)


def is_void(transfer: Candidate) -> bool:
    """Whether a transfer waits, or might be restored, though there is nothing to transfer the child from."""
    return transfer.enrolment_over and (transfer.waiting or transfer.status is Status.INACTIVE)


def end_transfer(transfer: Candidate, at: datetime) -> Decision:
    """Remove a transfer that waits, or is inactive, and has lost its enrolment.

    Raises:
        ValueError: when a term runs, for which the end waits, or the child is enrolled still.
    """
    if not is_void(transfer):
        raise ValueError(f"a transfer's end waits: {transfer.status}")
    removed = after(transfer, Move.REMOVE, ageing_told=None, inactive_until=None)
    term = running_term(transfer)
    ended = ((term.kind, term.key),) if term else ()
    return Decision(removed, at, (Step(StepKind.CLOSED, Reason.ENROLMENT_OVER),), ended=ended)
