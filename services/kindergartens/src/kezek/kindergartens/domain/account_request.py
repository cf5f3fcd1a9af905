"""A kindergarten without an account asks for one; an administrator approves or refuses (domain §2, last bullet)."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Ownership, RefusalReason
from kezek.kindergartens.domain.texts import Bilingual
from kezek.platform.errors import RuleBrokenError


class RequestState(StrEnum):
    """Waiting for an administrator, or decided for good."""

    OPEN = "open"
    APPROVED = "approved"
    REFUSED = "refused"


REQUEST_STATE_WORDS = {
    RequestState.OPEN: Text(kk="Қаралуда", ru="Рассматривается", en="Under review"),
    RequestState.APPROVED: Text(kk="Мақұлданды", ru="Одобрен", en="Approved"),
    RequestState.REFUSED: Text(kk="Қабылданбады", ru="Отклонён", en="Refused"),
}
REFUSAL_WORDS = {
    RefusalReason.NO_KINDERGARTEN: Text(
        kk="Мұндай балабақша табылмады", ru="Такой детский сад не найден", en="No such kindergarten was found"
    ),
    RefusalReason.DATA_WRONG: Text(
        kk="Деректер қате немесе толық емес", ru="Данные неверны или неполны", en="The data are wrong or incomplete"
    ),
    RefusalReason.PERSON_NOT_AUTHORISED: Text(
        kk="Балабақша бұл адамға өкілеттік бергенін растамады",
        ru="Детский сад не подтвердил полномочия этого лица",
        en="The kindergarten did not confirm that this person acts for it",
    ),
    RefusalReason.ASKED_TWICE: Text(
        kk="Сұрау бұрын берілген", ru="Запрос уже подавался", en="The same was asked for before"
    ),
    RefusalReason.OTHER: Text(kk="Басқа себеп", ru="Другая причина", en="Another reason"),
}


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


def approve(request: AccountRequest, kindergarten_id: UUID, by: UUID, now: datetime) -> AccountRequest:
    """The request, approved for this kindergarten (domain §2).

    Raises:
        RuleBrokenError: `account_request_decided`.
    """
    _check_open(request)
    return replace(request, state=RequestState.APPROVED, kindergarten_id=kindergarten_id, decided_by=by, decided_at=now)


def refuse(request: AccountRequest, reason: RefusalReason, remark: str, by: UUID, now: datetime) -> AccountRequest:
    """The request, refused with a reason; `other` alone would tell nothing (domain §2).

    Raises:
        RuleBrokenError: `account_request_decided`, `remark_required`.
    """
    _check_open(request)
    if reason is RefusalReason.OTHER and not remark.strip():
        raise RuleBrokenError("remark_required")
    return replace(
        request, state=RequestState.REFUSED, reason=reason, remark=remark.strip(), decided_by=by, decided_at=now
    )


def _check_open(request: AccountRequest) -> None:
    if request.state is not RequestState.OPEN:
        raise RuleBrokenError("account_request_decided", state=request.state.value)
