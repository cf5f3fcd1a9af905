"""Whether a call begins its turns: all of them or none (domain §5.2, §6.2)."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.place import Place


def why_not(
    called: Mapping[UUID, UUID], known: Mapping[UUID, Candidate], usable: Iterable[Place], *, held_elsewhere: bool
) -> Reason | None:
    """Why no turn of a call may begin; None: all begin.

    `called` has the place for each child, `usable` those of them that are still offered; a child that is called by
    another of its applications, or has a place by it, is held elsewhere. To a child that is enrolled and asks for
    another kindergarten no place of its own is offered (domain §7.transfer).
    """
    offered = {each.id: each for each in usable}
    if len(offered.keys() & set(called.values())) < len(called):
        return Reason.OFFER_VOID
    if any(each not in known or not known[each].waiting for each in called):
        return Reason.CANDIDATE_NOT_WAITING
    if any(known[each].is_in(offered[place].kindergarten_id) for each, place in called.items()):
        return Reason.OWN_KINDERGARTEN
    return Reason.CHILD_HELD_ELSEWHERE if held_elsewhere else None
