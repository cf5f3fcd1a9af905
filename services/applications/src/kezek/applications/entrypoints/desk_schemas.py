"""What the officer's desk takes and answers (domain §1, §3)."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from kezek.applications.entrypoints.schemas import (
    ClaimFileView,
    ClaimView,
    DocumentView,
    HistoryView,
    InformationView,
    PersonView,
)
from kezek.contracts.iin import Iin
from kezek.contracts.lines import Line
from kezek.contracts.numbers import ApplicationNumber
from kezek.contracts.vocabulary import (
    ApplicationStatus,
    ClaimKind,
    ClaimReason,
    ClaimState,
    ClaimVerdict,
)
from kezek.platform.http.bodies import Body
from kezek.platform.http.pages import PageQuery

REMARK = 500


class DeskQuery(PageQuery):
    """Which claims: of one kind or of all; those that an officer is to decide, or whose family is asked for a copy."""

    kind: ClaimKind | None = None
    state: Literal[ClaimState.WAITING, ClaimState.BETTER_COPY_ASKED] = ClaimState.WAITING


class FindBody(Body):
    """The application's number in any spelling, an IIN of child or applicant, or the child's name with birth date."""

    number: ApplicationNumber | None = None
    iin: Iin | None = None
    name: Annotated[Line, Field(min_length=2, max_length=100)] | None = None
    birth_date: date | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        by_name = self.name is not None and self.birth_date is not None
        half = (self.name is None) != (self.birth_date is None)
        if half or [self.number is not None, self.iin is not None, by_name].count(True) != 1:
            raise ValueError("number_iin_or_name")
        return self


class DecisionBody(Body):
    """What is decided: with a reason unless it is confirmed; a benefit's proof until when."""

    outcome: ClaimVerdict
    reason: ClaimReason | None = None
    remark: Annotated[str, Field(max_length=REMARK)] = ""
    valid_until: date | None = None


class BriefApplication(BaseModel):
    """An application as lists of the desk show it."""

    application_id: UUID
    number: str
    child: PersonView
    birth_date: date
    status: ApplicationStatus
    submitted_at: datetime
    transfer: bool = Field(description="of an enrolled child that asks for another kindergarten")


class WaitingView(BriefApplication):
    """A claim that waits for a decision; `overdue` once its legal term, which ends at `due_at`, is over."""

    claim_id: UUID
    kind: ClaimKind
    benefit: str | None
    claimed_at: datetime
    due_at: datetime | None
    overdue: bool


class DeskView(BaseModel):
    """What waits in the district, whose term ends first coming first."""

    items: list[WaitingView]
    total: int


class FoundApplications(BaseModel):
    """The district's applications that fit, newest first, twenty at most."""

    items: list[BriefApplication]


class LikelyView(BaseModel):
    """Another application for maybe the same child, or a twin entered apart; who it is in the own district only."""

    application_id: UUID | None
    number: str
    district: str
    child: PersonView | None
    same_names: bool


class OpenedView(BaseModel):
    """An application as its family sees it, and what an officer sees besides."""

    information: InformationView
    claims: list[ClaimView]
    history: list[HistoryView]
    documents: list[DocumentView]
    twins: list[BriefApplication]
    likely: list[LikelyView]
    statement: list[ClaimFileView] = Field(description="the paper that an officer entered at the counter")
    own: bool = Field(description="of the officer's own family: somebody else decides")
