"""An officer chooses for a family from its signed paper: as it would itself, by receipt, by one scan, for no other."""

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
from kezek.contracts.referrals import CandidateEvent, ReferralIssued
from kezek.contracts.vocabulary import ActorKind, PlaceStatus
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.actors import Actor
from kezek.platform.errors import Refusal
from kezek.platform.given_files import GivenFile
from kezek.platform.testing import an_actor, officer_of
from kezek.platform.testing.events import deliver_erased
from kezek.referrals.adapters import tables
from kezek.referrals.adapters.counter_papers import list_papers
from kezek.referrals.usecases.choose_at_counter import ChooseAtCounter, CounterChoice
from kezek.referrals.usecases.choose_place import TwinChoice

OFFICER = officer_of("1110")


async def refused(asked: Any) -> str:
    with pytest.raises(Refusal) as refusal:
        await asked
    return refusal.value.code


def scan(owner: Actor = OFFICER, *, again: GivenFile | None = None) -> GivenFile:
    """An upload; of another's bytes `again`."""
    digest = again.sha256 if again else f"{new_id().hex:0>64}"
    said = {"name": "таңдау.pdf", "media_type": "application/pdf", "size": 1000, "sha256": digest}
    return GivenFile(id=new_id(), owner_id=owner.person_id, **said)


async def at_counter(play: Any, name: str, place: UUID, *papers: GivenFile, by: Actor = OFFICER, **twins: UUID) -> Any:
    """The officer's act for a child by its name, and for its twins."""
    body = CounterChoice(
        application_id=play.families[name].id,
        place_id=place,
        twins=tuple(TwinChoice(application_id=play.families[each].id, place_id=of) for each, of in twins.items()),
        paper=papers or (scan(by),),
    )
    async with play.database.write() as tx:
        return await play.acts.prepare(tx, ChooseAtCounter, by, body)


async def shown(play: Any, name: str) -> list[UUID]:
    """The scans that the child's card shows."""
    async with play.database.read() as tx:
        return [each.file_id for each in await list_papers(tx, play.families[name].id)]


