"""A transfer and the enrolment that it leaves: two applications of one child, locked in the order of their ids (§7).

An enrolment is older than whatever leaves it, so it is locked first.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.kindergartens import ChildSwapped
from kezek.contracts.values import Transfer
from kezek.platform.db import StaleStateError, Tx
from kezek.referrals.adapters import candidates, places, transfers
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.leaving import place_given_back
from kezek.referrals.domain.transfer import (
    end_transfer,
    give_up_own,
    is_enrolled,
    is_for_nothing,
    is_void,
    kindergarten_of,
    may_lose_enrolment,
    transferred_from,
    without_enrolment,
)
from kezek.referrals.usecases.saving import offer_anew, save


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


async def follow_swap(tx: Tx, event: ChildSwapped, version: int, at: datetime) -> None:
    """Who is enrolled stays so, in another kindergarten: its places are none for a child that asks for another one.

    What such a child has been given there by its transfer ends, without a miss (domain §7.transfer). An older
    swap heard after a newer one changes nothing.

    Raises:
        StaleStateError: when a transfer has come, or gone over to another queue, meanwhile: the event is handled again.
    """
    before = await _list_living(tx, event.application_id)
    queues = {each.queue for each in before.values()}
    for queue in sorted(queues, key=str):
        await places.lock_queue(tx, queue)
    enrolment = (await candidates.lock_candidates(tx, [event.application_id])).get(event.application_id)
    living = await candidates.lock_candidates(tx, await _list_living(tx, event.application_id))
    if living.keys() != before.keys() or not {each.queue for each in living.values()} <= queues:
        raise StaleStateError
    if enrolment is None or not await transfers.keep_swap(tx, enrolment.application_id, event.kindergarten_id, version):
        return
    here = replace(enrolment, swapped_to=event.kindergarten_id)
    for transfer in living.values():
        await _go_over(tx, transferred_from(transfer, here), at)
        own = {event.kindergarten_id, kindergarten_of(enrolment) or event.kindergarten_id}
        await offer_anew(tx, await places.lock_offered_by(tx, transfer.queue, own))


async def _list_living(tx: Tx, enrolment_id: UUID) -> dict[UUID, Candidate]:
    """The transfers from this enrolment that something can become of, not locked."""
    known = await candidates.find_candidates(tx, await transfers.list_transfers_of(tx, enrolment_id))
    return {each.application_id: each for each in known.values() if may_lose_enrolment(each)}


async def _go_over(tx: Tx, transfer: Candidate, at: datetime) -> None:
    """Keep where a locked transfer's child is by now; what it was given there ends."""
    leaves = transfer.child.transfer
    if leaves is None:
        return
    await transfers.update_leaves(tx, transfer.application_id, leaves.kindergarten_id)
    place_id = place_given_back(transfer)
    if place_id is not None and is_for_nothing(transfer, at):
        place = (await places.lock_places(tx, [place_id]))[place_id]
        await save(tx, transfer, give_up_own(transfer, place, tx.now()))


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
