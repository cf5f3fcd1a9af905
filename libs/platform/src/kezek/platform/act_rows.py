"""Acts and their receipts in the database: which wait, which come before a deadline, which nobody signed."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from kezek.platform import tables
from kezek.platform.db import Tx

COUNT_RECEIPTS = sa.text("select count(*) from act_receipt where act_id = :act")
SAME_RECEIPT = sa.text(
    "select id from act_receipt where act_id = :act and cms = :cms and (verdict is null or verdict = 'valid') "
    "order by received_at limit 1"
)
RECEIPT = sa.text(
    "select r.id, r.act_id, r.cms, r.received_at, r.verdict, r.actor, a.statement "
    "from act_receipt r join act a on a.id = r.act_id where r.id = :receipt"
)
# not "for update": that would stop receipts of the same act, which hold the subject that is needed next
LOCK_ACT = sa.select(tables.act).where(tables.act.c.id == sa.bindparam("act")).with_for_update(key_share=True)
EARLIER = sa.text(
    "select r.id from act_receipt r join act_receipt mine on mine.id = :receipt "
    "where r.act_id = :act and r.verdict is null and r.id <> mine.id and r.received_at <= mine.received_at "
    "order by r.received_at"
)
UNFINISHED = sa.text(
    "select r.id, r.act_id, r.traceparent from act_receipt r join act a on a.id = r.act_id "
    "where a.outcome is null and (r.verdict is null or r.verdict = 'valid') and r.received_at <= :before "
    "and (:any or a.subject = any(:subjects)) order by r.received_at"
)
IN_TIME = sa.text(
    "select distinct a.subject from act_receipt r join act a on a.id = r.act_id "
    "where a.outcome is null and (r.verdict is null or r.verdict = 'valid') "
    "and a.subject = any(:subjects) and r.received_at < :instant"
)
PRUNE = sa.text(
    "delete from act a where a.outcome is null and a.expires_at < :before "
    "and not exists (select from act_receipt r where r.act_id = a.id)"
)


async def received_before(tx: Tx, subjects: Sequence[str], instant: datetime) -> list[str]:
    """The subjects with an unfinished act received before an instant: it comes before a deadline at that instant."""
    rows = await tx.rows(IN_TIME, {"subjects": list(subjects), "instant": instant})
    return [row.subject for row in rows]


async def prune_drafts(tx: Tx) -> int:
    """Forget acts that nobody signed and that ended a day ago: they hold names for nothing."""
    return await tx.execute(PRUNE, {"before": tx.now() - timedelta(days=1)})
