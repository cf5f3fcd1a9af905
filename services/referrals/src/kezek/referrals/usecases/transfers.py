"""A transfer and the enrolment that it leaves: two applications of one child, locked in the order of their ids (§7).

An enrolment is older than whatever leaves it, so it is locked first.
"""

from datetime import datetime
from uuid import UUID

from kezek.contracts.kindergartens import ChildSwapped
from kezek.contracts.values import Transfer
from kezek.platform.db import Tx
from kezek.referrals.adapters import candidates, transfers
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.transfer import end_transfer, is_enrolled, is_void, may_lose_enrolment, without_enrolment
from kezek.referrals.usecases.saving import save


async def lock_enrolment(tx: Tx, transfer: Transfer | None) -> Candidate | None:
    """The application by which the child is enrolled, locked; None where nothing is to be left, or it is not known."""
    if transfer is None:
        return None
    return (await candidates.lock_candidates(tx, [transfer.application_id])).get(transfer.application_id)


async def lose_enrolment(tx: Tx, enrolment_id: UUID, at: datetime) -> None:
    """The child has left its kindergarten: what was to transfer it from there ends, or will with the term that runs."""
    known = await transfers.list_transfers_of(tx, enrolment_id)
    for transfer in (await candidates.lock_candidates(tx, known)).values():
        await _lose(tx, transfer, at)


async def follow_swap(tx: Tx, event: ChildSwapped) -> None:
    """Who is enrolled stays so, in another kindergarten: its places are none for a child that asks for another one."""
    known = await transfers.list_transfers_of(tx, event.application_id)
    for transfer in (await candidates.lock_candidates(tx, known)).values():
        await transfers.update_leaves(tx, transfer.application_id, event.kindergarten_id)


async def follow_enrolment(tx: Tx, transfer: Candidate, enrolment: Candidate | None, at: datetime) -> None:
    """Let a locked transfer end if the locked enrolment has ended before the transfer was known here."""
    if enrolment is not None and not is_enrolled(enrolment):
        await _lose(tx, transfer, at)


async def _lose(tx: Tx, transfer: Candidate, at: datetime) -> None:
    if transfer.enrolment_over or not may_lose_enrolment(transfer):
        return
    lost = without_enrolment(transfer)
    await transfers.update_enrolment_over(tx, transfer.application_id)
    if is_void(lost):
        await save(tx, lost, end_transfer(lost, at))
