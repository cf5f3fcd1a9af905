"""A parent asks to move an enrolled child to another kindergarten: an application of its own kind (domain §7.transfer).

It stands behind all, in the queue of the same kind and the birth year, and is the one exception to one live
application. The enrolment lasts until the acceptance elsewhere ends it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from kezek.applications.domain.application import Application, Cause, Decision, Made, Order, Step, StepKind, own_line
from kezek.applications.domain.history import HistoryLine
from kezek.contracts.ages import birthday
from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import ActorKind, InstructionLanguage, QueueClass
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import RuleBrokenError

_SIGNED = Cause(Reason.APPLICATION_SIGNED, ActorKind.APPLICANT)


@dataclass(frozen=True, kw_only=True)
class TransferWish:
    """What a family asks for: as which application, by which number and act, in which district, in which languages.

    `leaves` is the kindergarten in which the child is: after a swap another than that of its referral (domain §7.swap).
    """

    application_id: UUID
    number: str
    act_id: UUID
    district: str
    leaves: UUID
    languages: tuple[InstructionLanguage, ...]
    policy: Policy


def kindergarten_of(enrolment: Application) -> UUID:
    """The kindergarten in which the child was enrolled.

    Raises:
        RuleBrokenError: `child_not_enrolled` with the application's state.
    """
    referral: Mapping[str, str] | None = (enrolment.candidate or {}).get("referral")
    if enrolment.status is not Status.ENROLLED or referral is None:
        raise RuleBrokenError("child_not_enrolled", status=enrolment.status.value)
    return UUID(referral["kindergarten_id"])


def check_may_transfer(enrolment: Application, policy: Policy, today: date, *, asks_already: bool) -> None:
    """Refuse to transfer a child that is in no kindergarten, asks for another already, or is too old for any.

    Raises:
        RuleBrokenError: `child_not_enrolled`, `transfer_exists`, `child_too_old`.
    """
    kindergarten_of(enrolment)
    if asks_already:
        raise RuleBrokenError("transfer_exists")
    if today >= birthday(enrolment.made.birth_date, policy.called_below_months):
        raise RuleBrokenError("child_too_old", below_months=policy.called_below_months)


def transfer(enrolment: Application, wish: TransferWish, at: datetime) -> Decision:
    """Put the enrolled child into the queue behind all, at the time of the signature.

    Raises:
        RuleBrokenError: `child_not_enrolled`.
    """
    kindergarten_of(enrolment)
    made = replace(
        enrolment.made,
        number=wish.number,
        district=wish.district,
        group_year=enrolment.made.birth_date.year,
        submitted_at=at,
        act_id=wish.act_id,
        policy=wish.policy.id,
        settlement=None,
        twins=None,
        transfer_of=enrolment.id,
        leaves=wish.leaves,
    )
    order = Order(languages=wish.languages, kind=enrolment.order.kind, queue_class=QueueClass.TRANSFER)
    new = Application(wish.application_id, made, order, enrolment.contacts, Status.QUEUED, at)
    line = _line(new, made, at, "transfer_asked")
    return Decision(new, at, (line,), (Step(StepKind.QUEUED, _SIGNED),))


def leave_instead(transfer: Application, kindergarten_id: UUID, at: datetime) -> Decision:
    """By a swap the child is in another kindergarten: a transfer that lives leaves that one (domain §7.swap)."""
    made, cause = replace(transfer.made, leaves=kindergarten_id), Cause(Reason.CHILDREN_SWAPPED, ActorKind.KINDERGARTEN)
    changed = replace(transfer, made=made, version=transfer.version + 1)
    said = {"kindergarten_id": str(kindergarten_id)}
    line = own_line(changed, f"leaves:{changed.version}", at, "transfer_leaves", cause, **said)
    return Decision(changed, at, (line,), (Step(StepKind.CHANGED, cause),))


def line_of_enrolment(enrolment: Application, made: Made, at: datetime) -> HistoryLine:
    """What the history of the application says by which the child is enrolled: it asks for another kindergarten."""
    return _line(enrolment, made, at, "transfer_begun")


def _line(application: Application, made: Made, at: datetime, code: str) -> HistoryLine:
    said = {"number": made.number, "kindergarten_id": str(made.leaves)}
    return own_line(application, f"{code}:{made.number}", at, code, _SIGNED, **said)
