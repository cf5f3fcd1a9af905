"""A move to another district: the register is asked, and what follows here when referrals says that it is done."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from dirty_equals import IsPartialDict

from kezek.applications.domain.application import Application
from kezek.contracts.applications import ApplicationCard, ApplicationQueued
from kezek.contracts.children import StopList
from kezek.contracts.files import FilePurpose
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import District
from kezek.contracts.referrals import Closed, MovedTo, Returned
from kezek.contracts.texts import Text
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import ClaimKind, GroupKind, QueueClass
from kezek.platform.move_checks import MoveCheckReader
from kezek.platform.testing import an_actor, officer_of, published
from kezek.platform.workdays import local_day
from kezek_sandbox.people.model import Role

AT = datetime(2026, 11, 23, 4, tzinfo=UTC)
LISTED = StopList(began_at=AT, working_days=10, ends_at=AT + timedelta(days=14), policy="default-1", calendar_version=1)


@pytest.fixture
async def elsewhere(world: Any) -> str:
    """Another district, to which the child's address has moved."""
    name = Text("Қосшы қаласы", "Косшы", "Kosshy")
    await world.hears(District(code="1116", name=name))
    return "1116"


def registered_in(world: Any, district: str, iin: str = "") -> None:
    child = iin or world.child
    address = world.outside.inside.people.find(child).person.registered_address
    world.outside.change(child, registered_address=replace(address, district=district, kato=f"{district}00000"))


async def asks(world: Any, application_id: Any, district: str, actor: Any = None, twins: Any = ()) -> Any:
    path = f"/applications/{application_id}/move-checks"
    body = {"district": district, "twins": [str(each) for each in twins]}
    return await world.api.by(actor or world.mother).post(path, json=body)


def closed(
    former: Any,
    application_id: UUID,
    stop_list: StopList | None = None,
    misses: int = 0,
    *,
    restored: bool = False,
    **together: Any,
) -> Closed:
    moved = MovedTo(
        application_id=application_id,
        district="1116",
        submitted_at=AT,
        policy="default-1",
        stop_list=stop_list,
        **together,
    )
    return Closed(
        application_id=former,
        child_id=new_id(),
        applicant_id=new_id(),
        queue=QueueRef(district="1134", kind=GroupKind.GENERAL, group_year=2022),
        status=Status.REMOVED,
        turn=None,
        referral=None,
        misses=misses,
        stop_listed_until=None,
        reason="moved",
        rule="ends",
        over=True,
        actor="applicant",
        moved=moved,
        restored=restored,
    )


async def test_who_is_registered_there_gets_a_check_that_referrals_believes(
    world: Any, elsewhere: str, file_office: Any
) -> None:
    application_id = await world.application_id()
    registered_in(world, elsewhere)
    answer = (await asks(world, application_id, elsewhere)).json()
    keys = file_office.settings("referrals")["move_check_keys"]
    check = MoveCheckReader(keys).read(
        answer["check"], application_id=UUID(application_id), person_id=world.mother.person_id
    )
    assert (check.district, check.district_name.kk) == ("1116", "Қосшы қаласы")


async def test_who_is_not_registered_there_is_told_where_they_are(world: Any, elsewhere: str) -> None:
    answer = await asks(world, await world.application_id(), elsewhere)
    assert (answer.status_code, answer.json()) == (409, IsPartialDict(code="registered_elsewhere"))


async def test_what_cannot_be_moved_is_not_checked(world: Any, elsewhere: str) -> None:
    application_id = await world.application_id()
    for district, code in (("1134", "already_in_district"), ("9999", "district_unknown")):
        assert (await asks(world, application_id, district)).json()["code"] == code
    assert (await asks(world, application_id, elsewhere, an_actor())).json()["code"] == "application_not_found"
    await world.outside.register_is("down")
    assert (await asks(world, application_id, elsewhere)).json()["code"] == "register_unavailable"
    await world.hears(closed(UUID(application_id), new_id()))
    assert (await asks(world, application_id, elsewhere)).json()["code"] == "move_not_allowed"


