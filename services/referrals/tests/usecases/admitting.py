"""What the acts on a referral are asked by, for the tests of them: of the child `a`, unless another is named."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.ids import new_id
from kezek.contracts.policy import VOUCHER_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.vocabulary import AdmissionRefusal, Language, PaperForm, PapersFlaw, RefusalOutcome
from kezek.platform.actors import Actor
from kezek.platform.acts import Act
from kezek.platform.contract_receipts import ContractReceipt
from kezek.platform.errors import Refusal as Refused
from kezek.platform.file_receipts import ReceiptReader
from kezek.platform.testing import officer_of, worker_of
from kezek.platform.workdays import local_day
from kezek.referrals.adapters import admissions
from kezek.referrals.adapters.admission_list import Sort
from kezek.referrals.domain.papers import Admission
from kezek.referrals.domain.refusal import Refusal
from kezek.referrals.usecases.accept_referral import Acceptance, AcceptReferral
from kezek.referrals.usecases.answer_refusal import answer_refusal
from kezek.referrals.usecases.cancel_referral import Cancellation, CancelReferral
from kezek.referrals.usecases.decide_refusal import DecideRefusal, RefusalDecision
from kezek.referrals.usecases.note_arrival import note_arrival
from kezek.referrals.usecases.refuse_referral import ChildRefused, RefuseReferral
from kezek.referrals.usecases.return_papers import PapersReturn, ReturnPapers
from kezek.referrals.usecases.submit_papers import GivenPaper, Papers, SubmitPapers

MINUTE = timedelta(minutes=1)
OFFICER = officer_of("1110")
PAGE = {"offset": 0, "limit": 9}
BY_TURN: Sort = (None, False, Language.KK)


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


async def acceptance(play: Any, name: str = "a") -> Act[Any, Any]:
    body = Acceptance(referral_id=(await referral(play, name)).id)
    return await prepared(play, AcceptReferral, worker(play), body)


async def comes(play: Any, by: Actor | None = None) -> Any:
    async with play.database.write() as tx:
        return await note_arrival(tx, by or worker(play), (await referral(play)).id)


async def answers(play: Any, *files: str, words: str = "Келіспейміз", name: str = "a") -> Refusal:
    family, reader = play.families[name], ReceiptReader(play.settings.file_receipt_keys)
    async with play.database.write() as tx:
        return await answer_refusal(tx, reader, family.parent, family.id, words, files)


async def goes_by_vouchers(play: Any) -> None:
    """The district's numbers begin with 320; without papers nobody is enrolled."""
    policy = replace(VOUCHER_PROFILE, id="1110-2", admission_code=320)
    today = local_day(play.clock.now())
    await play.told(PolicyPublished(district="1110", version=2, in_force_from=today, policy=policy), version=2)


def scan(play: Any, form: PaperForm, name: str = "a") -> GivenPaper:
    """A scan of the family's."""
    file_id = new_id()
    owner = play.families[name].parent.person_id
    return GivenPaper(
        form=form, id=file_id, owner_id=owner, name="нысан.pdf", media_type="application/pdf", size=9, sha256="a" * 64
    )


async def papers(play: Any, name: str = "a", *, by: Any = None, **said: Any) -> Act[Any, Any]:
    family, of = play.families[name], (await referral(play, name)).id
    said.setdefault("contract", ContractReceipt(referral_id=of, number="11-2027", sha256="c" * 64, version=1))
    body = Papers(
        application_id=family.id,
        referral_id=of,
        identity_number="012345678",
        identity_issued_by="ҚР ІІМ",
        identity_valid_until=said.pop("until", date(2099, 1, 1)),
        address="Абай көшесі, 7",
        email="a@example.kz",
        phone="77990000001",
        files=said.pop("files", None) or tuple(scan(play, form, name) for form in PaperForm),
        **said,
    )
    return await prepared(play, SubmitPapers, by or family.parent, body)


async def paper_return(play: Any, by: Any = None, name: str = "a") -> Act[Any, Any]:
    body = PapersReturn(referral_id=(await referral(play, name)).id, flaw=PapersFlaw.UNREADABLE, words="027/у бұлыңғыр")
    return await prepared(play, ReturnPapers, by or worker(play), body)


async def found_admission(play: Any, name: str = "a") -> Admission | None:
    async with play.database.read() as tx:
        return await admissions.find_admission(tx, (await referral(play, name)).id)


async def handed_in(play: Any, name: str = "a") -> Admission:
    found = await found_admission(play, name)
    assert found is not None
    return found
