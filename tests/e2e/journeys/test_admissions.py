"""What becomes of a referral: refused, answered and overruled; cancelled, and on to the next child."""

import pytest
from tests.e2e.actors.person import RefusedError
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]

REASON = {"reason": "no_room", "words": "Топта бос орын жоқ"}


async def test_a_refusal_is_answered_overruled_and_the_child_enrolled(world: World) -> None:
    (parent,) = await world.queue(1)
    garden, officer = await world.worker(), await world.officer()
    await garden.publishes(world.group_year, places=1)
    await parent.becomes("notified")
    number = (await parent.chooses_first_place())["referral_number"]
    referral = (await garden.finds(number))["referral_id"]
    await parent.referral_pdf()

    act = await garden.post(f"/referrals/referrals/{referral}/refusal/acts", REASON)
    assert (await garden.sign_act("referrals", act))["status"] == "refusal_review"

    own = f"/referrals/applications/{parent.application_id}/refusal"
    assert (await parent.get(own))["words"] == REASON["words"]
    receipt = await parent.hands_in("refusal_answer")
    answered = await parent.post(f"{own}/answers", {"words": "Орын бар екенін көрдік", "files": [receipt]})
    (scan,) = answered["answers"][0]["files"]
    address = (await parent.post(f"{own}/files/{scan['file_id']}/links"))["address"]
    assert (await parent.http.get(address)).status_code == 200

    listed = (await officer.get("/referrals/refusals", limit=200))["items"]
    assert [each["answered"] for each in listed if each["referral_id"] == referral] == [True]
    case = f"/referrals/refusals/{referral}"
    opened = await officer.get(case)
    assert (opened["reason"], opened["refusal"]["answers"][0]["words"]) == ("no_room", "Орын бар екенін көрдік")
    address = (await officer.post(f"{case}/files/{scan['file_id']}/links"))["address"]
    assert (await officer.http.get(address)).status_code == 200
    read = [answer["id"] for answer in opened["refusal"]["answers"]]
    decision = {"outcome": "overruled", "words": "Топта орын бар", "answers": read}
    assert (await officer.sign_act("referrals", await officer.post(f"{case}/decision/acts", decision)))["status"]
    await world.settles()

    (document,) = (await parent.get(f"/documents/applications/{parent.application_id}/documents"))["items"]
    checked = await parent.get(f"/documents/checks/{document['check_code']}")
    assert (checked["status"], checked["stopped"]) == ("valid", True)
    await garden.accepts(number)
    await garden.roster(having=number)
    history = (await parent.journal())["history"]
    steps = [line["code"] for line in history if line["code"].startswith("ref")]
    assert steps == ["referral_issued", "referral_refused", "refusal_overruled", "referral_accepted"]
    refused = next(line["text"] for line in history if line["code"] == "referral_refused")
    assert "себебі жолдама бетінде" in refused


async def test_a_referral_cancelled_in_time_goes_on_to_the_next_child(world: World) -> None:
    first, second = await world.queue(2)
    garden = await world.worker()
    await garden.publishes(world.group_year, places=1)
    await first.becomes("notified")
    number = (await first.chooses_first_place())["referral_number"]
    referral = (await first.state())["referral"]

    path = f"/referrals/applications/{first.application_id}/referrals/{referral['referral_id']}/cancellation/acts"
    await first.sign_act("referrals", await first.post(path))

    waits = await first.state()
    assert (waits["status"], waits["misses"], waits["referral"]["status"]) == ("queued", 0, "cancelled")
    assert (await second.becomes("notified"))["turn"]["place_id"] == referral["place_id"]
    assert (await first.position())["position"] == 1
    with pytest.raises(RefusedError) as refused:
        await garden.finds(number)
    assert refused.value.code == "referral_not_valid"
