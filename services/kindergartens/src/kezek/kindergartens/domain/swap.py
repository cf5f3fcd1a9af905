"""Two enrolled children change kindergartens: both families sign, then both kindergartens (domain §7.swap)."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import DepartureReason, SwapState
from kezek.kindergartens.domain.roster import Beginning, Ending, Enrolment, Group, check_present
from kezek.platform.errors import RuleBrokenError
from kezek.platform.transitions import Transitions
from kezek.platform.workdays import local_day


class SwapMove(StrEnum):
    """What families, kindergartens, the term and whatever ends a stay do with a swap."""

    JOIN = "join"
    APPROVE = "approve"
    COMPLETE = "complete"
    CANCEL = "cancel"
    DECLINE = "decline"
    EXPIRE = "expire"
    VOID = "void"


_AGREED = (SwapState.JOINED, SwapState.APPROVED)
OPEN = (SwapState.PROPOSED, *_AGREED)
TRANSITIONS = Transitions(
    {
        SwapMove.JOIN: {SwapState.PROPOSED: SwapState.JOINED},
        SwapMove.APPROVE: {SwapState.JOINED: SwapState.APPROVED},
        SwapMove.COMPLETE: {SwapState.APPROVED: SwapState.DONE},
        SwapMove.CANCEL: dict.fromkeys(OPEN, SwapState.CANCELLED),
        SwapMove.DECLINE: dict.fromkeys(_AGREED, SwapState.DECLINED),
        SwapMove.EXPIRE: dict.fromkeys(OPEN, SwapState.EXPIRED),
        SwapMove.VOID: dict.fromkeys(OPEN, SwapState.VOIDED),
    }
)


@dataclass(frozen=True)
class Side:
    """A child of a swap by its stay, when its family signed, and when its kindergarten approved."""

    enrolment_id: UUID
    application_id: UUID
    applicant_id: UUID
    kindergarten_id: UUID
    signed_at: datetime
    approved_at: datetime | None = None


@dataclass(frozen=True)
class Swap:
    """A swap: the child whose family proposes it, and once the other family has joined that one's child.

    `expires_at` is exclusive, `policy` the one by which the term runs, `reason` that of its last step, `remark` what a
    kindergarten that declines says. The code is known until it is used or of no use.
    """

    id: UUID
    district: str
    group: Group
    to_kindergarten_id: UUID
    first: Side
    opened_at: datetime
    expires_at: datetime
    policy: str
    code: str | None
    state_at: datetime
    state: SwapState = SwapState.PROPOSED
    reason: Reason = Reason.SWAP_PROPOSED
    second: Side | None = None
    remark: str = ""
    version: int = 1

    @property
    def open(self) -> bool:
        """Whether anything can become of it."""
        return self.state in OPEN

    @property
    def sides(self) -> tuple[Side, ...]:
        """Both, or the first one alone."""
        return (self.first,) if self.second is None else (self.first, self.second)

    def of_applicant(self, person_id: UUID) -> bool:
        """Whether it is one of this person's."""
        return any(each.applicant_id == person_id for each in self.sides)

    def other_kindergarten(self, side: Side) -> UUID:
        """Where the child of a side is to go."""
        return self.to_kindergarten_id if side is self.first else self.first.kindergarten_id

    def side_of(self, kindergarten_id: UUID) -> Side | None:
        """The child of a kindergarten; none before both families have signed."""
        found = [each for each in self.sides if each.kindergarten_id == kindergarten_id]
        return found[0] if self.second is not None and found else None


def side_for(stay: Enrolment, at: datetime) -> Side:
    """The side of a present child whose applicant is known.

    Raises:
        RuleBrokenError: `child_not_in_group`.
        ValueError: when nobody is known as its applicant.
    """
    check_present(stay)
    if stay.applicant_id is None:
        raise ValueError(f"enrolment {stay.id} has no applicant")
    return Side(stay.id, stay.application_id, stay.applicant_id, stay.kindergarten_id, at)


def check_partner(stay: Enrolment, to_kindergarten_id: UUID, district: str) -> None:
    """Refuse a swap inside one kindergarten, or with another district (domain §7.swap).

    Raises:
        RuleBrokenError: `swap_kindergarten_same`, `swap_other_district`.
    """
    if to_kindergarten_id == stay.kindergarten_id:
        raise RuleBrokenError("swap_kindergarten_same")
    if district != stay.district:
        raise RuleBrokenError("swap_other_district")


def check_fits(swap: Swap, stay: Enrolment) -> None:
    """Refuse a child that cannot take the first one's place, or belongs to the same family (domain §7.swap).

    Raises:
        RuleBrokenError: `swap_own`, or for what differs `swap_other_kindergarten`, `swap_other_district`,
            `swap_other_group_year`, `swap_other_language`, `swap_other_kind`.
    """
    if swap.first.applicant_id == stay.applicant_id:
        raise RuleBrokenError("swap_own")
    ours, theirs = swap.group, stay.group
    differing = (
        (swap.to_kindergarten_id != stay.kindergarten_id, RuleBrokenError("swap_other_kindergarten")),
        (swap.district != stay.district, RuleBrokenError("swap_other_district")),
        (ours.group_year != theirs.group_year, RuleBrokenError("swap_other_group_year")),
        (ours.language != theirs.language, RuleBrokenError("swap_other_language")),
        (ours.kind != theirs.kind, RuleBrokenError("swap_other_kind")),
    )
    for differs, refusal in differing:
        if differs:
            raise refusal


