"""Acts and their receipts in the database: which wait, which come before a deadline, which nobody signed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.ids import new_id
from kezek.platform import errors, tables
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ReceivedEarlier
from kezek.platform.db import ReadTx, Tx
from kezek.platform.telemetry import current_traceparent

MAX_RECEIPTS = 10
COUNT_RECEIPTS = sa.text("select count(*) from act_receipt where act_id = :act")
SAME_RECEIPT = sa.text(
    "select id, received_at from act_receipt where act_id = :act and cms = :cms "
    "and (verdict is null or verdict = 'valid') order by received_at limit 1"
)
RECEIPT = sa.text(
    "select r.id, r.act_id, r.cms, r.received_at, r.verdict, r.actor, a.statement, a.type "
    "from act_receipt r join act a on a.id = r.act_id where r.id = :receipt"
)
# not "for update": that would stop receipts of the same act, which hold the subject that is needed next
LOCK_ACT = sa.select(tables.act).where(tables.act.c.id == sa.bindparam("act")).with_for_update(key_share=True)
EARLIER = sa.text(
    "select r.id from act_receipt r join act_receipt mine on mine.id = :receipt "
    "where r.act_id = :act and (r.verdict is null or r.verdict = 'valid') and r.id <> mine.id "
    "and r.received_at <= mine.received_at "
    "order by r.received_at"
)
UNFINISHED = sa.text(
    "select r.id, r.act_id, r.traceparent from act_receipt r join act a on a.id = r.act_id "
    "where a.outcome is null and (r.verdict is null or r.verdict = 'valid') and r.received_at <= :before "
    "and (:any or a.subject = any(:subjects)) order by r.received_at"
)
RECEIVED = sa.text("select received_at, verdict from act_receipt where act_id = :act order by received_at")
IN_TIME = sa.text(
    "select distinct a.subject from act_receipt r join act a on a.id = r.act_id "
    "where a.outcome is null and (r.verdict is null or r.verdict = 'valid') "
    "and a.subject = any(:subjects) and r.received_at < :instant"
)
FIRST_RECEIVED = sa.text(
    "select r.id from act a join act_receipt r on r.act_id = a.id "
    "where a.outcome is null and (r.verdict is null or r.verdict = 'valid') and a.type = :type and a.id <> :act "
    "and a.body ->> cast(:field as text) = :value and r.received_at < :before and r.received_at > :after "
    "order by r.received_at limit 1"
)
STILL_WAITS = sa.text(
    "select true from act_receipt r join act a on a.id = r.act_id where r.id = :receipt "
    "and a.outcome is null and (r.verdict is null or r.verdict = 'valid')"
)
UNFINISHED_BODIES = sa.text(
    "select distinct body ->> cast(:field as text) as value from act "
    "where subject = :subject and type = :type and outcome is null"
)
PRUNE = sa.text(
    "delete from act a where a.outcome is null and a.expires_at < :before "
    "and not exists (select from act_receipt r where r.act_id = a.id)"
)


async def load_own(tx: ReadTx, act_id: UUID, actor: Actor) -> Any:
    """The person's act.

    Raises:
        NotFound: `act_not_found`, also for somebody else's.
    """
    row = await tx.row(sa.select(tables.act).where(tables.act.c.id == act_id))
    if row is None or row.actor["sub"] != str(actor.person_id):
        raise errors.NotFound("act_not_found")
    return row


async def insert_receipt(tx: Tx, act_id: UUID, actor: Actor, cms: bytes) -> tuple[UUID, datetime]:
    """Store a signature, when it came by the database's clock, and what its bringer may do at this moment.

    Raises:
        TooMany: `act_signed_too_often`.
    """
    if await tx.value(COUNT_RECEIPTS, {"act": act_id}) >= MAX_RECEIPTS:
        raise errors.TooMany("act_signed_too_often")
    receipt_id, received_at = new_id(), await tx.database_now()
    values = {"id": receipt_id, "act_id": act_id, "actor": actor.to_claims(), "cms": cms, "received_at": received_at}
    await tx.execute(sa.insert(tables.act_receipt).values(**values, traceparent=current_traceparent()))
    return receipt_id, received_at


async def received_before(tx: Tx, subjects: Sequence[str], instant: datetime) -> list[str]:
    """The subjects with an unfinished act received before an instant: it comes before a deadline at that instant."""
    rows = await tx.rows(IN_TIME, {"subjects": list(subjects), "instant": instant})
    return [row.subject for row in rows]


async def check_first_received(tx: Tx, act: Act[Any, Any], field: str, *, before: datetime, after: datetime) -> None:
    """Let earlier signatures for the same thing, the one in a field of the body, come first.

    Raises:
        ReceivedEarlier: the first act of the type received between the two instants that is not finished.
    """
    wanted = {"type": act.type, "act": act.id, "field": field, "value": str(getattr(act.body, field))}
    first = await tx.value(FIRST_RECEIVED, {**wanted, "before": before, "after": after})
    if first is not None:
        raise ReceivedEarlier(first)


async def list_wanted(tx: ReadTx, act_type: str, subject: str, field: str) -> list[str]:
    """What the unfinished acts of a subject want, by a field of their bodies."""
    rows = await tx.rows(UNFINISHED_BODIES, {"type": act_type, "subject": subject, "field": field})
    return [row.value for row in rows]


async def prune_drafts(tx: Tx) -> int:
    """Forget acts that nobody signed and that ended a day ago: they hold names for nothing."""
    return await tx.execute(PRUNE, {"before": tx.now() - timedelta(days=1)})
