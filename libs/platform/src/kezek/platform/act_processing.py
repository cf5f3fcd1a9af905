"""Signed acts in two steps (architecture §services): the exact bytes to sign, then the signature.

The receipt stores the CMS with `received_at`, read from the database's clock under a shared lock on the subject, in a
short transaction of its own. Verification holds no lock. The act is then performed in one transaction that checks all
preconditions anew. Receipts are finished as they came, a few at once. What takes too long is answered as received and
goes on; what a crash leaves behind the worker finishes. A refusal by the rules burns the act.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Self
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.ids import new_id
from kezek.eds import SignatureRefused, normalise_cms
from kezek.platform import act_rows, errors, tables
from kezek.platform.act_finishing import Finisher
from kezek.platform.act_outcomes import ActState, ActStatus, Outcome, outcome_of, state_of
from kezek.platform.act_rows import Receipt
from kezek.platform.act_turns import Turns
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, AnyAct, BodyT, FactsT, ResultT, SignedAct
from kezek.platform.db import Database, Tx
from kezek.platform.settings import Settings
from kezek.platform.signatures import Verifier

# of a process's few connections a crowd that comes or asks leaves enough to those who finish what is there
_RECEIVED_AT_ONCE, _LOOKED_AT_ONCE = 2, 1
AfterReceipt = Callable[[UUID, Actor], Awaitable[None]]


@dataclass(frozen=True)
class Signed:
    """What came of a signature: the act's result; without one it was received, and when to ask what came of it."""

    act_type: str
    received_at: datetime | None = None
    result: dict[str, Any] | None = None
    ask_again_after_s: int = 1


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
        at_once: int = 8,
    ) -> None:
        self._database = database
        self._finisher = Finisher(database, verifier, kinds)
        self._lifetime = timedelta(seconds=lifetime_s)
        self._answer_within_s = answer_within_s
        self._turns = Turns(at_once)
        self._receiving, self._looking = asyncio.Semaphore(_RECEIVED_AT_ONCE), asyncio.Semaphore(_LOOKED_AT_ONCE)

    @classmethod
    def of(cls, settings: Settings, database: Database, kinds: Sequence[AnyAct]) -> Self:
        """For the API that receives these acts, and for the worker that finishes them.

        Raises:
            ValueError: without a trust list no signature can be verified.
        """
        verifier = Verifier.of(settings, database.clock)
        lifetime_s, within_s = settings.act_lifetime_s, settings.act_answer_within_s
        at_once = settings.acts_at_once
        return cls(database, verifier, kinds, lifetime_s=lifetime_s, answer_within_s=within_s, at_once=at_once)

    async def close(self) -> None:
        """Close what verification has opened, and wait for nobody any more."""
        self._turns.close()
        await self._finisher.close()

    async def prepare(
        self, tx: Tx, kind: type[SignedAct[BodyT, FactsT, ResultT]], actor: Actor, body: BodyT
    ) -> Act[BodyT, FactsT]:
        """Store a new act and the exact bytes to sign.

        Raises:
            Refusal: when the act is not possible now.
        """
        draft = await self._finisher.kinds[kind.TYPE].draft(tx, actor, body)
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
        async with self._receiving, self._database.write() as tx:
            row = await act_rows.load_own(tx, act_id, actor, act_rows.OWN_TO_SIGN)
            outcome = None if row.outcome is None else outcome_of(row.outcome)
            outcome = outcome or await self._finisher.refuse_foregone(tx, row, actor, cms)
            if outcome is None:
                receipt, is_first = await self._receive(tx, row, actor, cms)
        if outcome is not None:
            return Signed(row.type, result=outcome.unwrap())
        received_at = receipt.received_at

        async def finishing() -> Outcome:
            if after_receipt is not None:
                await after_receipt(act_id, actor)
            finisher = self._finisher
            return await (finisher.finish_new(receipt) if is_first else finisher.finish_in_order(receipt))

        try:
            outcome = await self._turns.finish(receipt.id, finishing, self._answer_within_s)
        except errors.Unavailable as waiting:
            params = {**waiting.params, "received_at": received_at.isoformat()}
            raise errors.Unavailable(waiting.code, **params) from waiting
        if outcome is None:
            return Signed(row.type, received_at, ask_again_after_s=self._turns.ask_again_after_s(receipt.id))
        return Signed(row.type, received_at, outcome.unwrap())

    async def state(self, act_id: UUID, actor: Actor) -> ActState:
        """Where the person's act stands.

        Raises:
            NotFound: `act_not_found`, also for somebody else's act.
        """
        async with self._looking, self._database.read() as tx:
            row = await act_rows.load_own(tx, act_id, actor)
            receipts = await tx.rows(act_rows.RECEIVED, {"act": act_id})
        kind = self._finisher.kinds.get(row.type)
        of_kindergarten = kind is not None and kind.OF_KINDERGARTEN
        state = state_of(row, receipts, self._database.clock.now(), of_kindergarten=of_kindergarten)
        if state.status is not ActStatus.RECEIVED:
            return state
        return replace(state, ask_again_after_s=max(self._turns.ask_again_after_s(each.id) for each in receipts))

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
        await self._finisher.kinds[act.type].lock(tx, act.subject)
        return await act_rows.insert_receipt(tx, act, actor, cms), not waiting

    async def finish_received(self, subjects: Sequence[str] = (), *, older_than_s: float = 0.0) -> int:
        """Finish acts that were received and never finished, as after a crash; of these subjects, or of all.

        Returns:
            How many there were.
        """
        return await self._finisher.finish_received(subjects, older_than_s=older_than_s)


def _cms(signature: str) -> bytes:
    try:
        return normalise_cms(signature)
    except SignatureRefused as refused:
        raise errors.Invalid(refused.code) from refused