def join(swap: Swap, stay: Enrolment, at: datetime) -> Swap:
    """The other family has signed, too; the code is used up.

    Raises:
        RuleBrokenError: `swap_over`, as `check_fits`, `side_for`.
    """
    joined = _move(swap, SwapMove.JOIN, Reason.SWAP_JOINED, at)
    check_fits(swap, stay)
    return replace(joined, second=side_for(stay, at), code=None)


def approve(swap: Swap, kindergarten_id: UUID, at: datetime) -> Swap:
    """A kindergarten of it has approved; the second of them completes it: the children are to be exchanged now.

    Raises:
        RuleBrokenError: `swap_over`, `swap_approved_already`.
        LookupError: when it is none of this kindergarten.
    """
    side = _side(swap, kindergarten_id)
    last = swap.state is SwapState.APPROVED
    move = SwapMove.COMPLETE if last else SwapMove.APPROVE
    moved = _move(swap, move, Reason.CHILDREN_SWAPPED if last else Reason.SWAP_APPROVED, at)
    if side.approved_at is not None:
        raise RuleBrokenError("swap_approved_already")
    approved = replace(side, approved_at=at)
    return replace(moved, first=approved) if side is swap.first else replace(moved, second=approved)


def cancel(swap: Swap, at: datetime) -> Swap:
    """A family does not want it any more: possible until the last approval.

    Raises:
        RuleBrokenError: `swap_over`.
    """
    return _end(swap, SwapMove.CANCEL, Reason.SWAP_CANCELLED, at)


def decline(swap: Swap, kindergarten_id: UUID, remark: str, at: datetime) -> Swap:
    """A kindergarten of it declines and says why, also after it has approved.

    Raises:
        RuleBrokenError: `swap_over`, `remark_required`.
        LookupError: when it is none of this kindergarten.
    """
    _side(swap, kindergarten_id)
    declined = _end(swap, SwapMove.DECLINE, Reason.SWAP_DECLINED, at)
    if not remark:
        raise RuleBrokenError("remark_required")
    return replace(declined, remark=remark)


def expire(swap: Swap) -> Swap:
    """The term is over.

    Raises:
        RuleBrokenError: `swap_over`.
    """
    return _end(swap, SwapMove.EXPIRE, Reason.SWAP_NOT_DONE_IN_TIME, swap.expires_at)


def void(swap: Swap, ended: Enrolment, at: datetime) -> Swap:
    """A stay of it has ended otherwise: the reason is that of its end.

    Raises:
        RuleBrokenError: `swap_over`.
    """
    return _end(swap, SwapMove.VOID, _why(ended), at)


def void_by_closing(swap: Swap, at: datetime) -> Swap:
    """The kindergarten to which it was proposed is closed: nobody there can join it any more.

    Raises:
        RuleBrokenError: `swap_over`.
    """
    return _end(swap, SwapMove.VOID, Reason.KINDERGARTEN_CLOSED, at)


def check_in_time(swap: Swap, at: datetime) -> None:
    """Refuse what comes at the end of the term, or later (domain §6.7).

    Raises:
        RuleBrokenError: `swap_over`.
    """
    if swap.open and at >= swap.expires_at:
        raise RuleBrokenError("swap_over", state=SwapState.EXPIRED.value)


def exchange(
    first: Enrolment, second: Enrolment, ids: tuple[UUID, UUID], at: datetime
) -> tuple[tuple[Enrolment, Enrolment], tuple[Enrolment, Enrolment]]:
    """For each child the stay that ends and the one that begins, with these ids: on that day it is in both.

    Raises:
        RuleBrokenError: `child_not_in_group`.
    """
    return _go(first, second, ids[0], at), _go(second, first, ids[1], at)


def _go(child: Enrolment, to: Enrolment, enrolment_id: UUID, at: datetime) -> tuple[Enrolment, Enrolment]:
    check_present(child)
    ended = replace(child, ended_by=Ending.SWAPPED, ended_on=local_day(at), ended_at=at)
    begun = replace(
        child,
        id=enrolment_id,
        kindergarten_id=to.kindergarten_id,
        group=to.group,
        accepted_at=at,
        begun_by=Beginning.SWAPPED,
        moved_at=at,
        version=child.version + 1,
    )
    return ended, begun


def _why(ended: Enrolment) -> Reason:
    if ended.ended_by is Ending.REGROUPED:
        return Reason.CHILD_REGROUPED
    closed = ended.departure is not None and ended.departure.reason is DepartureReason.CLOSED
    return Reason.KINDERGARTEN_CLOSED if closed else Reason.CHILD_DEPARTED


def _side(swap: Swap, kindergarten_id: UUID) -> Side:
    found = swap.side_of(kindergarten_id)
    if found is None:
        raise LookupError(kindergarten_id)
    return found


def _end(swap: Swap, move: SwapMove, reason: Reason, at: datetime) -> Swap:
    return replace(_move(swap, move, reason, at), code=None)


def _move(swap: Swap, move: SwapMove, reason: Reason, at: datetime) -> Swap:
    if not TRANSITIONS.allows(swap.state, move):
        raise RuleBrokenError("swap_over", state=swap.state.value)
    state = TRANSITIONS.after(swap.state, move)
    return replace(swap, state=state, state_at=at, reason=reason, version=swap.version + 1)