async def test_a_corrected_year_of_birth_is_that_of_the_new_districts_queue(world: Any, elsewhere: str) -> None:
    assert elsewhere
    former, there = await world.application_id(), new_id()
    async with world.database.write() as tx:
        await tx.execute(sa.text("update application set birth_date = date '2021-12-31'"))
    await world.hears(closed(UUID(former), there))
    told = [each.event for each in await published(world.database)]
    queued = [each for each in told if isinstance(each, ApplicationQueued) and each.application_id == there]
    assert [each.queue.group_year for each in queued] == [2021]


async def test_the_child_is_queued_there_once_at_the_time_that_referrals_says(world: Any, elsewhere: str) -> None:
    former, there = await world.application_id(), new_id()
    event = closed(UUID(former), there, misses=2, restored=True)
    await world.hears(event)
    await world.hears(event)
    tabs = await world.tabs(str(there))
    assert tabs["information"] == IsPartialDict(submitted_at="2026-11-23T04:00:00Z", misses=2, restored=True)
    assert tabs["information"]["district"]["code"] == elsewhere
    assert tabs["information"]["number"].startswith("16.UO.")
    assert tabs["information"]["state"]["code"] == "queued"
    assert [line["code"] for line in tabs["history"]] == ["moved_in"]
    old = (await world.tabs(former))["information"]
    assert (old["state"]["code"], old["moved_to"]) == ("removed", str(there))
    told = [each.event for each in await published(world.database)]
    queued = [each for each in told if isinstance(each, ApplicationQueued) and each.application_id == there]
    (goes_on,) = queued
    assert (goes_on.moved_from, goes_on.misses, goes_on.queue.district) == (UUID(former), 2, "1116")
    assert goes_on.restored is True, "who was restored here is not restored a second time there"
    cards = [each for each in told if isinstance(each, ApplicationCard) and each.application_id == there]
    assert [each.number for each in cards] == [tabs["information"]["number"]]


async def test_the_stop_list_goes_along_until_referrals_says_that_it_is_over(world: Any, elsewhere: str) -> None:
    former, there = await world.application_id(), new_id()
    await world.hears(closed(UUID(former), there, LISTED, 1))
    listed = (await world.tabs(str(there)))["information"]
    assert (listed["state"]["code"], listed["stop_listed_until"], listed["misses"]) == (
        "stop_listed",
        "2026-12-07T04:00:00Z",
        1,
    )
    (queued,) = [
        each.event
        for each in await published(world.database)
        if isinstance(each.event, ApplicationQueued) and each.event.application_id == there
    ]
    assert queued.stop_list == LISTED
    back = closed(there, there).model_dump(exclude={"moved"}) | {"status": "queued", "over": False, "misses": 1}
    await world.hears(Returned(**back), version=1)
    assert (await world.tabs(str(there)))["information"]["state"]["code"] == "queued"


async def twins(world: Any) -> tuple[Any, list[Any], list[str]]:
    """Twins in the queue: their mother, their applications, and their numbers in the register."""
    by_birth: dict[Any, list[Any]] = {}
    for child in world.outside.inside.people.select(role=Role.CHILD, district="1134", born=2023):
        by_birth.setdefault((child.person.parents, child.person.birth_date), []).append(child.person)
    one, two = next(pair for pair in by_birth.values() if len(pair) == 2)
    mother = an_actor(iin=one.parents[0])
    done = (await world.applies(mother, child_iin=one.iin, twins=[two.iin])).json()["result"]
    return mother, [done["application_id"], done["twins"][0]["application_id"]], [one.iin, two.iin]


async def test_twins_get_one_check_if_both_are_registered_there(world: Any, elsewhere: str, file_office: Any) -> None:
    mother, (first, second), iins = await twins(world)
    registered_in(world, elsewhere, iins[0])
    assert (await asks(world, first, elsewhere, mother)).status_code == 200, "alone it may"
    refused = await asks(world, first, elsewhere, mother, [second])
    assert refused.json() == IsPartialDict(code="registered_elsewhere")
    registered_in(world, elsewhere, iins[1])
    answer = (await asks(world, first, elsewhere, mother, [second])).json()
    assert answer["twins"] == [second]
    keys = file_office.settings("referrals")["move_check_keys"]
    check = MoveCheckReader(keys).read(answer["check"], application_id=UUID(first), person_id=mother.person_id)
    assert check.twins == (UUID(second),)


