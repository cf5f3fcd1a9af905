"""The officer's desk over HTTP: what waits, finding, opening, deciding; and what an officer of elsewhere learns."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest
from dirty_equals import IsPartialDict

from kezek.applications.domain.application import Application
from kezek.contracts.access import ApplicationsRead, Subject, Why
from kezek.contracts.applications import ApplicationCard, ApplicationQueued, ClaimChanged
from kezek.contracts.documents import DocumentMade
from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import ClaimKind, ClaimState, DocumentKind, QueueClass
from kezek.platform.actors import Actor
from kezek.platform.testing import an_actor, an_iin, officer_of, published
from kezek.platform.workdays import local_day

OFFICER, ELSEWHERE = officer_of("1134"), officer_of("1116")


async def desk(world: Any, officer: Actor = OFFICER, **asked: str) -> Any:
    answer = await world.api.by(officer).get("/desk", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def found(world: Any, officer: Actor = OFFICER, **by: str) -> list[str]:
    answer = await world.api.by(officer).post("/desk/search", json=by)
    assert answer.status_code == 200, answer.text
    return [each["number"] for each in answer.json()["items"]]


async def opened(world: Any, application: Application, officer: Actor = OFFICER) -> Any:
    return await world.api.by(officer).get(f"/desk/applications/{application.id}")


async def decides(world: Any, application: Application, officer: Actor = OFFICER, **verdict: Any) -> Any:
    path = f"/desk/claims/{application.claims[0].id}/decision/acts"
    return await world.api.perform(officer, path, {"outcome": "confirm", **verdict})


async def reads(world: Any) -> list[ApplicationsRead]:
    return [each.event for each in await published(world.database) if isinstance(each.event, ApplicationsRead)]


async def test_what_waits_is_listed_by_the_end_of_its_term_and_overdue_is_said(world: Any) -> None:
    now = world.database.clock.now()
    await world.claimed(ClaimKind.BENEFIT, 1, due_at=now + timedelta(days=3), benefit="large_family")
    await world.claimed(ClaimKind.REGISTRATION, 2, due_at=now - timedelta(seconds=1))
    await world.claimed(ClaimKind.BENEFIT, 3, district="1116", due_at=now)
    await world.claimed(ClaimKind.BENEFIT, 4, due_at=None)
    listed = await desk(world)
    assert [(each["number"], each["kind"], each["overdue"]) for each in listed["items"]] == [
        ("34.UO.2026.00002.1", "registration", True),
        ("34.UO.2026.00001.1", "benefit", False),
        ("34.UO.2026.00004.1", "benefit", False),
    ]
    assert listed["total"] == 3
    assert {each["kind"] for each in (await desk(world, kind="benefit"))["items"]} == {"benefit"}
    assert [each["number"] for each in (await desk(world, ELSEWHERE))["items"]] == ["16.UO.2026.00003.1"]


async def test_the_list_stands_in_the_reading_log(world: Any) -> None:
    application = await world.claimed(ClaimKind.BENEFIT)
    await desk(world)
    (read,) = await reads(world)
    assert (read.what, read.why, read.role, read.district) == ("desk:read", Why.LIST, "officer", "1134")
    assert read.subjects == (Subject(person_id=application.made.applicant_id, application_id=application.id),)


@pytest.mark.parametrize(
    "spelled", ["34.UO.2026.00001.1", "34.уо.2026.1.1", "№ 34.УО.2026.00001.1", " 34 UO 2026 . 001 . 1 "]
)
async def test_an_application_is_found_by_its_number_in_any_spelling(world: Any, spelled: str) -> None:
    await world.claimed(ClaimKind.BENEFIT)
    assert await found(world, number=spelled) == ["34.UO.2026.00001.1"]
    assert await found(world, ELSEWHERE, number=spelled) == []


async def test_an_application_is_found_by_iin_and_by_name_with_birth_date(world: Any) -> None:
    application_id = await world.application_id()
    number = (await world.tabs(application_id))["information"]["number"]
    information = (await world.tabs(application_id))["information"]
    assert await found(world, iin=world.child) == [number]
    assert await found(world, iin=world.mother.iin) == [number]
    name, born = information["child"]["surname"].lower(), information["birth_date"]
    assert await found(world, name=name, birth_date=born) == [number]
    assert await found(world, name=name, birth_date="2019-01-01") == []
    assert await found(world, ELSEWHERE, iin=world.child) == []
    assert await found(world, ELSEWHERE, name=name, birth_date=born) == []


TWO_WAYS = {"number": "34.UO.2026.1.1", "iin": an_iin()}


@pytest.mark.parametrize(
    "by", [{}, {"name": "Үлгі"}, {"birth_date": "2022-03-08"}, {"number": "1"}, {"iin": "1"}, TWO_WAYS]
)
async def test_one_looks_in_one_way(world: Any, by: dict[str, str]) -> None:
    answer = await world.api.by(OFFICER).post("/desk/search", json=by)
    assert (answer.status_code, answer.json()["code"]) == (422, "request_invalid")


async def test_who_was_looked_for_in_vain_stands_in_the_log_by_a_digest(world: Any) -> None:
    await found(world, iin=an_iin())
    (read,) = await reads(world)
    assert (read.why, read.subjects[0].person_id, bool(read.subjects[0].known_as)) == (Why.SEARCH, None, True)


async def test_an_opened_application_shows_what_its_family_sees_and_its_claims(world: Any) -> None:
    application = await world.claimed(ClaimKind.BENEFIT, benefit="large_family", queue_class=QueueClass.PRIORITY)
    shown = (await opened(world, application)).json()
    assert shown["information"]["number"] == "34.UO.2026.00001.1"
    assert {line["code"] for line in shown["history"]} >= {"submitted", "claim_made"}
    (claim,) = shown["claims"]
    assert claim == IsPartialDict(kind="benefit", state="waiting", benefit="large_family", queue_class="priority")
    assert [file["name"] for file in claim["files"]] == ["a.pdf"]
    assert [read.why for read in await reads(world)] == [Why.OPEN]


async def test_an_officer_of_another_district_reads_nothing(world: Any) -> None:
    application = await world.claimed(ClaimKind.BENEFIT)
    claim = application.claims[0]
    as_elsewhere = world.api.by(ELSEWHERE)
    answers = [
        await opened(world, application, ELSEWHERE),
        await as_elsewhere.post(f"/desk/applications/{application.id}/files/{claim.files[0].id}/links"),
        await as_elsewhere.post(f"/desk/claims/{claim.id}/decision/acts", json={"outcome": "confirm"}),
    ]
    assert [(each.status_code, each.json()["code"]) for each in answers] == [
        (404, "application_not_found"),
        (404, "application_not_found"),
        (404, "claim_not_found"),
    ]
    assert (await desk(world, ELSEWHERE))["items"] == []
    assert await reads(world) == []


async def test_a_parent_has_no_desk(world: Any) -> None:
    for path in ("/desk", f"/desk/applications/{new_id()}"):
        answer = await world.api.by(world.mother).get(path)
        assert (answer.status_code, answer.json()["code"]) == (403, "permission_missing")


async def test_a_confirmed_benefit_is_signed_and_who_decided_stays(world: Any) -> None:
    application = await world.claimed(ClaimKind.BENEFIT, benefit="large_family", queue_class=QueueClass.PRIORITY)
    last_day = (local_day(world.database.clock.now()) + timedelta(days=90)).isoformat()
    done = (await decides(world, application, valid_until=last_day)).json()
    assert done["result"] == IsPartialDict(state="confirmed", status="queued")
    shown = (await opened(world, application)).json()
    assert shown["claims"][0] == IsPartialDict(state="confirmed", valid_until=last_day, decided_by_me=True)
    assert shown["information"]["queue_class"] == "priority"
    assert "officer" in {line["actor"] for line in shown["history"]}
    assert (await desk(world))["total"] == 0


async def test_a_better_copy_is_asked_for_with_a_reason_and_words(world: Any) -> None:
    application = await world.claimed(ClaimKind.REGISTRATION)
    asked = {"outcome": "ask_better_copy", "reason": "unreadable", "remark": "Екінші беті көрінбейді"}
    assert (await decides(world, application, **asked)).json()["result"]["state"] == "better_copy_asked"
    shown = (await opened(world, application)).json()
    assert shown["claims"][0] == IsPartialDict(reason="unreadable", remark="Екінші беті көрінбейді")
    assert shown["information"]["state"]["code"] == "under_review"


async def test_rejected_papers_end_an_application_that_needed_them(world: Any) -> None:
    application = await world.claimed(ClaimKind.REGISTRATION)
    done = (await decides(world, application, outcome="reject", reason="not_registered")).json()["result"]
    assert (done["state"], done["status"]) == ("rejected", "rejected")


@pytest.mark.parametrize(
    ("verdict", "code"),
    [
        ({"outcome": "reject"}, "claim_reason_required"),
        ({"outcome": "ask_better_copy", "reason": "other"}, "claim_remark_required"),
        ({"outcome": "confirm", "valid_until": "2020-01-01"}, "proof_over_already"),
        ({"outcome": "confirm", "valid_until": "2100-01-01"}, "proof_end_too_late"),
        ({"outcome": "confirm"}, "proof_end_required"),
    ],
)
async def test_what_cannot_be_decided_so_is_not_signed(world: Any, verdict: dict[str, str], code: str) -> None:
    application = await world.claimed(ClaimKind.BENEFIT, benefit="large_family")
    path = f"/desk/claims/{application.claims[0].id}/decision/acts"
    answer = await world.api.by(OFFICER).post(path, json=verdict)
    assert (answer.status_code, answer.json()["code"]) == (409, code)


async def test_two_officers_decide_once_and_the_second_is_told(world: Any) -> None:
    application = await world.claimed(ClaimKind.REGISTRATION)
    other = decides(world, application, officer_of("1134"), outcome="reject", reason="not_registered")
    both = [decides(world, application), other]
    answers = sorted(await asyncio.gather(*both), key=lambda each: int(each.status_code))
    assert [each.status_code for each in answers] == [200, 409]
    assert answers[1].json()["code"] in {"claim_decided", "application_over"}
    told = [each.event for each in await published(world.database)]
    assert len([each for each in told if isinstance(each, ClaimChanged)]) == 1
    assert len([each for each in told if isinstance(each, ApplicationQueued)]) in {0, 1}


async def test_nobody_decides_on_the_own_familys_papers(world: Any) -> None:
    application = await world.claimed(ClaimKind.BENEFIT, of=OFFICER.person_id)
    path = f"/desk/claims/{application.claims[0].id}/decision/acts"
    answer = await world.api.by(OFFICER).post(path, json={"outcome": "confirm"})
    assert (answer.status_code, answer.json()["code"]) == (409, "claim_is_own")
    assert (await opened(world, application)).json()["own"] is True


async def test_the_same_child_under_another_iin_is_shown_and_named_in_the_own_district_only(world: Any) -> None:
    application = await world.claimed(ClaimKind.BENEFIT, 1)
    await world.claimed(ClaimKind.BENEFIT, 2, names={"surname": "ҮЛГІЕВ"})
    await world.claimed(ClaimKind.BENEFIT, 3, district="1116")
    await world.claimed(ClaimKind.BENEFIT, 4, born=date(2022, 3, 9))
    await world.claimed(ClaimKind.BENEFIT, 5, names={"given_name": "Басқа"})
    likely = (await opened(world, application)).json()["likely"]
    assert [(each["number"], each["child"] is not None, each["same_names"]) for each in likely] == [
        ("34.UO.2026.00002.1", True, True),
        ("16.UO.2026.00003.1", False, True),
    ]


async def test_the_same_child_is_found_by_any_spelling_typed_or_of_the_register(world: Any) -> None:
    application_id = await world.application_id()
    (card,) = [each.event for each in await published(world.database) if isinstance(each.event, ApplicationCard)]
    kazakh, russian, born = card.child, card.child.russian, card.child_birth_date
    assert russian is not None
    spelled = [(each.surname.upper(), each.given_name) for each in (kazakh, russian)]
    assert spelled[0] != spelled[1]
    for number, (surname, given_name) in enumerate([*spelled, ("Басқа", kazakh.given_name)], start=2):
        names = {"surname": surname, "given_name": given_name}
        await world.claimed(ClaimKind.REGISTRATION, number, born=born, names=names)
    answer = await world.api.by(OFFICER).get(f"/desk/applications/{application_id}")
    assert [each["number"][11:16] for each in answer.json()["likely"]] == ["00002", "00003"]


async def test_twins_entered_apart_are_shown_and_linked_ones_as_such(world: Any) -> None:
    parent, twins = an_actor().person_id, new_id()
    application = await world.claimed(ClaimKind.BENEFIT, 1, of=parent, twins=twins)
    await world.claimed(ClaimKind.BENEFIT, 2, of=parent, twins=twins, names={"given_name": "Айша"})
    await world.claimed(ClaimKind.BENEFIT, 3, of=parent, names={"given_name": "Әлия"})
    shown = (await opened(world, application)).json()
    assert [each["number"] for each in shown["twins"]] == ["34.UO.2026.00002.1"]
    assert [(each["number"], each["same_names"]) for each in shown["likely"]] == [("34.UO.2026.00003.1", False)]


async def test_a_scan_is_handed_out_by_a_link_to_the_application_it_came_with(world: Any) -> None:
    application = await world.claimed(ClaimKind.BENEFIT)
    by, file = world.api.by(OFFICER), application.claims[0].files[0]
    answer = await by.post(f"/desk/applications/{application.id}/files/{file.id}/links")
    assert answer.json()["address"].startswith(f"/api/documents/files/{file.id}?link=")
    missing = await by.post(f"/desk/applications/{application.id}/files/{new_id()}/links")
    assert (missing.status_code, missing.json()["code"]) == (404, "file_not_found")


async def test_a_paper_of_the_system_is_handed_out_like_a_scan(world: Any) -> None:
    application, other = await world.claimed(ClaimKind.BENEFIT, 1), await world.claimed(ClaimKind.BENEFIT, 2)
    facts = {"kind": DocumentKind.REFERRAL, "about": new_id(), "sha256": "0" * 64, "size": 1234}
    paper = new_id()
    at = world.database.clock.now()
    await world.hears(DocumentMade(document_id=paper, application_id=application.id, made_at=at, **facts))
    answer = await world.api.by(OFFICER).post(f"/desk/applications/{application.id}/files/{paper}/links")
    assert answer.json()["address"].startswith(f"/api/documents/files/{paper}?link=")
    for officer, of in ((OFFICER, other), (ELSEWHERE, application)):
        refused = await world.api.by(officer).post(f"/desk/applications/{of.id}/files/{paper}/links")
        assert refused.status_code == 404


async def test_the_state_of_a_claim_is_one_of_the_known(world: Any) -> None:
    application = await world.claimed(ClaimKind.SPECIAL_NEEDS, correctional=True)
    assert (await decides(world, application)).json()["result"]["state"] == ClaimState.CONFIRMED