async def test_the_referral_is_issued_as_if_the_family_had_chosen_and_says_who_did(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    paper = scan()
    act = await at_counter(play, "a", place, paper)
    assert paper.sha256.encode() in act.statement
    result = await play.signed(act)
    assert result["referral_number"] == "1000000101"
    assert ((await play.candidate("a")).status, (await play.place(place)).status) == (
        Status.REFERRED,
        PlaceStatus.TAKEN,
    )
    told = [(type(each).__name__, each.actor) for each in await play.events(CandidateEvent)]
    assert told[1:] == [("TurnEnded", ActorKind.OFFICER), ("ReferralIssued", ActorKind.OFFICER)]
    kept = await play.last(ReferralsFileKept)
    assert (kept.file_id, kept.purpose, kept.about, kept.kept) == (
        paper.id,
        FilePurpose.COUNTER_CHOICE,
        play.families["a"].id,
        True,
    )
    lines = [row for row in await play.rows(tables.history) if row.act_id == act.id]
    assert {row.actor_id for row in lines} == {OFFICER.person_id}


async def test_of_family_and_officer_who_sign_for_one_open_place_the_first_receipt_wins(play: Any) -> None:
    for name in "ab":
        await play.child(name)
    for first, second in (("officer", "family"), ("family", "officer")):
        (place,) = await play.opened()
        acts = {"officer": await at_counter(play, "a", place), "family": await play.prepared("b", place)}
        await play.receives(acts[first])
        assert await refused(play.signed(acts[second])) == "place_taken"
        winner = play.families["a" if first == "officer" else "b"]
        assert (await play.place(place)).holder == winner.id
        await play.withdraws("a" if first == "officer" else "b")
        await play.child("a" if first == "officer" else "b")


async def test_what_the_family_signed_itself_before_comes_first(play: Any) -> None:
    await play.child("a")
    one, other = await play.opened(2)
    own, officers = await play.prepared("a", one), await at_counter(play, "a", other)
    await play.receives(own)
    assert await refused(play.signed(officers)) == "open_referral_exists"
    assert (await play.place(other)).status is PlaceStatus.OPEN
    assert (await play.events(ReferralIssued))[0].actor is ActorKind.APPLICANT


async def test_officer_and_family_at_once_are_one_referral(play: Any) -> None:
    await play.child("a")
    one, other = await play.opened(2)
    acts = [await play.prepared("a", one), await at_counter(play, "a", other)]
    answers = await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    assert sorted(getattr(answer, "code", "done") for answer in answers) == ["done", "open_referral_exists"]
    assert sorted(row.status for row in await play.rows(tables.place)) == ["open", "taken"]


async def test_a_turn_that_others_hold_places_for_is_exchanged_from_the_counter_too(play: Any) -> None:
    for name in "ab":
        await play.child(name)
    one, other = await play.offered(2)
    await play.called("a", one)
    await play.called("b", other)
    await play.signed(await at_counter(play, "a", other))
    assert (await play.place(one)).holder == play.families["b"].id
    assert (await play.candidate("b")).turn.place_id == one
    exchanged = [each for each in await play.events(CandidateEvent) if each.application_id == play.families["b"].id]
    assert exchanged[-1].actor is ActorKind.SYSTEM
    # the paper of the family whose choice moved the turn is no paper of this child's
    assert (len(await shown(play, "a")), await shown(play, "b")) == (1, [])


async def test_one_scan_serves_for_one_act_and_what_is_refused_leaves_it_free(play: Any) -> None:
    for name in "abc":
        await play.child(name)
    one, other = await play.opened(2)
    paper = scan()
    both = [await at_counter(play, name, place, paper) for name, place in (("a", one), ("b", other))]
    await play.chooses("c", one)
    assert await refused(play.signed(both[0])) == "place_taken"
    await play.signed(both[1])
    (fresh,) = await play.opened()
    late = await refused(at_counter(play, "a", fresh, paper))
    assert late == "paper_used_already"
    assert len(await play.rows(tables.counter_paper)) == 1


async def test_a_used_scan_that_is_uploaded_anew_is_still_used(play: Any) -> None:
    first = await play.child("a")
    await play.child("sibling", parent=first.parent)
    one, other = await play.opened(2)
    paper = scan()
    waiting = await at_counter(play, "sibling", other, scan(again=paper))
    await play.signed(await at_counter(play, "a", one, paper))
    assert await refused(at_counter(play, "sibling", other, scan(again=paper))) == "paper_used_already"
    assert await refused(play.signed(waiting)) == "paper_used_already"
    assert (await play.place(other)).status is PlaceStatus.OPEN
    fresh = scan()
    assert await refused(at_counter(play, "sibling", other, fresh, scan(again=fresh))) == "file_given_twice"


async def test_two_acts_signed_with_the_same_scans_at_once_are_one(play: Any) -> None:
    for name in "ab":
        await play.child(name)
    one, other = await play.opened(2)
    papers = [scan(), scan()]
    acts = [await at_counter(play, "a", one, *papers), await at_counter(play, "b", other, *reversed(papers))]
    answers = await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    assert sorted(getattr(answer, "code", "done") for answer in answers) == ["done", "paper_used_already"]
    assert len(await play.events(ReferralIssued)) == 1
    assert sorted(row.status for row in await play.rows(tables.place)) == ["open", "taken"]


async def twins_called(play: Any) -> list[UUID]:
    """The places that are held for twins a and b, who were called together."""
    first = await play.child("a")
    await play.child("b", parent=first.parent)
    held = await play.offered(2)
    await play.told(play.call(*(play.called_child(name, place) for name, place in zip("ab", held, strict=True))))
    return held


async def test_of_family_and_officer_who_sign_for_the_same_twin_the_first_receipt_wins(play: Any) -> None:
    one, other = await twins_called(play)
    (free,) = await play.opened()
    own, officers = await play.prepared("b", free), await at_counter(play, "a", one, b=other)
    await play.receives(own)
    # b's turn is over by its own referral
    assert await refused(play.signed(officers)) == "twins_not_called_together"
    assert (await play.place(free)).holder == play.families["b"].id
    assert ((await play.candidate("a")).status, (await play.place(one)).status) == (Status.NOTIFIED, PlaceStatus.HELD)


async def test_a_family_that_signs_for_a_twin_after_the_officers_receipt_comes_second(play: Any) -> None:
    one, other = await twins_called(play)
    (free,) = await play.opened()
    own, officers = await play.prepared("b", free), await at_counter(play, "a", one, b=other)
    await play.receives(officers)
    assert await refused(play.signed(own)) == "open_referral_exists"
    assert [(await play.place(each)).holder for each in (one, other)] == [play.families[each].id for each in "ab"]
    assert (await play.place(free)).status is PlaceStatus.OPEN


async def test_twins_choose_by_one_paper_and_each_shows_it(play: Any) -> None:
    one, other = await twins_called(play)
    result = await play.signed(await at_counter(play, "a", one, b=other))
    assert [each["application_id"] for each in result["twins"]] == [str(play.families["b"].id)]
    assert {(await play.candidate(name)).status for name in "ab"} == {Status.REFERRED}
    kept = await play.last(ReferralsFileKept)
    assert [await shown(play, name) for name in "ab"] == [[kept.file_id]] * 2
    for name in "ab":
        assert len(await play.rows(tables.counter_paper)) == 1
        await deliver_erased(play.database, play.consumers, ApplicationCard, str(play.families[name].id))
    assert await play.rows(tables.counter_paper) == []
    told = [(each.file_id, each.about, each.kept) for each in await play.events(ReferralsFileKept)]
    assert told == [(kept.file_id, kept.about, True), (kept.file_id, kept.about, False)]


async def test_a_scan_of_twins_of_whom_one_is_refused_stays_free(play: Any) -> None:
    one, _ = await twins_called(play)
    (free,) = await play.opened()
    await play.child("c")
    paper = scan()
    act = await at_counter(play, "a", one, paper, b=free)
    await play.chooses("c", free)
    assert await refused(play.signed(act)) == "place_taken"
    assert (await play.candidate("a")).status is Status.NOTIFIED
    await play.signed(await at_counter(play, "a", one, paper))
    assert await shown(play, "a") == [paper.id]


async def test_an_officers_act_that_came_in_time_counts_though_it_is_finished_after_the_turn(play: Any) -> None:
    await play.child("a")
    (held,) = await play.offered()
    await play.called("a", held)
    ends_at = (await play.candidate("a")).turn.term.ends_at
    play.clock.move_to(ends_at - timedelta(minutes=1))
    await play.receives(await at_counter(play, "a", held))
    await play.at(ends_at + timedelta(minutes=1))
    chosen = await play.candidate("a")
    assert (chosen.status, chosen.referral.issued_at < ends_at) == (Status.REFERRED, True)


async def test_of_two_officers_for_one_child_the_first_receipt_wins_though_its_check_ends_last(play: Any) -> None:
    await play.child("a")
    one, other = await play.opened(2)
    first, second = await at_counter(play, "a", one), await at_counter(play, "a", other, by=officer_of("1110"))
    await play.receives(first)
    assert await refused(play.signed(second)) == "open_referral_exists"
    assert (await play.candidate("a")).referral.place_id == one
    assert (await play.place(other)).status is PlaceStatus.OPEN


async def test_nobody_chooses_for_another_district_the_own_family_or_another_child(play: Any) -> None:
    await play.child("a")
    await play.child("b")
    held, free = await play.offered(2)
    await play.called("b", held)
    await play.nobody(free)
    assert await refused(at_counter(play, "a", free, by=officer_of("1116"))) == "application_not_found"
    assert await refused(at_counter(play, "a", free, by=an_actor())) == "permission_missing"
    own = replace(OFFICER, person_id=play.families["a"].parent.person_id)
    assert await refused(at_counter(play, "a", free, by=own)) == "counter_of_own_family"
    assert await refused(at_counter(play, "a", held)) == "place_taken"
    play.queue = replace(play.queue, group_year=play.queue.group_year + 1)
    await play.child("younger")
    assert await refused(at_counter(play, "younger", free)) == "place_not_found"
    assert await refused(at_counter(play, "a", free, younger=held)) == "place_not_found"
    # of strangers' children each may choose, yet not as twins
    assert await refused(at_counter(play, "a", free, b=held)) == "twins_not_called_together"


async def test_an_officer_who_was_moved_to_another_district_meanwhile_chooses_nothing(play: Any) -> None:
    await play.child("a")
    (free,) = await play.opened()
    act = await at_counter(play, "a", free)
    moved = replace(act, actor=replace(officer_of("1116"), person_id=OFFICER.person_id, iin=OFFICER.iin))
    assert await refused(play.signed(moved)) == "application_not_found"
    assert (await play.place(free)).status is PlaceStatus.OPEN


async def test_the_scan_goes_with_the_family(play: Any) -> None:
    await play.child("a")
    paper = scan()
    await play.signed(await at_counter(play, "a", (await play.opened())[0], paper))
    for _ in range(2):
        await deliver_erased(play.database, play.consumers, ApplicationCard, str(play.families["a"].id))
    assert await play.rows(tables.counter_paper) == []
    assert [(each.file_id, each.kept) for each in await play.events(ReferralsFileKept)] == [
        (paper.id, True),
        (paper.id, False),
    ]
