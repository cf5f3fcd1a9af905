"""Every service's readings come together here, auth's own among them (domain §1)."""

from datetime import datetime

from kezek.auth.adapters import reading_log
from kezek.contracts.access import DataRead
from kezek.platform.db import Tx

OWN = "auth"


async def keep_reading(tx: Tx, read: DataRead, read_at: datetime) -> None:
    """Add what another service tells of; its name begins the event's topic."""
    await reading_log.insert_readings(tx, read.TOPIC.partition(".")[0], read, read_at)


async def keep_own_reading(tx: Tx, read: DataRead) -> None:
    """Add what auth's own staff routes give out, in the transaction of the request."""
    await reading_log.insert_readings(tx, OWN, read, tx.now())
