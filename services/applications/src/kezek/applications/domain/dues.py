"""Decisions that an officer owes, by when their legal terms end (domain §3.review). Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Dues:
    """Claims to decide on: past their term, with its end today, later, or without one yet.

    `asked` wait for the family's better copy, `refusals` are kindergartens' refusals under review (domain §7.refused).
    """

    overdue: int = 0
    today: int = 0
    later: int = 0
    without_term: int = 0
    asked: int = 0
    refusals: int = 0

    @property
    def waiting(self) -> int:
        """All claims that wait for an officer."""
        return self.overdue + self.today + self.later + self.without_term
