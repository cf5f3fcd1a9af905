"""A child whose kindergarten was closed queues at its old time (domain §6.6): as the decision that queues it says."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kezek.applications.domain.application import Cause, Decision, own_line
from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import ActorKind
from kezek.platform.workdays import ALMATY


@dataclass(frozen=True)
class Former:
    """A child's last application that was in a queue; `keeps` says that a closing ended it and its time is kept."""

    number: str
    applicant_id: UUID
    district: str
    submitted_at: datetime
    keeps: bool


def kept_of(former: Former | None, district: str, policy: Policy) -> Former | None:
    """The former application at whose time the child stands; in another district as a child that moves (§4.ends)."""
    if former is None or not former.keeps:
        return None
    return former if former.district == district or policy.old_time_kept_on_move else None


def at_time_of(former: Former, decision: Decision) -> Decision:
    """The same decision, with the child queued at the former application's time, and its family told so."""
    new = decision.application
    kept = replace(new, made=replace(new.made, submitted_at=former.submitted_at))
    cause, time = Cause(Reason.KINDERGARTEN_CLOSED, ActorKind.SYSTEM), moment(former.submitted_at)
    line = own_line(kept, "time_kept", decision.at, "old_time_kept", cause, former=former.number, time=time)
    return replace(decision, application=kept, lines=(*decision.lines, line))


def moment(at: datetime) -> str:
    """An instant as people in Kazakhstan read it."""
    return f"{at.astimezone(ALMATY):%d.%m.%Y %H:%M}"
