"""Acts and their receipts in the database: which wait, which come before a deadline, which nobody signed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
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
_JUDGED = ("verdict", "algorithm", "certificate_sha256", "certificate_serial", "revocation_evidence")
_BY_ID = sa.select(tables.act).where(tables.act.c.id == sa.bindparam("act"))
OWN = _BY_ID.where(tables.act.c.actor["sub"].astext == sa.bindparam("person"))
# not "for update": receipts refer to the act's key
OWN_TO_SIGN, LOCK_ACT = (query.with_for_update(key_share=True) for query in (OWN, _BY_ID))
RECEIPTS = sa.text(
    "select id, received_at, cms = :cms as same, verdict is null or verdict = 'valid' as waits "
    "from act_receipt where act_id = :act order by received_at"
)
INSERT_RECEIPT = sa.text(
    "insert into act_receipt (id, act_id, actor, cms, received_at, traceparent) "
    "values (:id, :act, :actor, :cms, :received_at, :traceparent)"
).bindparams(sa.bindparam("actor", type_=tables.act_receipt.c.actor.type))
RECEIPT = sa.text(
    "select r.id, r.act_id, a.type, a.statement, a.body, r.actor, r.cms, r.received_at, r.verdict, "
    "a.outcome as finished from act_receipt r join act a on a.id = r.act_id where r.id = :receipt"
).columns(body=tables.act.c.body.type, finished=tables.act.c.outcome.type)
JUDGE = (
    sa.update(tables.act_receipt)
    .where(tables.act_receipt.c.id == sa.bindparam("receipt"), tables.act_receipt.c.verdict.is_(None))
    .values({name: sa.bindparam(f"new_{name}") for name in _JUDGED})
)
FINISH = sa.text(
    "update act set outcome = :outcome, finished_at = clock_timestamp() + :offset where id = :act"
).bindparams(sa.bindparam("outcome", type_=tables.act.c.outcome.type))
EARLIER = sa.text(
    "select r.id from act_receipt r join act_receipt mine on mine.id = :receipt "
    "where r.act_id = :act and (r.verdict is null or r.verdict = 'valid') "
    "and (r.received_at, r.id) < (mine.received_at, mine.id) order by r.received_at, r.id"
)
UNFINISHED = sa.text(
    "select r.id, r.act_id, r.traceparent from act_receipt r join act a on a.id = r.act_id "
    "where a.outcome is null and (r.verdict is null or r.verdict = 'valid') and r.received_at <= :before "
    "and (:any or a.subject = any(:subjects)) order by r.received_at"
)
RECEIVED = sa.text("select id, received_at, verdict from act_receipt where act_id = :act order by received_at")
IN_TIME = sa.text(
    "select distinct a.subject from act_receipt r join act a on a.id = r.act_id "
    "where a.outcome is null and (r.verdict is null or r.verdict = 'valid') "
    "and a.subject = any(:subjects) and r.received_at < :instant"
)
RECEIVED_BEFORE = sa.text(
    "select r.id, a.subject, a.body from act_receipt r join act a on a.id = r.act_id "
    "where a.outcome is null and (r.verdict is null or r.verdict = 'valid') and a.type = any(:types) "
    "and a.body @> cast(:piece as jsonb) and r.received_at < :instant "
    "and (cast(:hold_back as interval) is null "
    "or r.received_at > clock_timestamp() + :offset - cast(:hold_back as interval)) order by r.received_at"
).columns(body=tables.act.c.body.type)
FIRST_RECEIVED = sa.text(
    "select r.id from act a join act_receipt r on r.act_id = a.id "
    "where a.outcome is null and (r.verdict is null or r.verdict = 'valid') and a.id <> :act "
    "and (a.subject = any(:subjects) "
    "or (a.type = any(:types) and a.body @> any(cast(cast(:pieces as text[]) as jsonb[])))) "
    "and r.received_at < :before "
    "and r.received_at > clock_timestamp() + :offset - cast(:hold_back as interval) "
    "order by r.received_at limit 1"
)
STILL_WAITS = sa.text(
    "select true from act_receipt r join act a on a.id = r.act_id where r.id = :receipt "
    "and a.outcome is null and (r.verdict is null or r.verdict = 'valid')"
)
UNFINISHED_BODIES = sa.text(
    "select body from act where subject = :subject and type = any(:types) and outcome is null"
).columns(body=tables.act.c.body.type)
PRUNE = sa.text(
    "delete from act a where a.outcome is null and a.expires_at < :before "
    "and not exists (select from act_receipt r where r.act_id = a.id)"
)


@dataclass(frozen=True)
class Receipt:
    """A signature that was received, with what it signs and what its bringer was when it came.

    `finished` is what came of its act, if anything has.
    """

    id: UUID
    act_id: UUID
    type: str
    statement: bytes
    body: dict[str, Any]
    actor: dict[str, Any]
    cms: bytes
    received_at: datetime
    verdict: str | None = None
    finished: dict[str, Any] | None = None


async def load_own(tx: ReadTx, act_id: UUID, actor: Actor, query: sa.Executable = OWN) -> Any:
    """The person's act.

    Raises:
        NotFound: `act_not_found`, also for somebody else's.
    """
    row = await tx.row(query, {"act": act_id, "person": str(actor.person_id)})
    if row is None:
        raise errors.NotFound("act_not_found")
    return row


async def insert_receipt(tx: Tx, act: Any, actor: Actor, cms: bytes) -> Receipt:
    """Store a signature, when it came by the database's clock, and what its bringer may do at this moment."""
    receipt_id, claims = new_id(), actor.to_claims()
    received_at = await tx.database_now()
    values = {"id": receipt_id, "act": act.id, "actor": claims, "cms": cms, "received_at": received_at}
    await tx.execute(INSERT_RECEIPT, values | {"traceparent": current_traceparent()})
    return Receipt(receipt_id, act.id, act.type, bytes(act.statement), act.body, claims, cms, received_at)


