"""At the counter over HTTP: an officer enters a family's paper; in whose name, when it counts, and what stays."""

from dataclasses import replace
from typing import Any

import pytest
from dirty_equals import IsPartialDict

from kezek.contracts.applications import ApplicationCard, ApplicationQueued
from kezek.contracts.file_use import ApplicationsFileKept
from kezek.contracts.files import FilePurpose
from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import ActorKind, Language
from kezek.platform import counter_people
from kezek.platform.counter_people import CounterPerson
from kezek.platform.testing import officer_of, published

OFFICER = officer_of("1134")
PURPOSES = {"representation": FilePurpose.REPRESENTATION, "benefit": FilePurpose.BENEFIT_PROOF}


def named(world: Any, officer: Any = OFFICER, person: Any = None) -> str:
    """What auth answers the officer about the mother."""
    of = person or CounterPerson(world.mother.person_id, world.mother.iin)
    return counter_people.issue(of, officer.person_id, world.api.token_key)


def paper(world: Any, owner: Any = None, purpose: FilePurpose = FilePurpose.COUNTER_STATEMENT) -> str:
    return str(world.files.sign(world.files.receipt((owner or OFFICER).person_id, purpose)))


def body(world: Any, **changed: Any) -> dict[str, Any]:
    own = {"person": named(world), "language": "kk", "statement": [paper(world)]}
    return world.body(**{**own, **changed})


async def enters(world: Any, officer: Any = OFFICER, **changed: Any) -> Any:
    return await world.api.perform(officer, "/desk/counter/acts", body(world, **changed))


async def prepared(world: Any, officer: Any = OFFICER, **changed: Any) -> Any:
    return await world.api.by(officer).post("/desk/counter/acts", json=body(world, **changed))


async def test_a_paper_is_entered_in_the_familys_name_and_counts_by_that_entry(world: Any) -> None:
    done = await enters(world)
    assert done.status_code == 200, done.text
    application_id = done.json()["result"]["application_id"]
    tabs = await world.tabs(application_id)
    assert tabs["information"]["applicant"]["iin"] == world.mother.iin
    assert tabs["information"]["state"]["code"] == "queued"
    assert tabs["history"][0] == IsPartialDict(code="submitted", actor="officer")
    told = [each.event for each in await published(world.database)]
    (queued,) = [each for each in told if isinstance(each, ApplicationQueued)]
    assert (queued.applicant_id, queued.actor) == (world.mother.person_id, ActorKind.OFFICER)
    (card,) = [each for each in told if isinstance(each, ApplicationCard)]
    assert card.language is Language.KK


async def test_the_scan_of_the_paper_is_kept_and_shown_to_officers(world: Any) -> None:
    application_id = (await enters(world)).json()["result"]["application_id"]
    shown = (await world.api.by(OFFICER).get(f"/desk/applications/{application_id}")).json()
    assert [file["name"] for file in shown["statement"]] == ["анықтама.pdf"]
    (kept,) = [each.event for each in await published(world.database) if isinstance(each.event, ApplicationsFileKept)]
    assert (kept.owner_id, kept.purpose) == (OFFICER.person_id, FilePurpose.COUNTER_STATEMENT)
    path = f"/desk/applications/{application_id}/files/{kept.file_id}/links"
    assert "link=" in (await world.api.by(OFFICER).post(path)).json()["address"]


async def test_a_family_without_an_email_is_entered_and_told_by_phone(world: Any) -> None:
    done = await enters(world, email=None)
    assert done.status_code == 200, done.text
    tabs = await world.tabs(done.json()["result"]["application_id"])
    assert tabs["information"] == IsPartialDict(phone="77990000007", email=None)
    told = [each.event for each in await published(world.database) if isinstance(each.event, ApplicationCard)]
    assert [(each.phone, each.email) for each in told] == [("77990000007", "")]
    own = await world.api.by(world.mother).post("/applications/acts", json=world.body(email=None))
    assert own.json()["code"] == "request_invalid"


async def test_a_child_of_papers_and_its_twin_are_entered_with_their_claims(world: Any) -> None:
    typed = {"surname": "Үлгі", "given_name": "Айгерім", "patronymic": None, "birth_date": "2022-05-05"}
    twins = ["991399000009", "991399001809"]
    papers = {kind: [paper(world, purpose=purpose)] for kind, purpose in PURPOSES.items()}
    done = await enters(
        world,
        child_iin=twins[0],
        twins=twins[1:],
        typed=[{"iin": iin, **typed} for iin in twins],
        representation={"files": papers["representation"]},
        benefits=[{"code": "large_family", "files": papers["benefit"]}],
    )
    assert done.status_code == 200, done.text
    tabs = await world.tabs(done.json()["result"]["application_id"])
    assert tabs["information"]["state"]["code"] == "under_review"
    assert {claim["kind"] for claim in tabs["claims"]} == {"representation", "benefit"}
    assert len(done.json()["result"]["twins"]) == 1


async def test_one_scan_serves_for_one_application(world: Any) -> None:
    scan = paper(world)
    assert (await enters(world, statement=[scan])).status_code == 200
    (other, child), *_ = [each for each in world.families() if each[1] != world.child]
    again = {"person": named(world, person=CounterPerson(other.person_id, other.iin)), "child_iin": child}
    refused = await enters(world, statement=[scan], **again)
    assert (refused.status_code, refused.json()["code"]) == (409, "file_used_already")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"statement": []}, "request_invalid"),
        ({"person": "made up"}, "counter_person_invalid"),
        ({"district": "1110"}, "counter_of_another_district"),
        ({"child_iin": "991399000009"}, "child_not_of_applicant"),
    ],
)
async def test_what_cannot_be_entered_is_not_signed(world: Any, changed: dict[str, Any], code: str) -> None:
    answer = await prepared(world, **changed)
    assert answer.json()["code"] == code


async def test_only_the_officer_whom_auth_answered_enters_it(world: Any) -> None:
    another = officer_of("1134")
    answer = await prepared(world, another, statement=[paper(world, another)])
    assert answer.json()["code"] == "counter_person_invalid"
    elsewhere = officer_of("1110")
    answer = await prepared(world, elsewhere, person=named(world, elsewhere), statement=[paper(world, elsewhere)])
    assert answer.json()["code"] == "counter_of_another_district"


async def test_nobody_enters_a_paper_of_the_own_family(world: Any) -> None:
    own = replace(OFFICER, person_id=world.mother.person_id)
    answer = await prepared(world, own, person=named(world, own), statement=[paper(world, own)])
    assert answer.json()["code"] == "counter_of_own_family"


async def test_a_child_that_stands_in_the_queue_is_not_entered_again(world: Any) -> None:
    await world.application_id()
    answer = await prepared(world)
    assert answer.json()["code"] == "live_application_exists"


async def test_a_look_shows_the_registers_data_and_who_may_stand_here_twice(world: Any) -> None:
    sought = {"applicant_iin": world.mother.iin, "child_iin": world.child}
    looked = (await world.api.by(OFFICER).post("/desk/counter/look", json=sought)).json()
    assert looked["child"]["iin"] == world.child
    assert (looked["live_application"], looked["likely"]) == (False, [])
    stranger = {"applicant_iin": world.mother.iin, "child_iin": "991399000009"}
    assert (await world.api.by(OFFICER).post("/desk/counter/look", json=stranger)).json()["child"] is None


async def test_a_parent_has_no_counter(world: Any) -> None:
    answer = await prepared(world, world.mother)
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_missing")


def test_who_is_named_tells_nothing_of_whom() -> None:
    assert "991399000009" not in repr(CounterPerson(new_id(), "991399000009"))
