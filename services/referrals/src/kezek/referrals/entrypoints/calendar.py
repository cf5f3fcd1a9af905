"""What a changed year would do to terms that run, before an administrator signs it (domain §6.7, §9.calendar)."""

from datetime import date
from typing import Annotated, Literal, Self

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, model_validator

from kezek.platform import calendar
from kezek.platform.http.bodies import Body
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Reading
from kezek.referrals.adapters.open_terms import list_open_terms
from kezek.referrals.domain.calendar_preview import preview, with_year
from kezek.referrals.domain.terms import TermKind
from kezek.referrals.entrypoints.permissions import PREVIEW_CALENDAR

Day = Annotated[date, Field(ge=date(2020, 1, 1), le=date(2099, 12, 31))]
Days = Annotated[list[Day], Field(max_length=100)]
router = APIRouter()


class YearBody(Body):
    """All single days of a year as they would be set."""

    year: int = Field(ge=2020, le=2099)
    worked: Days
    free: Days

    @model_validator(mode="after")
    def _is_of_the_year(self) -> Self:
        days = [*self.worked, *self.free]
        if len(set(days)) < len(days) or any(day.year != self.year for day in days):
            raise ValueError("days of the year, each once")
        return self


class MovedTermsView(BaseModel):
    """Of a kind: how many terms run, how many would end later, and by how many days at most."""

    model_config = ConfigDict(from_attributes=True)

    kind: Literal[TermKind.TURN, TermKind.REFERRAL, TermKind.STOP_LIST]
    running: int
    moved: int
    most_days: int


class CalendarPreviewView(BaseModel):
    """What the year would move; no term becomes shorter."""

    items: list[MovedTermsView]


@router.post("/calendar/preview", dependencies=[require(PREVIEW_CALENDAR)])
async def preview_calendar(body: YearBody, tx: Reading) -> CalendarPreviewView:
    """How many open turns, referrals and stop lists would end later by these days of a year, nothing touched."""
    by = with_year(await calendar.load(tx), body.year, body.worked, body.free)
    found = preview(await list_open_terms(tx), by)
    return CalendarPreviewView(items=[MovedTermsView.model_validate(each) for each in found])
