"""Signed acts in two steps (architecture §services): the exact bytes to sign, then the signature.

The receipt stores the CMS with `received_at`, read from the database's clock under a shared lock on the subject, in a
short transaction of its own. Verification holds no lock. The act is then performed in one transaction that checks all
preconditions anew. What takes too long is answered as received, and the worker finishes it, as after a crash. A
refusal by the rules burns the act.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

import sqlalchemy as sa
from pydantic import ValidationError

from kezek.contracts.ids import new_id
from kezek.eds import SignatureRefused, normalise_cms
from kezek.platform import act_rows, errors, tables
from kezek.platform.act_outcomes import ActState, Outcome, outcome_of, state_of
from kezek.platform.act_rows import Receipt
from kezek.platform.act_verdicts import VALID, verdict_on
from kezek.platform.actors import Actor, actor_from_claims
from kezek.platform.acts import Act, AnyAct, BodyT, FactsT, ReceivedEarlier, ResultT, SignedAct
from kezek.platform.db import DATABASE_LOST, Database, Tx, passes_by_itself
from kezek.platform.settings import Settings
from kezek.platform.signatures import Verifier
from kezek.platform.telemetry import logger, span

LOG = logger(__name__)
# who was first is mostly being finished elsewhere at this moment
_POLLS, _POLL_S = 20, 0.05
_WAITS_FOR_A_READER = timedelta(days=1)
AfterReceipt = Callable[[UUID, Actor], Awaitable[None]]


@dataclass(frozen=True)
class Signed:
    """What came of a signature: the act's result, or, without one, that it was received and is not finished yet."""

    act_type: str
    received_at: datetime | None = None
    result: dict[str, Any] | None = None


