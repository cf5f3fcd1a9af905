"""An enrolled child asks for another kindergarten: pure decisions (domain §7.transfer).

The application is a candidate like any other, behind all. What it leaves is the enrolment by another application of
the same child: the acceptance in the new kindergarten ends that at the same instant. Should the child leave its
kindergarten otherwise, there is nothing to transfer it from: the application ends, but waits for a term that runs, as
growing too old does (domain §4.ends).
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import DepartureReason, ReferralStatus
from kezek.platform.workdays import local_day
from kezek.referrals.domain.admission import depart
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import Decision, Leave, Step, StepKind, after
from kezek.referrals.domain.place import Place, offer_again
from kezek.referrals.domain.running import running_term
from kezek.referrals.domain.states import TRANSITIONS, Move, is_over


def is_enrolled(candidate: Candidate) -> bool:
    """Whether the child is in a kindergarten by this application."""
    return TRANSITIONS.allows(candidate.status, Move.DEPART)


def kindergarten_of(enrolment: Candidate) -> UUID | None:
    """Where the child is enrolled by now: after a swap not where its referral led (domain §7.swap); None: nowhere."""
    if not is_enrolled(enrolment) or enrolment.referral is None:
        return None
    return enrolment.swapped_to or enrolment.referral.kindergarten_id


def transferred_from(transfer: Candidate, enrolment: Candidate | None) -> Candidate:
    """The transfer as it leaves the kindergarten to which a swap has brought the child, whatever its family signed."""
    known, here = transfer.child.transfer, enrolment.swapped_to if enrolment and is_enrolled(enrolment) else None
    if known is None or here is None:
        return transfer
    return replace(transfer, child=replace(transfer.child, transfer=replace(known, kindergarten_id=here)))


def leave_for(enrolment: Candidate, at: datetime) -> Decision | None:
    """The former enrolment ends as the child is accepted elsewhere; None where it has ended before."""
    here = kindergarten_of(enrolment)
    if here is None:
        return None
    leave = Leave(DepartureReason.OTHER_KINDERGARTEN, local_day(at), kindergarten_id=here)
    return depart(enrolment, at, Reason.TRANSFERRED, leave)


def is_for_nothing(transfer: Candidate, at: datetime) -> bool:
    """Whether a turn or a referral of the transfer is for the kindergarten in which the child is by now (§7.transfer).

    One whose term was over by then ends as any that nobody used.
    """
    referral, term = transfer.referral, running_term(transfer)
    if term is not None and term.ends_at <= at:
        return False
    if transfer.turn is not None:
        return transfer.is_in(transfer.turn.kindergarten_id)
    return (
        referral is not None
        and TRANSITIONS.allows(transfer.status, Move.VOID)
        and transfer.is_in(referral.kindergarten_id)
    )


def give_up_own(transfer: Candidate, place: Place, at: datetime) -> Decision:
    """End a turn, or a referral, for the child's own kindergarten: it waits again, without a miss, the place goes on.

    Whether papers or a refusal are looked at meanwhile: what was asked for has come by the swap (domain §7.transfer).
    """
    term, why = running_term(transfer), Reason.OWN_KINDERGARTEN
    if transfer.turn is not None:
        waits, step = after(transfer, Move.END_TURN, turn=None), Step(StepKind.TURN_ENDED, why)
    else:
        voided = replace(transfer.referral, status=ReferralStatus.VOIDED) if transfer.referral else None
        waits, step = after(transfer, Move.VOID, referral=voided), Step(StepKind.REFERRAL_VOIDED, why)
    freed = (offer_again(place),) if place.holder == transfer.application_id else ()
    return Decision(waits, at, (step,), freed, ended=((term.kind, term.key),) if term else ())


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
