"""Refused sign-ins are remembered one by one, and in a flood counted: the table grows no faster than sources do."""

from datetime import datetime, timedelta
from uuid import UUID

from kezek.auth.adapters import security_events, store
from kezek.contracts.ids import new_id
from kezek.platform.db import Tx

REFUSED = "sign_in_refused"
COUNTED = "sign_in_refusals_counted"
_OVER = timedelta(minutes=2)


async def note_refusal(
    tx: Tx, code: str, *, source: str, most: int, now: datetime, person_id: UUID | None = None, **details: object
) -> None:
    """Remember a sign-in that failed; `source` is a digest of the address, `most` how many of it a minute are told.

    Each person's are counted apart, so that noise hides from nobody what was tried in their name.
    """
    minute = now.replace(second=0, microsecond=0)
    counted_by = source if person_id is None else f"{source} {person_id}"
    if await security_events.count_refusal(tx, minute, REFUSED, code, counted_by) > most:
        return
    await store.insert_security_event(
        tx, id=new_id(), kind=REFUSED, now=now, person_id=person_id, code=code, address_digest=source, **details
    )


async def close_minutes(tx: Tx, most: int, now: datetime) -> None:
    """Tell, for minutes that are over, how many refusals came beyond those told one by one."""
    for tally in await security_events.take_tallies(tx, now - _OVER):
        if tally.count > most:
            source, _, person = tally.source.partition(" ")
            await store.insert_security_event(
                tx,
                id=new_id(),
                kind=COUNTED,
                now=now,
                person_id=UUID(person) if person else None,
                code=tally.code,
                address_digest=source,
                minute=tally.minute.isoformat(),
                more=tally.count - most,
            )
