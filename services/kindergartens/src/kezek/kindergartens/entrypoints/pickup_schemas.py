"""What the routes of pick-up codes take and give (domain §8.pickup)."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BeforeValidator, Field

from kezek.contracts.lines import Line
from kezek.contracts.pasted import compact
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language, PickupState
from kezek.kindergartens.adapters.attendance_day import Listed
from kezek.kindergartens.domain.pickup import CODE_DIGITS, Pickup
from kezek.kindergartens.domain.roster import Enrolment
from kezek.kindergartens.entrypoints.schemas import View
from kezek.platform.http.bodies import Body


def _digits(typed: object) -> object:
    """A code as people type and paste it: in groups, with dashes."""
    return compact(typed) if isinstance(typed, str) else typed


PickupCode = Annotated[
    str, BeforeValidator(_digits), Field(pattern=f"^[0-9]{{{CODE_DIGITS}}}$", max_length=CODE_DIGITS)
]


class PickupBody(Body):
    """Whom you let fetch which of your enrolled children, and on which day."""

    application_id: UUID
    name: Line
    day: date


class LookBody(Body):
    """A code as who came shows or says it; spaces and dashes in it do not count."""

    code: PickupCode


class UseBody(LookBody):
    """The same, and the id that the browser has made for the mark that the child has left."""

    mark_id: UUID


class PickupView(View):
    """A code without its digits, which nobody can read again; `used_by_name` is the worker's by the staff list."""

    pickup_id: UUID
    application_id: UUID
    name: str
    day: date
    state: PickupState
    given_at: datetime
    used_at: datetime | None
    used_by_name: str | None
    withdrawn_at: datetime | None

    @classmethod
    def of(cls, given: Pickup, today: date, stays: Iterable[Enrolment]) -> Self:
        """As its parent reads it on this day."""
        return cls(
            pickup_id=given.id,
            application_id=given.application_id,
            name=given.name,
            day=given.day,
            state=given.state_on(today, stays),
            given_at=given.given_at,
            used_at=given.use.at if given.use else None,
            used_by_name=given.use.name if given.use else None,
            withdrawn_at=given.withdrawn_at,
        )


class PickupsView(View):
    """The codes that you have given for this week and later; one may be given for today up to the last day."""

    today: date
    last_day: date
    items: list[PickupView]


class GivenPickupView(View):
    """A code that was just given: its digits are shown this once."""

    code: str
    pickup: PickupView


class SeenPickupView(View):
    """The child that may be given by a code, and to whom: compare the name with the identity card."""

    enrolment_id: UUID
    surname: str
    given_name: str
    group_year: int
    language: InstructionLanguage
    kind: GroupKind
    name: str
    given_by: str
    given_at: datetime

    @classmethod
    def of(cls, given: Pickup, child: Listed, language: Language) -> Self:
        """As the worker reads it."""
        stay, name = child.child.enrolment, child.child.child.name_in(language)
        return cls(
            enrolment_id=stay.id,
            surname=name.surname,
            given_name=name.given_name,
            group_year=stay.group.group_year,
            language=stay.group.language,
            kind=stay.group.kind,
            name=given.name,
            given_by=child.applicant.name_in(language).full,
            given_at=given.given_at,
        )
