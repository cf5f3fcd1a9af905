"""What the API of kindergartens takes and gives."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from kezek.contracts.iin import Iin
from kezek.kindergartens.domain.kindergarten import District, Kindergarten, Ownership
from kezek.kindergartens.domain.roster import EnrolledChild
from kezek.kindergartens.domain.texts import Words
from kezek.kindergartens.domain.vacancy import (
    STATE_WORDS,
    GroupKind,
    InstructionLanguage,
    Standing,
    VacancyState,
)
from kezek.platform.http.bodies import Body

Phrase = Annotated[str, Field(min_length=1, max_length=300, pattern=r"\S")]

Website = Annotated[str, Field(max_length=200, pattern=r'^https?://[^\s<>"]+$')]


class View(BaseModel):
    """Read from the domain's values."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class TextBody(View):
    """A name or address in the three languages."""

    model_config = ConfigDict(extra="forbid")

    kk: Phrase
    ru: Phrase
    en: Phrase

    def words(self) -> Words:
        """As the domain holds it."""
        return Words(self.kk, self.ru, self.en)


class DistrictBody(Body):
    name: TextBody


class DistrictView(View):
    code: str
    name: TextBody


class DistrictsView(View):
    items: list[DistrictView]


class KindergartenBody(Body):
    """A new kindergarten and the IINs of those who will work in the system for it."""

    district: str = Field(pattern="^[0-9]{4}$")
    name: TextBody
    address: TextBody
    phone: str = Field(pattern="^7[0-9]{10}$")
    ownership: Ownership
    workers: list[Iin] = Field(min_length=1, max_length=20)
    website: Website | None = None


class KindergartenView(View):
    id: UUID
    district: str
    name: TextBody
    address: TextBody
    phone: str
    ownership: Ownership
    closed: bool
    website: str | None


class KindergartensView(View):
    """A page; go on with `after=next`, null on the last one."""

    items: list[KindergartenView]
    next: UUID | None


class VacancyBody(Body):
    """Free places to be published; the group year and the number are judged by policy."""

    language: InstructionLanguage
    group_year: int = Field(ge=1900, le=2200)
    kind: GroupKind
    places: int = Field(ge=1, le=1000)


class VacancyView(View):
    id: UUID
    kindergarten_id: UUID
    language: InstructionLanguage
    group_year: int
    kind: GroupKind
    total: int
    free: int
    state: VacancyState
    state_name: TextBody
    confirmed_at: datetime
    confirmed_by: UUID


class VacanciesView(View):
    """A page, newest first; go on with `before=next`, null on the last one."""

    items: list[VacancyView]
    next: UUID | None


class OfferedYearsView(View):
    """The group years for which places can be published today."""

    items: list[int]


class EnrolledChildView(View):
    """A line of the roster (domain §7)."""

    application_id: UUID
    application_number: str
    referral_number: str
    group_year: int
    language: InstructionLanguage
    accepted_at: datetime
    iin: str
    surname: str
    given_name: str
    patronymic: str | None
    birth_date: date


class RosterView(View):
    items: list[EnrolledChildView]


def district_view(district: District) -> DistrictView:
    return DistrictView.model_validate(district)


def kindergarten_view(kindergarten: Kindergarten) -> KindergartenView:
    return KindergartenView.model_validate(kindergarten)


def vacancy_view(standing: Standing) -> VacancyView:
    vacancy, offer = standing.vacancy, standing.vacancy.offer
    return VacancyView(
        id=vacancy.id,
        kindergarten_id=vacancy.kindergarten_id,
        language=offer.language,
        group_year=offer.group_year,
        kind=offer.kind,
        total=offer.places,
        free=standing.free,
        state=standing.state,
        state_name=TextBody.model_validate(STATE_WORDS[standing.state]),
        confirmed_at=vacancy.confirmed_at,
        confirmed_by=vacancy.confirmed_by,
    )


def child_view(child: EnrolledChild) -> EnrolledChildView:
    return EnrolledChildView.model_validate(child)
