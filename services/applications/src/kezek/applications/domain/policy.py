"""The numbers of intake (domain §9). Until the queue service publishes policies there is one frozen default."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Policy:
    """One version of a district's policy as far as intake is judged by it."""

    id: str
    below_years: int


DEFAULT = Policy(id="default-1", below_years=6)


def load_policy() -> Policy:
    """The policy in force (referral profile)."""
    return DEFAULT
