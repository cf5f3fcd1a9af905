"""A family changes its address, and the next message goes there."""

import pytest
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]


async def test_a_changed_address_is_offered_to_the_application_and_reached_by_the_next_message(world: World) -> None:
    (parent,) = await world.queue(1)
    former, parent.email = parent.email, f"new-{parent.email}"
    await parent.confirm_email()

    (offered,) = await parent.offered_contacts()
    assert (offered["application_id"], offered["email"], offered["account_email"]) == (
        parent.application_id,
        former,
        parent.email,
    )
    assert (await parent.takes_contacts())["items"] == []

    garden = await world.worker()
    await garden.publishes(world.group_year, places=1)
    await parent.becomes("notified")
    referral = (await parent.chooses_first_place())["referral_number"]
    await world.sandbox.wait_for_mail(parent.email, referral)
    await world.settles()

    mails = await world.sandbox.mail(former)
    assert [mail for mail in mails if referral in mail["text"]] == []
    assert (
        len([mail for mail in mails if "байланыс деректері" in mail["subject"] and parent.number in mail["text"]]) == 1
    )
    journal = await parent.journal()
    (line,) = [line for line in journal["history"] if line["code"] == "contacts_changed"]
    assert (line["actor"], parent.email in str(line), former in str(line)) == ("applicant", False, False)
