"""Free places come in and are offered to the queue (architecture §job.2)."""

from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import VacancyConfirmed
from kezek.contracts.queue import NobodyToCall, RoundAwaited
from kezek.contracts.values import QueueRef
from kezek.platform.db import Database, ReadTx, Tx
from kezek.referrals.adapters import copies, places
from kezek.referrals.domain.place import Place, open_to_all
from kezek.referrals.usecases.basis import basis_on
from kezek.referrals.usecases.close_kindergarten import close_in_queue
from kezek.referrals.usecases.publishing import offer_to_queue, tell_of_place
from kezek.referrals.usecases.received import list_awaited
from kezek.referrals.usecases.saving import offer_anew, save_place

REPEAT_AFTER_S = 300


async def offer_vacancy(tx: Tx, vacancy: VacancyConfirmed) -> None:
    """One row per published place, offered in one go (domain §6.6); a repeated vacancy changes nothing."""
    await places.lock_queue(tx, vacancy.queue)
    wanted = [
        Place(
            id=new_id(),
            vacancy_id=vacancy.vacancy_id,
            ordinal=ordinal,
            kindergarten_id=vacancy.kindergarten_id,
            queue=vacancy.queue,
            language=vacancy.language,
            published_at=vacancy.confirmed_at,
            version=1,
        )
        for ordinal in range(1, vacancy.places + 1)
    ]
    fresh = await places.insert_places(tx, wanted)
    for place in fresh:
        await tell_of_place(tx, place)
    await offer_to_queue(tx, fresh)
    if await copies.is_closed(tx, vacancy.kindergarten_id):  # published at the last minute
        await close_in_queue(tx, vacancy.kindergarten_id, vacancy.queue)


async def open_to_free_choice(tx: Tx, event: NobodyToCall) -> None:
    """Nobody is there to call: the places open to free choice, unless the offer was overtaken (domain §6.6)."""
    await places.lock_queue(tx, event.queue)
    for place in await places.lock_offered(tx, event.queue, {each.place_id: each.offer for each in event.places}):
        await save_place(tx, open_to_all(place))


async def keep_for_round(tx: Tx, event: RoundAwaited) -> None:
    """The queue keeps these offers for the district's next round: they are answered (domain §9.rounds)."""
    await places.lock_queue(tx, event.queue)
    offers = {each.place_id: each.offer for each in event.places}
    await places.await_round(tx, await places.lock_offered(tx, event.queue, offers))


async def offer_what_no_round_takes(database: Database) -> int:
    """Offer anew what waits for a round where the policy has none any more: the ordinary calling takes it up.

    Returns:
        How many places were offered again.
    """
    async with database.read() as tx:
        waiting = await places.list_queues_awaiting_round(tx)
        ordinary = [queue for queue in waiting if not await _is_by_rounds(tx, queue)]
    offered = 0
    for queue in ordinary:
        async with database.write() as tx:
            await places.lock_queue(tx, queue)
            freed = await places.lock_awaiting_round(tx, queue)
            await offer_anew(tx, freed)
            offered += len(freed)
    return offered


async def offer_what_rounds_take(database: Database) -> int:
    """Offer anew what is in free choice where the policy distributes in rounds: it waits for the next one (§9.rounds).

    What a family has signed for already, and is not finished, is left to it.

    Returns:
        How many places were offered again.
    """
    async with database.read() as tx:
        by_rounds = [queue for queue in await places.list_queues_with_free_places(tx) if await _is_by_rounds(tx, queue)]
    offered = 0
    for queue in by_rounds:
        async with database.write() as tx:
            await places.lock_queue(tx, queue)
            free = {place.id: place for place in await places.lock_free_places(tx, queue)}
            for signed in await list_awaited(tx, queue, free, tx.now()):
                free = {place_id: place for place_id, place in free.items() if place_id not in signed.places}
            await offer_anew(tx, free.values())
            offered += len(free)
    return offered


async def _is_by_rounds(tx: ReadTx, queue: QueueRef) -> bool:
    return (await basis_on(tx, queue, tx.now())).policy.distribution_in_rounds


async def repeat_forgotten_offers(database: Database) -> int:
    """Repeat offers unanswered for five minutes under the next number, which voids the older call.

    Returns:
        How many places were offered again.
    """
    async with database.read() as tx:
        forgotten = await places.list_forgotten_offers(tx, REPEAT_AFTER_S)
    repeated = 0
    for queue in sorted({place.queue for place in forgotten}, key=str):
        async with database.write() as tx:
            await places.lock_queue(tx, queue)
            mine = {each.id: each.offer for each in forgotten if each.queue == queue}
            still = await places.lock_offered(tx, queue, mine)
            await offer_anew(tx, still)
            repeated += len(still)
    return repeated
