"""What would leave at night waits until the morning by the rules' clock, and may be out of date by then (domain §6.2).

It waits where it is, as a row of the queue of messages, and a deadline lets it go: a moved clock stops there, a crash
loses nothing, and what is told on what was said the evening before can still be taken back.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from uuid import UUID

from kezek.notifications.adapters import sending
from kezek.notifications.domain.notice import NoticeKind
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.platform.timers import Deadline, clear_deadline, set_deadline
from kezek.platform.workdays import QuietHours, local_day

MORNING = "morning"


async def hold_due(tx: Tx) -> bool:
    """Have what is due wait for the morning by the region's hours; False by day, when it may leave."""
    now = tx.now()
    policy = await policies.load(tx, None, local_day(now))
    morning = QuietHours(time(policy.quiet_from_hour), time(policy.quiet_until_hour)).over_at(now)
    if morning is None:
        return False
    for key in await sending.hold_due(tx):
        await set_deadline(tx, Deadline(MORNING, key, MORNING, morning, now, calendar_version=0, policy=policy.id))
    return True


async def release(tx: Tx, group: str, due_at: datetime, deadlines: Sequence[Deadline]) -> None:
    """The morning has come: what waited for it leaves."""
    del group, due_at
    await sending.release(tx, [deadline.key for deadline in deadlines])


async def withdraw(tx: Tx, application_id: UUID, overtaken: Iterable[NoticeKind]) -> None:
    """Take back what of these kinds still waits for the morning: a newer step of this application has overtaken it."""
    for key in await sending.withdraw_held(tx, application_id, overtaken, tx.now()):
        await clear_deadline(tx, MORNING, key)
