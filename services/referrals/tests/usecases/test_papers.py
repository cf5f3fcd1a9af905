"""A family hands in its admission papers: in the last second, late, once more, at once with the referral's end."""

import asyncio
import base64
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from services.referrals.tests.usecases.admitting import (
    BY_TURN,
    MINUTE,
    PAGE,
    acceptance,
    cancellation,
    goes_by_vouchers,
    handed_in,
    paper_return,
    papers,
    referral,
    referred,
    refusal,
    refused,
    scan,
    worker,
)

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.file_use import ReferralsFileKept
from kezek.contracts.ids import new_id
from kezek.contracts.referrals import ContractSigned, PapersReturned, PapersSubmitted, ReferralExpired
from kezek.contracts.vocabulary import AdmissionState as State
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import ClockStop, PaperForm, PapersFlaw
from kezek.platform.act_manifests import is_manifest, statement_in
from kezek.platform.contract_receipts import ContractReceipt
from kezek.platform.testing import an_actor, worker_of
from kezek.platform.testing.events import deliver_erased, erased
from kezek.platform.workdays import local_day, midnight_of
from kezek.referrals.adapters import admission_tables
from kezek.referrals.usecases.read_admissions import (
    list_admissions_at,
    list_awaited,
    list_own_admissions,
    open_admission,
)

DAY = timedelta(days=1)


@pytest.fixture
async def vouchers(play: Any) -> Any:
    """A district by vouchers, whose numbers begin with 320; without papers nobody is enrolled."""
    await goes_by_vouchers(play)
    return play


async def test_by_vouchers_a_child_is_enrolled_upon_its_papers(vouchers: Any) -> None:
    play = vouchers
    await referred(play)
    assert await refused(acceptance(play)) == ("papers_not_here_yet", {})
    act = await papers(play)
    said = act.statement.decode()
    for each in ("012345678", "01.01.2099", "№ 027/у", play.families["a"].parent.iin):
        assert each in said
    done = await play.signed(act)
    year = play.clock.now().year
    assert (done["number"], done["state"]) == (f"320.{year}.1", "submitted")
    told = await play.last(PapersSubmitted)
    assert (told.status, told.referral.stopped_by, told.referral.days_left) == (
        Status.PAPERS_SUBMITTED,
        ClockStop.PAPERS,
        5,
    )
    for personal in ("012345678", "Абай", "нысан"):
        assert personal not in told.model_dump_json()
    assert {each.file_id for each in await play.events(ReferralsFileKept)} == {file.id for file in act.body.files}
    assert await play.terms() == []
    await play.at(play.clock.now() + 60 * DAY)
    assert (await play.candidate("a")).status is Status.PAPERS_SUBMITTED, "the kindergarten's delay expires nothing"
    await play.signed(await acceptance(play))
    after = await handed_in(play)
    assert after.state is State.ACCEPTED
    assert local_day(after.ended_at) == local_day(play.clock.now())
    async with play.database.read() as tx:
        assert await list_awaited(tx, play.families["a"].parent) == []
        listed, total = await list_own_admissions(tx, play.families["a"].parent, offset=0, limit=9)
        assert (listed[0].admission.number, total) == (after.number, 1)


async def test_returned_papers_are_sent_again_with_the_days_that_were_left_or_are_archived(vouchers: Any) -> None:
    play = vouchers
    await referred(play)
    await play.at(play.clock.now() + 2 * DAY)  # Wednesday: of the days until Monday four are left, the begun one whole
    first = await papers(play)
    await play.signed(first)
    left = (await referral(play)).clock.days_left
    assert left == 4
    await play.at(play.clock.now() + 12 * DAY)  # a Monday
    number = (await handed_in(play)).number
    await play.signed(await paper_return(play))
    told = await play.last(PapersReturned)
    assert (told.status, told.referral.stopped_by) == (Status.REFERRED, None)
    assert told.referral.last_day == local_day(play.clock.now()) + 4 * DAY, "from a Monday four working days more"
    for why in ("бұлыңғыр", PapersFlaw.UNREADABLE.value):
        assert why not in told.model_dump_json()
    kept = tuple(each for each in first.body.files if each.form is not PaperForm.F027)
    again = await papers(play, files=(*kept, scan(play, PaperForm.F027)))
    await play.signed(again)
    after = await handed_in(play)
    assert (after.state, after.number, len(after.submissions), len(after.files)) == (State.SUBMITTED, number, 2, 4)
    assert after.submissions[0].returned is not None
    assert len(await play.events(ReferralsFileKept)) == 4, "what stays is kept once"
    await play.signed(await paper_return(play))
    await play.at((await referral(play)).term.ends_at)
    after = await handed_in(play)
    assert (after.state, after.ended_at) == (State.ARCHIVED, (await referral(play)).term.ends_at)
    assert (await play.candidate("a")).status is Status.INACTIVE
    assert (await refused(papers(play)))[0] == "referral_not_valid"


