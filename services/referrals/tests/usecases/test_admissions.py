"""What becomes of a referral after its issue: by whom, with what that follows, late, at once, and by whom not."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.file_use import ReferralsFileKept
from kezek.contracts.files import FilePurpose
from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.referrals import (
    Arrived,
    PlacesOffered,
    ReferralCancelled,
    ReferralExtended,
    ReferralRefused,
    RefusalOverruled,
    RefusalUpheld,
)
from kezek.contracts.vocabulary import (
    ActorKind,
    AdmissionRefusal,
    ClockStop,
    PlaceStatus,
    ReferralStatus,
    RefusalOutcome,
)
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.actors import Actor
from kezek.platform.acts import Act
from kezek.platform.errors import Refusal
from kezek.platform.file_receipts import ReceiptReader
from kezek.platform.testing import officer_of, worker_of
from kezek.platform.testing.events import deliver_erased
from kezek.platform.workdays import local_day, midnight_of
from kezek.referrals.adapters import tables
from kezek.referrals.usecases.accept_referral import Acceptance, AcceptReferral
from kezek.referrals.usecases.answer_refusal import answer_refusal
from kezek.referrals.usecases.cancel_referral import Cancellation, CancelReferral
from kezek.referrals.usecases.decide_refusal import DecideRefusal, RefusalDecision
from kezek.referrals.usecases.extend_referral import ExtendReferral, Extension
from kezek.referrals.usecases.note_arrival import note_arrival
from kezek.referrals.usecases.read_refusals import list_waiting, open_refusal
from kezek.referrals.usecases.refuse_referral import ChildRefused, RefuseReferral

MINUTE = timedelta(minutes=1)
OFFICER = officer_of("1110")


async def refused(asked: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refusal) as refusal:
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


async def decision(play: Any, outcome: RefusalOutcome, by: Actor = OFFICER) -> Act[Any, Any]:
    body = RefusalDecision(referral_id=(await referral(play)).id, outcome=outcome, words="Тексерілді")
    return await prepared(play, DecideRefusal, by, body)


async def acceptance(play: Any) -> Act[Any, Any]:
    return await prepared(play, AcceptReferral, worker(play), Acceptance(referral_id=(await referral(play)).id))


async def comes(play: Any, by: Actor | None = None) -> Any:
    async with play.database.write() as tx:
        return await note_arrival(tx, by or worker(play), (await referral(play)).id)


async def answers(play: Any, *files: str, words: str = "Келіспейміз", name: str = "a") -> Any:
    family, reader = play.families[name], ReceiptReader(play.settings.file_receipt_keys)
    async with play.database.write() as tx:
        return (await answer_refusal(tx, reader, family.parent, family.id, words, files))[1]


# cancelling


async def test_a_cancelled_referral_goes_on_to_the_next_child_and_never_back_to_who_gave_it(play: Any) -> None:
    place = await referred(play)
    await play.child("b")
    done = await play.signed(await cancellation(play))
    assert (done["status"], (await referral(play)).status) == ("queued", ReferralStatus.CANCELLED)
    told = await play.last(ReferralCancelled)
    assert (told.status, told.reason, told.actor, told.misses) == (
        Status.QUEUED,
        Reason.REFERRAL_CANCELLED,
        ActorKind.APPLICANT,
        0,
    )
    (again,) = (await play.last(PlacesOffered)).offers
    assert (again.place.place_id, again.not_for) == (place, (play.families["a"].id,))
    assert await play.terms() == []
    await play.called("b", place, again.place.offer)
    assert [row.kind for row in await play.terms()] == ["turn"]


async def test_who_cancels_for_a_child_too_old_by_now_signs_that_it_is_removed(play: Any) -> None:
    birthday = local_day(play.start) + timedelta(days=1)
    await play.child("a", born=birthday.replace(year=birthday.year - 6))
    (place,) = await play.opened()
    await play.chooses("a", place)
    play.clock.move_to(midnight_of(birthday) - MINUTE)
    early = await cancellation(play)
    assert "вернётся в очередь по своему времени" in early.statement.decode()
    play.clock.move_to(midnight_of(birthday))
    assert await refused(play.signed(early)) == ("act_outdated", {})
    act = await cancellation(play)
    assert "будет снят с неё" in act.statement.decode()
    assert (await play.signed(act))["status"] == "removed"


async def test_who_cancelled_may_choose_again_and_gets_the_next_number(play: Any) -> None:
    await referred(play)
    await play.signed(await cancellation(play))
    (other,) = await play.opened()
    assert (await play.chooses("a", other))["referral_number"].endswith("02")


async def test_twenty_four_hours_are_exclusive_and_judged_by_the_receipt(play: Any) -> None:
    await referred(play)
    issued = (await referral(play)).issued_at
    play.clock.move_to(issued + timedelta(hours=24) - MINUTE)
    act = await cancellation(play)
    play.clock.move_to(issued + timedelta(hours=24))
    assert (await refused(play.signed(act)))[0] == "cancellation_too_late"
    assert (await refused(cancellation(play)))[0] == "cancellation_too_late"
    assert (await play.candidate("a")).status is Status.REFERRED


async def test_of_a_cancellation_and_an_acceptance_at_once_one_is_done(play: Any) -> None:
    await referred(play)
    acts = [await cancellation(play), await acceptance(play)]
    done = await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    codes = sorted(getattr(each, "code", "done") for each in done)
    assert codes[0] in {"done", "cancellation_not_allowed"}
    assert codes.count("done") == 1


# «келді»


async def test_who_came_is_not_expired_and_who_noted_it_stands_in_the_history(play: Any) -> None:
    await referred(play)
    who, ends_at = worker(play), (await referral(play)).term.ends_at
    await comes(play, who)
    told = await play.last(Arrived)
    assert (told.referral.stopped_by, told.referral.days_left, told.actor) == (
        ClockStop.CAME,
        5,
        ActorKind.KINDERGARTEN,
    )
    assert [row.actor_id for row in await play.rows(tables.history)][-1] == who.person_id
    assert await play.terms() == []
    await play.at(ends_at + timedelta(days=30))
    assert (await play.candidate("a")).status is Status.REFERRED
    await comes(play)
    assert len(await play.events(Arrived)) == 1, "noted twice, it happened once"
    await play.signed(await acceptance(play))
    assert (await play.candidate("a")).status is Status.ENROLLED


async def test_nobody_comes_at_the_instant_of_the_end_nor_to_another_kindergarten(play: Any) -> None:
    await referred(play)
    assert await refused(comes(play, worker_of(new_id()))) == ("referral_not_found", {})
    play.clock.move_to((await referral(play)).term.ends_at)
    assert await refused(comes(play)) == ("referral_not_valid", {"status": "expired"})
    await play.fires()
    assert (await play.candidate("a")).status is Status.STOP_LISTED


async def test_an_arrival_in_the_last_moment_and_the_deadline_at_once_are_one_end_or_none(play: Any) -> None:
    await referred(play)
    ends_at = (await referral(play)).term.ends_at
    play.clock.move_to(ends_at - MINUTE)
    came = asyncio.create_task(comes(play))
    await asyncio.gather(came, play.at(ends_at), return_exceptions=True)
    status = (await play.candidate("a")).status
    assert status is (Status.STOP_LISTED if came.exception() else Status.REFERRED)
    assert [row.kind for row in await play.terms()] == (["stop-list"] if came.exception() else [])


# refusing and deciding


async def test_a_refusal_stops_the_term_and_is_put_before_the_officers(play: Any) -> None:
    await referred(play)
    ends_at = (await referral(play)).term.ends_at
    await play.signed(await refusal(play))
    told = await play.last(ReferralRefused)
    assert (told.status, told.refusal, told.referral.stopped_by) == (
        Status.REFUSAL_REVIEW,
        AdmissionRefusal.NO_ROOM,
        ClockStop.REFUSAL,
    )
    assert "Топта" not in told.model_dump_json(), "what people wrote leaves the service on no topic"
    await play.at(ends_at + timedelta(days=60))
    assert (await play.candidate("a")).status is Status.REFUSAL_REVIEW
    assert (await refused(acceptance(play)))[0] == "refusal_under_review"


async def test_an_upheld_refusal_ends_the_application_and_its_place_goes_on(play: Any) -> None:
    place = await referred(play)
    await play.signed(await refusal(play))
    done = await play.signed(await decision(play, RefusalOutcome.UPHELD))
    told = await play.last(RefusalUpheld)
    assert (done["status"], told.over, told.misses, told.actor) == ("refused", True, 0, ActorKind.OFFICER)
    assert (await play.place(place)).status is PlaceStatus.OFFERED
    assert (await refused(decision(play, RefusalOutcome.OVERRULED)))[0] == "referral_not_valid"


async def test_an_overruled_refusal_must_be_accepted_whenever_it_is(play: Any) -> None:
    await referred(play)
    await play.signed(await refusal(play))
    await play.signed(await decision(play, RefusalOutcome.OVERRULED))
    told = await play.last(RefusalOverruled)
    assert (told.status, told.referral.must_be_accepted, told.referral.days_left) == (Status.REFERRED, True, None)
    assert (await refused(refusal(play)))[0] == "must_be_accepted"
    await play.at(play.clock.now() + timedelta(days=300))
    await play.signed(await acceptance(play))
    assert (await play.candidate("a")).status is Status.ENROLLED


async def test_of_two_officers_the_first_decides(play: Any) -> None:
    await referred(play)
    await play.signed(await refusal(play))
    acts = [
        await decision(play, RefusalOutcome.UPHELD),
        await decision(play, RefusalOutcome.OVERRULED, officer_of("1110")),
    ]
    done = await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    codes = sorted(getattr(each, "code", "done") for each in done)
    assert codes in (["done", "no_refusal_under_review"], ["done", "referral_not_valid"])
    assert len([row for row in await play.rows(tables.refusal) if row.outcome]) == 1


async def test_an_officer_of_elsewhere_or_of_the_own_family_decides_nothing(play: Any) -> None:
    await referred(play)
    await play.signed(await refusal(play))
    elsewhere = decision(play, RefusalOutcome.UPHELD, officer_of("1116"))
    assert await refused(elsewhere) == ("refusal_not_found", {})
    parent = play.families["a"].parent
    own = replace(parent, grants=OFFICER.grants)
    assert await refused(decision(play, RefusalOutcome.OVERRULED, own)) == ("refusal_is_own", {})
    assert await refused(refusal(play, worker_of(new_id()))) == ("referral_not_found", {})


async def test_an_officer_who_refused_or_works_there_decides_nothing(play: Any) -> None:
    await referred(play)
    who = worker(play)
    await play.signed(await refusal(play, who))
    another = ("refusal_is_own", {})
    signed_it = replace(who, grants=OFFICER.grants)
    assert await refused(decision(play, RefusalOutcome.OVERRULED, signed_it)) == another
    colleague = replace(OFFICER, grants=(*OFFICER.grants, *worker(play).grants))
    assert await refused(decision(play, RefusalOutcome.UPHELD, colleague)) == another
    elsewhere = replace(OFFICER, grants=(*OFFICER.grants, *worker_of(new_id()).grants))
    act = await decision(play, RefusalOutcome.OVERRULED, elsewhere)
    assert (await play.signed(act))["status"] == "referred"


async def test_a_refusal_signed_in_time_counts_though_the_deadline_looked_first(play: Any) -> None:
    await referred(play)
    ends_at = (await referral(play)).term.ends_at
    play.clock.move_to(ends_at - MINUTE)
    await play.receives(await refusal(play))
    await play.at(ends_at)
    assert (await play.candidate("a")).status is Status.REFUSAL_REVIEW
    assert await play.terms() == []


async def test_who_withdraws_under_review_asks_for_no_decision_any_more(play: Any) -> None:
    place = await referred(play)
    await play.signed(await refusal(play))
    act = await decision(play, RefusalOutcome.OVERRULED)
    await play.withdraws("a")
    assert (await referral(play)).status is ReferralStatus.VOIDED
    assert (await play.place(place)).status is PlaceStatus.OFFERED
    assert await refused(play.signed(act)) == ("referral_not_valid", {"status": "voided"})
    assert (await refused(answers(play)))[0] == "no_refusal_under_review"


# the family's word


@pytest.fixture
def scans(play: Any, file_office: Any) -> Any:
    """Receipts of scans that the family of `a` handed in for its answer."""
    play.settings = play.settings.model_copy(update=file_office.settings("referrals"))

    def handed_in(**changes: Any) -> str:
        owner = play.families["a"].parent.person_id
        receipt = file_office.receipt(owner, FilePurpose.REFUSAL_ANSWER, **changes)
        return str(file_office.sign(receipt))

    return handed_in


async def test_the_family_answers_and_a_decision_made_before_it_is_outdated(play: Any, scans: Any) -> None:
    await referred(play)
    await play.signed(await refusal(play))
    act = await decision(play, RefusalOutcome.UPHELD)
    said = await answers(play, scans())
    assert [(word.words, len(word.files)) for word in said.family] == [("Келіспейміз", 1)]
    kept = await play.last(ReferralsFileKept)
    assert (kept.file_id, kept.kept) == (said.files[0].id, True)
    assert await refused(play.signed(act)) == ("act_outdated", {})
    await play.signed(await decision(play, RefusalOutcome.OVERRULED))
    assert (await refused(answers(play)))[0] == "no_refusal_under_review"


async def test_answers_are_limited_in_number_and_their_files_by_the_policy_together(play: Any, scans: Any) -> None:
    await referred(play)
    assert await refused(answers(play)) == ("refusal_not_found", {})
    await play.signed(await refusal(play))
    once = scans()
    await answers(play, once, scans())
    assert (await refused(answers(play, once)))[0] == "file_used_already"
    assert await refused(answers(play, scans(), scans())) == ("too_many_files", {"most": 3})
    for _ in range(4):
        await answers(play)
    assert await refused(answers(play)) == ("answered_often_enough", {"most": 5})


async def test_a_forgotten_child_leaves_no_words_and_no_files(play: Any, scans: Any) -> None:
    await referred(play)
    await play.signed(await refusal(play))
    said = await answers(play, scans())
    async with play.database.read() as tx:
        assert (await list_waiting(tx, OFFICER, offset=0, limit=9))[1] == 1
    await deliver_erased(play.database, play.consumers, ApplicationCard, str(play.families["a"].id))
    gone = await play.last(ReferralsFileKept)
    assert (gone.file_id, gone.kept) == (said.files[0].id, False)
    assert [row.words for row in await play.rows(tables.refusal)] == [""]
    assert [row.words for row in await play.rows(tables.family_word)] == [""]
    assert await play.rows(tables.family_file) == []
    async with play.database.read() as tx:
        assert await list_waiting(tx, OFFICER, offset=0, limit=9) == ([], 0)
        assert await refused(open_refusal(tx, OFFICER, (await referral(play)).id)) == ("refusal_not_found", {})


# extending


async def may_extend(play: Any) -> None:
    numbers = replace(REFERRAL_PROFILE, id="1110-2", extension_by_officer=True)
    today = local_day(play.clock.now())
    await play.told(PolicyPublished(district="1110", version=2, in_force_from=today, policy=numbers), version=2)


async def extension(play: Any, by: Actor = OFFICER) -> Act[Any, Any]:
    body = Extension(referral_id=(await referral(play)).id, words="Бала ауырып қалды")
    return await prepared(play, ExtendReferral, by, body)


async def test_an_extended_referral_ends_later_and_once(play: Any) -> None:
    await may_extend(play)
    await referred(play)
    before, again = (await referral(play)).term, await extension(play)
    await play.signed(await extension(play))
    after = (await referral(play)).term
    assert after.last_day == before.last_day + timedelta(days=7)
    assert (await play.last(ReferralExtended)).referral.extended
    assert [(row.kind, row.due_at) for row in await play.terms()] == [("referral", after.ends_at)]
    assert (await refused(play.signed(again)))[0] == "extended_already"
    await play.at(before.ends_at)
    assert (await play.candidate("a")).status is Status.REFERRED
    await play.at(after.ends_at)
    assert (await play.candidate("a")).status is Status.STOP_LISTED


async def test_without_the_policy_or_from_elsewhere_nobody_extends(play: Any) -> None:
    await referred(play)
    assert await refused(extension(play)) == ("extension_not_allowed", {})
    assert await refused(extension(play, officer_of("1116"))) == ("referral_not_found", {})
