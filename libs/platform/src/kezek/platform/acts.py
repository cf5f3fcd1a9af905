"""Signed acts in two steps (architecture §services): the exact bytes to sign, then the signature.

The receipt stores the CMS with `received_at`, read from the database's clock under a shared lock on the subject, in a
short transaction of its own. Verification holds no lock. The act is then performed in one transaction that checks all
preconditions anew. After a crash the worker finishes what was received. A refusal by the rules burns the act.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.ids import new_id
from kezek.eds import Purpose, SignatureRefused, normalise_cms
from kezek.platform import act_rows, errors, tables
from kezek.platform.act_outcomes import Outcome, outcome_of
from kezek.platform.actors import Actor, actor_from_claims
from kezek.platform.db import Database, Tx, passes_by_itself
from kezek.platform.signatures import Verifier
from kezek.platform.telemetry import current_traceparent, logger, span

LOG = logger(__name__)
MOST_RECEIPTS = 10
VALID = "valid"


@dataclass(frozen=True)
class Draft:
    """An act as its service proposes it.

    `subject` is the key of the aggregate whose clock judges the act; `facts` are what the statement says of the world
    and must still hold when it is performed; `sentences` are the statement's text in the person's language.
    """

    subject: str
    facts: dict[str, Any]
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Act:
    """A prepared act."""

    id: UUID
    type: str
    subject: str
    actor: Actor
    body: dict[str, Any]
    facts: dict[str, Any]
    statement: bytes
    expires_at: datetime

    def check_facts(self, facts: dict[str, Any]) -> None:
        """Refuse if the world is no longer what the signed statement says.

        Raises:
            Conflict: `act_outdated`.
        """
        if json.loads(json.dumps(facts, default=str)) != self.facts:
            raise errors.Conflict("act_outdated")


class SignedAct(Protocol):
    """One kind of act of a service."""

    type: str

    async def draft(self, tx: Tx, actor: Actor, body: dict[str, Any]) -> Draft:
        """Check that the act is possible now and say what would be signed; changes nothing."""
        ...

    async def lock(self, tx: Tx, subject: str) -> None:
        """Take a shared lock on the subject, so that no deadline fires between the receipt's clock and its commit."""
        ...

    async def perform(self, tx: Tx, act: Act, received_at: datetime) -> dict[str, Any]:
        """Check everything anew, judge time by `received_at`, change the state; the result is kept for good."""
        ...


