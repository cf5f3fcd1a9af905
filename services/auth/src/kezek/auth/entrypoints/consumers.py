"""Facts from elsewhere that change who may do what."""

from uuid import UUID

from kezek.auth.adapters.reading_log import upsert_organisation
from kezek.auth.adapters.redis import Cache
from kezek.auth.usecases.change_grants import follow_worker, forget_worker
from kezek.auth.usecases.follow_escorts import follow_escort, forget_entrustment
from kezek.auth.usecases.keep_readings import keep_reading
from kezek.contracts.access import READ_EVENTS, DataRead
from kezek.contracts.kindergartens import District, Escort, Kindergarten, Worker
from kezek.platform.clock import Clock
from kezek.platform.db import Tx, is_newer
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.messaging.records import Received


def build_consumers(cache: Cache, real: Clock) -> Consumers:
    """The handlers of auth."""
    consumers = Consumers("auth")
    _follow_escorts(consumers)

    @consumers.on(Worker)
    async def on_worker(tx: Tx, event: Worker, received: Received) -> None:
        await follow_worker(tx, cache, event, received.version, real.now())

    @consumers.on_erased(Worker)
    async def on_worker_erased(tx: Tx, key: str) -> None:
        await forget_worker(tx, cache, key, real.now())

    @consumers.on(Kindergarten)
    async def on_kindergarten(tx: Tx, event: Kindergarten, received: Received) -> None:
        if await is_newer(tx, "kindergarten", event.key(), received.version):
            await upsert_organisation(tx, event.key(), event.name)

    @consumers.on(District)
    async def on_district(tx: Tx, event: District, received: Received) -> None:
        if await is_newer(tx, "district", event.key(), received.version):
            await upsert_organisation(tx, event.key(), event.name)

    async def on_data_read(tx: Tx, event: DataRead, received: Received) -> None:
        await keep_reading(tx, event, received.occurred_at)

    for event in READ_EVENTS.values():
        consumers.on(event)(on_data_read)
    return consumers


def _follow_escorts(consumers: Consumers) -> None:
    @consumers.on(Escort)
    async def on_escort(tx: Tx, event: Escort, received: Received) -> None:
        await follow_escort(tx, event, received.version)

    @consumers.on_erased(Escort)
    async def on_escort_erased(tx: Tx, key: str) -> None:
        await forget_entrustment(tx, UUID(key))
