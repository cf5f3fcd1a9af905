"""A parent asks to move an enrolled child to another kindergarten, until the other one has it (domain §7.transfer)."""

import pytest
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import RefusedError
from tests.e2e.actors.worker import Worker
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]


async def asks_for_another(family: Parent, district: str) -> str:
    """Ask for another kindergarten with a signature; the application by which the child is enrolled."""
    enrolment = family.application_id
    path = f"/applications/applications/{enrolment}/transfer/acts"
    asked = await family.post(path, {"district": district, "languages": ["kk"]})
    made = await family.sign_act("applications", asked)
    family.application_id, family.number = made["application_id"], made["number"]
    return enrolment


async def is_present(garden: Worker, number: str) -> bool:
    """Whether the child of a referral is in the kindergarten, or was."""
    (stay,) = [
        *(await search(garden, referral_number=number)),
        *(await search(garden, referral_number=number, present=False)),
    ]
    return stay["ended_on"] is None


async def search(garden: Worker, **asked: object) -> list[dict[str, object]]:
    path = f"/kindergartens/kindergartens/{garden.kindergarten_id}/roster/search"
    found: list[dict[str, object]] = (await garden.post(path, asked))["items"]
    return found


async def test_a_child_goes_from_one_kindergarten_to_another_behind_who_has_none(world: World) -> None:
    await world.begins_by_day()
    here, there = [await world.worker(ordinal) for ordinal in range(2)]
    (moving,) = await world.queue(1)
    await here.publishes(world.group_year)
    await moving.becomes("notified")
    first = (await moving.chooses_first_place())["referral_number"]
    await here.accepts(first)
    await here.roster(having=first)
    await world.settles()

    enrolment = await asks_for_another(moving, world.district)
    assert (await moving.position())["position"] == 1
    asked, moving.application_id = moving.application_id, enrolment
    with pytest.raises(RefusedError) as refused:
        await asks_for_another(moving, world.district)
    assert refused.value.code == "transfer_exists"
    assert (await moving.journal())["information"]["transfer_id"] == asked
    moving.application_id = asked

    # nobody else waits, but to its own kindergarten nobody moves: the place is free for all who come
    await here.publishes(world.group_year)
    await world.settles()
    assert (await moving.state())["status"] == "queued"
    assert await moving.places() == []

    (newcomer,) = await world.queue(1)
    position = await moving.position()
    assert (position["position"], position["queue_class"], position["ahead"]["general"]) == (2, "transfer", 1)
    await world.settles()  # the queue may know the newcomer before those do who keep the places
    await newcomer.chooses_first_place()
    await there.publishes(world.group_year)
    await moving.becomes("notified")
    second = (await moving.chooses_first_place())["referral_number"]
    await world.settles()
    assert await is_present(here, first)

    await there.accepts(second)
    await there.roster(having=second)
    await world.settles()
    assert (await is_present(here, first), await is_present(there, second)) == (False, True)
    states = {each["application_id"]: each["state"]["code"] for each in await moving.applications()}
    assert states == {enrolment: "departed", moving.application_id: "enrolled"}
    moving.application_id = enrolment
    told = {line["about"] for line in (await moving.journal())["history"] if line["code"] == "message_sent"}
    assert "departed_by_transfer" in told