class Acts:
    """Prepares, receives and finishes the acts of one service."""

    def __init__(
        self, database: Database, verifier: Verifier, kinds: Sequence[SignedAct], lifetime_s: int = 900
    ) -> None:
        self._database = database
        self._verifier = verifier
        self._kinds = {kind.type: kind for kind in kinds}
        self._lifetime = timedelta(seconds=lifetime_s)

    async def prepare(self, tx: Tx, kind: str, actor: Actor, body: dict[str, Any]) -> Act:
        """Store a new act and the exact bytes to sign.

        Raises:
            Refusal: when the act is not possible now.
        """
        draft = await self._kinds[kind].draft(tx, actor, body)
        now = self._database.clock.now()
        facts = json.loads(json.dumps(draft.facts, default=str))
        act_id, expires_at = new_id(), now + self._lifetime
        statement = _statement(act_id, kind, draft, facts, expires_at)
        act = Act(act_id, kind, draft.subject, actor, body, facts, statement, expires_at)
        await tx.execute(
            sa.insert(tables.act).values(
                id=act.id,
                type=act.type,
                subject=act.subject,
                actor=actor.to_claims(),
                body=json.loads(json.dumps(body, default=str)),
                facts=facts,
                statement=statement,
                created_at=now,
                expires_at=expires_at,
            )
        )
        return act

    async def sign(self, act_id: UUID, actor: Actor, signature: str) -> dict[str, Any]:
        """Receive a signature, verify it and perform the act; the result, also for a repetition.

        Raises:
            NotFound: `act_not_found`, also for somebody else's act.
            Refusal: a signature's own code (the act may be signed again), or the rule that forbids the act.
        """
        cms = _cms(signature)
        async with self._database.write() as tx:
            row = await tx.row(sa.select(tables.act).where(tables.act.c.id == act_id))
            if row is None or row.actor["sub"] != str(actor.person_id):
                raise errors.NotFound("act_not_found")
            if row.outcome is not None:
                return outcome_of(row.outcome).unwrap()
            receipt_id = await self._receive(tx, row, actor, cms)
        return (await self._finish_in_order(act_id, receipt_id)).unwrap()

    async def _receive(self, tx: Tx, act: Any, actor: Actor, cms: bytes) -> UUID:
        """Store the signature, when it came, and what its bringer may do at this moment.

        The same signature again, while the first still waits, is the first: who asks again while an authority is
        silent loses no time and uses up no try.
        """
        waiting: UUID | None = await tx.value(act_rows.SAME_RECEIPT, {"act": act.id, "cms": cms})
        if waiting is not None:
            return waiting
        await self._check_open(tx, act.id)
        await self._kinds[act.type].lock(tx, act.subject)
        receipt_id = new_id()
        received_at = await tx.database_now()
        await tx.execute(
            sa.insert(tables.act_receipt).values(
                id=receipt_id,
                act_id=act.id,
                actor=actor.to_claims(),
                cms=cms,
                received_at=received_at,
                traceparent=current_traceparent(),
            )
        )
        return receipt_id

    async def _check_open(self, tx: Tx, act_id: UUID) -> None:
        count = await tx.value(act_rows.COUNT_RECEIPTS, {"act": act_id})
        if count >= MOST_RECEIPTS:
            raise errors.TooMany("act_signed_too_often")

    async def _finish_in_order(self, act_id: UUID, receipt_id: UUID) -> Outcome:
        """Earlier receipts first: one that waits for an authority may be in time where this one is late."""
        async with self._database.read() as tx:
            rows = await tx.rows(act_rows.EARLIER, {"act": act_id, "receipt": receipt_id})
        for row in rows:
            await self._finish(row.id)
        return await self._finish(receipt_id)

    async def close(self) -> None:
        """Close what verification has opened."""
        await self._verifier.close()

    async def _finish(self, receipt_id: UUID) -> Outcome:
        async with self._database.read() as tx:
            row = (await tx.rows(act_rows.RECEIPT, {"receipt": receipt_id}))[0]
        if row.verdict is None:
            await self._judge(row)
        async with self._database.write() as tx:
            return await self._conclude(tx, row.act_id, receipt_id)

    async def _judge(self, row: Any) -> None:
        """Verify the signature and store the verdict; of several judges the first writes.

        Raises:
            Unavailable: no authority answers: the receipt stands, and is judged when one does.
        """
        values: dict[str, Any]
        try:
            verified = await self._verifier.verify(row.cms, row.statement, at=row.received_at, purpose=Purpose.SIGN)
        except SignatureRefused as refused:
            values = {"verdict": refused.code}
        else:
            signer = verified.signer
            values = {
                "verdict": VALID if signer.iin == row.actor["iin"] else "signer_is_another_person",
                "algorithm": signer.algorithm,
                "certificate_sha256": signer.certificate_sha256,
                "certificate_serial": str(signer.certificate_serial),
                "revocation_evidence": verified.revocation,
            }
        table = tables.act_receipt
        async with self._database.write() as tx:
            await tx.execute(sa.update(table).where(table.c.id == row.id, table.c.verdict.is_(None)).values(values))

    async def _conclude(self, tx: Tx, act_id: UUID, receipt_id: UUID) -> Outcome:
        """Perform the act once; under the act's lock, so that API and worker never both do."""
        row = (await tx.rows(act_rows.LOCK_ACT, {"act": act_id}))[0]
        receipt = (await tx.rows(act_rows.RECEIPT, {"receipt": receipt_id}))[0]
        if row.outcome is not None:
            return outcome_of(row.outcome)
        if receipt.verdict != VALID:
            return Outcome(refusal=errors.Invalid(receipt.verdict))
        outcome = await self._perform(tx, _act(row, receipt.actor), receipt.received_at)
        await tx.execute(
            sa.update(tables.act)
            .where(tables.act.c.id == act_id)
            .values(outcome=outcome.to_json(), finished_at=await tx.database_now())
        )
        return outcome

    async def _perform(self, tx: Tx, act: Act, received_at: datetime) -> Outcome:
        if received_at >= act.expires_at:
            return Outcome(refusal=errors.Conflict("act_expired"))
        try:
            with span(f"act {act.type}"):
                async with tx.savepoint():
                    return Outcome(result=await self._kinds[act.type].perform(tx, act, received_at))
        except errors.Unavailable:
            raise
        except errors.Refusal as refusal:
            return Outcome(refusal=refusal)

    async def finish_received(self, subjects: Sequence[str] = (), *, older_than_s: float = 0.0) -> int:
        """Finish acts that were received and never finished, as after a crash; of these subjects, or of all.

        Returns:
            How many there were.
        """
        before = self._database.clock.now() - timedelta(seconds=older_than_s)
        async with self._database.read() as tx:
            rows = await tx.rows(
                act_rows.UNFINISHED, {"subjects": list(subjects), "any": not subjects, "before": before}
            )
        for row in rows:
            with span("finish act", traceparent=row.traceparent):
                await self._finish_after_crash(row.id, row.act_id)
        return len(rows)

    async def _finish_after_crash(self, receipt_id: UUID, act_id: UUID) -> None:
        try:
            outcome = await self._finish(receipt_id)
        except errors.Unavailable as waiting:
            LOG.info("a received act waits", act=str(act_id), code=waiting.code)
            return
        except Exception as error:
            if passes_by_itself(error):
                raise
            LOG.error("received act not finished", act=str(act_id), exc_info=error)  # noqa: TRY400 - structured
            return
        code = outcome.refusal.code if outcome.refusal else "done"
        LOG.info("received act finished", act=str(act_id), code=code)


def _statement(act_id: UUID, kind: str, draft: Draft, facts: dict[str, Any], expires_at: datetime) -> bytes:
    # the id is the nonce: it is random and used once
    document = {
        "act": str(act_id),
        "type": kind,
        "subject": draft.subject,
        "statement": list(draft.sentences),
        "facts": facts,
        "sign_before": expires_at.isoformat(),
    }
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True).encode()


def _cms(signature: str) -> bytes:
    try:
        return normalise_cms(signature)
    except SignatureRefused as refused:
        raise errors.Invalid(refused.code) from refused


def _act(row: Any, claims: dict[str, Any]) -> Act:
    """The act, by its person as of the signature: a grant ended since the draft counts no more."""
    actor = actor_from_claims(claims)
    return Act(row.id, row.type, row.subject, actor, row.body, row.facts, bytes(row.statement), row.expires_at)
