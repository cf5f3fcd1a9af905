"""The numbers of the rules (domain §9). Until the queue service publishes policies there is one frozen default."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Policy:
    """One version of a district's policy; ages are in years."""

    id: str
    youngest_years: int
    below_years: int
    most_places: int


DEFAULT = Policy(id="default-1", youngest_years=2, below_years=6, most_places=100)


def load_policy() -> Policy:
    """The policy in force."""
    return DEFAULT
