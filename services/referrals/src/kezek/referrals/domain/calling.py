"""Whether a call begins its turns: all of them or none (domain §5.2, §6.2)."""

from collections.abc import Collection, Mapping
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.referrals.domain.candidate import Candidate


def why_not(
    called: Collection[UUID], known: Mapping[UUID, Candidate], usable: Collection[object], *, held_elsewhere: bool
) -> Reason | None:
    """Why no turn of a call may begin; None: all begin.

    `usable` are the places of the call that are still offered; a child that is called by another of its applications,
    or has a place by it, is held elsewhere.
    """
    if len(usable) < len(called):
        return Reason.OFFER_VOID
    if any(each not in known or not known[each].waiting for each in called):
        return Reason.CANDIDATE_NOT_WAITING
    return Reason.CHILD_HELD_ELSEWHERE if held_elsewhere else None
