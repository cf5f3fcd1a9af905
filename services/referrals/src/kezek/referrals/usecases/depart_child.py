"""A child has left its kindergarten, as its worker signed in kindergartens: its application is over (domain §4, §7)."""

from datetime import datetime

from kezek.contracts.kindergartens import ChildDeparted
from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import ActorKind, DepartureReason
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.referrals.adapters import candidates
from kezek.referrals.domain.admission import depart
from kezek.referrals.domain.decisions import Leave
from kezek.referrals.domain.states import TRANSITIONS, Move
from kezek.referrals.usecases.saving import save
from kezek.referrals.usecases.transfers import lose_enrolment


async def depart_child(tx: Tx, event: ChildDeparted, at: datetime) -> None:
    """End the application of an enrolled child; told twice, or of nobody known here, nothing happens.

    Its place stays taken: it comes back as a new vacancy, if the kindergarten publishes one. What was to transfer the
    child from there has nothing to leave any more (domain §7.transfer).
    """
    if await candidates.find_candidate(tx, event.application_id) is None:
        return
    candidate = await candidates.lock_candidate(tx, event.application_id)
    if TRANSITIONS.allows(candidate.status, Move.DEPART):
        reason, actor = _whose_doing(event.reason)
        leave = Leave(event.reason, event.left_on, await _keeps_its_time(tx, event), event.kindergarten_id)
        await save(tx, candidate, depart(candidate, at, reason, leave), actor)
    await lose_enrolment(tx, event.application_id, at)


async def _keeps_its_time(tx: Tx, event: ChildDeparted) -> bool:
    """Of a closed kindergarten's child, whether it may queue at its old time: by the policy of its last day (§6.6)."""
    if event.reason is not DepartureReason.CLOSED:
        return False
    return (await policies.load(tx, event.queue.district, event.left_on)).old_time_kept_on_closing


def _whose_doing(reason: DepartureReason) -> tuple[Reason, ActorKind]:
    """A kindergarten is closed by an administrator; of all else its worker has signed (domain §6.6)."""
    if reason is DepartureReason.CLOSED:
        return Reason.KINDERGARTEN_CLOSED, ActorKind.ADMINISTRATOR
    return Reason.CHILD_DEPARTED, ActorKind.KINDERGARTEN
