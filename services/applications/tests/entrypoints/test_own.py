"""What a family does once its application is made: wishes, papers that are asked for, withdrawal before the queue."""

import asyncio
from typing import Any

import pytest
from dirty_equals import IsPartialDict

from kezek.contracts.applications import ApplicationChanged, ApplicationWithdrawn
from kezek.contracts.file_use import ApplicationsFileKept
from kezek.contracts.files import FilePurpose
from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import ClaimKind, QueueClass
from kezek.platform.testing import an_actor, officer_of, published
from kezek.platform.workdays import local_day

OFFICER = officer_of("1134")


async def wishes(world: Any, application_id: Any, actor: Any = None, **body: Any) -> Any:
    said = {"languages": ["ru"], "separate_places": False, **body}
    return await world.api.by(actor or world.mother).put(f"/applications/{application_id}/wishes", json=said)


async def decided(world: Any, application: Any, **verdict: Any) -> Any:
    path = f"/desk/claims/{application.claims[0].id}/decision/acts"
    return await world.api.perform(OFFICER, path, verdict)


async def asked(world: Any, **facts: Any) -> Any:
    """An application whose officer has asked for a better copy."""
    application = await world.claimed(ClaimKind.BENEFIT, of=world.mother.person_id, **facts)
    answer = await decided(world, application, outcome="ask_better_copy", reason="unreadable", remark="Анық емес")
    assert answer.status_code == 200, answer.text
    return application


async def answers(world: Any, application: Any, actor: Any = None, *tokens: str) -> Any:
    path = f"/applications/{application.id}/claims/{application.claims[0].id}/papers"
    return await world.api.by(actor or world.mother).post(path, json={"files": list(tokens)})


def receipt(world: Any, owner: Any = None, purpose: FilePurpose = FilePurpose.BENEFIT_PROOF) -> str:
    given = world.files.receipt((owner or world.mother).person_id, purpose)
    return str(world.files.sign(given))


async def changes(world: Any) -> list[ApplicationChanged]:
    return [each.event for each in await published(world.database) if isinstance(each.event, ApplicationChanged)]


async def test_languages_are_changed_in_the_order_of_wish_and_the_order_is_told(world: Any) -> None:
    application_id = await world.application_id()
    assert (await wishes(world, application_id, languages=["en", "kk", "en"])).status_code == 204
    tabs = await world.tabs(application_id)
    assert tabs["information"]["languages"] == ["en", "kk"]
    assert tabs["history"][-1] == IsPartialDict(code="languages_changed", actor="applicant")
    assert "английский, казахский" in tabs["history"][-1]["text"]
    (told,) = await changes(world)
    assert ([each.value for each in told.languages], told.reason) == (["en", "kk"], "application_changed")


async def test_the_same_wishes_again_change_nothing(world: Any) -> None:
    application_id = await world.application_id()
    before = (await world.tabs(application_id))["information"]["languages"]
    assert (await wishes(world, application_id, languages=before)).status_code == 204
    assert await changes(world) == []
    assert [line["code"] for line in (await world.tabs(application_id))["history"]] == ["submitted"]


async def test_the_switch_of_twins_is_that_of_all_and_languages_are_each_ones(world: Any) -> None:
    twins, mother = new_id(), world.mother.person_id
    first, second = [
        await world.claimed(ClaimKind.BENEFIT, number, of=mother, twins=twins, names={"given_name": name})
        for number, name in ((1, "Айша"), (2, "Әлия"))
    ]
    assert (await wishes(world, first.id, languages=["ru"], separate_places=True)).status_code == 204
    shown = [(await world.tabs(str(each.id)))["information"] for each in (first, second)]
    assert [(each["separate_places"], each["languages"]) for each in shown] == [(True, ["ru"]), (True, ["kk"])]
    assert all(each.separate_places for each in await changes(world))


async def test_nobody_changes_anothers_wishes_or_none_at_all(world: Any) -> None:
    application_id = await world.application_id()
    assert (await wishes(world, application_id, an_actor())).json()["code"] == "application_not_found"
    assert (await wishes(world, application_id, languages=[])).json()["code"] == "request_invalid"
    assert await changes(world) == []


