"""Processes die at the worst moment: nothing is lost, nothing happens twice, nobody is told twice."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from tests.e2e.actors.parent import Parent
from tests.e2e.world import World

from kezek_local.ports import SERVICES
from kezek_local.stack import Stack
from kezek_local.waiting import eventually

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("clock")]

PATIENCE_S = 90.0
CROWD = 8
# an authority this slow is still waited for (KEZEK_REVOCATION_TIMEOUT_S of a local stack: ten seconds)
SLOW_MS, MANY = 8000, 1000
# questions that are about no signer: each of the two APIs asks about the signers' authority once for all
OF_AUTHORITIES = 2


@pytest_asyncio.fixture
async def patient(played_stack: Any, world: World) -> AsyncIterator[World]:
    """The same world for people who ask again while nobody answers."""
    patient = World(played_stack.gateway, played_stack.sandbox, world.district, world.group_year, patience_s=PATIENCE_S)
    yield patient
    await patient.close()


async def test_sms_is_not_sent_again_when_its_sender_dies_before_noting_it(patient: World, stack: Stack) -> None:
    (parent,) = await patient.queue(1)
    garden = await patient.worker()
    await patient.settles()
    await patient.sandbox.post("/control/sms", {"mode": "drop", "count": 1, "latency_ms": 4000})

    await garden.publishes(patient.group_year, places=1)
    await patient.sandbox.wait_for_sms(parent.phone, parent.number)
    stack.kill("notifications-worker")
    await patient.sandbox.post("/control/sms", {"mode": "ok"})

    await patient.settles()
    assert len(await patient.sandbox.sms(parent.phone)) == 1
    told = (await parent.get("/notifications/messages", application_id=parent.application_id))["items"]
    assert Counter(message["state"] for message in told) == {"sent": 2}


async def test_turn_begins_once_when_referrals_and_kafka_die_during_the_call(patient: World, stack: Stack) -> None:
    (parent,) = await patient.queue(1)
    garden = await patient.worker()

    await garden.publishes(patient.group_year, places=1)
    stack.kill("referrals-worker")
    stack.kill("kafka")

    await parent.becomes("notified")
    await patient.settles()
    assert (await _history(parent))["turn_started"] == 1
    assert len(await patient.sandbox.sms(parent.phone)) == 1


async def test_a_signature_repeated_after_postgresql_died_gives_one_referral(patient: World, stack: Stack) -> None:
    (parent,) = await patient.queue(1)
    garden = await patient.worker()
    await garden.publishes(patient.group_year, places=1)
    turn = (await parent.becomes("notified"))["turn"]
    act = await parent.prepares_choice(turn["place_id"])
    signature = await parent.signature_for(act)

    signing = asyncio.create_task(parent.hand_in("referrals", act, signature))
    await asyncio.wait({signing}, timeout=0.02)
    stack.kill("postgres")

    result = await signing
    assert await parent.hand_in("referrals", act, signature) == result
    assert (await parent.becomes("referred"))["referral"]["number"] == result["referral_number"]
    await patient.settles()
    assert (await _history(parent))["referral_issued"] == 1


async def test_a_deadline_that_passed_while_all_workers_were_dead_fires_once(patient: World, stack: Stack) -> None:
    silent, quick = await patient.queue(2)
    garden = await patient.worker()
    await garden.publishes(patient.group_year, places=1)
    turn = (await silent.becomes("notified"))["turn"]
    await patient.settles()

    await _all_workers(stack.stop)
    await patient.sandbox.jump_to(datetime.fromisoformat(turn["deadline_at"]) + timedelta(minutes=1))
    await _all_workers(stack.start)

    assert (await silent.becomes("queued"))["misses"] == 0
    await patient.settles()
    assert (await _history(silent))["turn_ended"] == 1
    assert [place["place_id"] for place in await quick.places()] == [turn["place_id"]]


async def test_an_act_received_in_time_counts_though_performed_after_the_deadline(patient: World, stack: Stack) -> None:
    families = await patient.queue(CROWD)
    garden = await patient.worker()
    await garden.publishes(patient.group_year, places=CROWD)
    turns = [(await family.becomes("notified"))["turn"] for family in families]
    await patient.settles()
    deadline = datetime.fromisoformat(turns[0]["deadline_at"])
    await patient.sandbox.advance_to(deadline - timedelta(minutes=5))
    await asyncio.to_thread(stack.stop, "referrals-worker")

    await _sign_until_the_apis_die(patient, stack, families, turns)
    interrupted = [family for family in families if (await family.state())["status"] == "notified"]
    assert len(interrupted) == CROWD - 1
    await patient.sandbox.jump_to(deadline)
    await asyncio.to_thread(stack.start, "referrals-worker")
    await patient.settles()

    ends = Counter([(await family.state())["status"] for family in interrupted])
    assert ends["referred"] >= len(interrupted) - OF_AUTHORITIES
    assert ends["referred"] + ends["queued"] == len(interrupted)
    for family in families:
        assert (await _history(family))["turn_ended"] == 1


async def _sign_until_the_apis_die(
    world: World, stack: Stack, families: list[Parent], turns: list[dict[str, Any]]
) -> None:
    """One is answered; the others sign at once, and the APIs die with their signatures received and none performed."""
    acts = [await family.prepares_choice(turn["place_id"]) for family, turn in zip(families, turns, strict=True)]
    signatures = [await family.signature_for(act) for family, act in zip(families, acts, strict=True)]
    first, *others = zip(families, acts, signatures, strict=True)
    await first[0].hand_in("referrals", *first[1:])
    await world.sandbox.post("/control/ocsp", {"mode": "down", "count": MANY, "latency_ms": SLOW_MS})
    try:
        signing = [asyncio.create_task(family.hand_in("referrals", *signed)) for family, *signed in others]
        await eventually(lambda: _asked(world, len(others)), "a question for each signature", PATIENCE_S)
        apis = [name for name in stack.programs() if name.startswith("referrals-api")]
        for api in apis:
            stack.kill(api)
        for hand in signing:
            hand.cancel()
    finally:
        await world.sandbox.post("/control/ocsp", {"mode": "ok"})
    await asyncio.to_thread(stack.wait_ready, *apis)


async def _asked(world: World, questions: int) -> bool:
    """Whether the authority has been asked so often since it is slow: a signature is received before that."""
    return bool((await world.sandbox.get("/control/ocsp"))["count"] <= MANY - questions)


async def _all_workers(act: Any) -> None:
    await asyncio.gather(*(asyncio.to_thread(act, f"{service}-worker") for service in SERVICES))


async def _history(parent: Parent) -> Counter[str]:
    return Counter(line["code"] for line in (await parent.journal())["history"])
