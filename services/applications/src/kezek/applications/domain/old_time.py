"""A child whose kindergarten was closed queues at its old time (domain §6.6): as the decision that queues it says."""

from collections.abc import Sequence
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
    """A child's application that was in a queue; `keeps` says that a closing ended it and its time is kept."""

    number: str
    applicant_id: UUID
    district: str
    submitted_at: datetime
    keeps: bool


def kept_of(chain: Sequence[Former], district: str, policy: Policy) -> Former | None:
    """At the time of which application the child stands; in another district as a child that moves (§4.ends).

    `chain` is the child's last one and, where it came to that kindergarten by a transfer, those before: it was in a
    kindergarten all the while, so it stands by the oldest of them and loses nothing by having been transferred.
    """
    if not chain or not chain[0].keeps:
        return None
    usable = [each for each in chain if each.district == district or policy.old_time_kept_on_move]
    return min(usable, key=lambda each: (each.submitted_at, each.number), default=None)


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
