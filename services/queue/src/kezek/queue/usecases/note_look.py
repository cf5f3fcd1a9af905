"""A family looks at its child's place: what is new the next time is counted from here (domain §5.3)."""

from datetime import datetime, timedelta
from uuid import UUID

from kezek.platform.db import Tx
from kezek.queue.adapters import changes
from kezek.queue.adapters.ranks import Ranks
from kezek.queue.usecases.read_position import read_position

ONE_LOOK = timedelta(minutes=30)


async def note_look(
    tx: Tx, application_id: UUID, *, person_id: UUID, now: datetime, ranks: Ranks | None = None
) -> None:
    """Keep how the child stands now; what follows within half an hour is the same look.

    Raises:
        NotFound: when there is no such entry yet, or it is another's.
    """
    position = await read_position(tx, application_id, person_id=person_id, now=now, ranks=ranks)
    await changes.note_look(
        tx,
        {
            "application_id": application_id,
            "queue_id": str(position.queue),
            "sequence": position.ledger_sequence,
            "position": None if position.ahead is None else position.ahead.total + 1,
            "now": now,
            "one_look_since": now - ONE_LOOK,
        },
    )
