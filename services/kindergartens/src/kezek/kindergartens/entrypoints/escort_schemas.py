"""What the routes of escorts take and give (domain §8.escorts)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from kezek.contracts.contacts import Phone
from kezek.contracts.iin import Iin
from kezek.contracts.lines import Line
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import Language
from kezek.kindergartens.adapters.escorts import Entrusted
from kezek.kindergartens.domain.escort import Escort
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.roster import EnrolledChild
from kezek.kindergartens.entrypoints.schemas import View
from kezek.kindergartens.entrypoints.swap_schemas import SwapKindergartenView
from kezek.platform.http.bodies import Body

MOST_TICKS = 50
Ticks = Annotated[list[UUID], Field(max_length=MOST_TICKS)]


class EscortBody(Body):
    """Whom a parent names, and which of their enrolled children that person may bring and fetch."""

    iin: Iin
    name: Line
    phone: Phone
    application_ids: Annotated[list[UUID], Field(min_length=1, max_length=MOST_TICKS)]


class ChangedEscortBody(Body):
    """The phone, and all children whom the escort may bring and fetch from now on."""

    phone: Phone
    application_ids: Ticks


class EscortedChildView(View):
    """One's child in a kindergarten, and the numbers that hold there."""

    application_id: UUID
    enrolment_id: UUID
    surname: str
    given_name: str
    kindergarten: SwapKindergartenView
    most_escorts: int
    most_children_of_escort: int
    escort_from_years: int

    @classmethod
    def of(cls, found: EnrolledChild, kindergarten: Kindergarten, policy: Policy, language: Language) -> Self:
        """As the parent reads it."""
        name = found.child.name_in(language)
        return cls(
            application_id=found.enrolment.application_id,
            enrolment_id=found.enrolment.id,
            surname=name.surname,
            given_name=name.given_name,
            kindergarten=SwapKindergartenView.of(kindergarten),
            most_escorts=policy.escorts_per_child,
            most_children_of_escort=policy.children_per_escort,
            escort_from_years=policy.escort_from_years,
        )


class EscortView(View):
    """An escort as their parent sees them; `checked`: the persons register has confirmed who it is.

    `signed_in_at` is when they first came in to mark attendance since they are entrusted with a child; null: not yet.

    `application_ids` are the children entrusted to them now; with none they are known and may be given some again.
    """

    escort_id: UUID
    iin: str
    name: str
    phone: str
    checked: bool
    application_ids: list[UUID]
    signed_in_at: datetime | None = None

    @classmethod
    def of(cls, escort: Escort, entrusted: Iterable[Entrusted]) -> Self:
        """With these children."""
        theirs = [each.entrustment for each in entrusted if each.escort.id == escort.id]
        ids = [each.application_id for each in theirs]
        signed_in_at = min((each.signed_in_at for each in theirs if each.signed_in_at), default=None)
        told = {name: getattr(escort, name) for name in ("iin", "name", "phone", "checked")}
        return cls(escort_id=escort.id, application_ids=ids, signed_in_at=signed_in_at, **told)


class EscortsView(View):
    """One's children in kindergartens, and whom one has named for them besides oneself."""

    children: list[EscortedChildView]
    items: list[EscortView]


class ChildEscortView(View):
    """Somebody who may bring and fetch a child, as the kindergarten sees them."""

    iin: str
    name: str
    phone: str
    checked: bool
    since: datetime


class ChildEscortsView(View):
    """Those whom the applicant has named; the applicant may by right."""

    items: list[ChildEscortView]
