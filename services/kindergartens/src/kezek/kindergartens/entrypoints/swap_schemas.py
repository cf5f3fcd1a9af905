"""What the routes of swaps take and give (domain §7.swap)."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BeforeValidator, Field

from kezek.contracts.law import Reason
from kezek.contracts.lines import Remark
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, SwapState
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.roster import EnrolledChild
from kezek.kindergartens.domain.swap import Side, Swap
from kezek.kindergartens.domain.swap_texts import why
from kezek.kindergartens.entrypoints.schemas import TextView, View
from kezek.platform.http.bodies import Body


def _digits(typed: object) -> object:
    """A code as people type and paste it: in groups, with dashes."""
    return "".join(typed.split()).replace("-", "") if isinstance(typed, str) else typed


SwapCode = Annotated[str, BeforeValidator(_digits), Field(pattern="^[0-9]{10}$", max_length=10)]


class ProposalBody(Body):
    """Which of one's children, and in which kindergarten the other child is."""

    enrolment_id: UUID
    to_kindergarten_id: UUID


class JoiningBody(Body):
    """Which of one's children, and the code that the other family gave; spaces and dashes in it do not count."""

    enrolment_id: UUID
    code: SwapCode


class DeclineBody(Body):
    """Why the kindergarten declines; both families read it."""

    remark: Annotated[Remark, Field(min_length=1)]


class SwapKindergartenView(View):
    """A kindergarten of a swap."""

    kindergarten_id: UUID
    name: TextView
    address: TextView

    @classmethod
    def of(cls, kindergarten: Kindergarten) -> "SwapKindergartenView":
        """As it is called now."""
        name, address = (TextView.model_validate(each) for each in (kindergarten.name, kindergarten.address))
        return cls(kindergarten_id=kindergarten.id, name=name, address=address)


class OwnSwapView(View):
    """A swap as one of its families sees it: nothing of the other child but its kindergarten and group.

    The code is there for who proposed it, until the other family has joined; `mine` and
    `other` say whether that side's kindergarten has approved. `remark` is what a kindergarten that declined says.
    """

    swap_id: UUID
    state: SwapState
    state_at: datetime
    open: bool
    proposed_here: bool
    code: str | None
    to: SwapKindergartenView
    expires_at: datetime
    mine_approved: bool
    other_approved: bool
    reason: Reason
    reason_text: TextView
    remark: str


class OwnEnrolmentView(View):
    """One's child that is in a kindergarten, since when there, and its newest swap, if there ever was one."""

    enrolment_id: UUID
    application_id: UUID
    kindergarten: SwapKindergartenView
    group_year: int
    language: InstructionLanguage
    kind: GroupKind
    since: date
    swap: OwnSwapView | None


class OwnEnrolmentsView(View):
    """One's children who are in a kindergarten."""

    items: list[OwnEnrolmentView]


class SwapChildView(View):
    """A child of a swap as the workers of both kindergartens see it, and whether its kindergarten has approved."""

    surname: str
    given_name: str
    patronymic: str | None
    iin: str
    birth_date: date
    application_number: str
    kindergarten: SwapKindergartenView
    approved_at: datetime | None


class SwapView(View):
    """What both families have signed: who leaves, who comes in its place, until when the kindergartens may agree."""

    swap_id: UUID
    state: SwapState
    group_year: int
    language: InstructionLanguage
    kind: GroupKind
    expires_at: datetime
    leaves: SwapChildView
    comes: SwapChildView


class SwapsView(View):
    """What is to be decided on, by the end of the term."""

    items: list[SwapView]


def own_swap_view(swap: Swap, own: Side, to: Kindergarten) -> OwnSwapView:
    """A swap, for the family of this side."""
    first = own is swap.first
    other = swap.second if first else swap.first
    return OwnSwapView(
        swap_id=swap.id,
        state=swap.state,
        state_at=swap.state_at,
        open=swap.open,
        proposed_here=first,
        code=swap.code if first else None,
        to=SwapKindergartenView.of(to),
        expires_at=swap.expires_at,
        mine_approved=own.approved_at is not None,
        other_approved=other is not None and other.approved_at is not None,
        reason=swap.reason,
        reason_text=TextView.model_validate(why(swap.state, swap.reason)),
        remark=swap.remark,
    )


def own_enrolment_view(found: EnrolledChild, kindergarten: Kindergarten, swap: OwnSwapView | None) -> OwnEnrolmentView:
    """A child where it is now."""
    stay = found.enrolment
    return OwnEnrolmentView(
        enrolment_id=stay.id,
        application_id=stay.application_id,
        kindergarten=SwapKindergartenView.of(kindergarten),
        **vars(stay.group),
        since=stay.since,
        swap=swap,
    )


def swap_view(swap: Swap, leaves: SwapChildView, comes: SwapChildView) -> SwapView:
    """A swap, for the worker of the kindergarten that the one child leaves."""
    return SwapView(
        swap_id=swap.id,
        state=swap.state,
        **vars(swap.group),
        expires_at=swap.expires_at,
        leaves=leaves,
        comes=comes,
    )


def swap_child_view(child: EnrolledChild, kindergarten: Kindergarten, side: Side) -> SwapChildView:
    """A child of a swap."""
    person = child.child
    return SwapChildView(
        surname=person.surname,
        given_name=person.given_name,
        patronymic=person.patronymic,
        iin=person.iin,
        birth_date=child.birth_date,
        application_number=child.application_number,
        kindergarten=SwapKindergartenView.of(kindergarten),
        approved_at=side.approved_at,
    )
