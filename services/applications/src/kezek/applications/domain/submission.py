"""An application is signed: queued at once, taken until the register answers, or first reviewed (domain §3, §4)."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from kezek.applications.domain.application import (
    Application,
    Cause,
    Contacts,
    Decision,
    Made,
    Order,
    Step,
    StepKind,
    become,
    own_line,
)
from kezek.applications.domain.claim import Claim, best_class, group_kind
from kezek.applications.domain.history import HistoryLine
from kezek.applications.domain.review import status_before_queue
from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import ActorKind, ClaimKind
from kezek.contracts.vocabulary import ApplicationStatus as Status

_CLAIMED = {
    ClaimKind.REGISTRATION: Reason.PAPERS_TO_REVIEW,
    ClaimKind.REPRESENTATION: Reason.PAPERS_TO_REVIEW,
    ClaimKind.BENEFIT: Reason.BENEFIT_CLAIMED,
    ClaimKind.SPECIAL_NEEDS: Reason.SPECIAL_NEEDS_CLAIMED,
}
_STEPS = {
    Status.QUEUED: (StepKind.QUEUED, Reason.APPLICATION_SIGNED),
    Status.SUBMITTED: (StepKind.SUBMITTED, Reason.REGISTER_SILENT),
    Status.UNDER_REVIEW: (StepKind.UNDER_REVIEW, Reason.PAPERS_TO_REVIEW),
}


def submit(
    application_id: UUID,
    made: Made,
    order: Order,
    contacts: Contacts,
    claims: Sequence[Claim] = (),
    *,
    to_check: bool = False,
    behind: bool = False,
    actor: ActorKind = ActorKind.APPLICANT,
) -> Decision:
    """Submit a signed application; it stands at the time of its submission whenever it comes to be queued.

    `to_check`: the register is to answer first; `behind`: an earlier application for the child is to be checked first.
    """
    at = made.submitted_at
    order = replace(order, queue_class=best_class(claims), kind=group_kind(claims))
    new = Application(
        application_id, made, order, contacts, Status.SUBMITTED, at, to_check=to_check or behind, claims=tuple(claims)
    )
    status = status_before_queue(new)
    step, reason = _STEPS[status]
    cause = Cause(reason, actor if reason is Reason.APPLICATION_SIGNED else ActorKind.SYSTEM)
    return Decision(become(new, status, at), at, tuple(_lines(new, actor, behind=behind)), (Step(step, cause),))


def _lines(new: Application, actor: ActorKind, *, behind: bool) -> list[HistoryLine]:
    at, signed = new.made.submitted_at, Cause(Reason.APPLICATION_SIGNED, actor)
    lines = [own_line(new, "submitted", at, "submitted", signed, number=new.made.number)]
    if new.made.twins is not None:
        lines.append(own_line(new, "twins", at, "twins_linked", Cause(Reason.TWINS_LINKED, actor)))
    for claim in new.claims:
        cause = Cause(_CLAIMED[claim.kind], actor)
        lines.append(own_line(new, f"the-claim:{claim.id}", at, "claim_made", cause, claim=claim.kind.value))
    if behind:
        first = Cause(Reason.LIVE_APPLICATION_EXISTS, ActorKind.SYSTEM)
        lines.append(own_line(new, "to_check", at, "behind_earlier", first))
    elif new.to_check:
        silent = Cause(Reason.REGISTER_SILENT, ActorKind.SYSTEM)
        lines.append(own_line(new, "to_check", at, "to_check", silent))
    return lines
