"""A parent asks to move an enrolled child to another kindergarten: the one exception to one live application (§7)."""

import asyncio
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from dirty_equals import IsPartialDict

from kezek.contracts.applications import ApplicationCard, ApplicationChanged, ApplicationQueued
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import ChildSwapped, District
from kezek.contracts.law import Reason
from kezek.contracts.referrals import Closed, Departed, ReferralAccepted, ReferralIssued
from kezek.contracts.texts import Text
from kezek.contracts.values import QueueRef, Transfer
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, QueueClass, ReferralStatus
from kezek.platform.testing import an_actor, published

from .test_journal import REFERRAL, garden, step  # noqa: TID252  # the journal's own steps
from .test_moves import registered_in  # noqa: TID252

HERE = REFERRAL.kindergarten_id
ACCEPTED = REFERRAL.model_copy(update={"status": ReferralStatus.ACCEPTED})


async def enrols(world: Any, application_id: str, accepted: Any = ACCEPTED) -> None:
    await world.hears(step(ReferralIssued, application_id, Status.REFERRED, "place_chosen", referral=REFERRAL))
    by = step(ReferralAccepted, application_id, Status.ENROLLED, "referral_accepted", referral=accepted)
    await world.hears(by, version=2)


async def enrolled(world: Any) -> str:
    """An application by which the child is in a kindergarten."""
    await world.hears(garden(HERE))
    application_id: str = await world.application_id()
    await enrols(world, application_id)
    return application_id


async def asks(world: Any, application_id: str, actor: Any = None, **changed: Any) -> Any:
    body = {"district": "1134", "languages": ["kk", "ru"], **changed}
    return await world.api.perform(actor or world.mother, f"/applications/{application_id}/transfer/acts", body)


async def told(world: Any, kind: type[Any]) -> list[Any]:
    return [each.event for each in await published(world.database) if isinstance(each.event, kind)]


async def test_it_is_queued_behind_all_and_says_what_it_leaves(world: Any) -> None:
    former = await enrolled(world)
    answer = await asks(world, former)
    assert answer.status_code == 200, answer.text
    made = answer.json()["result"]
    assert made["enrolment_id"] == former
    queued, card = (await told(world, ApplicationQueued))[-1], (await told(world, ApplicationCard))[-1]
    assert (queued.queue_class, queued.transfer) == (
        QueueClass.TRANSFER,
        Transfer(application_id=UUID(former), kindergarten_id=HERE),
    )
    assert [each.value for each in queued.languages] == ["kk", "ru"]
    assert (str(card.application_id), card.number, card.child.iin) == (
        made["application_id"],
        made["number"],
        world.child,
    )
    tabs, old = await world.tabs(made["application_id"]), await world.tabs(former)
    assert tabs["information"] == IsPartialDict(queue_class="transfer", transfer_id=None, twins=False)
    assert tabs["information"]["transfer"] == IsPartialDict(application_id=former, kindergarten_id=str(HERE))
    assert tabs["information"]["transfer"]["kindergarten"]["name"]["en"] == "Ak kogershin kindergarten"
    assert old["information"] == IsPartialDict(transfer=None, transfer_id=made["application_id"])
    assert old["information"]["state"]["code"] == "enrolled"
    assert [line["code"] for line in tabs["history"]] == ["transfer_asked"]
    assert made["number"] in old["history"][-1]["text"]


def swapped(application_id: str, there: UUID) -> ChildSwapped:
    return ChildSwapped(
        application_id=UUID(application_id),
        kindergarten_id=there,
        queue=QueueRef("1134", GroupKind.GENERAL, 2022),
        language=InstructionLanguage.KAZAKH,
        since=date(2026, 11, 23),
        swap_id=new_id(),
    )


async def test_a_swapped_child_leaves_the_kindergarten_in_which_it_is(world: Any) -> None:
    former, there = await enrolled(world), new_id()
    await world.hears(swapped(former, there))
    await world.hears(garden(there))
    assert (await asks(world, former)).status_code == 200
    (*_, queued) = await told(world, ApplicationQueued)
    assert queued.transfer == Transfer(application_id=UUID(former), kindergarten_id=there)


