"""Twins choose together by one signature, all or none (domain §5.4, §6.3)."""

from typing import Any
from uuid import UUID

from services.referrals.tests.usecases.choosing import BOTH, RUSSIAN, held_by, refused

from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import PlaceStatus
from kezek.platform.testing import an_actor


async def two_twins(play: Any) -> list[UUID]:
    parent = an_actor()
    held = await play.offered(2)
    for name in "ab":
        await play.child(name, parent=parent)
    called = [play.called_child(name, place) for name, place in zip("ab", held, strict=True)]
    await play.told(play.call(*called))
    return held


async def test_twins_choose_together_by_one_signature(play: Any) -> None:
    one, other = await two_twins(play)
    act = await play.prepared("a", other, b=one)
    result = await play.signed(act)
    assert (len(result["twins"]), result["twins"][0]["application_id"]) == (1, str(play.families["b"].id))
    assert [(await play.place(each)).holder for each in (one, other)] == [play.families[each].id for each in "ba"]
    assert "СЫНАҚОВ B" in act.statement.decode()
    assert {(await play.candidate(each)).status for each in "ab"} == {Status.REFERRED}


async def test_a_twins_place_is_exchanged_through_the_turns_of_others(play: Any) -> None:
    parent = an_actor()
    (russian,), (kazakh, others) = await play.offered(language=RUSSIAN), await play.offered(2)
    (free,) = await play.opened()
    await play.child("a", parent=parent, languages=BOTH)
    await play.child("b", parent=parent)
    await play.child("c", languages=BOTH)
    await play.told(play.call(play.called_child("a", russian), play.called_child("b", kazakh)))
    await play.called("c", others)
    await play.signed(await play.prepared("a", kazakh, b=free))
    holders = {name: (await play.candidate(name)).referral.place_id for name in "ab"}
    assert holders == {"a": kazakh, "b": free}
    assert await held_by(play, "c") == russian


async def test_twins_choose_at_once_what_neither_could_after_the_other(play: Any) -> None:
    """Who loses the place that one twin takes holds the other's former one, which that one alone would pass on."""
    parent = an_actor()
    (russian,), (kazakh, others) = await play.offered(language=RUSSIAN), await play.offered(2)
    (free,) = await play.opened()
    await play.child("a", parent=parent, languages=BOTH)
    await play.child("b", parent=parent)
    await play.child("c")
    await play.told(play.call(play.called_child("a", russian), play.called_child("b", kazakh)))
    await play.called("c", others)
    assert await refused(play.prepared("a", others)) == "place_needed"
    await play.signed(await play.prepared("a", others, b=free))
    holders = {name: (await play.candidate(name)).referral.place_id for name in "ab"}
    assert holders == {"a": others, "b": free}
    assert await held_by(play, "c") == kazakh
    assert (await play.place(russian)).status is PlaceStatus.OFFERED


async def test_twins_choose_all_or_none(play: Any) -> None:
    one, _ = await two_twins(play)
    (free,) = await play.opened()
    await play.child("c")
    act = await play.prepared("a", one, b=free)
    await play.chooses("c", free)
    assert await refused(play.signed(act)) == "place_taken"
    assert {(await play.candidate(each)).status for each in "ab"} == {Status.NOTIFIED}
    assert [(await play.place(one)).status, (await play.place(free)).holder] == [
        PlaceStatus.HELD,
        play.families["c"].id,
    ]


async def test_only_twins_who_were_called_together_choose_together(play: Any) -> None:
    held = await play.offered(2)
    parent = an_actor()
    for name, place in zip("ab", held, strict=True):
        await play.child(name, parent=parent)
        await play.called(name, place)
    assert await refused(play.prepared("a", held[0], b=held[1])) == "twins_not_called_together"


async def test_an_earlier_receipt_for_a_twins_place_goes_first(play: Any) -> None:
    one, _ = await two_twins(play)
    (free,) = await play.opened()
    await play.child("c")
    first, second = await play.prepared("a", one, b=free), await play.prepared("c", free)
    await play.receives(first)
    assert await refused(play.signed(second)) == "place_taken"
    assert (await play.place(free)).holder == play.families["b"].id
