"""A kindergarten without an account asks for one; an administrator approves or refuses (domain §2, last bullet)."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Ownership, RefusalReason
from kezek.platform.errors import RuleBrokenError
from kezek.platform.transitions import Transitions


class RequestState(StrEnum):
    """Waiting for an administrator, or decided for good."""

    OPEN = "open"
    APPROVED = "approved"
    REFUSED = "refused"


class RequestMove(StrEnum):
    """What an administrator may do with a request."""

    APPROVE = "approve"
    REFUSE = "refuse"


TRANSITIONS = Transitions(
    {
        RequestMove.APPROVE: {RequestState.OPEN: RequestState.APPROVED},
        RequestMove.REFUSE: {RequestState.OPEN: RequestState.REFUSED},
    }
)
REQUEST_STATE_WORDS = {
    RequestState.OPEN: Text(kk="Қаралуда", ru="Рассматривается", en="Under review"),
    RequestState.APPROVED: Text(kk="Мақұлданды", ru="Одобрен", en="Approved"),
    RequestState.REFUSED: Text(kk="Қабылданбады", ru="Отклонён", en="Refused"),
}


@dataclass(frozen=True)
class Bilingual:
    """A name or address as it is asked for: in Kazakh and Russian [M1]."""

    kk: str
    ru: str


@dataclass(frozen=True)
class Owner:
    """The person who will work in the system for the kindergarten, and how to reach them."""

    iin: str
    phone: str
    email: str
    language: str

    def __repr__(self) -> str:
        """Without anything of the person, so that no log can hold it."""
        return "Owner()"


@dataclass(frozen=True)
class Proposal:
    """What the form says [M1]."""

    district: str
    name: Bilingual
    address: Bilingual
    phone: str
    website: str | None
    ownership: Ownership
    owner: Owner


@dataclass(frozen=True)
class AccountRequest:
    """A proposal with its number and what became of it."""

    id: UUID
    serial: int
    proposal: Proposal
    submitted_at: datetime
    state: RequestState = RequestState.OPEN
    decided_at: datetime | None = None
    decided_by: UUID | None = None
    kindergarten_id: UUID | None = None
    reason: RefusalReason | None = None
    remark: str = ""

    @property
    def number(self) -> str:
        """As people write it."""
        return f"{self.serial:06d}"


@dataclass(frozen=True)
class Decision:
    """A request as decided, and the name under which who asked is told of the kindergarten."""

    request: AccountRequest
    told_as: Text


def check_open(request: AccountRequest) -> None:
    """Refuse to decide twice.

    Raises:
        RuleBrokenError: `account_request_decided`.
    """
    if not any(TRANSITIONS.allows(request.state, move) for move in RequestMove):
        raise RuleBrokenError("account_request_decided", state=request.state.value)


def approve(request: AccountRequest, kindergarten_id: UUID, name: Text, by: UUID, now: datetime) -> Decision:
    """Approve for this kindergarten, which is told of by the name it has in the system (domain §2.account).

    Raises:
        RuleBrokenError: `account_request_decided`.
    """
    check_open(request)
    return Decision(_after(request, RequestMove.APPROVE, by, now, kindergarten_id=kindergarten_id), name)


def refuse(request: AccountRequest, reason: RefusalReason, remark: str, by: UUID, now: datetime) -> Decision:
    """Refuse with a reason, `other` alone would tell nothing; told by the name on the form (domain §2.account).

    Raises:
        RuleBrokenError: `account_request_decided`, `remark_required`.
    """
    check_open(request)
    if reason is RefusalReason.OTHER and not remark.strip():
        raise RuleBrokenError("remark_required")
    name = request.proposal.name
    refused = _after(request, RequestMove.REFUSE, by, now, reason=reason, remark=remark.strip())
    return Decision(refused, Text(name.kk, name.ru, name.ru))


def _after(request: AccountRequest, move: RequestMove, by: UUID, now: datetime, **said: Any) -> AccountRequest:
    state = TRANSITIONS.after(request.state, move)
    return replace(request, state=state, decided_by=by, decided_at=now, **said)
