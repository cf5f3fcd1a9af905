"""By which policy and calendar something is judged (domain §9)."""

from datetime import datetime

from kezek.contracts.values import QueueRef
from kezek.platform import calendar, policies
from kezek.platform.db import ReadTx
from kezek.platform.workdays import local_day
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.terms import Law


async def law_on(tx: ReadTx, queue: QueueRef, at: datetime) -> Law:
    """What is in force in the queue's district on the day of an instant: what begins then is judged by it."""
    return Law(await policies.load(tx, queue.district, local_day(at)), await calendar.load(tx))


async def law_of(tx: ReadTx, policy_id: str) -> Law:
    """The policy that a running term keeps, and the calendar of now."""
    return Law(await policies.load_by_id(tx, policy_id), await calendar.load(tx))


async def law_of_choice(tx: ReadTx, candidate: Candidate, at: datetime) -> Law:
    """By what a choice is judged: a running turn's policy, else that of the day."""
    if candidate.turn is not None:
        return await law_of(tx, candidate.turn.policy)
    return await law_on(tx, candidate.queue, at)
