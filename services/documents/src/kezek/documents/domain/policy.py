"""The numbers a paper tells a family (domain §9). Until the queue service publishes policies there is one default."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Policy:
    """One version of a district's policy, as far as papers name it."""

    id: str
    stop_list_working_days: int
    misses_until_removal: int


DEFAULT = Policy(id="default-1", stop_list_working_days=10, misses_until_removal=3)


def load_policy() -> Policy:
    """The policy in force (referral profile)."""
    return DEFAULT