async def test_what_is_asked_for_is_shown_and_answered_without_losing_the_time(world: Any) -> None:
    application = await asked(world)
    (claim,) = (await world.tabs(str(application.id)))["claims"]
    assert claim == IsPartialDict(state="better_copy_asked", reason="unreadable", remark="Анық емес", due_at=None)
    done = await answers(world, application, None, receipt(world))
    assert done.json() == IsPartialDict(state="waiting", claim_id=str(application.claims[0].id))
    assert [len(done.json()["files"]), bool(done.json()["due_at"])] == [2, True]
    assert (await world.api.by(OFFICER).get("/desk")).json()["total"] == 1
    kept = [each.event for each in await published(world.database) if isinstance(each.event, ApplicationsFileKept)]
    assert [(each.owner_id, each.purpose) for each in kept] == [(world.mother.person_id, FilePurpose.BENEFIT_PROOF)]
    after = (await world.tabs(str(application.id)))["information"]["submitted_at"]
    assert after.startswith(f"{application.made.submitted_at:%Y-%m-%dT%H:%M}")


async def test_answered_and_confirmed_the_benefit_counts(world: Any) -> None:
    application = await asked(world, queue_class=QueueClass.PRIORITY, benefit="large_family")
    await answers(world, application, None, receipt(world))
    last_day = local_day(world.database.clock.now()).isoformat()
    assert (await decided(world, application, outcome="confirm", valid_until=last_day)).status_code == 200
    assert (await world.tabs(str(application.id)))["information"]["queue_class"] == "priority"


@pytest.mark.parametrize(
    ("owner", "purpose", "code"),
    [
        (None, FilePurpose.REGISTRATION, "file_of_another_purpose"),
        (an_actor(), FilePurpose.BENEFIT_PROOF, "file_not_yours"),
    ],
)
async def test_only_own_papers_for_this_claim_are_taken(
    world: Any, owner: Any, purpose: FilePurpose, code: str
) -> None:
    application = await asked(world)
    assert (await answers(world, application, None, receipt(world, owner, purpose))).json()["code"] == code
    assert (await world.tabs(str(application.id)))["claims"][0]["state"] == "better_copy_asked"


async def test_what_asks_for_nothing_is_not_answered_nor_anothers(world: Any) -> None:
    application = await world.claimed(ClaimKind.BENEFIT, of=world.mother.person_id)
    assert (await answers(world, application, None, receipt(world))).json()["code"] == "claim_asks_nothing"
    stranger = an_actor()
    refused = await answers(world, application, stranger, receipt(world, stranger))
    assert refused.json()["code"] == "application_not_found"


async def test_two_tabs_answer_once(world: Any) -> None:
    application = await asked(world)
    both = await asyncio.gather(*(answers(world, application, None, receipt(world)) for _ in range(2)))
    assert sorted(each.json().get("code", "done") for each in both) == ["claim_asks_nothing", "done"]


async def test_an_own_scan_is_opened_by_its_family_only(world: Any) -> None:
    application = await world.claimed(ClaimKind.BENEFIT, of=world.mother.person_id)
    path = f"/applications/{application.id}/files/{application.claims[0].files[0].id}/links"
    assert "link=" in (await world.api.by(world.mother).post(path)).json()["address"]
    assert (await world.api.by(an_actor()).post(path)).json()["code"] == "application_not_found"


async def test_an_application_under_review_is_withdrawn_here(world: Any) -> None:
    application = await world.claimed(ClaimKind.REGISTRATION, of=world.mother.person_id)
    done = await world.api.perform(world.mother, f"/applications/{application.id}/withdrawal/acts", None)
    assert done.json()["result"] == {"application_id": str(application.id), "status": "withdrawn"}
    tabs = await world.tabs(str(application.id))
    assert (tabs["information"]["state"]["code"], tabs["history"][-1]["code"]) == ("withdrawn", "withdrawn")
    assert (await world.api.by(OFFICER).get("/desk")).json()["total"] == 0
    told = [each.event for each in await published(world.database) if isinstance(each.event, ApplicationWithdrawn)]
    assert len(told) == 1


async def test_once_queued_referrals_has_the_withdrawal(world: Any) -> None:
    application_id = await world.application_id()
    answer = await world.api.by(world.mother).post(f"/applications/{application_id}/withdrawal/acts")
    assert (answer.status_code, answer.json()) == (
        409,
        IsPartialDict(code="withdrawal_not_allowed", params={"status": "queued"}),
    )


async def test_an_officer_who_was_faster_leaves_nothing_to_withdraw_here(world: Any) -> None:
    application = await world.claimed(ClaimKind.REGISTRATION, of=world.mother.person_id)
    path = f"/applications/{application.id}/withdrawal/acts"
    withdrawal = world.api.perform(world.mother, path, None)
    answered = await asyncio.gather(decided(world, application, outcome="confirm"), withdrawal)
    state = (await world.tabs(str(application.id)))["information"]["state"]["code"]
    codes = [each.json().get("code", "done") for each in answered]
    assert (state, codes) in [
        ("queued", ["done", "withdrawal_not_allowed"]),
        ("withdrawn", ["application_over", "done"]),
    ]
