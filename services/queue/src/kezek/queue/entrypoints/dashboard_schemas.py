"""What the dashboards answer: exact numbers, and nothing of a child (domain §1, §5.figures)."""

from datetime import date
from typing import Annotated, Self

from fastapi import Query
from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from kezek.contracts.policy import Profile
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind, QueueClass
from kezek.queue.domain.figures import Figures, Sums
from kezek.queue.domain.policies import Version
from kezek.queue.domain.waits import Waits
from kezek.queue.entrypoints.figures import ByClassView
from kezek.queue.entrypoints.published import TextView
from kezek.queue.usecases.read_dashboard import Dashboard
from kezek.queue.usecases.read_region import DistrictStanding, Region

DAY_S = 24 * 60 * 60
_EARLIEST, _LATEST = date(2000, 1, 1), date(2999, 12, 31)


def _within_reach(day: date) -> date:
    """The day, or the end of all days with which neither Python nor the database runs out of years."""
    return min(max(day, _EARLIEST), _LATEST)


Day = Annotated[date, AfterValidator(_within_reach)]
First = Annotated[Day | None, Query(alias="from", description="first day of the period; none: a year before the last")]
Last = Annotated[Day | None, Query(alias="to", description="last day of the period; none: today")]


class View(BaseModel):
    """Read from the values of the domain."""

    model_config = ConfigDict(from_attributes=True)


class SumsView(View):
    """How many wait, in all and by class, how many are choosing, and what is free."""

    waiting: int
    by_class: ByClassView
    called: int
    free: int
    free_choice: int

    @classmethod
    def of(cls, sums: Sums | Figures) -> Self:
        """The view of sums, or of one queue."""
        return cls(**_counts(sums))


class QueueCountsView(SumsView):
    """One queue, every number told."""

    queue: QueueRef

    @classmethod
    def of_queue(cls, figures: Figures) -> Self:
        """The view of a queue."""
        return cls(queue=figures.queue, **_counts(figures))


class WaitsView(BaseModel):
    """How long one waited, in days: of a class, a queue, a class in a queue, or of all where none is named.

    Null days: there is nobody to reckon with.
    """

    kind: GroupKind | None
    group_year: int | None
    queue_class: QueueClass | None
    called: int = Field(description="children whose first turn began in the period")
    average_days: float | None = Field(description="from submission to that turn")
    median_days: float | None
    waiting: int = Field(description="children who wait now")
    so_far_days: float | None = Field(description="since submission, on average")
    longest_days: float | None

    @classmethod
    def of(cls, waits: Waits) -> Self:
        """The view of waits."""
        return cls(
            kind=waits.kind,
            group_year=waits.group_year,
            queue_class=waits.queue_class,
            called=waits.called,
            average_days=days_of(waits.average_s),
            median_days=days_of(waits.median_s),
            waiting=waits.waiting,
            so_far_days=days_of(waits.so_far_s),
            longest_days=days_of(waits.longest_s),
        )


class DashboardView(BaseModel):
    """The queues of a district, or of the region, and the waits of a period of which both days are part."""

    district: str | None
    as_of: AwareDatetime
    first_day: date
    last_day: date
    queues: list[QueueCountsView]
    waits: list[WaitsView]

    @classmethod
    def of(cls, found: Dashboard) -> Self:
        """The view of a dashboard."""
        return cls(
            district=found.district,
            as_of=found.as_of,
            first_day=found.period.first,
            last_day=found.period.last,
            queues=[QueueCountsView.of_queue(each) for each in found.queues],
            waits=[WaitsView.of(each) for each in found.waits],
        )


class PolicyBriefView(BaseModel):
    """A version of a policy: whose it is, null for the region's, and since when."""

    district: str | None
    version: int
    profile: Profile
    in_force_from: date

    @classmethod
    def of(cls, version: Version) -> Self:
        """The view of a version."""
        return cls(
            district=version.district,
            version=version.number,
            profile=version.policy.profile,
            in_force_from=version.in_force_from,
        )


class DistrictStandingView(BaseModel):
    """A district with the policy that holds, the next one, and the sums over its queues."""

    code: str
    name: TextView
    policy: PolicyBriefView
    coming: PolicyBriefView | None
    sums: SumsView

    @classmethod
    def of(cls, standing: DistrictStanding) -> Self:
        """The view of a district."""
        return cls(
            code=standing.code,
            name=TextView.model_validate(standing.name),
            policy=PolicyBriefView.of(standing.policy),
            coming=None if standing.coming is None else PolicyBriefView.of(standing.coming),
            sums=SumsView.of(standing.sums),
        )


class LastVersionView(View):
    """The newest version as it was published; what was shipped nobody signed."""

    version: int
    published_at: AwareDatetime
    signed_by_name: str | None


class YearStandingView(View):
    """A year of working days; `known`: there is one, `confirmed`: decisions on exchanged days are in it."""

    year: int
    known: bool
    confirmed: bool
    holidays: int
    worked: int
    free: int
    last: LastVersionView | None


class RegionView(BaseModel):
    """The region: its districts and their sums, this year and the next, the list of benefits."""

    as_of: AwareDatetime
    districts: list[DistrictStandingView]
    sums: SumsView
    years: list[YearStandingView]
    benefits: int = Field(description="kinds of benefits in the list")
    benefits_last: LastVersionView | None

    @classmethod
    def of(cls, region: Region) -> Self:
        """The view of the region."""
        last = region.benefits_last
        return cls(
            as_of=region.as_of,
            districts=[DistrictStandingView.of(each) for each in region.districts],
            sums=SumsView.of(region.sums),
            years=[YearStandingView.model_validate(each) for each in region.years],
            benefits=region.benefits,
            benefits_last=None if last is None else LastVersionView.model_validate(last),
        )


def days_of(seconds: float | None) -> float | None:
    """Seconds in days, to a tenth."""
    return None if seconds is None else round(seconds / DAY_S, 1)


def _counts(sums: Sums | Figures) -> dict[str, int | ByClassView]:
    return {
        "waiting": sums.waiting.total,
        "by_class": ByClassView.model_validate(sums.waiting),
        "called": sums.called,
        "free": sums.free,
        "free_choice": sums.free_choice,
    }