async def test_of_one_that_lives_a_swap_changes_what_it_leaves_and_the_newest_swap_counts(world: Any) -> None:
    former, there, third = await enrolled(world), new_id(), new_id()
    over = (await asks(world, former)).json()["result"]["application_id"]
    await world.hears(step(Closed, over, Status.WITHDRAWN, "withdrawn", over=True))
    made = (await asks(world, former)).json()["result"]["application_id"]
    for name in (there, third):
        await world.hears(garden(name))
    now = world.database.clock.now()
    await world.hears(swapped(former, third), version=3, occurred_at=now)
    await world.hears(swapped(former, there), version=2, occurred_at=now - timedelta(days=1))
    changed = await told(world, ApplicationChanged)
    leaves = Transfer(application_id=UUID(former), kindergarten_id=third)
    assert [(str(each.application_id), each.transfer, each.reason) for each in changed] == [
        (made, leaves, Reason.CHILDREN_SWAPPED)
    ]
    tabs = await world.tabs(made)
    assert tabs["information"]["transfer"]["kindergarten_id"] == str(third)
    assert tabs["history"][-1]["code"] == "transfer_leaves"
    assert (await world.tabs(over))["information"]["transfer"]["kindergarten_id"] == str(HERE), "what is over stays"


async def test_two_who_ask_at_once_are_one_transfer(world: Any) -> None:
    former = await enrolled(world)
    answers = await asyncio.gather(*(asks(world, former) for _ in range(4)))
    codes = sorted(each.json().get("code", "done") for each in answers)
    assert codes == ["done", "transfer_exists", "transfer_exists", "transfer_exists"]
    assert len(await told(world, ApplicationQueued)) == 2


async def test_who_is_not_enrolled_or_too_old_or_elsewhere_is_not_transferred(world: Any) -> None:
    waiting = await world.application_id()
    assert (await asks(world, waiting)).json() == IsPartialDict(code="child_not_enrolled", params={"status": "queued"})
    await world.hears(garden(HERE))
    await enrols(world, waiting)
    assert (await asks(world, waiting, an_actor())).json()["code"] == "application_not_found"
    assert (await asks(world, waiting, district="9999")).json()["code"] == "district_unknown"
    await world.hears(District(code="1116", name=Text("Қосшы қаласы", "Косшы", "Kosshy")))
    assert (await asks(world, waiting, district="1116")).json()["code"] == "registered_elsewhere"
    registered_in(world, "1116")
    made = (await asks(world, waiting, district="1116")).json()["result"]
    assert made["number"].startswith("16.UO.")


async def test_an_ordinary_application_stays_one_and_a_transfer_goes_on_to_a_third(world: Any) -> None:
    former = await enrolled(world)
    made = (await asks(world, former)).json()["result"]["application_id"]
    assert (await world.applies()).json()["code"] == "live_application_exists"
    claim = {"kind": "special_needs", "queue": "general", "files": []}
    refused = await world.api.by(world.mother).post(f"/applications/{made}/claims", json=claim)
    assert refused.json()["code"] in {"transfer_takes_no_claim", "papers_required"}
    # whichever of both is heard first
    await enrols(world, made)
    assert (await world.applies()).json()["code"] == "live_application_exists"
    left = step(Departed, former, Status.DEPARTED, "transferred", over=True)
    await world.hears(left, version=3)
    old = await world.tabs(former)
    assert (old["information"]["state"]["code"], old["information"]["transfer_id"]) == ("departed", None)
    assert "другой детский сад" in old["history"][-1]["text"]
    assert (await world.applies()).json()["code"] == "live_application_exists"
    assert (await asks(world, made)).status_code == 200
    assert (await asks(world, made)).json()["code"] == "transfer_exists"


async def test_one_that_has_ended_leaves_the_enrolment_as_it_is_and_may_be_asked_for_again(world: Any) -> None:
    former = await enrolled(world)
    made = (await asks(world, former)).json()["result"]["application_id"]
    await world.hears(step(Closed, made, Status.WITHDRAWN, "withdrawn", over=True))
    old = (await world.tabs(former))["information"]
    assert (old["state"]["code"], old["transfer_id"]) == ("enrolled", None)
    assert (await asks(world, former)).status_code == 200


async def test_of_one_with_nothing_to_leave_it_is_said_that_a_new_one_may_be_made(world: Any) -> None:
    former = await enrolled(world)
    made = (await asks(world, former)).json()["result"]["application_id"]
    assert (await world.tabs(made))["information"]["transfer"]["lasts"] is True
    await world.hears(step(Departed, former, Status.DEPARTED, "child_departed", over=True), version=3)
    assert (await world.tabs(made))["information"]["transfer"]["lasts"] is False
    # until it ends nothing else may be asked for: the page of the former application leads to it
    assert (await world.applies()).json()["code"] == "live_application_exists"
    assert (await world.tabs(former))["information"]["transfer_id"] == made
    await world.hears(step(Closed, made, Status.REMOVED, "enrolment_over", over=True))
    assert "новое заявление" in (await world.tabs(made))["history"][-1]["text"]
    assert (await world.applies()).status_code == 200