class Acts:
    """Prepares, receives and finishes the acts of one service."""

    def __init__(
        self,
        database: Database,
        verifier: Verifier,
        kinds: Sequence[AnyAct],
        *,
        lifetime_s: int = 900,
        answer_within_s: float = 10.0,
    ) -> None:
        self._database = database
        self._verifier = verifier
        self._kinds = {kind.TYPE: kind for kind in kinds}
        self._lifetime = timedelta(seconds=lifetime_s)
        self._answer_within_s = answer_within_s
        self._let_by: dict[UUID, asyncio.Task[None]] = {}

    @classmethod
    def of(cls, settings: Settings, database: Database, kinds: Sequence[AnyAct]) -> Self:
        """For the API that receives these acts, and for the worker that finishes them.

        Raises:
            ValueError: without a trust list no signature can be verified.
        """
        verifier = Verifier.of(settings, database.clock)
        lifetime_s, within_s = settings.act_lifetime_s, settings.act_answer_within_s
        return cls(database, verifier, kinds, lifetime_s=lifetime_s, answer_within_s=within_s)

    async def close(self) -> None:
        """Close what verification has opened, and wait for nobody any more."""
        for task in list(self._let_by.values()):
            task.cancel()
        await self._verifier.close()

    async def prepare(
        self, tx: Tx, kind: type[SignedAct[BodyT, FactsT, ResultT]], actor: Actor, body: BodyT
    ) -> Act[BodyT, FactsT]:
        """Store a new act and the exact bytes to sign.

        Raises:
            Refusal: when the act is not possible now.
        """
        draft = await self._kinds[kind.TYPE].draft(tx, actor, body)
        act_id, now = new_id(), self._database.clock.now()
        expires_at = now + self._lifetime
        statement = draft.statement(act_id, kind.TYPE, expires_at)
        of_kindergarten = kind.OF_KINDERGARTEN
        act = Act(act_id, kind.TYPE, draft.subject, actor, body, draft.facts, statement, expires_at, of_kindergarten)
        await tx.execute(
            sa.insert(tables.act).values(
                id=act.id,
                type=act.type,
                subject=act.subject,
                actor=actor.to_claims(),
                body=body.model_dump(mode="json"),
                facts=draft.facts.model_dump(mode="json"),
                statement=statement,
                created_at=now,
                expires_at=expires_at,
            )
        )
        return act

    async def sign(
        self, act_id: UUID, actor: Actor, signature: str, after_receipt: AfterReceipt | None = None
    ) -> Signed:
        """Receive a signature, verify it and perform the act; the result, also for a repetition.

        `after_receipt` may renew, outside any transaction, what the act is judged by.

        Raises:
            NotFound: `act_not_found`, also for somebody else's act.
            Unavailable: the receipt stands, and `received_at` says since when.
            Refusal: a signature's own code (the act may be signed again), or the rule that forbids the act.
        """
        cms = _cms(signature)
        async with self._database.write() as tx:
            row = await act_rows.load_own(tx, act_id, actor, act_rows.OWN_TO_SIGN)
            if row.outcome is not None:
                return Signed(row.type, result=outcome_of(row.outcome).unwrap())
            receipt, is_first = await self._receive(tx, row, actor, cms)
        received_at = receipt.received_at
        try:
            async with asyncio.timeout(self._answer_within_s) as within:
                if after_receipt is not None:
                    await after_receipt(act_id, actor)
                outcome = await (self._finish(receipt.id, first=receipt) if is_first else self._in_order(receipt))
        except TimeoutError:
            if not within.expired():
                raise
            return Signed(row.type, received_at)
        except errors.Unavailable as waiting:
            params = {**waiting.params, "received_at": received_at.isoformat()}
            raise errors.Unavailable(waiting.code, **params) from waiting
        return Signed(row.type, received_at, outcome.unwrap())

    async def state(self, act_id: UUID, actor: Actor) -> ActState:
        """Where the person's act stands.

        Raises:
            NotFound: `act_not_found`, also for somebody else's act.
        """
        async with self._database.read() as tx:
            row = await act_rows.load_own(tx, act_id, actor)
            receipts = await tx.rows(act_rows.RECEIVED, {"act": act_id})
        kind = self._kinds.get(row.type)
        of_kindergarten = kind is not None and kind.OF_KINDERGARTEN
        return state_of(row, receipts, self._database.clock.now(), of_kindergarten=of_kindergarten)

    async def _receive(self, tx: Tx, act: Any, actor: Actor, cms: bytes) -> tuple[Receipt, bool]:
        """Store the signature, before anything is asked of it; and whether none of this act waits before it.

        The same signature again, while the first still waits, is the first: who asks again while an authority is
        silent loses no time and uses up no try.

        Raises:
            TooMany: `act_signed_too_often`.
        """
        receipts = await tx.rows(act_rows.RECEIPTS, {"act": act.id, "cms": cms})
        waiting = [each for each in receipts if each.waits]
        for each in waiting:
            if each.same:
                return await act_rows.load_receipt(tx, each.id), False
        if len(receipts) >= act_rows.MAX_RECEIPTS:
            raise errors.TooMany("act_signed_too_often")
        await self._kinds[act.type].lock(tx, act.subject)
        return await act_rows.insert_receipt(tx, act, actor, cms), not waiting

    async def _in_order(self, receipt: Receipt) -> Outcome:
        """Earlier receipts first: one that waits for an authority may be in time where this one is late."""
        async with self._database.read_once() as tx:
            rows = await tx.rows(act_rows.EARLIER, {"act": receipt.act_id, "receipt": receipt.id})
        for row in rows:
            await self._finish(row.id)
        return await self._finish(receipt.id)

    async def _finish(self, receipt_id: UUID, polls: int = _POLLS, first: Receipt | None = None) -> Outcome:
        receipt, is_first = first, first is not None
        if receipt is None:
            async with self._database.read_once() as tx:
                receipt = await act_rows.load_receipt(tx, receipt_id)
        judged = await self._judge(receipt) if receipt.verdict is None else None
        try:
            async with self._database.write() as tx:
                return await self._conclude(tx, receipt, judged, is_first=is_first)
        except Exception as failure:
            if judged is not None:  # what was found good must not be asked of an authority again
                with suppress(*DATABASE_LOST):
                    async with self._database.write() as tx:
                        await act_rows.keep_verdict(tx, receipt, judged)
            if not isinstance(failure, ReceivedEarlier):
                raise
            await self._let_pass(failure.receipt_id, polls)
        return await self._finish(receipt_id, polls)

    async def _let_pass(self, receipt_id: UUID, polls: int) -> None:
        """Let this receipt be finished first; however many wait for it here, it is looked at once for all."""
        task = self._let_by.get(receipt_id)
        if task is None:
            task = self._let_by[receipt_id] = asyncio.create_task(self._see_finished(receipt_id, polls))
            task.add_done_callback(lambda done: self._passed(receipt_id, done))
        await asyncio.shield(task)  # who waits no longer ends it for nobody else

    def _passed(self, receipt_id: UUID, done: asyncio.Task[None]) -> None:
        del self._let_by[receipt_id]
        if not done.cancelled():
            done.exception()  # told to whoever still waits

    async def _see_finished(self, receipt_id: UUID, polls: int) -> None:
        """Wait a moment for whoever finishes this receipt, then finish it here.

        Raises:
            Unavailable: no authority answers for it: the worker tries again.
        """
        for _ in range(polls):
            async with self._database.read_once() as tx:
                if await tx.value(act_rows.STILL_WAITS, {"receipt": receipt_id}) is None:
                    return
            await asyncio.sleep(_POLL_S)
        await self._finish(receipt_id, polls)

    async def _judge(self, receipt: Receipt) -> dict[str, Any]:
        """Verify the signature; what to store of it.

        Raises:
            Unavailable: no authority answers: the receipt stands, and is judged when one does.
        """
        return await verdict_on(receipt, self._verifier, any_owner=self._kinds[receipt.type].OF_KINDERGARTEN)

    async def _conclude(self, tx: Tx, receipt: Receipt, judged: dict[str, Any] | None, *, is_first: bool) -> Outcome:
        """Perform the act once; under the act's lock, so that API and worker never both do.

        Raises:
            ReceivedEarlier: an earlier signature of the act waits, and may be in time where this one is late.
        """
        row = (await tx.rows(act_rows.LOCK_ACT, {"act": receipt.act_id}))[0]
        if judged is not None:
            receipt = await act_rows.keep_verdict(tx, receipt, judged)
        if row.outcome is not None:
            return outcome_of(row.outcome)
        if receipt.verdict != VALID:
            return Outcome(refusal=errors.Invalid(receipt.verdict or ""))
        if not is_first:
            earlier = await tx.value(act_rows.EARLIER, {"act": receipt.act_id, "receipt": receipt.id})
            if earlier is not None:
                raise ReceivedEarlier(earlier)
        outcome = await self._perform(tx, row, receipt)
        values = {"act": row.id, "outcome": outcome.to_json(), "offset": tx.clock_offset()}
        await tx.execute(act_rows.FINISH, values)
        return outcome

    async def _perform(self, tx: Tx, row: Any, receipt: Receipt) -> Outcome:
        if receipt.received_at >= row.expires_at:
            return Outcome(refusal=errors.Conflict("act_expired"))
        kind = self._kinds[row.type]
        try:
            with span(f"act {row.type}"):
                async with tx.savepoint():
                    result = await kind.perform(tx, _act(kind, row, receipt, tx.now()), receipt.received_at)
        except errors.Unavailable:
            raise
        except errors.Refusal as refusal:
            return Outcome(refusal=refusal)
        return Outcome(result=result.model_dump(mode="json"))

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
            # nobody is waited for: the earlier one's turn came before, and the others' turns come after
            outcome = await self._finish(receipt_id, polls=0)
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


def _cms(signature: str) -> bytes:
    try:
        return normalise_cms(signature)
    except SignatureRefused as refused:
        raise errors.Invalid(refused.code) from refused


def _act(kind: AnyAct, row: Any, receipt: Receipt, now: datetime) -> Act[Any, Any]:
    """The act, by its person as of the signature.

    Raises:
        Unavailable: `act_not_readable`, when another release prepared it in a shape that this one does not know: that
            is a fault of the release, and must not cost the person what was signed in time.
        Conflict: `act_outdated`, when none has come for a day that does: others wait for what becomes of it.
    """
    try:
        body, facts = kind.body.model_validate(row.body), kind.facts.model_validate(row.facts)
    except ValidationError as error:
        LOG.error("a received act cannot be read", act=str(row.id), type=row.type, exc_info=error)  # noqa: TRY400
        if now - receipt.received_at > _WAITS_FOR_A_READER:
            raise errors.Conflict("act_outdated") from error
        raise errors.Unavailable("act_not_readable") from error
    actor = actor_from_claims(receipt.actor)
    statement, cms = bytes(row.statement), bytes(receipt.cms)
    return Act(row.id, row.type, row.subject, actor, body, facts, statement, row.expires_at, kind.OF_KINDERGARTEN, cms)
