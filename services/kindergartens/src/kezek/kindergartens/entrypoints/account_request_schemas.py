"""What the API takes and gives about requests for accounts (domain §2)."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from kezek.contracts.contacts import Email, Phone, Website
from kezek.contracts.iin import Iin
from kezek.contracts.lines import Line, Remark
from kezek.contracts.numbers import Code, RequestNumber
from kezek.contracts.texts import REFUSAL_REASONS
from kezek.contracts.vocabulary import Language, Ownership, RefusalReason
from kezek.kindergartens.adapters.account_requests import RequestColumn
from kezek.kindergartens.domain.account_request import (
    REQUEST_STATE_WORDS,
    AccountRequest,
    Bilingual,
    Owner,
    Proposal,
    RequestState,
)
from kezek.kindergartens.entrypoints.schemas import KindergartenView, TextBody, TextView, View
from kezek.kindergartens.usecases.find_duplicates import LikelyKindergarten, LikelyRequest, Sign
from kezek.platform.http.bodies import Body
from kezek.platform.http.pages import PageQuery


class BilingualBody(Body):
    """A name or address in Kazakh and Russian [M1]."""

    kk: Line
    ru: Line

    def words(self) -> Bilingual:
        """As the domain holds it."""
        return Bilingual(self.kk, self.ru)


class BilingualView(View):
    """A name or address as it was asked for."""

    kk: str
    ru: str


class OwnerBody(Body):
    """The person who will work in the system, and the language in which to tell them what was decided."""

    iin: Iin
    phone: Phone
    email: Email
    language: Language = Language.KK


class AccountRequestBody(Body):
    """The form [M1]: the kindergarten, and who will work in the system for it."""

    district: str = Field(pattern="^[0-9]{4}$")
    name: BilingualBody
    address: BilingualBody
    phone: Phone
    website: Website | None = None
    ownership: Ownership
    owner: OwnerBody

    def proposal(self) -> Proposal:
        """As the domain holds it."""
        owner = Owner(self.owner.iin, self.owner.phone, self.owner.email, self.owner.language.value)
        return Proposal(
            district=self.district,
            name=self.name.words(),
            address=self.address.words(),
            phone=self.phone,
            website=self.website,
            ownership=self.ownership,
            owner=owner,
        )


class TakenRequest(View):
    """A request that was taken, as it is kept for repetitions: without the code."""

    request_id: UUID
    number: str
    submitted_at: datetime


class AskedView(View):
    """The number of the request, and the code that shows its state to who knows both."""

    number: str
    code: str
    submitted_at: datetime


class StatusBody(Body):
    """Number and code as they were answered to the form."""

    number: RequestNumber
    code: Annotated[Code, Field(min_length=1, max_length=60)]


class ReasonView(View):
    """Why an account was refused, in words and in the administrator's own."""

    code: RefusalReason
    name: TextView
    remark: str


class StatusView(View):
    """Where a request stands."""

    number: str
    state: RequestState
    state_name: TextView
    submitted_at: datetime
    decided_at: datetime | None
    reason: ReasonView | None


class RequestSummary(StatusView):
    """A line of the administrator's list: nothing of the person who asks."""

    id: UUID
    district: str
    name: BilingualView
    ownership: Ownership
    kindergarten_id: UUID | None
    decided_by: UUID | None


class RequestsQuery(PageQuery):
    """Which requests, `name` being a part of it in either language; sorted by the alphabet of `sorted_in`."""

    state: RequestState | None = None
    district: str | None = Field(default=None, pattern="^[0-9]{4}$")
    name: str | None = Field(default=None, min_length=1, max_length=100)
    sort: RequestColumn = RequestColumn.SUBMITTED
    descending: bool = False
    sorted_in: Language = Language.KK


class RequestsView(View):
    """A page, and how many there are in all."""

    items: list[RequestSummary]
    total: int


class OwnerView(View):
    """Who will work in the system."""

    iin: str
    phone: str
    email: str
    language: Language


class LikelyKindergartenView(View):
    """A registered kindergarten that may be the one asked for."""

    kindergarten: KindergartenView
    alike: float
    signs: list[Sign]


class LikelyRequestView(View):
    """Another request that may be the same."""

    id: UUID
    number: str
    state: RequestState
    name: BilingualView
    alike: float
    signs: list[Sign]


class RequestView(RequestSummary):
    """All that was asked, with what may be the same already."""

    address: BilingualView
    phone: str
    website: str | None
    owner: OwnerView
    like_kindergartens: list[LikelyKindergartenView]
    like_requests: list[LikelyRequestView]


class ApprovalBody(Body):
    """Either a registered kindergarten to join, or the checked names of a new one in three languages."""

    kindergarten_id: UUID | None = None
    name: TextBody | None = None
    address: TextBody | None = None

    @model_validator(mode="after")
    def _known_or_new(self) -> Self:
        new = self.name is not None and self.address is not None
        none = self.name is None and self.address is None
        if not (none if self.kindergarten_id else new):
            raise ValueError("kindergarten_or_names")
        return self


class RefusalBody(Body):
    """Why; `other` needs a remark, which is told in the language of who asked."""

    reason: RefusalReason
    remark: Remark = ""


def status_view(request: AccountRequest) -> StatusView:
    return StatusView(**_status(request))


def summary_view(request: AccountRequest) -> RequestSummary:
    return RequestSummary(**_summary(request))


def request_view(
    request: AccountRequest, kindergartens: list[LikelyKindergarten], requests: list[LikelyRequest]
) -> RequestView:
    asked = request.proposal
    return RequestView(
        **_summary(request),
        address=BilingualView(kk=asked.address.kk, ru=asked.address.ru),
        phone=asked.phone,
        website=asked.website,
        owner=OwnerView(
            iin=asked.owner.iin,
            phone=asked.owner.phone,
            email=asked.owner.email,
            language=Language(asked.owner.language),
        ),
        like_kindergartens=[
            LikelyKindergartenView(
                kindergarten=KindergartenView.model_validate(each.kindergarten),
                alike=round(each.alike, 2),
                signs=list(each.signs),
            )
            for each in kindergartens
        ],
        like_requests=[
            LikelyRequestView(
                id=each.id,
                number=each.number,
                state=each.state,
                name=BilingualView(kk=each.name.kk, ru=each.name.ru),
                alike=round(each.alike, 2),
                signs=list(each.signs),
            )
            for each in requests
        ],
    )


def _status(request: AccountRequest) -> dict[str, object]:
    reason = request.reason and ReasonView(
        code=request.reason,
        name=TextView.model_validate(REFUSAL_REASONS[request.reason]),
        remark=request.remark,
    )
    return {
        "number": request.number,
        "state": request.state,
        "state_name": TextView.model_validate(REQUEST_STATE_WORDS[request.state]),
        "submitted_at": request.submitted_at,
        "decided_at": request.decided_at,
        "reason": reason,
    }


def _summary(request: AccountRequest) -> dict[str, object]:
    asked = request.proposal
    return {
        **_status(request),
        "id": request.id,
        "district": asked.district,
        "name": BilingualView(kk=asked.name.kk, ru=asked.name.ru),
        "ownership": asked.ownership,
        "kindergarten_id": request.kindergarten_id,
        "decided_by": request.decided_by,
    }
