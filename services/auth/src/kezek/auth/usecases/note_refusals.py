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
    """Remember a sign-in that failed; `source` is a digest of the address, `most` how many of it a minute are told."""
    minute = now.replace(second=0, microsecond=0)
    if await security_events.count_refusal(tx, minute, REFUSED, code, source) > most:
        return
    await store.insert_security_event(
        tx, id=new_id(), kind=REFUSED, now=now, person_id=person_id, code=code, address_digest=source, **details
    )


async def close_minutes(tx: Tx, most: int, now: datetime) -> None:
    """Tell, for minutes that are over, how many refusals came beyond those told one by one."""
    for tally in await security_events.take_tallies(tx, now - _OVER):
        if tally.count > most:
            await store.insert_security_event(
                tx,
                id=new_id(),
                kind=COUNTED,
                now=now,
                code=tally.code,
                address_digest=tally.source,
                minute=tally.minute.isoformat(),
                more=tally.count - most,
            )
