"""From a parent's signature to a child on the roster."""

import json
from pathlib import Path

import pytest
from tests.e2e.story import play
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]


async def test_the_story_ends_with_an_enrolled_child_and_its_papers(world: World, tmp_path: Path) -> None:
    await play(world, tmp_path)

    (pdf,) = tmp_path.glob("referral-*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF-")
    (journal,) = tmp_path.glob("journal-*.json")
    page = json.loads(journal.read_text())
    assert page["information"]["state"]["code"] == "enrolled"
    steps = [line["code"] for line in page["history"] if line["code"] != "message_sent"]
    assert steps == [
        *("submitted", "placed", "turn_started", "turn_ended"),
        *("referral_issued", "document_made", "referral_accepted"),
    ]
    told = [line["about"] for line in page["history"] if line["code"] == "message_sent"]
    assert sorted(told) == sorted(["turn_started", "referral_issued", "referral_accepted"] * 2)


async def test_the_second_in_the_queue_is_not_called_for_one_place(world: World) -> None:
    first, second = await world.queue(2)
    garden = await world.worker()

    await garden.publishes(world.group_year, places=1)

    await first.becomes("notified")
    await world.settles()
    assert (await second.state())["status"] == "queued"
    assert (await second.position())["position"] == 1


async def test_who_am_i_is_refused_without_a_session_and_after_signing_out(world: World) -> None:
    parent = await world.parent()
    assert (await parent.get("/auth/me"))["person_id"]

    await parent.request("DELETE", "/auth/sessions/current")

    answer = await parent.request("GET", "/auth/me")
    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_required")


async def test_one_trace_leads_from_the_signed_vacancy_to_the_sms(world: World) -> None:
    (parent,) = await world.queue(1)
    garden = await world.worker()
    act = await garden.prepares_vacancy(world.group_year, places=1)
    signature = await garden.signature_for(act)

    answer = await garden.request(
        "POST", f"/kindergartens/acts/{act['act_id']}/signature", json={"signature": signature}
    )

    message = await world.sandbox.wait_for_sms(parent.phone, parent.number)
    assert message["traceparent"].split("-")[1] == answer.headers["x-request-id"]
