"""What the acts on a referral are asked by, for the tests of them: of the child `a`, unless another is named."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.vocabulary import (
    AdmissionRefusal,
    RefusalOutcome,
)
from kezek.platform.actors import Actor
from kezek.platform.acts import Act
from kezek.platform.errors import Refusal as Refused
from kezek.platform.file_receipts import ReceiptReader
from kezek.platform.testing import officer_of, worker_of
from kezek.referrals.domain.refusal import Refusal
from kezek.referrals.usecases.accept_referral import Acceptance, AcceptReferral
from kezek.referrals.usecases.answer_refusal import answer_refusal
from kezek.referrals.usecases.cancel_referral import Cancellation, CancelReferral
from kezek.referrals.usecases.decide_refusal import DecideRefusal, RefusalDecision
from kezek.referrals.usecases.note_arrival import note_arrival
from kezek.referrals.usecases.refuse_referral import ChildRefused, RefuseReferral

MINUTE = timedelta(minutes=1)
OFFICER = officer_of("1110")


async def refused(asked: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refused) as refusal:
        await asked
    return refusal.value.code, refusal.value.params


async def referral(play: Any, name: str = "a") -> Any:
    found = (await play.candidate(name)).referral
    assert found is not None
    return found


async def referred(play: Any, name: str = "a") -> UUID:
    """A child with a referral; the place."""
    await play.child(name)
    (place,) = await play.opened()
    await play.chooses(name, place)
    return UUID(str(place))


async def prepared(play: Any, act: Any, actor: Actor, body: Any) -> Act[Any, Any]:
    async with play.database.write() as tx:
        prepared: Act[Any, Any] = await play.acts.prepare(tx, act, actor, body)
    return prepared


def worker(play: Any) -> Actor:
    return worker_of(play.gardens["Бәйтерек"])


async def cancellation(play: Any, name: str = "a") -> Act[Any, Any]:
    family = play.families[name]
    body = Cancellation(application_id=family.id, referral_id=(await referral(play, name)).id)
    return await prepared(play, CancelReferral, family.parent, body)


async def refusal(play: Any, by: Actor | None = None) -> Act[Any, Any]:
    body = ChildRefused(referral_id=(await referral(play)).id, reason=AdmissionRefusal.NO_ROOM, words="Топта орын жоқ")
    return await prepared(play, RefuseReferral, by or worker(play), body)


async def decision(
    play: Any, outcome: RefusalOutcome, by: Actor = OFFICER, read: Refusal | None = None
) -> Act[Any, Any]:
    """By who has read what the family has answered, of a refusal as it was read."""
    answered = tuple(word.id for word in read.family) if read else ()
    body = RefusalDecision(referral_id=(await referral(play)).id, outcome=outcome, words="Тексерілді", answers=answered)
    return await prepared(play, DecideRefusal, by, body)


async def acceptance(play: Any) -> Act[Any, Any]:
    return await prepared(play, AcceptReferral, worker(play), Acceptance(referral_id=(await referral(play)).id))


async def comes(play: Any, by: Actor | None = None) -> Any:
    async with play.database.write() as tx:
        return await note_arrival(tx, by or worker(play), (await referral(play)).id)


async def answers(play: Any, *files: str, words: str = "Келіспейміз", name: str = "a") -> Refusal:
    family, reader = play.families[name], ReceiptReader(play.settings.file_receipt_keys)
    async with play.database.write() as tx:
        return await answer_refusal(tx, reader, family.parent, family.id, words, files)
