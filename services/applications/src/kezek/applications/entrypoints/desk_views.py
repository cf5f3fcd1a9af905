"""Rows of the desk as answers, in the officer's language."""

from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from kezek.applications.entrypoints import views
from kezek.applications.entrypoints.desk_schemas import (
    BriefApplication,
    LikelyView,
    OpenedView,
    WaitingView,
)
from kezek.applications.entrypoints.schemas import ClaimFileView
from kezek.applications.usecases.read_desk import OpenedApplication
from kezek.contracts.values import Person
from kezek.platform.actors import Actor

_PERSON = TypeAdapter(Person)


def brief_view(row: Any, reader: Actor) -> BriefApplication:
    """An application in a list."""
    return BriefApplication(**_brief(row, reader))


def waiting_view(row: Any, reader: Actor, now: datetime) -> WaitingView:
    """A claim in the list of what waits."""
    return WaitingView(
        **_brief(row, reader),
        claim_id=row.claim_id,
        kind=row.kind,
        benefit=row.benefit,
        claimed_at=row.claimed_at,
        due_at=row.due_at,
        overdue=views.is_over(row.due_at, now),
    )


def opened_view(opened: OpenedApplication, reader: Actor, now: datetime, gardens: views.Gardens) -> OpenedView:
    """The whole of an application."""
    likely = [*((row, True) for row in opened.same_names), *((row, False) for row in opened.same_family)]
    return OpenedView(
        information=views.information_view(opened.row, reader.language, gardens),
        claims=[views.claim_view(each, reader, now) for each in opened.claims],
        history=[views.history_view(line, reader.language, gardens) for line in opened.history],
        documents=[views.document_view(document, reader.language) for document in opened.documents],
        twins=[brief_view(row, reader) for row in opened.twins],
        likely=[likely_view(row, same_names, opened.row.district, reader) for row, same_names in likely],
        statement=[ClaimFileView.model_validate(row, from_attributes=True) for row in opened.statement],
        own=opened.row.applicant_id == reader.person_id,
    )


def likely_view(row: Any, same_names: bool, district: str, reader: Actor) -> LikelyView:
    """Another application that may be for the same child."""
    own = row.district == district
    return LikelyView(
        application_id=row.id if own else None,
        number=row.number,
        district=row.district,
        child=views.person_view(_PERSON.validate_python(row.card["child"]), reader.language) if own else None,
        same_names=same_names,
    )


def _brief(row: Any, reader: Actor) -> dict[str, Any]:
    return {
        "application_id": row.id,
        "number": row.number,
        "child": views.person_view(_PERSON.validate_python(row.card["child"]), reader.language),
        "birth_date": row.birth_date,
        "status": row.status,
        "submitted_at": row.submitted_at,
        "transfer": row.transfer_of is not None,
    }
