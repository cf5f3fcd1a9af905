"""How an administrator changes the rules: each change is prepared, read and signed (domain §2.acts, §9)."""

from dataclasses import MISSING, fields
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Self

from fastapi import APIRouter
from pydantic import Field, create_model, model_validator

from kezek.contracts.benefits import Benefit
from kezek.contracts.lines import Line
from kezek.contracts.policy import Policy
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import QueueClass
from kezek.platform.actors import Actor
from kezek.platform.http.acts import ActsDep, PreparedAct, acts_router, prepared
from kezek.platform.http.bodies import Body
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Reading, Transaction
from kezek.queue.entrypoints.acts import ACTS
from kezek.queue.entrypoints.permissions import CHANGE_RULES, SIGN
from kezek.queue.entrypoints.previews import PolicyPreviewView
from kezek.queue.usecases.change_benefits import BenefitsProposal, ChangeBenefits
from kezek.queue.usecases.change_calendar import CalendarProposal, ChangeCalendar
from kezek.queue.usecases.change_policy import ChangePolicy, PolicyProposal
from kezek.queue.usecases.preview_policy import preview_policy

MayChange = Annotated[Actor, require(CHANGE_RULES)]
Day = Annotated[date, Field(ge=date(2020, 1, 1), le=date(2099, 12, 31))]
Days = Annotated[list[Day], Field(max_length=100)]
_UNSAID = "draft-0"

router = APIRouter()
signatures = acts_router(SIGN, ACTS)


def _numbers() -> dict[str, Any]:
    """The fields of a policy but its id, each of which must be said, with their bounds and meaning."""
    said = {each.name: each for each in fields(Policy) if each.default is not MISSING}
    return {name: (each.type, Field(**each.metadata)) for name, each in said.items()}


if TYPE_CHECKING:
    PolicyNumbers = Body
else:
    PolicyNumbers = create_model(
        "PolicyNumbers", __base__=Body, __doc__="All numbers and switches of a policy (domain §9).", **_numbers()
    )


class PolicyBody(Body):
    """A version of a district's policy, or of the region's, and the day from which it holds."""

    district: str | None = Field(pattern="^[0-9]{4}$")
    in_force_from: Day
    numbers: PolicyNumbers

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        self.policy()
        return self

    def policy(self) -> Policy:
        """As the rules know it.

        Raises:
            ValueError: when numbers contradict each other.
        """
        return Policy(id=_UNSAID, **self.numbers.model_dump())

    def proposal(self) -> PolicyProposal:
        """As it is prepared and previewed."""
        return PolicyProposal(district=self.district, in_force_from=self.in_force_from, policy=self.policy())


class CalendarBody(Body):
    """All single days of a year that are set otherwise, and whether the year is confirmed."""

    year: int = Field(ge=2020, le=2099)
    worked: Days
    free: Days
    confirmed: bool

    @model_validator(mode="after")
    def _is_of_the_year(self) -> Self:
        days = [*self.worked, *self.free]
        if len(set(days)) < len(days) or any(day.year != self.year for day in days):
            raise ValueError("days of the year, each once")
        return self


class TextBody(Body):
    """A name or sentence in the three languages."""

    kk: Line
    ru: Line
    en: Line

    def words(self) -> Text:
        """As the contracts hold it."""
        return Text(self.kk, self.ru, self.en)


class BenefitBody(Body):
    """A kind of benefit, its class, its proof and for how many months that holds; null: for good."""

    code: str = Field(pattern="^[a-z][a-z_]{1,39}$")
    name: TextBody
    queue_class: QueueClass
    proof: TextBody
    proof_months: int | None = Field(ge=1, le=240)

    @model_validator(mode="after")
    def _gives_a_class(self) -> Self:
        self.benefit()
        return self

    def benefit(self) -> Benefit:
        """As the contracts hold it.

        Raises:
            ValueError: when it gives no class.
        """
        return Benefit(
            code=self.code,
            name=self.name.words(),
            queue_class=self.queue_class,
            proof=self.proof.words(),
            proof_months=self.proof_months,
        )


class BenefitsBody(Body):
    """The whole list, in the order in which it is read."""

    items: list[BenefitBody] = Field(max_length=60)

    @model_validator(mode="after")
    def _names_each_once(self) -> Self:
        if len({each.code for each in self.items}) < len(self.items):
            raise ValueError("a code twice")
        return self


@router.post("/policies/preview", dependencies=[require(CHANGE_RULES)])
async def preview_of_policy(body: PolicyBody, tx: Reading) -> PolicyPreviewView:
    """Who would move, and by how much, on one snapshot of the live queues that is not touched.

    Up to 300,000 children are compared, the smallest queues first; of further queues `moves` is null, and `complete`
    is false. A term that runs keeps the policy by which it began, whatever is said here.
    """
    return PolicyPreviewView.of(await preview_policy(tx, body.proposal()))


@router.post("/policies/acts", status_code=201)
async def prepare_policy(body: PolicyBody, tx: Transaction, acts: ActsDep, actor: MayChange) -> PreparedAct:
    """What is to be signed to change a policy from a day on, tomorrow at the earliest; what has begun keeps its own."""
    return prepared(await acts.prepare(tx, ChangePolicy, actor, body.proposal()))


@router.post("/calendar/acts", status_code=201)
async def prepare_calendar(body: CalendarBody, tx: Transaction, acts: ActsDep, actor: MayChange) -> PreparedAct:
    """What is to be signed to set single days of a year, from tomorrow on, or to confirm the year."""
    proposal = CalendarProposal(
        year=body.year,
        worked=tuple(sorted(body.worked)),
        free=tuple(sorted(body.free)),
        confirmed=body.confirmed,
    )
    return prepared(await acts.prepare(tx, ChangeCalendar, actor, proposal))


@router.post("/benefits/acts", status_code=201)
async def prepare_benefits(body: BenefitsBody, tx: Transaction, acts: ActsDep, actor: MayChange) -> PreparedAct:
    """What is to be signed to change the list of benefits."""
    proposal = BenefitsProposal(benefits=tuple(each.benefit() for each in body.items))
    return prepared(await acts.prepare(tx, ChangeBenefits, actor, proposal))
