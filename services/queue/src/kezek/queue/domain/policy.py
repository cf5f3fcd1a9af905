"""The numbers of the queue's rules as one versioned value (domain §9)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Policy:
    """How many general calls follow a priority one, and from which age below which a child is called (domain §5)."""

    id: str
    generals_per_priority: int
    called_from_months: int
    called_below_months: int


_DEFAULT = Policy(id="default-1", generals_per_priority=3, called_from_months=24, called_below_months=72)


def load_policy() -> Policy:
    """The policy in force: as shipped, until districts have their own (domain §9, referral profile)."""
    return _DEFAULT
