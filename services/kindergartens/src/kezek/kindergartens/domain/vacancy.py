"""Publishing of free places (domain §6.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kezek.contracts.policy import Policy
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Ownership
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.roster import Group
from kezek.platform.errors import RuleBrokenError

NOBODY = UUID(int=0)
"""Who has confirmed what the district's policy published (domain §7.roster)."""
_MONTHS = 12


class VacancyState(StrEnum):
    """Waiting for the queue, in free choice once any of its places was opened, or none left (domain §6.1)."""

    WAITING = "waiting"
    FREE_CHOICE = "free_choice"
    NONE_LEFT = "none_left"


STATE_WORDS = {
    VacancyState.WAITING: Text(kk="Күтуде", ru="Ожидает", en="Waiting"),
    VacancyState.FREE_CHOICE: Text(kk="Еркін таңдауда", ru="В свободном выборе", en="In free choice"),
    VacancyState.NONE_LEFT: Text(kk="Бос орын қалмады", ru="Мест не осталось", en="No places left"),
}


@dataclass(frozen=True)
class Offer:
    """What a worker is about to publish."""

    language: InstructionLanguage
    group_year: int
    kind: GroupKind
    places: int

    @property
    def group(self) -> Group:
        """Of which group they are."""
        return Group(self.group_year, self.language, self.kind)


@dataclass(frozen=True)
class Vacancy:
    """Free places as confirmed; never edited afterwards (domain §6.1).

    `confirmed_by_name` is what the certificate calls who signed, and not known of all that were signed long ago, nor
    where `NOBODY` signed.
    """

    id: UUID
    kindergarten_id: UUID
    district: str
    offer: Offer
    confirmed_at: datetime
    confirmed_by: UUID
    confirmed_by_name: str | None = None

    @property
    def by_policy(self) -> bool:
        """Whether the district's policy published them by itself, and nobody signed (domain §7.roster)."""
        return self.confirmed_by == NOBODY


@dataclass(frozen=True)
class Standing:
    """What became of a vacancy's places, and whose they are; annulled ones are among those that are not free."""

    vacancy: Vacancy
    kindergarten_name: Text
    ownership: Ownership
    free: int
    annulled: int
    state: VacancyState


@dataclass(frozen=True)
class FreePlaces:
    """What anybody may see of a kindergarten's groups: how many places are free, and of these in free choice."""

    kindergarten: Kindergarten
    offer: Offer
    in_free_choice: int

    @property
    def state(self) -> VacancyState:
        """Whether the queue is waited for, or anyone who queues may take one now (domain §6.4)."""
        return VacancyState.FREE_CHOICE if self.in_free_choice else VacancyState.WAITING


def offered_years(policy: Policy, on: date) -> Sequence[int]:
    """The cohorts with children between the age limits in the year of that day, eldest first (domain §6.1)."""
    eldest = -(-policy.called_below_months // _MONTHS)
    return range(on.year - eldest, on.year - policy.called_from_months // _MONTHS + 1)


def check_offer(offer: Offer, policy: Policy, on: date) -> None:
    """Refuse an offer outside the limits (domain §6.1).

    Raises:
        RuleBrokenError: `group_year_not_offered` or `number_of_places_not_allowed`.
    """
    years = offered_years(policy, on)
    if offer.group_year not in years:
        raise RuleBrokenError("group_year_not_offered", first=years[0], last=years[-1])
    if not 1 <= offer.places <= policy.max_places:
        raise RuleBrokenError("number_of_places_not_allowed", most=policy.max_places)
