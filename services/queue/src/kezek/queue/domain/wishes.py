"""Which kindergartens a family may wish, in its order (domain §9.rounds)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import RuleBrokenError
from kezek.queue.domain.sorting import ENDED


@dataclass(frozen=True)
class Wishable:
    """A kindergarten that may be wished: where it is, while it is not closed."""

    district: str
    closed: bool


def check_may_wish(policy: Policy, status: Status) -> None:
    """Refuse wishes where no round takes them up, and those of an application that is over.

    Raises:
        RuleBrokenError: `rounds_not_here`, `application_over` with the state.
    """
    if not policy.distribution_in_rounds:
        raise RuleBrokenError("rounds_not_here")
    if status in ENDED:
        raise RuleBrokenError("application_over", status=status.value)


def check_wishes(policy: Policy, district: str, wished: Sequence[UUID], known: Mapping[UUID, Wishable]) -> None:
    """Refuse what is not an order of open kindergartens of the district; `known` has all of them.

    Raises:
        RuleBrokenError: `too_many_wishes` with the most, `wish_given_twice`, `wish_closed` and
            `wish_in_another_district` with the kindergarten.
    """
    if len(wished) > policy.most_wishes:
        raise RuleBrokenError("too_many_wishes", most=policy.most_wishes)
    if len(set(wished)) < len(wished):
        raise RuleBrokenError("wish_given_twice")
    for each in wished:
        if known[each].district != district:
            raise RuleBrokenError("wish_in_another_district", kindergarten_id=str(each))
        if known[each].closed:
            raise RuleBrokenError("wish_closed", kindergarten_id=str(each))


def check_not_own(leaves: UUID | None, wished: Sequence[UUID]) -> None:
    """Refuse to wish the kindergarten in which the child is, and which it asks to leave (domain §7.transfer).

    Raises:
        RuleBrokenError: `wish_of_own_kindergarten` with the kindergarten.
    """
    if leaves is not None and leaves in wished:
        raise RuleBrokenError("wish_of_own_kindergarten", kindergarten_id=str(leaves))
