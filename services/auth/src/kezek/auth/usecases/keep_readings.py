"""Every service's readings come together here, auth's own among them (domain §1)."""

from datetime import datetime

from kezek.auth.adapters import reading_log
from kezek.contracts.access import DataRead, Subject
from kezek.platform.db import Tx

OWN = "auth"
LIST_OF_WORKERS = "workers:read"


async def keep_reading(tx: Tx, read: DataRead, read_at: datetime) -> None:
    """Add what another service tells of; its name begins the event's topic.

    Kindergartens knows its workers by IIN, which does not travel with readings: whose list it was is found here.
    """
    if read.what == LIST_OF_WORKERS:
        read = read.model_copy(update={"subjects": await _workers_in(tx, read)})
    await reading_log.insert_readings(tx, read.TOPIC.partition(".")[0], read, read_at)


async def _workers_in(tx: Tx, read: DataRead) -> tuple[Subject, ...]:
    named: list[Subject] = []
    for subject in read.subjects:
        people = await reading_log.list_worker_ids(tx, subject.object_id) if subject.object_id else []
        named += [subject.model_copy(update={"person_id": person}) for person in people] or [subject]
    return tuple(named)


async def keep_own_reading(tx: Tx, read: DataRead) -> None:
    """Add what auth's own staff routes give out, in the transaction of the request."""
    await reading_log.insert_readings(tx, OWN, read, tx.now())