async def test_where_nothing_is_handed_in_in_time_the_family_reads_so_in_its_journal(vouchers: Any) -> None:
    play = vouchers
    await referred(play)
    ends_at = (await referral(play)).term.ends_at
    await play.at(ends_at)
    await play.fires()
    archived, parent = await handed_in(play), play.families["a"].parent
    assert (archived.state, archived.submissions, archived.ended_at) == (State.ARCHIVED, (), ends_at)
    assert archived.number == f"320.{local_day(ends_at).year}.1"
    async with play.database.read() as tx:
        ((line,), total) = await list_own_admissions(tx, parent, offset=0, limit=9)
        assert (line.admission, total, line.may_submit) == (archived, 1, False)
        assert await list_admissions_at(tx, worker(play), play.gardens["Бәйтерек"], None, BY_TURN, **PAGE) == ([], 0)
        assert (await refused(open_admission(tx, worker(play), archived.referral_id)))[0] == "admission_not_found"
    assert len(await play.events(ReferralExpired)) == 1, "and is told of it once"


async def test_where_nobody_asks_for_papers_none_were_late_and_no_number_is_used_up(play: Any) -> None:
    await referred(play)
    await play.at((await referral(play)).term.ends_at)
    assert len(await play.events(ReferralExpired)) == 1
    assert await play.rows(admission_tables.admission) == []
    await referred(play, "b")
    assert (await play.signed(await papers(play, "b")))["number"].endswith(".1")


async def test_the_last_minute_is_in_time_and_the_midnight_is_late(vouchers: Any) -> None:
    play = vouchers
    await referred(play)
    ends_at = (await referral(play)).term.ends_at
    play.clock.move_to(ends_at - MINUTE)
    await play.receives(await papers(play))
    await play.at(ends_at)
    assert ((await handed_in(play)).state, await play.terms()) == (State.SUBMITTED, [])
    await play.signed(await paper_return(play))
    again = await referral(play)
    play.clock.move_to(again.term.ends_at - MINUTE)
    act = await papers(play)
    play.clock.move_to(again.term.ends_at)
    assert (await refused(play.signed(act)))[0] == "referral_not_valid"
    await play.fires()
    assert (await handed_in(play)).state is State.ARCHIVED


@pytest.mark.parametrize("ending", [cancellation, lambda play: play.withdrawal("a")], ids=["cancelled", "withdrawn"])
async def test_a_referral_that_ends_while_papers_are_on_the_way_takes_none(
    play: Any, ending: Callable[[Any], Any]
) -> None:
    await referred(play)
    act = await papers(play)
    await play.signed(await ending(play))
    code, _ = await refused(play.signed(act))
    assert code == "referral_not_valid"
    assert await play.rows(admission_tables.admission) == []
    assert await play.events(ReferralsFileKept) == [], "and no file is kept"


async def test_of_papers_and_a_cancellation_at_once_one_is_done(play: Any) -> None:
    await referred(play)
    acts = [await papers(play), await cancellation(play)]
    done = await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    assert sorted(getattr(each, "code", "done") for each in done) in (
        ["cancellation_not_allowed", "done"],
        ["done", "referral_not_valid"],
    )


async def test_two_tabs_hand_in_once_and_who_withdraws_archives(play: Any) -> None:
    await referred(play)
    acts = [await papers(play), await papers(play)]
    done = await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    assert sorted(getattr(each, "code", "done") for each in done) == ["done", "papers_not_taken"]
    await play.withdraws("a")
    assert (await handed_in(play)).state is State.ARCHIVED