async def load_receipt(tx: ReadTx, receipt_id: UUID) -> Receipt:
    """A receipt as it stands."""
    (row,) = await tx.rows(RECEIPT, {"receipt": receipt_id})
    return Receipt(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name of a row's mapping


async def keep_verdict(tx: Tx, receipt: Receipt, judged: dict[str, Any]) -> Receipt:
    """Store what came of its verification; of several judges the first has the last word."""
    values = {f"new_{name}": judged.get(name) for name in _JUDGED}
    if await tx.execute(JUDGE, values | {"receipt": receipt.id}) == 0:
        return await load_receipt(tx, receipt.id)
    return replace(receipt, verdict=judged["verdict"])


async def received_before(tx: Tx, subjects: Sequence[str], instant: datetime) -> list[str]:
    """The subjects with an unfinished act received before an instant: it comes before a deadline at that instant."""
    rows = await tx.rows(IN_TIME, {"subjects": list(subjects), "instant": instant})
    return [row.subject for row in rows]


@dataclass(frozen=True)
class Unfinished:
    """A receipt whose act is not finished, and what that act is about."""

    id: UUID
    subject: str
    body: dict[str, Any]


async def list_received_before(
    tx: Tx,
    types: Sequence[str],
    instant: datetime,
    hold_back: timedelta | None = None,
    piece: Mapping[str, Any] | None = None,
) -> list[Unfinished]:
    """Unfinished acts of these types received before an instant whose body holds a piece, if one is given.

    None longer ago than they may hold others back, where that is limited.
    """
    limits = {"instant": instant, "hold_back": hold_back, "offset": tx.clock_offset()}
    rows = await tx.rows(RECEIVED_BEFORE, {"types": list(types), "piece": json.dumps(piece or {}), **limits})
    return [Unfinished(row.id, row.subject, row.body) for row in rows]


@dataclass(frozen=True)
class Rivals:
    """Whose earlier acts come first besides those on the act's own subject.

    All on these subjects, and, of these types, those whose body holds one of these pieces.
    """

    subjects: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    pieces: tuple[Mapping[str, Any], ...] = ()


async def check_first_received(
    tx: Tx, act: Act[Any, Any], *, before: datetime, hold_back: timedelta, rivals: Rivals | None = None
) -> None:
    """Let earlier signatures for the same subject come first, and those of rivals.

    Raises:
        ReceivedEarlier: the first such act that was received before, not longer ago than they may hold others back, and
            is not finished.
    """
    rivals = rivals or Rivals()
    wanted = {
        "act": act.id,
        "subjects": [act.subject, *rivals.subjects],
        "types": list(rivals.types),
        "pieces": [json.dumps(piece) for piece in rivals.pieces],
    }
    limits = {"before": before, "hold_back": hold_back, "offset": tx.clock_offset()}
    first = await tx.value(FIRST_RECEIVED, wanted | limits)
    if first is not None:
        raise ReceivedEarlier(first)


async def list_bodies(tx: ReadTx, types: Sequence[str], subject: str) -> list[dict[str, Any]]:
    """The bodies of a subject's unfinished acts of these types."""
    return [row.body for row in await tx.rows(UNFINISHED_BODIES, {"types": list(types), "subject": subject})]


async def prune_drafts(tx: Tx) -> int:
    """Forget acts that nobody signed and that ended a day ago: they hold names for nothing."""
    return await tx.execute(PRUNE, {"before": tx.now() - timedelta(days=1)})
