"""Who may be called for a free place: its language wanted, old enough, young enough, not excluded (domain §5.5)."""

from dataclasses import dataclass
from datetime import date

from kezek.contracts.ages import born_by
from kezek.contracts.policy import Policy
from kezek.queue.domain.queue import Entry, FreePlace


@dataclass(frozen=True)
class BirthWindow:
    """Days of birth of those who may be called today: later than `after`, no later than `until`."""

    after: date
    until: date

    def __contains__(self, birth_date: date) -> bool:
        """Whether a child born then may be called."""
        return self.after < birth_date <= self.until


def birth_window(today: date, policy: Policy) -> BirthWindow:
    """Whom age lets be called on this day: the lower limit reached, the upper one not yet (domain §5.5)."""
    return BirthWindow(
        after=born_by(today, policy.called_below_months), until=born_by(today, policy.called_from_months)
    )


def eligible(entry: Entry, place: FreePlace, window: BirthWindow) -> bool:
    """Whether the child may be called for the place (domain §5.5, §6.6)."""
    child = entry.child
    return (
        place.language in child.languages and child.birth_date in window and child.application_id not in place.not_for
    )
