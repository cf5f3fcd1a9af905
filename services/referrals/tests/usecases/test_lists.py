"""What a family reads of the places it may choose, and of those that wait for the hour of free choice."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from services.referrals.tests.usecases.choosing import listed, refused

from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.referrals import PlaceChanged
from kezek.contracts.vocabulary import PlaceStatus
from kezek.platform.tables import deadline
from kezek.platform.testing import an_actor
from kezek.platform.workdays import local_day, midnight_of
from kezek.referrals.domain.choosing import Missing, Obstacle
from kezek.referrals.usecases.list_choices import list_prospects


async def test_who_grew_too_old_in_its_turn_is_shown_what_it_may_sign_for(play: Any) -> None:
    birthday = local_day(play.start) + timedelta(days=1)
    await play.child("a", born=birthday.replace(year=birthday.year - 6))
    (mine,), (free,) = await play.offered(), await play.opened()
    await play.called("a", mine)
    assert await listed(play, "a") == [(mine, None), (free, None)]
    await play.at(midnight_of(birthday))
    assert await listed(play, "a") == [(mine, None), (free, Obstacle.TOO_OLD)]
    assert await refused(play.prepared("a", free)) == "child_too_old"
    assert (await play.chooses("a", mine))["referral_number"]


async def under_an_hour(play: Any, hour: int) -> None:
    policy = replace(REFERRAL_PROFILE, id="1110-2", free_choice_hour=hour)
    today = local_day(play.clock.now())
    await play.told(PolicyPublished(district="1110", version=2, in_force_from=today, policy=policy), version=2)


async def test_a_lapsed_place_waits_for_the_hour_of_free_choice(play: Any) -> None:
    await under_an_hour(play, 9)
    (place,) = await play.offered()
    for name in "ab":
        await play.child(name)
    await play.called("a", place)
    ends = (await play.candidate("a")).turn.term.ends_at
    await play.at(ends)
    waiting = await play.place(place)
    assert (waiting.status, waiting.opens_at) == (PlaceStatus.OPENING, ends + timedelta(hours=9))
    told = await play.last(PlaceChanged)
    assert (told.status, told.opens_at) == (PlaceStatus.HELD, waiting.opens_at)
    assert await listed(play, "b") == [(place, Obstacle.OPENS_LATER)]
    assert await refused(play.prepared("b", place)) == "place_opens_later"
    await play.at(waiting.opens_at)
    opened = await play.last(PlaceChanged)
    assert (opened.status, opened.opens_at) == (PlaceStatus.OPEN, None)
    assert (await play.chooses("b", place))["referral_number"]


async def test_at_its_hour_a_place_is_taken_before_its_timer_fires(play: Any) -> None:
    await under_an_hour(play, 9)
    (place,) = await play.offered()
    for name in "ab":
        await play.child(name)
    await play.called("a", place)
    ends = (await play.candidate("a")).turn.term.ends_at
    await play.at(ends)
    play.clock.move_to(ends + timedelta(hours=9))
    await play.chooses("b", place)
    await play.fires()
    assert (await play.place(place)).status is PlaceStatus.TAKEN
    assert "opening" not in {row.kind for row in await play.rows(deadline)}


async def test_a_family_reads_of_all_its_children_whether_they_may_choose(play: Any) -> None:
    parent = an_actor()
    for name, born in (("a", None), ("b", None), ("young", date(play.start.year - 1, 1, 1))):
        await play.child(name, parent=parent, **({"born": born} if born else {}))
    await play.child("another")
    (place,) = await play.offered()
    await play.called("a", place)

    async def prospects() -> dict[UUID, Any]:
        async with play.database.read() as tx:
            found = await list_prospects(tx, parent, play.clock.now())
        return {each.candidate.application_id: each.prospect for each in found}

    ids = {name: play.families[name].id for name in ("a", "b", "young")}
    before = await prospects()
    assert before.keys() == set(ids.values())
    assert before[ids["a"]].deadline_at == (await play.candidate("a")).turn.term.ends_at
    assert before[ids["b"]].missing is Missing.NO_PLACE
    assert (before[ids["young"]].missing, before[ids["young"]].from_day) == (
        Missing.TOO_YOUNG,
        date(play.start.year + 1, 1, 1),
    )
    await play.opened()
    assert (await prospects())[ids["b"]].missing is None
