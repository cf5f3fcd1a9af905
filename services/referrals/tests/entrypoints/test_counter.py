"""A family's choice at the counter over HTTP: what the officer sees, which scans serve, who opens them afterwards."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from dirty_equals import IsDatetime, IsPartialDict

from kezek.contracts.access import ReferralsRead, Subject, Why
from kezek.contracts.files import FilePurpose
from kezek.contracts.ids import new_id
from kezek.platform.actors import Actor
from kezek.platform.testing import Api, an_actor, officer_of, published
from kezek.referrals.main_api import build_app

OFFICER = officer_of("1110")


@pytest.fixture
async def referrals(api: Any, play: Any, file_office: Any) -> Api:
    opened: Api = await api(build_app(play.settings.model_copy(update=file_office.settings("referrals"))))
    return opened


@pytest.fixture
def paper(file_office: Any) -> Any:
    """The receipt of a scan that somebody handed in."""

    def handed_in(owner: Actor = OFFICER, purpose: FilePurpose = FilePurpose.COUNTER_CHOICE, **changes: Any) -> str:
        return str(file_office.sign(file_office.receipt(owner.person_id, purpose, **changes)))

    return handed_in


async def test_the_story_of_a_choice_at_the_counter(referrals: Api, play: Any, paper: Any) -> None:
    family = await play.child("a")
    (held,) = await play.offered()
    await play.called("a", held)
    (free,) = await play.opened()
    path = f"/counter/applications/{family.id}"
    seen = (await referrals.by(OFFICER).get(f"{path}/places")).json()
    own = (await referrals.by(family.parent).get(f"/applications/{family.id}/places")).json()
    assert seen == {**own, "together": []}
    assert [each["place_id"] for each in seen["items"]] == [str(held), str(free)]

    body = {"place_id": str(held), "paper": [paper()]}
    chosen = await referrals.perform(OFFICER, f"{path}/choices/acts", body)

    assert chosen.json()["result"] == IsPartialDict(application_id=str(family.id), referral_number="1000000101")
    state = (await referrals.by(family.parent).get(f"/applications/{family.id}")).json()
    assert state == IsPartialDict(status="referred", referral=IsPartialDict(place_id=str(held)))
    assert (await referrals.by(OFFICER).get(f"{path}/places")).json()["code"] == "open_referral_exists"
    (kept,) = (await referrals.by(OFFICER).get(f"{path}/papers")).json()["items"]
    assert kept == IsPartialDict(name="анықтама.pdf", size=1000, added_at=IsDatetime(iso_string=True))
    link = await referrals.by(OFFICER).post(f"{path}/papers/{kept['file_id']}/links")
    assert link.json()["address"].startswith(f"/api/documents/files/{kept['file_id']}?link=")
    reads = [each.event for each in await published(play.database) if isinstance(each.event, ReferralsRead)]
    assert {each.subjects for each in reads} == {
        (Subject(person_id=family.parent.person_id, application_id=family.id),)
    }
    mine = f"/applications/{family.id}/counter-papers"
    assert (await referrals.by(family.parent).get(mine)).json()["items"] == [kept]
    opened = await referrals.by(family.parent).post(f"{mine}/{kept['file_id']}/links")
    assert opened.json()["address"].startswith(f"/api/documents/files/{kept['file_id']}?link=")
    other = await referrals.by(family.parent).post(f"{mine}/{new_id()}/links")
    assert (other.status_code, other.json()["code"]) == (404, "file_not_found")
    for stranger in (an_actor(), OFFICER):
        assert (await referrals.by(stranger).get(mine)).status_code in {403, 404}
        assert (await referrals.by(stranger).post(f"{mine}/{kept['file_id']}/links")).status_code in {403, 404}
    # refused, as where a referral is out already, it tells nothing
    looked, read = "places:choose-at-counter", "counter-papers:read"
    assert [(each.what, each.why) for each in reads] == [(looked, Why.OPEN), (looked, Why.ACT), (read, Why.OPEN)]


async def test_who_looks_for_a_paper_where_the_family_chose_itself_leaves_no_reading(referrals: Api, play: Any) -> None:
    family = await play.child("a")
    await play.chooses("a", (await play.opened())[0])
    papers = await referrals.by(OFFICER).get(f"/counter/applications/{family.id}/papers")
    assert (papers.status_code, papers.json()) == (200, {"items": []})
    own = await referrals.by(family.parent).get(f"/applications/{family.id}/counter-papers")
    assert (own.status_code, own.json()) == (200, {"items": []})
    assert await play.events(ReferralsRead) == []


async def test_only_a_scan_that_the_officer_handed_in_for_this_serves(referrals: Api, play: Any, paper: Any) -> None:
    family = await play.child("a")
    (free,) = await play.opened()
    path, once = f"/counter/applications/{family.id}/choices/acts", paper()
    other = officer_of("1110")

    async def code_of(*papers: str) -> str:
        answer = await referrals.by(OFFICER).post(path, json={"place_id": str(free), "paper": list(papers)})
        return str(answer.json()["code"])

    assert await code_of() == "request_invalid"
    assert await code_of("made up") == "file_receipt_invalid"
    assert await code_of(paper(other)) == "file_not_yours"
    assert await code_of(paper(purpose=FilePurpose.COUNTER_STATEMENT)) == "file_of_another_purpose"
    assert await code_of(once, once) == "file_given_twice"
    # one scan uploaded twice
    assert await code_of(once, paper()) == "file_given_twice"
    over = datetime.now(UTC) - timedelta(seconds=1)
    assert await code_of(paper(expires_at=over)) == "file_receipt_expired"
    assert await code_of(*(paper(sha256=f"{number:064}") for number in range(9))) == "too_many_files"
    assert (await referrals.perform(OFFICER, path, {"place_id": str(free), "paper": [once]})).status_code == 200
    await play.child("b")
    again = f"/counter/applications/{play.families['b'].id}/choices/acts"
    (free,) = await play.opened()
    answer = await referrals.by(OFFICER).post(again, json={"place_id": str(free), "paper": [once]})
    assert (answer.status_code, answer.json()["code"]) == (409, "paper_used_already")


async def test_a_foreign_application_answers_as_one_that_does_not_exist(referrals: Api, play: Any, paper: Any) -> None:
    family = await play.child("a")
    (free,) = await play.opened()
    body = {"place_id": str(free), "paper": [paper()]}
    await referrals.perform(OFFICER, f"/counter/applications/{family.id}/choices/acts", body)
    (kept,) = (await referrals.by(OFFICER).get(f"/counter/applications/{family.id}/papers")).json()["items"]
    stranger = officer_of("1116")
    for verb, what in (
        ("get", "places"),
        ("post", "choices/acts"),
        ("get", "papers"),
        ("post", f"papers/{kept['file_id']}/links"),
    ):
        bodies = {"json": {**body, "paper": [paper(stranger)]}} if what == "choices/acts" else {}
        answers = [
            await getattr(referrals.by(stranger), verb)(f"/counter/applications/{application}/{what}", **bodies)
            for application in (family.id, new_id())
        ]
        assert [each.status_code for each in answers] == [404, 404]
        assert answers[0].json()["code"] == answers[1].json()["code"] == "application_not_found"
        family_itself = await getattr(referrals.by(family.parent), verb)(
            f"/counter/applications/{family.id}/{what}", **bodies
        )
        assert family_itself.json()["code"] == "permission_missing"
    other_file = f"/counter/applications/{family.id}/papers/{new_id()}/links"
    assert (await referrals.by(OFFICER).post(other_file)).json()["code"] == "file_not_found"


async def test_the_own_family_is_left_to_another_officer(referrals: Api, play: Any, paper: Any) -> None:
    family = await play.child("a", parent=OFFICER)
    (free,) = await play.opened()
    path = f"/counter/applications/{family.id}"
    assert (await referrals.by(OFFICER).get(f"{path}/places")).json()["code"] == "counter_of_own_family"
    body = {"place_id": str(free), "paper": [paper()]}
    answer = await referrals.by(OFFICER).post(f"{path}/choices/acts", json=body)
    assert (answer.status_code, answer.json()["code"]) == (409, "counter_of_own_family")
    assert (await referrals.by(an_actor()).get(f"{path}/papers")).status_code == 403
