"""Thirty parents sign for one free-choice place at once; two thousand do in tests/load/scramble.py."""

import asyncio
from collections import Counter
from typing import Any

import pytest
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import RefusedError
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("clock"), pytest.mark.timeout(600)]
PARENTS = 30


async def test_one_place_many_signatures_at_once_one_holder(crowded_world: World) -> None:
    world = crowded_world
    crowd = await _waiting_crowd(world)
    garden = await world.worker()
    await garden.publishes(world.group_year, places=1)
    turn = (await crowd[0].becomes("notified"))["turn"]
    await world.settles()
    await world.passes_midnight_after(turn["last_day"])
    await crowd[0].becomes("queued")
    signed = await asyncio.gather(*(_signed_choice(parent, turn["place_id"]) for parent in crowd))

    outcomes = await asyncio.gather(*(_outcome(parent, *each) for parent, each in zip(crowd, signed, strict=True)))

    assert Counter(outcomes) == {"referral": 1, "409 application/problem+json place_taken": PARENTS - 1}
    await world.settles()
    states = await asyncio.gather(*(parent.state() for parent in crowd))
    assert Counter(state["status"] for state in states) == {"referred": 1, "queued": PARENTS - 1}


async def _waiting_crowd(world: World) -> list[Parent]:
    """All have applied; the head of the queue comes first."""
    crowd = await world.parents(PARENTS)
    for start in range(0, PARENTS, 10):
        await asyncio.gather(*(parent.applies() for parent in crowd[start : start + 10]))
    await asyncio.gather(*(parent.position() for parent in crowd))
    await world.settles()
    positions = await asyncio.gather(*(parent.position() for parent in crowd))
    assert sorted(each["position"] for each in positions) == list(range(1, PARENTS + 1))
    ranked = zip((each["position"] for each in positions), crowd, strict=True)
    return [parent for _, parent in sorted(ranked, key=lambda each: each[0])]


async def _signed_choice(parent: Parent, place_id: str) -> tuple[Any, str]:
    act = await parent.prepares_choice(place_id)
    return act, await parent.signature_for(act)


async def _outcome(parent: Parent, act: Any, signature: str) -> str:
    try:
        await parent.hand_in("referrals", act, signature)
    except RefusedError as refused:
        return f"{refused.status} {refused.content_type} {refused.code}"
    return "referral"
