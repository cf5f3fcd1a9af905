"""What everybody may read of the rules: the policy of a district, a year's working days, the benefits (domain §9)."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Path, Query
from pydantic import AwareDatetime, BaseModel, ConfigDict

from kezek.contracts.policy import SHIPPED, Policy
from kezek.contracts.vocabulary import QueueClass
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Reading
from kezek.queue.domain.policies import Version
from kezek.queue.domain.policy_form import NumberKind, groups
from kezek.queue.entrypoints.permissions import READ_RULES
from kezek.queue.usecases.read_published import read_benefits, read_calendar, read_policies

ANYONE = [require(READ_RULES)]
router = APIRouter(dependencies=ANYONE)


class View(BaseModel):
    """Read from the values of contracts and domain."""

    model_config = ConfigDict(from_attributes=True)


class TextView(View):
    """A name or sentence in the three languages."""

    kk: str
    ru: str
    en: str


class PolicyVersionView(View):
    """A version of a district's policy, or of the region's without one; without an act it was shipped."""

    district: str | None
    version: int
    in_force_from: date
    policy: Policy
    published_at: AwareDatetime
    act_id: UUID | None

    @classmethod
    def of(cls, version: Version) -> Self:
        """The view of a version."""
        return cls(**vars(version) | {"version": version.number})


class PoliciesView(View):
    """What holds today, what will hold by its first day, and what held or was replaced before it did, newest first."""

    in_force: PolicyVersionView
    coming: list[PolicyVersionView]
    history: list[PolicyVersionView]


class HolidayView(View):
    """A public holiday or a day off moved from one."""

    on: date
    name: TextView


class CalendarView(View):
    """A year's holidays, and single days set otherwise: `worked` and `free` win over weekdays and holidays.

    Where it is not `confirmed` it is by rule alone: decisions on exchanged days are not known yet.
    """

    year: int
    version: int
    confirmed: bool
    holidays: list[HolidayView]
    worked: list[date]
    free: list[date]


class BenefitView(View):
    """A kind of benefit with its class, what proves it, and for how many months; null: for good."""

    code: str
    name: TextView
    queue_class: QueueClass
    proof: TextView
    proof_months: int | None


class BenefitsView(View):
    """The list of benefits; who has none of them queues among the general ones."""

    version: int
    items: list[BenefitView]


@router.get("/policies")
async def get_policies(
    tx: Reading, district: Annotated[str | None, Query(pattern="^[0-9]{4}$")] = None
) -> PoliciesView:
    """The numbers and switches of the rules in a district; without one, where a district has none of its own."""
    standing = await read_policies(tx, district)
    return PoliciesView(
        in_force=PolicyVersionView.of(standing.in_force),
        coming=[PolicyVersionView.of(each) for each in standing.coming],
        history=[PolicyVersionView.of(each) for each in standing.history],
    )


class PolicyNumberView(View):
    """A number or switch of a policy: null bounds where it is none, `optional` where null switches it off."""

    name: str
    text: TextView
    kind: NumberKind
    least: int | None
    most: int | None
    optional: bool
    clause: str


class PolicyGroupView(View):
    """Numbers that are read together."""

    text: TextView
    numbers: list[PolicyNumberView]


class PolicyFormView(View):
    """How a policy is read and filled in, and the two regimes that are shipped (domain §9.profiles)."""

    groups: list[PolicyGroupView]
    profiles: list[Policy]


@router.get("/policies/form")
async def get_policy_form() -> PolicyFormView:
    """What each number of a policy is called, between which bounds it is, and by which clause."""
    return PolicyFormView(
        groups=[PolicyGroupView.model_validate(each) for each in groups()], profiles=list(SHIPPED.values())
    )


@router.get("/calendar/{year}")
async def get_calendar(year: Annotated[int, Path(ge=1900, le=2200)], tx: Reading) -> CalendarView:
    """Which days are worked in a year."""
    return CalendarView.model_validate(await read_calendar(tx, year))


@router.get("/benefits")
async def get_benefits(tx: Reading) -> BenefitsView:
    """Who comes before others, and what shows it."""
    found = await read_benefits(tx)
    return BenefitsView(version=found.version, items=[BenefitView.model_validate(each) for each in found.benefits])
