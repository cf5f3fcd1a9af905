"""What the API of kindergartens takes and gives."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, computed_field

from kezek.contracts.bin import Bin
from kezek.contracts.contacts import Phone, Website, website_url
from kezek.contracts.iin import Iin
from kezek.contracts.lines import Line
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language, Ownership
from kezek.kindergartens.adapters.closings import Closing
from kezek.kindergartens.adapters.kindergartens import KindergartenColumn
from kezek.kindergartens.domain.kindergarten import District, Kindergarten
from kezek.platform.http.bodies import Body
from kezek.platform.http.pages import PageQuery


class View(BaseModel):
    """Read from the domain's values."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class TextView(View):
    """A name or sentence in the three languages."""

    kk: str
    ru: str
    en: str


class TextBody(Body):
    """A name or address in the three languages."""

    kk: Line
    ru: Line
    en: Line

    def words(self) -> Text:
        """As the domain holds it."""
        return Text(self.kk, self.ru, self.en)


class DistrictBody(Body):
    name: TextBody


class DistrictView(View):
    code: str
    name: TextView


class DistrictsView(View):
    items: list[DistrictView]


class KindergartenBody(Body):
    """A new kindergarten and the IINs of those who will work in the system for it."""

    district: str = Field(pattern="^[0-9]{4}$")
    name: TextBody
    address: TextBody
    phone: Phone
    ownership: Ownership
    workers: list[Iin] = Field(min_length=1, max_length=20)
    website: Website | None = None


class KindergartenNameBody(Body):
    name: TextBody


class LocationBody(Body):
    """A point in Kazakhstan, in degrees north and east."""

    latitude: float = Field(ge=40, le=56)
    longitude: float = Field(ge=46, le=88)


class KindergartenLocationBody(Body):
    """Where a kindergarten stands; null where that is not known any more."""

    location: LocationBody | None


class KindergartenBinBody(Body):
    """A kindergarten's BIN; null where that is not known any more."""

    bin: Bin | None


class LocationView(View):
    """A point, in degrees north and east."""

    latitude: float
    longitude: float


class KindergartenView(View):
    id: UUID
    district: str
    name: TextView
    address: TextView
    phone: str
    ownership: Ownership
    closed: bool
    website: str | None = Field(description="as it was typed")
    location: LocationView | None
    bin: str | None = None

    @computed_field(description="where the web site is found")  # type: ignore[prop-decorator]
    @property
    def website_url(self) -> str | None:
        """The web site with its scheme."""
        return website_url(self.website) if self.website else None


class KindergartensQuery(PageQuery):
    """Which kindergartens, `name` being a part of it in any language; sorted by the alphabet of `sorted_in`.

    Those that are open, or those that are `closed`.
    """

    closed: bool = False
    district: str | None = Field(default=None, pattern="^[0-9]{4}$")
    ownership: Ownership | None = None
    name: str | None = Field(default=None, min_length=1, max_length=100)
    sort: KindergartenColumn = KindergartenColumn.NAME
    descending: bool = False
    sorted_in: Language = Language.KK


class KindergartensView(View):
    """A page, and how many there are in all."""

    items: list[KindergartenView]
    total: int


class ClosedView(View):
    """When a kindergarten was closed, and by what ground, as the administrator signed it (domain §6.6)."""

    at: datetime
    ground: str

    @classmethod
    def of(cls, closing: Closing | None) -> Self | None:
        """As it is shown; none of a kindergarten that is open."""
        return cls(at=closing.at, ground=closing.remark) if closing else None


class OwnKindergartenView(KindergartenView):
    """A kindergarten somebody works in, and of a closed one since when and why."""

    closing: ClosedView | None = None


class OwnKindergartensView(View):
    """The kindergartens somebody works in; most have one, and everybody else none."""

    items: list[OwnKindergartenView]


class VacancyBody(Body):
    """Free places to be published; the group year and the number are judged by policy."""

    language: InstructionLanguage
    group_year: int = Field(ge=1900, le=2200)
    kind: GroupKind
    places: int = Field(ge=1, le=1000)


class OfferedYearsView(View):
    """The group years for which places can be published today."""

    items: list[int]


def district_view(district: District) -> DistrictView:
    return DistrictView.model_validate(district)


def kindergarten_view(kindergarten: Kindergarten) -> KindergartenView:
    return KindergartenView.model_validate(kindergarten)


def own_kindergarten_view(kindergarten: Kindergarten, closing: Closing | None) -> OwnKindergartenView:
    shown = OwnKindergartenView.model_validate(kindergarten)
    return shown.model_copy(update={"closing": ClosedView.of(closing)})
