"""What the routes of the table of vacancies take and give (domain §6.1)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field

from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Ownership
from kezek.kindergartens.adapters.vacancies import Publisher, VacancyColumn
from kezek.kindergartens.domain.vacancy import STATE_WORDS, Standing, VacancyState
from kezek.kindergartens.entrypoints.schemas import TextView, View
from kezek.platform.http.pages import PageQuery
from kezek.platform.http.sheets import FileFormat
from kezek.platform.workdays import midnight_after

Day = Annotated[date, Field(ge=date(1970, 1, 1), le=date(2999, 12, 31))]
Places = Annotated[int, Field(ge=0, le=1000)]


class VacanciesQuery(PageQuery):
    """A filter for every column; days are Kazakhstan's, `confirmed_to` is the last one of the period."""

    kindergarten_id: UUID | None = None
    district: str | None = Field(default=None, pattern="^[0-9]{4}$")
    ownership: Ownership | None = None
    group_year: int | None = Field(default=None, ge=1900, le=2200)
    language: InstructionLanguage | None = None
    kind: GroupKind | None = None
    total: Places | None = None
    free: Places | None = None
    confirmed_by: UUID | None = None
    confirmed_from: Day | None = None
    confirmed_to: Day | None = None
    state: VacancyState | None = None
    sort: VacancyColumn = VacancyColumn.CONFIRMED_AT
    descending: bool = True

    def filters(self) -> dict[str, Any]:
        """As the statement takes them."""
        begins, ends = self.confirmed_from, self.confirmed_to
        return {
            **self.model_dump(exclude={"sort", "descending", "offset", "limit", "written"}),
            "confirmed_from": midnight_after(begins - timedelta(days=1)) if begins else None,
            "confirmed_to": midnight_after(ends) if ends else None,
        }


class VacancyFileQuery(VacanciesQuery):
    """The same for a file, which has no pages."""

    written: FileFormat = Field(default=FileFormat.CSV, alias="format")


class VacancyView(View):
    """Free places as published, and what became of them; `confirmed_by_name` as the certificate of the signature.

    `by_policy`: nobody has signed, the district's policy has them published by themselves (domain §7.roster).
    """

    id: UUID
    kindergarten_id: UUID
    kindergarten_name: TextView
    district: str
    ownership: Ownership
    language: InstructionLanguage
    group_year: int
    kind: GroupKind
    total: int
    free: int
    annulled: int
    state: VacancyState
    state_name: TextView
    confirmed_at: datetime
    confirmed_by: UUID
    confirmed_by_name: str | None
    by_policy: bool

    @classmethod
    def of(cls, standing: Standing) -> Self:
        """As it is shown."""
        vacancy, offer = standing.vacancy, standing.vacancy.offer
        return cls(
            id=vacancy.id,
            kindergarten_id=vacancy.kindergarten_id,
            kindergarten_name=TextView.model_validate(standing.kindergarten_name),
            district=vacancy.district,
            ownership=standing.ownership,
            language=offer.language,
            group_year=offer.group_year,
            kind=offer.kind,
            total=offer.places,
            free=standing.free,
            annulled=standing.annulled,
            state=standing.state,
            state_name=TextView.model_validate(STATE_WORDS[standing.state]),
            confirmed_at=vacancy.confirmed_at,
            confirmed_by=vacancy.confirmed_by,
            confirmed_by_name=vacancy.confirmed_by_name,
            by_policy=vacancy.by_policy,
        )


class PublisherView(View):
    """Somebody who has published, for the filter by them; without a name: the district's policy."""

    person_id: UUID
    name: str | None


class VacanciesView(View):
    """A page, how many vacancies there are in all, and who has published those that one could filter by."""

    items: list[VacancyView]
    total: int
    publishers: list[PublisherView]


def publisher_views(found: Iterable[Publisher]) -> list[PublisherView]:
    """Each once, whatever the number of kindergartens they have published for."""
    names = {each.person_id: each.name for each in found}
    return [PublisherView(person_id=person, name=name) for person, name in names.items()]
