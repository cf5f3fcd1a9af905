"""Received acts are finished: the signature is verified without a lock, then the act performed in one transaction.

What a crash or a silent authority leaves behind, the worker finishes, by what held when the signature came.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from kezek.platform import act_rows, errors
from kezek.platform.act_outcomes import Outcome, outcome_of
from kezek.platform.act_rows import Receipt
from kezek.platform.act_verdicts import VALID, verdict_on
from kezek.platform.actors import Actor, actor_from_claims
from kezek.platform.acts import Act, AnyAct, ContestedAct, ReceivedEarlier
from kezek.platform.db import DATABASE_LOST, Database, ReadTx, Tx, passes_by_itself
from kezek.platform.signatures import Verifier
from kezek.platform.telemetry import logger, span

LOG = logger(__name__)
# who was first is mostly being finished elsewhere at this moment
_POLLS, _POLL_S = 20, 0.05
_WAITS_FOR_A_READER = timedelta(days=1)


class Finisher:
    """Finishes received acts of these kinds, by their type."""

    def __init__(self, database: Database, verifier: Verifier, kinds: Sequence[AnyAct]) -> None:
        self._database = database
        self._verifier = verifier
        self.kinds = {kind.TYPE: kind for kind in kinds}
        self._let_by: dict[UUID, asyncio.Task[None]] = {}

    async def close(self) -> None:
        """Close what verification has opened, and wait for nobody any more."""
        for task in list(self._let_by.values()):
            task.cancel()
        await self._verifier.close()

    async def finish_new(self, receipt: Receipt) -> Outcome:
        """What comes of the first receipt of its act, as it has just been stored."""
        return await self._finish(receipt.id, first=receipt)

    async def finish_in_order(self, receipt: Receipt) -> Outcome:
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
        judged = None
        if receipt.verdict is None:
            refused = await self._refused_meanwhile(receipt)
            if refused is not None:
                return refused
            judged = await self._judge(receipt)
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

    async def refuse_foregone(self, tx: Tx, act: Any, actor: Actor, cms: bytes) -> Outcome | None:
        """The rules' refusal of a locked act that looks foregone, as of now, its signature kept but not examined.

        None: it must be received as any other.
        """
        kind = self.kinds[act.type]
        if not await self._is_foregone(tx, kind, act.body) or await tx.rows(act_rows.RECEIVED, {"act": act.id}):
            return None
        try:
            async with tx.savepoint():
                receipt = await act_rows.insert_receipt(tx, act, actor, cms)
                return await self._refused_unexamined(tx, receipt)
        except (_MustBeExaminedError, ReceivedEarlier, errors.Unavailable):
            return None

    async def _refused_meanwhile(self, receipt: Receipt) -> Outcome | None:
        """The same of one that was received when it did not look so; or the outcome that is there already."""
        if receipt.finished is not None:
            return outcome_of(receipt.finished)
        kind = self.kinds[receipt.type]
        if not isinstance(kind, ContestedAct):  # which is most: no connection is taken for nothing
            return None
        async with self._database.read_once() as tx:
            if not await self._is_foregone(tx, kind, receipt.body):
                return None
        try:
            async with self._database.write() as tx:
                return await self._refused_unexamined(tx, receipt)
        except (_MustBeExaminedError, ReceivedEarlier, errors.Unavailable):
            return None

    async def _refused_unexamined(self, tx: Tx, receipt: Receipt) -> Outcome:
        outcome = await self._conclude(tx, receipt, None, is_first=False, examined=False)
        if outcome.refusal is None:
            raise _MustBeExaminedError
        return outcome

    async def _is_foregone(self, tx: ReadTx, kind: AnyAct, body: dict[str, Any]) -> bool:
        if not isinstance(kind, ContestedAct):
            return False
        try:
            return await kind.is_foregone(tx, kind.body.model_validate(body))
        except ValidationError:
            return False

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
        return await verdict_on(receipt, self._verifier, any_owner=self.kinds[receipt.type].OF_KINDERGARTEN)

    async def _conclude(
        self, tx: Tx, receipt: Receipt, judged: dict[str, Any] | None, *, is_first: bool, examined: bool = True
    ) -> Outcome:
        """Perform the act once; under the act's lock, so that API and worker never both do.

        Raises:
            ReceivedEarlier: an earlier signature of the act waits, and may be in time where this one is late.
        """
        row = (await tx.rows(act_rows.LOCK_ACT, {"act": receipt.act_id}))[0]
        if judged is not None:
            receipt = await act_rows.keep_verdict(tx, receipt, judged)
        if row.outcome is not None:
            return outcome_of(row.outcome)
        if examined and receipt.verdict != VALID:
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
        kind = self.kinds[row.type]
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


class _MustBeExaminedError(Exception):
    """The act is not refused: what was done without an examined signature is undone."""


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