async def test_a_return_or_an_acceptance_is_of_the_papers_that_were_read(play: Any) -> None:
    await referred(play)
    assert await refused(paper_return(play)) == ("papers_not_handed_in", {"status": "referred"})
    await play.signed(await papers(play))
    stale, accepted = await paper_return(play), await acceptance(play)
    await play.signed(await paper_return(play))
    await play.signed(await papers(play))
    assert await refused(play.signed(stale)) == ("act_outdated", {})
    assert await refused(play.signed(accepted)) == ("act_outdated", {})
    await play.signed(await refusal(play))
    assert (await refused(paper_return(play)))[0] == "papers_not_handed_in"
    assert (await handed_in(play)).state is State.SUBMITTED, "they stay with the kindergarten while an officer looks"


async def test_nobody_hands_in_for_another_nor_reads_or_returns_anothers(play: Any) -> None:
    await referred(play)
    assert await refused(papers(play, by=an_actor())) == ("application_not_found", {})
    await play.signed(await papers(play))
    assert await refused(paper_return(play, worker_of(new_id()))) == ("referral_not_found", {})
    async with play.database.read() as tx:
        elsewhere = list_admissions_at(tx, worker_of(new_id()), play.gardens["Бәйтерек"], None, BY_TURN, **PAGE)
        assert await refused(elsewhere) == ("kindergarten_not_found", {})
        assert await list_awaited(tx, an_actor()) == []


async def test_what_is_not_whole_is_refused_before_anybody_signs(play: Any) -> None:
    await referred(play)
    yesterday = local_day(play.clock.now()) - DAY
    assert (await refused(papers(play, until=yesterday)))[0] == "identity_card_expired"
    alone = (scan(play, PaperForm.F065),)
    assert await refused(papers(play, files=alone)) == ("paper_form_missing", {"form": "027"})
    today = local_day(play.clock.now())
    play.clock.move_to(midnight_of(today + DAY) - MINUTE)
    act = await papers(play, until=today)
    play.clock.move_to(midnight_of(today + DAY))
    assert (await refused(play.signed(act)))[0] == "identity_card_expired", "judged by the day of the receipt"


async def test_a_contract_is_signed_by_both_sides_with_their_acts_and_documents_is_told_what_was_signed(
    play: Any,
) -> None:
    await referred(play)
    contract = ContractReceipt(referral_id=(await referral(play)).id, number="12-2027", sha256="b" * 64, version=1)
    act = await papers(play, contract=contract)
    assert "12-2027" in statement_in(act.statement).decode()
    await play.signed(act)
    signed = (await handed_in(play)).last.contract
    assert signed is not None
    assert (signed.number, signed.sha256, signed.version) == ("12-2027", "b" * 64, 1)
    accepting = await acceptance(play)
    assert "12-2027" in statement_in(accepting.statement).decode()
    await play.signed(accepting)
    told = await play.events(ContractSigned)
    assert [each.act_id for each in told] == [act.id, accepting.id]
    assert [base64.b64decode(each.manifest) for each in told] == [act.statement, accepting.statement]
    named = base64.b64encode(bytes.fromhex("b" * 64))
    for each in told:
        manifest = base64.b64decode(each.manifest)
        assert is_manifest(manifest)
        assert named in manifest
        assert each.sha256 == contract.sha256
        assert base64.b64decode(each.signature)
    await deliver_erased(play.database, play.consumers, ApplicationCard, str(play.families["a"].id))
    gone = [key for topic, key in await erased(play.database) if topic == ContractSigned.TOPIC]
    assert set(gone) == {str(act.id), str(accepting.id)}


async def test_a_forgotten_family_leaves_no_data_and_no_files(play: Any) -> None:
    await referred(play)
    act = await papers(play)
    await play.signed(act)
    await play.signed(await paper_return(play))
    await deliver_erased(play.database, play.consumers, ApplicationCard, str(play.families["a"].id))
    gone = {each.file_id for each in await play.events(ReferralsFileKept) if not each.kept}
    assert gone == {file.id for file in act.body.files}
    after = await handed_in(play)
    assert (after.applicant, after.files) == (None, {})
    assert [row.words for row in await play.rows(admission_tables.submission)] == [""]
    async with play.database.read() as tx:
        assert await list_admissions_at(tx, worker(play), play.gardens["Бәйтерек"], None, BY_TURN, **PAGE) == ([], 0)