async def test_only_a_linked_twin_goes_along(world: Any, elsewhere: str) -> None:
    mother, (first, _), _ = await twins(world)
    for other in (await world.application_id(), first, new_id()):
        assert (await asks(world, first, elsewhere, mother, [other])).json()["code"] == "application_not_found"


@pytest.mark.parametrize("at_once", [True, False])
async def test_twins_who_move_together_are_linked_there_by_one_serial(
    world: Any, elsewhere: str, at_once: bool
) -> None:
    mother, former, _ = await twins(world)
    there, group = [new_id(), new_id()], new_id()
    events = [
        closed(UUID(before), after, twins=group, ordinal=ordinal)
        for ordinal, (before, after) in enumerate(zip(former, there, strict=True), start=1)
    ]
    if at_once:
        await asyncio.gather(*(world.hears(event) for event in events))
    else:
        await world.hears(*reversed(events))
        await world.hears(*events)
    shown = [await world.tabs(str(each), mother) for each in there]
    numbers = [each["information"]["number"] for each in shown]
    assert [number.rpartition(".")[0] for number in numbers] == [numbers[0].rpartition(".")[0]] * 2
    assert [number[-2:] for number in numbers] == [".1", ".2"]
    assert [each["information"]["twins"] for each in shown] == [True, True]
    assert [each["twins"][0]["application_id"] for each in shown] == [str(there[1]), str(there[0])]
    assert [line["code"] for line in shown[0]["history"]] == ["moved_in", "twins_linked"]
    told = [each.event for each in await published(world.database)]
    queued = [each for each in told if isinstance(each, ApplicationQueued) and each.application_id in there]
    assert [each.twins for each in queued] == [group, group]


async def test_who_moves_alone_is_linked_with_nobody_and_neither_is_who_stays(world: Any, elsewhere: str) -> None:
    mother, (first, second), _ = await twins(world)
    there = new_id()
    await world.hears(closed(UUID(first), there))
    for each in (there, second):
        tabs = await world.tabs(str(each), mother)
        assert (tabs["information"]["twins"], tabs["twins"]) == (False, [])


async def test_a_claim_that_was_rejected_goes_along_and_is_shown_anew_there(world: Any, elsewhere: str) -> None:
    parent = an_actor()
    former: Application = await world.claimed(
        ClaimKind.BENEFIT, benefit="large_family", queue_class=QueueClass.PRIORITY, of=parent.person_id
    )
    path = f"/desk/claims/{former.claims[0].id}/decision/acts"
    verdict = {"outcome": "reject", "reason": "not_entitled"}
    assert (await world.api.perform(officer_of("1134"), path, verdict)).status_code == 200
    there = new_id()
    await world.hears(closed(former.id, there))
    (claim,) = (await world.tabs(str(there), parent))["claims"]
    assert (claim["state"], claim["takes_papers"]) == ("rejected", True)
    papers = f"/applications/{there}/claims/{claim['claim_id']}/papers"
    scan = world.scan(FilePurpose.BENEFIT_PROOF, parent)
    assert (await world.api.by(parent).post(papers, json={"files": [scan]})).json()["state"] == "waiting"
    assert (await world.api.by(officer_of(elsewhere)).get("/desk")).json()["total"] == 1


async def test_claims_go_along_and_the_new_districts_officers_decide_them(world: Any, elsewhere: str) -> None:
    former: Application = await world.claimed(
        ClaimKind.BENEFIT, benefit="large_family", queue_class=QueueClass.PRIORITY
    )
    there = new_id()
    await world.hears(closed(former.id, there))
    listed = (await world.api.by(officer_of(elsewhere)).get("/desk")).json()
    assert [(each["application_id"], each["kind"]) for each in listed["items"]] == [(str(there), "benefit")]
    assert (await world.api.by(officer_of("1134")).get("/desk")).json()["total"] == 0
    path = f"/desk/claims/{former.claims[0].id}/decision/acts"
    last_day = local_day(world.database.clock.now()).isoformat()
    decided = await world.api.perform(officer_of(elsewhere), path, {"outcome": "confirm", "valid_until": last_day})
    assert decided.json()["result"] == IsPartialDict(application_id=str(there), state="confirmed")
