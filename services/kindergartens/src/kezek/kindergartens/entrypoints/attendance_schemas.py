"""What the routes of attendance take and give (domain §8.attendance)."""

from datetime import UTC, date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AwareDatetime, Field

from kezek.contracts.vocabulary import Language
from kezek.kindergartens.domain.attendance import Day, MarkKind, Presence
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.roster import EnrolledChild
from kezek.kindergartens.entrypoints.schemas import View
from kezek.kindergartens.entrypoints.swap_schemas import SwapKindergartenView
from kezek.kindergartens.usecases.mark_attendance import Outcome, SentMark
from kezek.platform.http.bodies import Body

MOST_MARKS = 100
# what a clock may say that was never set, or is far ahead
DeviceInstant = Annotated[
    AwareDatetime, Field(ge=datetime(1970, 1, 2, tzinfo=UTC), le=datetime(2999, 12, 30, tzinfo=UTC))
]


class MarkBody(Body):
    """A mark under an id that the device has made, at the time of the device's clock."""

    id: UUID
    application_id: UUID
    kind: MarkKind
    at: DeviceInstant

    def sent(self) -> SentMark:
        """As the domain holds it."""
        return SentMark(self.id, self.application_id, self.kind, self.at)


class MarksBody(Body):
    """What a device has kept of one person, and what its clock says now: by that the marks are put right."""

    whose: UUID
    sent_at: DeviceInstant
    marks: Annotated[list[MarkBody], Field(min_length=1, max_length=MOST_MARKS)]


class AnsweredMarkView(View):
    """What became of one mark: when it counts, or the code of why it does not."""

    id: UUID
    outcome: Outcome
    at: datetime | None
    code: str | None


class AnsweredMarksView(View):
    """What became of each mark, in the order of sending."""

    items: list[AnsweredMarkView]


class EntrustedChildView(View):
    """A child whom one may bring and fetch, and its day so far."""

    application_id: UUID
    given_name: str
    surname: str
    own: bool
    kindergarten: SwapKindergartenView
    group_year: int
    presence: Presence
    arrived_at: datetime | None
    left_at: datetime | None

    @classmethod
    def of(
        cls,
        child: EnrolledChild,
        kindergarten: Kindergarten,
        day: Day,
        person_id: UUID,
        language: Language,
    ) -> Self:
        """As who brings the child reads it."""
        name = child.child.name_in(language)
        return cls(
            application_id=child.enrolment.application_id,
            given_name=name.given_name,
            surname=name.surname,
            own=child.enrolment.applicant_id == person_id,
            kindergarten=SwapKindergartenView.of(kindergarten),
            group_year=child.enrolment.group.group_year,
            presence=day.presence,
            arrived_at=day.arrival.at if day.arrival else None,
            left_at=day.leaving.at if day.leaving else None,
        )


class EntrustedView(View):
    """The children entrusted to one today."""

    day: date
    items: list[EntrustedChildView]
