"""A child moves to another district: how its application goes on there (domain §4.ends, ADR 39)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.applications.domain.application import Application, Cause, Decision, Step, StepKind, own_line
from kezek.applications.domain.claim import BEFORE_THE_QUEUE, Claim
from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import ActorKind
from kezek.contracts.vocabulary import ApplicationStatus as Status


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """What referrals says of a moved child: as which application it goes on, where, at which time, and with what.

    `twins` are those who have moved with it. `brought` is what the order and turns are told besides.
    """

    application_id: UUID
    number: str
    district: str
    submitted_at: datetime
    policy: str
    twins: UUID | None
    misses: int
    restored: bool
    stop_listed_until: datetime | None
    brought: Mapping[str, Any]


def arrived(former: Application, arrival: Arrival, at: datetime) -> Decision:
    """The application in the new district: queued, or on the stop list until it is over; its claims follow.

    It is of the year of birth as known by now, which was corrected since the former district sorted its queues.
    """
    made = replace(
        former.made,
        number=arrival.number,
        district=arrival.district,
        group_year=former.made.birth_date.year,
        submitted_at=arrival.submitted_at,
        policy=arrival.policy,
        settlement=None,
        twins=arrival.twins,
    )
    new = Application(
        id=arrival.application_id,
        made=made,
        order=former.order,
        contacts=former.contacts,
        status=Status.STOP_LISTED if arrival.stop_listed_until else Status.QUEUED,
        status_at=at,
        candidate=_candidate(arrival),
    )
    cause = Cause(Reason.MOVED, ActorKind.APPLICANT)
    lines = [own_line(new, "moved_in", at, "moved_in", cause, number=made.number, former=former.made.number)]
    if made.twins is not None:
        lines.append(own_line(new, "twins", at, "twins_linked", Cause(Reason.TWINS_LINKED, ActorKind.APPLICANT)))
    return Decision(new, at, tuple(lines), (Step(StepKind.QUEUED, cause, brought=arrival.brought),))


def carried(former: Application) -> tuple[Claim, ...]:
    """The claims that go along: what counts, what is not decided yet, and what may be shown anew.

    Whose child it is and where it is registered was shown before; the register has answered for the new district.
    """
    return tuple(each for each in former.claims if each.kind not in BEFORE_THE_QUEUE)


def _candidate(arrival: Arrival) -> Mapping[str, Any] | None:
    until = arrival.stop_listed_until
    if until is None and not arrival.misses and not arrival.restored:
        return None
    known = {"misses": arrival.misses, "restored": arrival.restored}
    return {**known, "stop_listed_until": until.isoformat() if until else None}
