"""A kindergarten refuses a child, the family answers, an officer decides: by whom, what follows, and by whom not."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from services.referrals.tests.usecases.admitting import (
    MINUTE,
    OFFICER,
    acceptance,
    answers,
    decision,
    referral,
    referred,
    refusal,
    refused,
    worker,
)

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.file_use import ReferralsFileKept
from kezek.contracts.files import FilePurpose
from kezek.contracts.ids import new_id
from kezek.contracts.referrals import (
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
from kezek.platform.testing import officer_of, worker_of
from kezek.platform.testing.events import deliver_erased
from kezek.referrals.adapters import tables
from kezek.referrals.usecases.read_refusals import list_waiting, open_refusal

# refusing and deciding


async def test_a_refusal_stops_the_term_and_is_put_before_the_officers(play: Any) -> None:
    await referred(play)
    ends_at = (await referral(play)).term.ends_at
    await play.signed(await refusal(play))
    told = await play.last(ReferralRefused)
    assert (told.status, told.referral.stopped_by) == (Status.REFUSAL_REVIEW, ClockStop.REFUSAL)
    for why in ("Топта", AdmissionRefusal.NO_ROOM.value):  # it may be of the child's health
        assert why not in told.model_dump_json()
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


async def test_a_decision_is_by_who_has_read_all_that_the_family_answered(play: Any, scans: Any) -> None:
    unread = ("family_has_answered", {})
    await referred(play)
    await play.signed(await refusal(play))
    act = await decision(play, RefusalOutcome.UPHELD)
    said = await answers(play, scans())
    assert [(word.words, len(word.files)) for word in said.family] == [("Келіспейміз", 1)]
    kept = await play.last(ReferralsFileKept)
    assert (kept.file_id, kept.kept) == (said.files[0].id, True)
    assert await refused(play.signed(act)) == unread, "the answer came between draft and signature"
    assert await refused(decision(play, RefusalOutcome.UPHELD)) == unread, "and before the draft of who has an old page"
    both = await answers(play)
    assert await refused(decision(play, RefusalOutcome.UPHELD, read=said)) == unread
    await play.signed(await decision(play, RefusalOutcome.OVERRULED, read=both))
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
