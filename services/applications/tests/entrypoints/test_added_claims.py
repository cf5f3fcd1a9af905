"""What a family claims once its application is made: an officer decides in a term, the child keeps its time."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from dirty_equals import IsPartialDict

from kezek.contracts.applications import ApplicationCard, ApplicationChanged, ApplicationQueued
from kezek.contracts.file_use import ApplicationsFileKept
from kezek.contracts.files import FilePurpose
from kezek.contracts.policy import Policy
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.vocabulary import ApplicationStatus, GroupKind, QueueClass
from kezek.platform.actors import Actor
from kezek.platform.testing import an_actor, officer_of, published
from kezek.platform.workdays import local_day
from kezek_sandbox.people.model import Role

OFFICER = officer_of("1134")


async def told(world: Any, kind: type) -> list[Any]:
    return [each.event for each in await published(world.database) if isinstance(each.event, kind)]


def papers(world: Any, kind: str, owner: Actor | None = None) -> list[str]:
    purposes = {"benefit": FilePurpose.BENEFIT_PROOF, "special_needs": FilePurpose.COMMISSION_CONCLUSION}
    return [world.scan(purposes[kind], owner)]


async def adds(world: Any, application_id: Any, actor: Actor | None = None, **body: Any) -> Any:
    said = {"kind": "benefit", **body}
    if "files" not in said:
        said["files"] = papers(world, said["kind"], actor)
    if said["kind"] == "benefit":
        said.setdefault("benefit", "large_family")
    return await world.api.by(actor or world.mother).post(f"/applications/{application_id}/claims", json=said)


async def decides(world: Any, claim_id: str, **verdict: Any) -> Any:
    said = {"outcome": "confirm", **verdict}
    return await world.api.perform(OFFICER, f"/desk/claims/{claim_id}/decision/acts", said)


async def confirmed(world: Any, claim_id: str) -> None:
    last_day = (local_day(world.database.clock.now()) + timedelta(days=40)).isoformat()
    answer = await decides(world, claim_id, valid_until=last_day)
    assert answer.status_code == 200, answer.text


async def test_the_card_tells_the_kindergarten_of_a_benefit_and_whether_it_is_confirmed(world: Any) -> None:
    application_id = await world.application_id()
    claim = (await adds(world, application_id)).json()["claim_id"]
    await confirmed(world, claim)
    second = (await adds(world, application_id, benefit="teacher")).json()["claim_id"]
    assert (await decides(world, second, outcome="reject", reason="not_entitled")).status_code == 200
    cards = [each for each in await published(world.database) if isinstance(each.event, ApplicationCard)]
    said = [[(each.code, each.name.ru, each.confirmed) for each in card.event.benefits] for card in cards]
    large, teacher = "ребёнок из многодетной семьи", "ребёнок педагога"
    assert said == [
        [],
        [("large_family", large, False)],
        [("large_family", large, True)],
        [("large_family", large, True), ("teacher", teacher, False)],
        [("large_family", large, True)],
    ]
    assert [each.version for each in cards] == sorted({each.version for each in cards})


async def test_a_benefit_added_later_is_decided_by_the_desk_and_counts_at_the_old_time(world: Any) -> None:
    application_id = await world.application_id()
    added = await adds(world, application_id)
    assert (added.status_code, added.json()) == (
        201,
        IsPartialDict(kind="benefit", benefit="large_family", state="waiting", queue_class="priority"),
    )
    assert added.json()["due_at"]
    (waits,) = (await world.api.by(OFFICER).get("/desk")).json()["items"]
    assert waits == IsPartialDict(claim_id=added.json()["claim_id"], overdue=False)
    tabs = await world.tabs(application_id)
    assert tabs["information"]["queue_class"] == "general", "until an officer confirms it"
    assert tabs["history"][-1] == IsPartialDict(code="claim_made", reason="benefit_claimed", actor="applicant")
    await confirmed(world, added.json()["claim_id"])
    (queued,), (changed,) = await told(world, ApplicationQueued), await told(world, ApplicationChanged)
    assert (changed.queue_class, changed.submitted_at) == (QueueClass.PRIORITY, queued.submitted_at)
    assert len(await told(world, ApplicationsFileKept)) == 1


@pytest.mark.parametrize(
    ("queue", "kind", "queue_class"),
    [
        ("correctional", GroupKind.CORRECTIONAL, QueueClass.GENERAL),
        ("general", GroupKind.GENERAL, QueueClass.PRIORITY),
    ],
)
async def test_special_needs_added_later_lead_where_the_family_wants(
    world: Any, queue: str, kind: GroupKind, queue_class: QueueClass
) -> None:
    application_id = await world.application_id()
    added = await adds(world, application_id, kind="special_needs", queue=queue)
    assert added.status_code == 201, added.text
    await confirmed(world, added.json()["claim_id"])
    (changed,) = await told(world, ApplicationChanged)
    assert (changed.queue.kind, changed.queue_class) == (kind, queue_class)


async def test_the_other_queue_is_wanted_later_by_a_claim_of_its_own(world: Any) -> None:
    application_id = await world.application_id()
    for queue in ("correctional", "general", "correctional"):
        added = await adds(world, application_id, kind="special_needs", queue=queue)
        assert added.status_code == 201, added.text
        await confirmed(world, added.json()["claim_id"])
    where = [(each.queue.kind, each.queue_class) for each in await told(world, ApplicationChanged)]
    assert where == [
        (GroupKind.CORRECTIONAL, QueueClass.GENERAL),
        (GroupKind.GENERAL, QueueClass.PRIORITY),
        (GroupKind.CORRECTIONAL, QueueClass.GENERAL),
    ]
    claims = (await world.tabs(application_id))["claims"]
    assert not any(each["takes_papers"] for each in claims), "what is set aside is not shown anew"
    assert (await adds(world, application_id, kind="special_needs", queue="correctional")).status_code == 409


async def test_what_waits_or_counts_is_not_claimed_again_but_what_was_rejected_is(world: Any) -> None:
    application_id = await world.application_id()
    both = await asyncio.gather(*(adds(world, application_id) for _ in range(2)))
    (claim_id,) = [each.json()["claim_id"] for each in both if each.status_code == 201]
    (refused,) = [each.json() for each in both if each.status_code == 409]
    assert refused == IsPartialDict(code="claim_made_already", params={"claim": "benefit"})
    await confirmed(world, claim_id)
    assert (await adds(world, application_id)).json()["code"] == "claim_made_already"
    other = await adds(world, application_id, benefit="orphan")
    await decides(world, other.json()["claim_id"], outcome="reject", reason="not_entitled")
    assert (await adds(world, application_id, benefit="orphan")).status_code == 201


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"files": []}, "papers_required"),
        ({"benefit": "unheard_of"}, "benefit_unknown"),
        ({"queue": "general"}, "request_invalid"),
        ({"kind": "special_needs"}, "request_invalid"),
        ({"kind": "registration"}, "request_invalid"),
    ],
)
async def test_what_is_not_whole_is_refused_and_changes_nothing(world: Any, body: dict[str, Any], code: str) -> None:
    application_id = await world.application_id()
    said = {"files": papers(world, "benefit"), **body}
    assert (await adds(world, application_id, **said)).json()["code"] == code
    assert (await world.tabs(application_id))["claims"] == []


async def test_papers_of_others_and_applications_of_others_are_refused(world: Any) -> None:
    application_id, stranger = await world.application_id(), an_actor()
    assert (await adds(world, application_id, stranger)).json()["code"] == "application_not_found"
    theirs = papers(world, "benefit", stranger)
    assert (await adds(world, application_id, files=theirs)).json()["code"] == "file_not_yours"


async def test_where_the_proof_is_asked_for_at_the_call_it_counts_at_once(world: Any) -> None:
    policy = Policy(id="1134-1", benefit_proved_at_call=True)
    await world.hears(PolicyPublished(district="1134", version=1, in_force_from=date(2026, 1, 1), policy=policy))
    application_id = await world.application_id()
    added = await adds(world, application_id, files=[])
    assert added.json() == IsPartialDict(state="unproved", due_at=None)
    assert [each.queue_class for each in await told(world, ApplicationChanged)] == [QueueClass.PRIORITY]


async def test_what_an_officer_refused_is_proved_before_it_counts_again(world: Any) -> None:
    policy = Policy(id="1134-1", benefit_proved_at_call=True)
    await world.hears(PolicyPublished(district="1134", version=1, in_force_from=date(2026, 1, 1), policy=policy))
    application_id = await world.application_id()
    first = await adds(world, application_id)
    await decides(world, first.json()["claim_id"], outcome="reject", reason="not_entitled")
    assert (await adds(world, application_id, files=[])).json() == IsPartialDict(
        code="papers_required", params={"claim": "benefit"}
    )
    again = await adds(world, application_id)
    assert again.json() == IsPartialDict(state="waiting")
    order = [each.queue_class for each in await told(world, ApplicationChanged)]
    assert order == [QueueClass.PRIORITY, QueueClass.GENERAL], "until an officer confirms it"
    await confirmed(world, again.json()["claim_id"])
    assert (await told(world, ApplicationChanged))[-1].queue_class is QueueClass.PRIORITY


async def test_twins_claim_a_benefit_together_by_the_same_papers(world: Any) -> None:
    by_birth: dict[Any, list[Any]] = {}
    for child in world.outside.inside.people.select(role=Role.CHILD, district="1134", born=2023):
        by_birth.setdefault((child.person.parents, child.person.birth_date), []).append(child.person)
    one, two = next(pair for pair in by_birth.values() if len(pair) == 2)
    mother = an_actor(iin=one.parents[0])
    await world.applies(mother, child_iin=one.iin, twins=[two.iin])
    first, second = await told(world, ApplicationQueued)
    added = await adds(world, second.application_id, mother)
    await confirmed(world, added.json()["claim_id"])
    changed = await told(world, ApplicationChanged)
    assert {each.application_id for each in changed} == {first.application_id, second.application_id}
    assert len(await told(world, ApplicationsFileKept)) == 1
    needs = await adds(world, second.application_id, mother, kind="special_needs", queue="general")
    assert needs.status_code == 201, "special needs are one child's"
    assert [len((await world.tabs(str(each.application_id), mother))["claims"]) for each in (first, second)] == [1, 2]


async def test_what_is_over_takes_no_claim(world: Any) -> None:
    application_id = await world.application_id()
    for live, status in ((False, ApplicationStatus.WITHDRAWN), (True, ApplicationStatus.ENROLLED)):
        async with world.database.write() as tx:
            values = {"live": live, "status": status.value}
            await tx.execute(sa.text("update application set live = :live, status = :status"), values)
        assert (await adds(world, application_id)).json()["code"] == "application_over"
