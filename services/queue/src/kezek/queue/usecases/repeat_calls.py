"""A round's call that nobody has answered is made again as it was (domain §9.rounds, architecture §job.3).

An ordinary call is void when referrals offers its places anew; places that wait for a round it does not. Who has
answered a call once takes it no second time.
"""

from dataclasses import replace

from kezek.contracts.queue import Called, CalledChild, OfferedPlace
from kezek.platform.db import Database, Tx
from kezek.queue.adapters import entries, rounds, store
from kezek.queue.adapters.rounds import Unanswered

REPEAT_AFTER_S = 300


async def repeat_unanswered_calls(database: Database) -> int:
    """Say again what rounds have called for, if that was said five minutes ago or more and is not answered.

    Returns:
        How many calls were made again.
    """
    async with database.read() as tx:
        forgotten = await rounds.list_unanswered(tx, REPEAT_AFTER_S)
    repeated = 0
    for each in forgotten:
        async with database.write() as tx:
            repeated += await _repeat(tx, each)
    return repeated


async def _repeat(tx: Tx, call: Unanswered) -> bool:
    """Whether it was unanswered still."""
    queue = await store.lock_queue(tx, call.queue)
    seats = await rounds.ask_again(tx, call.id)
    if not seats:
        return False
    known = await entries.list_entries(tx, [each.application_id for each in seats])
    children = tuple(
        CalledChild(
            place=OfferedPlace(place_id=each.place_id, offer=each.offer), **vars(known[each.application_id].child)
        )
        for each in seats
    )
    queue = replace(queue, version=queue.version + 1)
    called = Called(call_id=call.id, queue=call.queue, children=children, round_id=call.round_id)
    await tx.publish(called, version=queue.version)
    await store.update_queue(tx, queue)
    return True
