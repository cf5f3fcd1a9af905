"""Free places come in and are offered to the queue (architecture §job.2)."""

from collections.abc import Iterable
from uuid import UUID

from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import VacancyConfirmed
from kezek.contracts.queue import NobodyToCall
from kezek.platform.db import Database, Tx
from kezek.referrals.adapters import places
from kezek.referrals.domain.place import Place, PlaceStatus, offer_again, open_to_all
from kezek.referrals.usecases.publishing import offer_to_queue, save_place, tell_of_place

REPEAT_AFTER_S = 300


async def offer_vacancy(tx: Tx, vacancy: VacancyConfirmed) -> None:
    """One row per published place, offered in one go (domain §6.6); a repeated vacancy changes nothing."""
    key = str(vacancy.queue)
    await places.lock_queue(tx, key)
    wanted = [
        Place(
            id=new_id(),
            vacancy_id=vacancy.vacancy_id,
            ordinal=ordinal,
            kindergarten_id=vacancy.kindergarten_id,
            queue=key,
            language=vacancy.language.value,
            published_at=vacancy.confirmed_at,
            version=1,
        )
        for ordinal in range(1, vacancy.places + 1)
    ]
    fresh = await places.insert_places(tx, wanted)
    for place in fresh:
        await tell_of_place(tx, place)
    await offer_to_queue(tx, key, fresh)


async def open_to_free_choice(tx: Tx, event: NobodyToCall) -> None:
    """Nobody is there to call: the places open to free choice, unless the offer was overtaken (domain §6.6)."""
    await places.lock_queue(tx, str(event.queue))
    locked = await places.lock_places(tx, [each.place_id for each in event.places])
    for each in event.places:
        place = locked.get(each.place_id)
        if place is not None and place.status is PlaceStatus.OFFERED and place.offer == each.offer:
            await save_place(tx, open_to_all(place))


async def offer_again_in_order(tx: Tx, key: str, freed: Iterable[Place], not_for: Iterable[UUID] = ()) -> None:
    """Offer places anew, in the order in which they were first published (domain §6.7)."""
    offered = [await save_place(tx, offer_again(place)) for place in sorted(freed, key=lambda place: place.order)]
    await offer_to_queue(tx, key, offered, not_for)


async def repeat_forgotten_offers(database: Database) -> int:
    """Repeat offers unanswered for five minutes under the next number, which voids the older call.

    Returns:
        How many places were offered again.
    """
    async with database.read() as tx:
        forgotten = await places.list_forgotten_offers(tx, REPEAT_AFTER_S)
    repeated = 0
    for key in sorted({place.queue for place in forgotten}):
        async with database.write() as tx:
            await places.lock_queue(tx, key)
            locked = await places.lock_places(tx, [place.id for place in forgotten if place.queue == key])
            old = {place.id: place.offer for place in forgotten}
            still = [
                place
                for place in locked.values()
                if place.status is PlaceStatus.OFFERED and place.offer == old[place.id]
            ]
            await offer_again_in_order(tx, key, still)
            repeated += len(still)
    return repeated
