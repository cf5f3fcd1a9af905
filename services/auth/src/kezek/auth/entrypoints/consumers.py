"""Facts from elsewhere that change who may do what."""

from kezek.auth.adapters.redis import Cache
from kezek.auth.usecases.change_grants import follow_worker
from kezek.contracts.kindergartens import Worker
from kezek.platform.clock import Clock
from kezek.platform.db import Tx
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.messaging.records import Received


def build_consumers(cache: Cache, real: Clock) -> Consumers:
    """The handlers of auth."""
    consumers = Consumers("auth")

    @consumers.on(Worker)
    async def on_worker(tx: Tx, event: Worker, received: Received) -> None:
        await follow_worker(tx, cache, event, received.version, real.now())

    return consumers
