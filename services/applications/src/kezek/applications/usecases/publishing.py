"""The events of an application, as others hear of it (architecture §events)."""

from collections.abc import Mapping
from typing import Any

from kezek.applications.domain.application import Application, Step, StepKind
from kezek.applications.domain.ends import ends_of
from kezek.contracts.applications import (
    ApplicationChanged,
    ApplicationEvent,
    ApplicationQueued,
    ApplicationRejected,
    ApplicationSubmitted,
    ApplicationUnderReview,
    ApplicationWithdrawn,
    ChildDied,
    ClaimChanged,
)
from kezek.contracts.events import Event
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import ClaimState
from kezek.platform.workdays import last_day_of

_EVENTS: Mapping[StepKind, type[ApplicationEvent]] = {
    StepKind.SUBMITTED: ApplicationSubmitted,
    StepKind.UNDER_REVIEW: ApplicationUnderReview,
    StepKind.REJECTED: ApplicationRejected,
    StepKind.WITHDRAWN: ApplicationWithdrawn,
    StepKind.DIED: ChildDied,
}


def event_of(application: Application, step: Step) -> Event:
    """The event that tells of a step, with the whole state after it."""
    said = {"reason": step.cause.reason, "rule": step.cause.reason.rule, "actor": step.cause.actor}
    if step.kind is StepKind.QUEUED:
        return ApplicationQueued(**_order(application), **step.brought, actor=step.cause.actor)
    if step.kind is StepKind.CHANGED:
        return ApplicationChanged(**_order(application), **said)
    if step.kind is StepKind.CLAIM:
        return ClaimChanged(**_state(application), **said, **_claim(application, step))
    return _EVENTS[step.kind](**_state(application), **said)


def _state(application: Application) -> dict[str, Any]:
    made = application.made
    return {
        "application_id": application.id,
        "applicant_id": made.applicant_id,
        "number": made.number,
        "district": made.district,
        "submitted_at": made.submitted_at,
        "status": application.status,
    }


def _order(application: Application) -> dict[str, Any]:
    made, order = application.made, application.order
    return {
        "application_id": application.id,
        "number": made.number,
        "child_id": made.child_id,
        "applicant_id": made.applicant_id,
        "queue": QueueRef(district=made.district, kind=order.kind, group_year=made.group_year),
        "queue_class": order.queue_class,
        "birth_date": made.birth_date,
        "languages": order.languages,
        "submitted_at": made.submitted_at,
        "twins": made.twins,
        "separate_places": order.separate_places,
        "transfer": made.transfer,
        "ends": ends_of(application),
    }


def _claim(application: Application, step: Step) -> dict[str, Any]:
    if step.claim_id is None:
        raise LookupError(step.kind)
    claim = application.claim(step.claim_id)
    runs = last_day_of(claim.due_at) if claim.due_at else claim.valid_until
    last_day = None if claim.state in {ClaimState.WAITING, ClaimState.REJECTED} else runs
    return {"claim_id": claim.id, "kind": claim.kind, "state": claim.state, "last_day": last_day}
