"""A family moves to another district: what ends here, what begins there, once; at once with others, late, twice."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.applications import ApplicationQueued
from kezek.contracts.law import Reason
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.referrals import CandidateChanged, Closed, PlacesOffered, Returned
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import Refusal
from kezek.platform.workdays import local_day
from kezek.referrals.adapters import candidates
from kezek.referrals.domain.candidate import Candidate


async def refused(asked: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refusal) as refusal:
        await asked
    return refusal.value.code, refusal.value.params


async def there(play: Any, result: dict[str, Any]) -> Candidate:
    async with play.database.read() as tx:
        found = await candidates.find_candidate(tx, UUID(result["next_application_id"]))
    assert found is not None
    return found


async def queued_there(play: Any, result: dict[str, Any]) -> ApplicationQueued:
    """What applications publishes once it has heard that the child has moved."""
    closed, former = await play.last(Closed), play.families["a"].application
    event = former.model_copy(
        update={
            "application_id": UUID(result["next_application_id"]),
            "queue": former.queue.__class__("1116", former.queue.kind, former.queue.group_year),
            "submitted_at": closed.moved.submitted_at,
            "moved_from": former.application_id,
            "misses": closed.misses,
            "stop_list": closed.moved.stop_list,
            "restored": closed.restored,
        }
    )
    await play.told(event)
    return event


async def missed(play: Any) -> None:
    (place,) = await play.opened()
    await play.chooses("a", place)
    await play.at((await play.candidate("a")).referral.term.ends_at)


async def test_who_waits_goes_on_elsewhere_at_the_old_time(play: Any) -> None:
    family = await play.child("a")
    result = await play.moves("a")
    assert await play.story("a") == [("Closed", "removed")]
    told = await play.last(Closed)
    assert (told.reason, told.over, told.moved.district) == (Reason.MOVED, True, "1116")
    assert (told.moved.application_id, told.moved.submitted_at, told.moved.stop_list) == (
        UUID(result["next_application_id"]),
        family.application.submitted_at,
        None,
    )
    candidate = await there(play, result)
    assert (candidate.status, candidate.queue.district, candidate.version) == (Status.QUEUED, "1116", 0)
    assert (await play.candidate("a")).moved_to == candidate.application_id


async def test_by_the_new_districts_policy_the_time_of_the_move_may_count(play: Any) -> None:
    await play.child("a")
    policy = REFERRAL_PROFILE.__class__(id="1116-1", old_time_kept_on_move=False)
    await play.told(PolicyPublished(district="1116", version=1, in_force_from=local_day(play.start), policy=policy))
    act = await play.move("a")
    assert (act.facts.old_time_kept, act.facts.policy) == (False, "1116-1")
    await play.signed(act)
    moved = (await play.last(Closed)).moved
    assert (moved.submitted_at > play.families["a"].application.submitted_at, moved.policy) == (True, "1116-1")


async def test_the_place_of_a_turn_goes_on_without_a_miss(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    candidate = await there(play, await play.moves("a"))
    assert await play.story("a") == [("TurnStarted", "notified"), ("TurnEnded", "removed"), ("Closed", "removed")]
    assert (await play.last(PlacesOffered)).offers[0].place.offer == 2
    assert (candidate.status, candidate.misses, await play.terms()) == (Status.QUEUED, 0, [])


async def test_misses_and_the_running_stop_list_go_along_and_end_there(play: Any) -> None:
    await play.child("a")
    await missed(play)
    until = (await play.candidate("a")).stop_listed_until
    result = await play.moves("a")
    candidate = await there(play, result)
    assert (candidate.status, candidate.misses, candidate.stop_listed_until) == (Status.STOP_LISTED, 1, until)
    assert await play.terms() == []
    event = await queued_there(play, result)
    (row,) = await play.terms()
    assert (row.key, row.group, row.due_at, row.working_days) == (
        result["next_application_id"],
        str(event.queue),
        until,
        10,
    )
    await play.at(until)
    assert (await there(play, result)).status is Status.QUEUED
    assert (await play.last(Returned)).application_id == candidate.application_id
    assert (await play.last(CandidateChanged)).waiting is True


async def test_told_again_of_its_queue_the_stop_list_does_not_begin_anew(play: Any) -> None:
    await play.child("a")
    await missed(play)
    result = await play.moves("a")
    event = await queued_there(play, result)
    await play.at((await there(play, result)).stop_listed_until)
    await play.told(event)
    assert ((await there(play, result)).status, await play.terms()) == (Status.QUEUED, [])


async def test_a_call_that_overtakes_the_news_knows_the_misses(play: Any) -> None:
    await play.child("a")
    await missed(play)
    await play.at((await play.candidate("a")).stop_listed_until)
    result = await play.moves("a")
    play.queue = (await there(play, result)).queue
    (place,) = await play.offered()
    unheard = play.called_child("a", place).model_copy(update={"application_id": UUID(result["next_application_id"])})
    await play.told(play.call(unheard))
    await queued_there(play, result)
    candidate = await there(play, result)
    assert (candidate.status, candidate.misses) == (Status.NOTIFIED, 1)


async def test_nobody_moves_with_a_referral_or_to_where_they_are(play: Any) -> None:
    await play.child("a")
    assert (await refused(play.move("a", "1110")))[0] == "already_in_district"
    (place,) = await play.opened()
    await play.chooses("a", place)
    assert await refused(play.move("a")) == ("move_not_allowed", {"status": "referred"})


async def test_two_tabs_move_once(play: Any) -> None:
    await play.child("a")
    acts = [await play.move("a") for _ in range(2)]
    answers = await asyncio.gather(*(play.signed(act) for act in acts), return_exceptions=True)
    assert sorted(getattr(answer, "code", "done") for answer in answers) == ["done", "move_not_allowed"]
    assert len(await play.events(Closed)) == 1


async def test_the_same_signature_again_answers_the_same_application(play: Any) -> None:
    await play.child("a")
    act = await play.move("a")
    assert await play.signed(act) == await play.signed(act)


async def test_a_choice_received_before_comes_first(play: Any) -> None:
    await play.child("a")
    (place,) = await play.opened()
    choice, move = await play.prepared("a", place), await play.move("a")
    await play.receives(choice)
    assert await refused(play.signed(move)) == ("move_not_allowed", {"status": "referred"})
    assert (await play.place(place)).holder == play.families["a"].id


async def test_a_move_received_before_comes_first(play: Any) -> None:
    await play.child("a")
    (place,) = await play.opened()
    choice, move = await play.prepared("a", place), await play.move("a")
    await play.receives(move)
    assert (await refused(play.signed(choice)))[0] == "choice_not_allowed"
    assert (await play.candidate("a")).status is Status.REMOVED


async def test_received_in_time_a_move_is_judged_before_the_timer(play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    ends_at = (await play.candidate("a")).turn.term.ends_at
    play.clock.move_to(ends_at - timedelta(minutes=5))
    await play.receives(await play.move("a"))
    await play.at(ends_at)
    assert (await play.candidate("a")).status is Status.REMOVED
    assert (await play.last(PlacesOffered)).offers[0].place.offer == 2


async def test_who_is_called_meanwhile_is_asked_once_more(play: Any) -> None:
    await play.child("a")
    act = await play.move("a")
    (place,) = await play.offered()
    await play.called("a", place)
    assert (await refused(play.signed(act)))[0] == "act_outdated"
    assert (await play.candidate("a")).status is Status.NOTIFIED


async def test_an_application_that_nobody_knows_is_moved_by_nobody(play: Any) -> None:
    play.family("a")
    assert (await refused(play.move("a")))[0] == "application_not_found"


async def twins(play: Any) -> None:
    first = await play.child("a")
    await play.child("b", parent=first.parent)


async def test_twins_move_by_one_signature_and_are_linked_there(play: Any) -> None:
    await twins(play)
    act = await play.move("a", twins=("b",))
    assert [text for name in "ab" for text in act.statement.decode().splitlines() if f"СЫНАҚОВ {name.upper()}" in text]
    result = await play.signed(act)
    told = {each.application_id: each.moved for each in await play.events(Closed)}
    one, two = (told[play.families[name].id] for name in "ab")
    assert (one.twins, one.ordinal, two.ordinal) == (two.twins, 1, 2)
    assert one.twins is not None
    assert [str(each.application_id) for each in (one, two)] == [
        result["next_application_id"],
        result["twins"][0]["next_application_id"],
    ]
    assert [each.submitted_at for each in (one, two)] == [play.families[name].application.submitted_at for name in "ab"]
    assert [(await play.candidate(name)).status for name in "ab"] == [Status.REMOVED] * 2


async def test_a_twin_moves_alone_and_the_other_stays_as_it_is(play: Any) -> None:
    await twins(play)
    await play.moves("b")
    (closed,) = await play.events(Closed)
    assert (closed.application_id, closed.moved.twins) == (play.families["b"].id, None)
    (place,) = await play.offered()
    await play.called("a", place)
    await play.chooses("a", place)
    assert (await play.candidate("a")).status is Status.REFERRED


async def test_the_places_of_both_twins_go_on_together(play: Any) -> None:
    await twins(play)
    both = await play.offered(2)
    for name, place in zip("ab", both, strict=True):
        await play.called(name, place)
    await play.signed(await play.move("a", twins=("b",)))
    offers = (await play.last(PlacesOffered)).offers
    assert {each.place.place_id for each in offers} == set(both)
    assert await play.terms() == []


async def test_twins_of_whom_one_may_not_move_stay_both(play: Any) -> None:
    await twins(play)
    act = await play.move("a", twins=("b",))
    (place,) = await play.opened()
    await play.chooses("b", place)
    assert await refused(play.move("a", twins=("b",))) == ("move_not_allowed", {"status": "referred"})
    assert await refused(play.signed(act)) == ("move_not_allowed", {"status": "referred"})
    assert [(await play.candidate(name)).status for name in "ab"] == [Status.QUEUED, Status.REFERRED]
    assert await play.events(Closed) == []


async def test_a_withdrawal_of_a_twin_received_before_comes_first(play: Any) -> None:
    await twins(play)
    act, withdrawal = await play.move("a", twins=("b",)), await play.withdrawal("b")
    await play.receives(withdrawal)
    assert await refused(play.signed(act)) == ("move_not_allowed", {"status": "withdrawn"})
    assert (await play.candidate("a")).status is Status.QUEUED


async def test_nobody_moves_anothers_child_along(play: Any) -> None:
    await play.child("a")
    await play.child("b")
    assert (await refused(play.move("a", twins=("b",))))[0] == "application_not_found"
