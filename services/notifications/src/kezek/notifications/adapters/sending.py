"""The queue of messages to send: a job row each, claimed under a lease and deleted with the message's end.

The job rows are the platform's own, so that the worker's status counts what is not sent yet.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.hints import HintKind, person
from kezek.notifications.adapters.tables import failed_try
from kezek.notifications.domain.notice import NoticeKind
from kezek.platform.db import Tx
from kezek.platform.messaging.jobs import add_job
from kezek.platform.wakes import Wake

KIND = "send"


@dataclass(frozen=True)
class Claimed:
    """A message that this process may send until the lease ends; `attempt` is 1 if nobody has tried before."""

    id: UUID
    application_id: UUID | None
    kind: str
    channel: str
    recipient: str
    subject: str
    text: str
    attempt: int
    traceparent: str


async def add_to_queue(tx: Tx, message_id: UUID) -> None:
    """Have a message sent as soon as this transaction is committed."""
    await add_job(tx, KIND, str(message_id), {})


async def claim(tx: Tx, at_most: int, lease_s: float) -> Sequence[Claimed]:
    """Take messages that are due, or whose sender has vanished; they are `sending` from this commit on."""
    rows = await tx.rows(_CLAIM, {"kind": KIND, "most": at_most, "lease": lease_s})
    return [Claimed(**row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public name of a row's mapping


async def postpone(tx: Tx, claimed: Claimed, pause_s: float, *, cause: str, at: datetime) -> None:
    """Try again later, and keep why; the message stays `sending`, so its provider is asked first."""
    tx.wrote(Wake.JOBS)
    mine = {"kind": KIND, "key": str(claimed.id), "attempt": claimed.attempt}
    if await tx.execute(_LATER, {**mine, "pause": pause_s}):
        await tx.execute(_FAILED_TRY, {"id": claimed.id, "attempt": claimed.attempt, "at": at, "cause": cause})


async def finish(
    tx: Tx, claimed: Claimed, *, state: str, at: datetime, evidence: str | None = None, cause: str | None = None
) -> bool:
    """Write the end of a message; False when another process has taken it over meanwhile."""
    mine = {"kind": KIND, "key": str(claimed.id), "attempt": claimed.attempt}
    end = {"state": state, "at": at, "evidence": evidence, "cause": cause}
    finished = await tx.row(_FINISH, {**mine, **end})
    if finished is not None and finished.applicant_id is not None:
        tx.hint(person(finished.applicant_id), HintKind.MESSAGE, claimed.application_id)
    return finished is not None


async def hold_due(tx: Tx) -> Sequence[str]:
    """Have what is due wait until it is released; the keys of those messages."""
    return [row.key for row in await tx.rows(_HOLD, {"kind": KIND})]


async def release(tx: Tx, keys: Sequence[str]) -> None:
    """Messages that were held are due now."""
    tx.wrote(Wake.JOBS)
    await tx.execute(_RELEASE, {"kind": KIND, "keys": list(keys)})


async def withdraw_held(tx: Tx, application_id: UUID, overtaken: Iterable[NoticeKind], at: datetime) -> Sequence[str]:
    """End what of these kinds is held, and no provider has heard of yet; the keys of those messages."""
    mine = {"kind": KIND, "application": application_id, "overtaken": [each.value for each in overtaken]}
    keys = [row.key for row in await tx.rows(_WITHDRAW, mine)]
    await tx.execute(_OVERTAKEN, {"keys": keys, "at": at})
    return keys


_CLAIM = sa.text("""
with due as (
    select kind, key from job where kind = :kind and run_at <= now()
    order by run_at limit :most for update skip locked
), taken as (
    update job set attempts = job.attempts + 1, run_at = clock_timestamp() + make_interval(secs => :lease)
    from due where job.kind = due.kind and job.key = due.key
    returning job.key, job.attempts, job.traceparent
)
update message set state = 'sending' from taken where message.id = cast(taken.key as uuid)
returning message.id, message.application_id, message.kind, message.channel, message.recipient, message.subject,
    message.text, taken.attempts as attempt, taken.traceparent
""")
# not due at any time: the worker's status does not count it as work that is left
_HOLD = sa.text("update job set run_at = 'infinity' where kind = :kind and run_at <= now() returning key")
_RELEASE = sa.text("update job set run_at = now() where kind = :kind and key = any(:keys)")
_WITHDRAW = sa.text("""
delete from job using message
where job.kind = :kind and job.run_at = 'infinity' and message.application_id = :application
    and message.state = 'pending' and message.kind = any(:overtaken) and job.key = message.id::text
returning job.key
""")
_LATER = sa.text(
    "update job set run_at = clock_timestamp() + make_interval(secs => :pause) "
    "where kind = :kind and key = :key and attempts = :attempt"
)
_FAILED_TRY = insert(failed_try).values(
    message_id=sa.bindparam("id"),
    attempt=sa.bindparam("attempt"),
    at=sa.bindparam("at"),
    cause=sa.bindparam("cause"),
)
_FINISH = sa.text("""
with done as (delete from job where kind = :kind and key = :key and attempts = :attempt returning key)
update message set state = :state, finished_at = :at, evidence = :evidence, cause = :cause, attempts = :attempt
from done where message.id = cast(done.key as uuid) returning message.applicant_id
""")
_OVERTAKEN = sa.text(
    "update message set state = 'overtaken', finished_at = :at where id = any(cast(cast(:keys as text[]) as uuid[]))"
)
