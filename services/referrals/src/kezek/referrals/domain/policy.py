"""The numbers of the rules (domain §9). Until the queue service publishes policies there is one frozen default."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Policy:
    """One version of a district's policy; ages are in years, terms in working days."""

    id: str
    choice_working_days: int
    referral_working_days: int
    stop_list_working_days: int
    misses_until_removal: int
    youngest_years: int
    below_years: int


DEFAULT = Policy(
    id="default-1",
    choice_working_days=3,
    referral_working_days=5,
    stop_list_working_days=10,
    misses_until_removal=3,
    youngest_years=2,
    below_years=6,
)


def load_policy() -> Policy:
    """The policy in force (referral profile)."""
    return DEFAULT
