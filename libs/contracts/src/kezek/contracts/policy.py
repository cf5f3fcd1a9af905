"""The numbers and switches of the rules as one frozen value (domain §9); standard library only.

Each field's metadata says its bounds and, with its clause, what it means: events and the API speak by them.
"""

import re
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from enum import StrEnum
from typing import Any

_ID = "^[a-z0-9]{1,16}-[0-9]{1,6}$"
_DAY_OF_YEAR = "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"


class Profile(StrEnum):
    """The two regimes that are shipped: referrals (жолдама), and vouchers as of 2025 (domain §9)."""

    REFERRAL = "referral"
    VOUCHER = "voucher"


def _means(told: str, **bounds: object) -> Mapping[str, object]:
    return {"description": told, **bounds}


def _within(least: int, most: int, told: str) -> Mapping[str, object]:
    return _means(told, ge=least, le=most)


@dataclass(frozen=True, kw_only=True)
class Policy:
    """One version of a district's policy, as shipped unless said otherwise; a running term keeps the id of its own.

    Terms are in working days unless their name says otherwise, hours those of Kazakhstan's clock.
    `None` switches a rule off.
    """

    id: str = field(metadata=_means("a district's, or the region's, and its version: `1110-3`", pattern=_ID))
    profile: Profile = field(default=Profile.REFERRAL, metadata=_means("which regime it varies (domain §9.profiles)"))
    # applying
    review_working_days: int = field(
        default=3, metadata=_within(1, 60, "in which an officer decides on papers handed in (domain §3.review)")
    )
    benefit_proved_at_call: bool = field(
        default=False, metadata=_means("a benefit counts unproved until the call (domain §3.benefit)")
    )
    benefit_proof_working_days: int = field(
        default=5, metadata=_within(1, 60, "for its proof after the call, then (domain §3.benefit)")
    )
    benefit_end_told_before_days: int = field(
        default=30, metadata=_within(0, 365, "calendar days before a proof runs out (domain §3.benefit)")
    )
    old_time_kept_on_move: bool = field(
        default=True, metadata=_means("who moves inside the region keeps the time (domain §4.ends)")
    )
    ageing_told_before_days: int = field(
        default=30, metadata=_within(0, 365, "calendar days before a child is too old (domain §4.ends)")
    )
    # the order
    generals_per_priority: int = field(
        default=3, metadata=_within(1, 20, "general children called after a priority one (domain §5.2)")
    )
    numbered_categories: bool = field(
        default=False, metadata=_means("numbered categories instead of three classes (domain §9.categories)")
    )
    sorted_anew_on: str | None = field(
        default=None,
        metadata=_means("month and day of the yearly sorting, `06-30` (domain §9.sorting)", pattern=_DAY_OF_YEAR),
    )
    called_from_months: int = field(default=24, metadata=_within(0, 72, "of age, from its day on (domain §5.5)"))
    called_below_months: int = field(default=72, metadata=_within(12, 120, "of age, exclusive (domain §5.5)"))
    figures_hidden_below: int = field(
        default=5, metadata=_within(1, 50, "smaller numbers of children stand in no public figure (domain §5.figures)")
    )
    # places and turns
    max_places: int = field(default=100, metadata=_within(1, 1000, "published at once (domain §6.1)"))
    choice_working_days: int = field(default=3, metadata=_within(1, 60, "of a turn (domain §6.2)"))
    reminded_before_working_days: int = field(
        default=1,
        metadata=_within(0, 10, "before a turn's or referral's last day, reminded; 0: never (domain §9.reminders)"),
    )
    quiet_from_hour: int = field(default=22, metadata=_within(0, 23, "notices wait (domain §6.2)"))
    quiet_until_hour: int = field(
        default=8, metadata=_within(0, 23, "notices leave; the same as from: always (domain §6.2)")
    )
    free_choice_hour: int | None = field(
        default=None, metadata=_within(0, 23, "at which places open to all; none: at once (domain §6.4)")
    )
    unfinished_receipt_seconds: int = field(
        default=60, metadata=_within(1, 600, "an unfinished choice holds a place back (domain §6.4)")
    )
    old_time_kept_on_closing: bool = field(
        default=True, metadata=_means("children of a closed kindergarten may queue at their old time (domain §6.6)")
    )
    restorable_calendar_days: int | None = field(
        default=None,
        metadata=_within(1, 365, "in which who did not confirm is restored, once (domain §9.profiles)"),
    )
    distribution_in_rounds: bool = field(
        default=False, metadata=_means("rounds over the whole district (domain §9.profiles)")
    )
    most_wishes: int = field(
        default=10, metadata=_within(1, 50, "kindergartens that a family orders for a round (domain §9.rounds)")
    )
    waiting_list: bool = field(default=False, metadata=_means("a waiting list is kept (domain §9.profiles)"))
    # referrals
    referral_working_days: int = field(default=5, metadata=_within(1, 60, "in which to come (domain §7.validity)"))
    stop_list_working_days: int = field(
        default=10, metadata=_within(1, 120, "after an unused referral (domain §7.validity)")
    )
    misses_until_removal: int = field(
        default=3, metadata=_within(1, 20, "the last of them removes from the queue (domain §7.validity)")
    )
    extension_by_officer: bool = field(
        default=False, metadata=_means("an officer may extend a referral once (domain §7.validity)")
    )
    extension_working_days: int = field(default=5, metadata=_within(1, 60, "of that extension (domain §7.validity)"))
    cancel_hours: int = field(
        default=24, metadata=_within(1, 240, "after issue in which a parent cancels (domain §7.cancel)")
    )
    papers_before_acceptance: bool = field(
        default=False, metadata=_means("admission papers come before acceptance (domain §7.workroom)")
    )
    refusing_annuls_position: bool = field(
        default=False, metadata=_means("a family that refuses loses its place in the queue (domain §9.profiles)")
    )
    departed_published_at_once: bool = field(
        default=False, metadata=_means("a departed child's place is published by itself (domain §7.roster)")
    )
    groups_moved_in_month: int | None = field(
        default=8,
        metadata=_within(1, 12, "in which children go over to another group; none: all year (domain §7.roster)"),
    )
    swap_calendar_days: int = field(
        default=14, metadata=_within(1, 90, "in which a swap is agreed on by all, from its proposal (domain §7.swap)")
    )
    # papers and escorts
    paper_files: int = field(default=3, metadata=_within(1, 20, "handed in at most (domain §8.papers)"))
    admission_code: int | None = field(
        default=None,
        metadata=_within(1, 999, "with which numbers of admissions begin; none: of the KATO prefix (domain §8.papers)"),
    )
    paper_megabytes: int = field(default=10, metadata=_within(1, 100, "of them together (domain §8.papers)"))
    escorts_per_child: int = field(default=5, metadata=_within(0, 20, "named at most (domain §8.escorts)"))
    children_per_escort: int = field(default=5, metadata=_within(1, 50, "entrusted at most (domain §8.escorts)"))
    escort_from_years: int = field(default=16, metadata=_within(14, 21, "of age (domain §8.escorts)"))
    sheet_approved_by_parents: bool = field(
        default=False, metadata=_means("parents approve their child's closed month (domain §8.sheet)")
    )

    def __post_init__(self) -> None:
        """Refuse what is out of bounds.

        Raises:
            ValueError: naming the fields that are out of their bounds, or contradict each other.
        """
        wrong = [each.name for each in fields(self) if not _fits(each, getattr(self, each.name))]
        if self.called_from_months >= self.called_below_months:
            wrong.append("called_from_months")
        if self.numbered_categories != (self.sorted_anew_on is not None):
            wrong.append("sorted_anew_on")
        if wrong:
            raise ValueError(f"policy {self.id!r}: {', '.join(wrong)}")


def _fits(of: "Field[Any]", value: object) -> bool:
    match value:
        case bool() | None:
            return True
        case int():
            return bool(of.metadata["ge"] <= value <= of.metadata["le"])
        case _:
            return re.search(of.metadata.get("pattern", ""), str(value)) is not None


REFERRAL_PROFILE = Policy(id="default-1")
VOUCHER_PROFILE = Policy(
    id="voucher-1",
    profile=Profile.VOUCHER,
    choice_working_days=2,
    called_from_months=18,
    papers_before_acceptance=True,
    restorable_calendar_days=28,
    refusing_annuls_position=True,
    numbered_categories=True,
    sorted_anew_on="06-30",
    distribution_in_rounds=True,
    waiting_list=True,
    sheet_approved_by_parents=True,
)
SHIPPED: Mapping[str, Policy] = {policy.id: policy for policy in (REFERRAL_PROFILE, VOUCHER_PROFILE)}
