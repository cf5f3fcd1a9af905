"""A transfer and the enrolment that it leaves: what one decision brings about for the other (domain §7.transfer)."""

from collections.abc import Iterator

from kezek.contracts.values import Transfer
from kezek.platform.errors import RuleBrokenError
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import Decision
from kezek.referrals.domain.transfer import (
    end_transfer,
    is_enrolled,
    is_void,
    kindergarten_of,
    leave_for,
    may_lose_enrolment,
    without_enrolment,
)
from kezek.simulate.scenario import Apply
from kezek.simulate.state import State


def enrolment_left(state: State, act: Apply) -> Transfer | None:
    """What a transfer leaves, if the application is one.

    Raises:
        RuleBrokenError: `nothing_to_transfer`, `live_application_exists`: one transfer at a time.
    """
    if act.transfer_of is None:
        return None
    enrolment_id = state.applications.get(act.transfer_of)
    here = kindergarten_of(state.candidates[enrolment_id]) if enrolment_id else None
    if enrolment_id is None or here is None:
        raise RuleBrokenError("nothing_to_transfer")
    if any(may_lose_enrolment(state.candidates[each]) for each in state.transfers[enrolment_id]):
        raise RuleBrokenError("live_application_exists")
    return Transfer(application_id=enrolment_id, kindergarten_id=here)


def following(state: State, before: Candidate, decision: Decision) -> Iterator[Decision]:
    """The former enrolment ends as the child is accepted elsewhere; with an enrolment what would leave it ends."""
    after = decision.candidate
    if is_enrolled(before) == is_enrolled(after):
        return
    leaves = after.child.transfer
    if is_enrolled(after):
        if leaves is not None and (left := leave_for(state.candidates[leaves.application_id], decision.at)):
            yield left
        return
    for each in state.transfers.get(after.application_id, ()):
        transfer = state.candidates[each]
        if may_lose_enrolment(transfer):
            state.candidates[each] = lost = without_enrolment(transfer)
            if is_void(lost):
                yield end_transfer(lost, decision.at)
