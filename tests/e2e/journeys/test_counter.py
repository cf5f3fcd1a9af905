"""A family without a device brings a signed paper: an officer chooses from it, and the family is told."""

import pytest
from tests.e2e.actors.person import RefusedError
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]


async def test_an_officer_chooses_from_a_paper_and_the_family_is_told_by_sms(world: World) -> None:
    await world.begins_by_day()
    family, other = await world.queue(2)
    garden, officer, elsewhere = await world.worker(), await world.officer(), await world.officer_of_elsewhere()
    await garden.publishes(world.group_year, places=2)
    for each in (family, other):
        await each.becomes("notified")
    at_counter = f"/referrals/counter/applications/{family.application_id}"
    listed = (await officer.get(f"{at_counter}/places"))["items"]
    own = await family.places()
    assert [each["place_id"] for each in listed if each["obstacle"] is None] == [each["place_id"] for each in own]
    paper = await officer.hands_in("counter_choice")
    body = {"place_id": listed[0]["place_id"], "paper": [paper]}
    with pytest.raises(RefusedError) as foreign:
        await elsewhere.post(f"{at_counter}/choices/acts", body)
    assert (foreign.value.status, foreign.value.code) == (404, "application_not_found")

    chosen = await officer.sign_act("referrals", await officer.post(f"{at_counter}/choices/acts", body))

    number = chosen["referral_number"]
    assert (await family.becomes("referred"))["referral"]["number"] == number
    assert (await family.referral_pdf()).startswith(b"%PDF")
    sms = await world.sandbox.wait_for_sms(family.phone, having=number)
    assert "орын таңдалды" in sms["text"]
    issued = next(line for line in (await family.journal())["history"] if line["code"] == "referral_issued")
    assert issued["actor"] == "officer"
    assert "отбасы қол қойған қағаз бойынша" in issued["text"]
    (scan,) = (await officer.get(f"{at_counter}/papers"))["items"]
    address = (await officer.post(f"{at_counter}/papers/{scan['file_id']}/links"))["address"]
    assert (await officer.http.get(address)).status_code == 200
    assert (await family.http.get(address)).status_code == 404
    theirs = f"/referrals/counter/applications/{other.application_id}"
    held = (await officer.get(f"{theirs}/places"))["items"][0]["place_id"]
    with pytest.raises(RefusedError) as used:
        await officer.post(f"{theirs}/choices/acts", {"place_id": held, "paper": [paper]})
    assert used.value.code == "paper_used_already"
