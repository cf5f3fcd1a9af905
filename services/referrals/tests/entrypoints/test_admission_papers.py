"""Admission papers over HTTP: what each side reads, by whom scans are opened, what stands in the reading log."""

from typing import Any
from uuid import UUID

import pytest
from dirty_equals import IsPartialDict
from services.referrals.tests.usecases.admitting import goes_by_vouchers

from kezek.contracts.access import ReferralsRead, Why
from kezek.contracts.files import FilePurpose
from kezek.contracts.ids import new_id
from kezek.platform.testing import Api, an_actor, officer_of, published, worker_of
from kezek.referrals.main_api import build_app

SAID: dict[str, Any] = {
    "identity": {"number": "№ 012 345 678", "issued_by": "  ҚР   ІІМ ", "valid_until": "2099-01-01"},
    "address": "Абай көшесі, 7",
    "email": "a@example.kz",
    "phone": "+7 (799) 000-00-01",
}
RETURN = {"flaw": "unreadable", "words": "027/у бұлыңғыр"}


@pytest.fixture
async def referrals(api: Any, play: Any, file_office: Any) -> Api:
    settings = play.settings.model_copy(update=file_office.settings("referrals"))
    opened: Api = await api(build_app(settings))
    return opened


def handed_in(file_office: Any, owner: UUID, form: str, **changes: Any) -> dict[str, str]:
    return {"form": form, "receipt": file_office.sign(file_office.receipt(owner, **PURPOSE | changes))}


def whole_of(file_office: Any, owner: UUID, referral: Any) -> dict[str, Any]:
    """All that is handed in for a referral: what is typed, three forms, the contract."""
    files = [handed_in(file_office, owner, form) for form in ("065", "027", "052-2")]
    return {**SAID, "files": files, "contract": file_office.contract(UUID(str(referral)))}


PURPOSE = {"purpose": FilePurpose.ADMISSION_PAPER}


async def test_the_story_of_admission_papers(referrals: Api, play: Any, file_office: Any) -> None:
    family = await play.child("a")
    parent = family.parent
    (place,) = await play.opened()
    worker, garden = worker_of(play.gardens["Бәйтерек"]), play.gardens["Бәйтерек"]
    await play.chooses("a", place)
    (child,) = (await referrals.by(parent).get("/awaited-papers")).json()["items"]
    assert child == IsPartialDict(
        child_name="СЫНАҚОВ A", status="referred", may_submit=True, files=3, megabytes=10, kept=[], state=None
    )
    assert child["applicant"] == IsPartialDict(iin=parent.iin, email="a@example.kz", identity=None)
    referral = child["referral_id"]
    path = f"/applications/{family.id}/referrals/{referral}/papers/acts"

    whole = whole_of(file_office, parent.person_id, referral)
    files = whole["files"]
    for wrong, code in (
        ({**whole, "files": files[:2]}, "paper_form_missing"),
        ({**whole, "files": [*files, files[0]]}, "file_given_twice"),
        ({**whole, "kept": [str(new_id())]}, "file_not_found"),
        ({**whole, "contract": "made up"}, "contract_receipt_invalid"),
        ({**whole, "contract": file_office.contract(new_id())}, "contract_receipt_invalid"),
        ({**whole, "contract": None}, "contract_required"),
        ({**whole, "identity": {**SAID["identity"], "number": "12"}}, "request_invalid"),
        ({**whole, "files": [handed_in(file_office, new_id(), "065")]}, "file_not_yours"),
    ):
        assert (await referrals.by(parent).post(path, json=wrong)).json()["code"] == code
    of_refusal = handed_in(file_office, parent.person_id, "065", purpose=FilePurpose.REFUSAL_ANSWER)
    strange = await referrals.by(parent).post(path, json={**whole, "files": [of_refusal]})
    assert strange.json()["code"] == "file_of_another_purpose"
    assert (await referrals.by(an_actor()).post(path, json=whole)).status_code == 404

    done = (await referrals.perform(parent, path, whole)).json()["result"]
    assert done == IsPartialDict(number=f"110.{play.clock.now().year}.1", state="submitted")
    (line,) = (await referrals.by(parent).get("/admissions")).json()["items"]
    assert line == IsPartialDict(id=1, number=done["number"], accepted_at=None, state="submitted", ends_at=None)

    list_path = f"/kindergartens/{garden}/admissions"
    (listed,) = (await referrals.by(worker).get(list_path, params={"state": "submitted"})).json()["items"]
    assert listed["number"] == done["number"]
    assert (await referrals.by(worker).get(list_path, params={"state": "archived"})).json()["total"] == 0
    assert (await referrals.by(worker_of(new_id())).get(list_path)).status_code == 404
    opened = (await referrals.by(worker).get(f"/admissions/{referral}")).json()
    assert opened["applicant"] == IsPartialDict(
        identity={"number": "012345678", "issued_by": "ҚР ІІМ", "valid_until": "2099-01-01"}, phone="77990000001"
    )
    assert (opened["may_return"], opened["may_accept"]) == (True, True)
    (sent,) = opened["submissions"]
    assert [each["form"] for each in sent["files"]] == ["065", "027", "052-2"]

    returned = await referrals.perform(worker, f"/referrals/{referral}/papers/return/acts", RETURN)
    assert returned.json()["result"]["state"] == "rejected"
    (child,) = (await referrals.by(parent).get("/awaited-papers")).json()["items"]
    assert (child["returned"], child["state"]) == (IsPartialDict(**RETURN), "rejected")
    kept = [each["file_id"] for each in child["kept"] if each["form"] != "027"]
    better = {**whole, "kept": kept, "files": [handed_in(file_office, parent.person_id, "027")]}
    again = (await referrals.perform(parent, path, better)).json()["result"]
    assert again["number"] == done["number"]

    number = done["number"].replace(".", "/")
    for officer, found in ((officer_of("1110"), [(str(family.id), False)]), (officer_of("1118"), [])):
        answer = await referrals.by(officer).post("/desk/admissions/search", json={"number": f"№ {number}"})
        assert [(each["application_id"], each["transfer"]) for each in answer.json()["items"]] == found
    assert (await referrals.by(worker).post("/desk/admissions/search", json={"number": number})).status_code == 403

    accepted = await referrals.perform(worker, f"/referrals/{referral}/acceptance/acts", None)
    assert accepted.json()["result"]["status"] == "enrolled"
    mine = (await referrals.by(parent).get(f"/applications/{family.id}/admissions/{referral}")).json()
    assert (mine["state"], len(mine["submissions"]), mine["may_submit"]) == ("accepted", 2, False)
    assert mine["accepted_at"] == mine["ended_at"] is not None
    reads = [each.event for each in await published(play.database) if isinstance(each.event, ReferralsRead)]
    assert [(each.what, each.why) for each in reads] == [
        ("admissions:read", Why.LIST),
        ("admissions:read", Why.OPEN),
        ("admissions:return", Why.ACT),
        ("admissions:find", Why.SEARCH),
        ("referrals:accept", Why.ACT),
    ]


async def test_scans_are_opened_by_the_family_and_its_kindergarten_alone(
    referrals: Api, play: Any, file_office: Any
) -> None:
    family = await play.child("a")
    (place,) = await play.opened()
    await play.chooses("a", place)
    parent = family.parent
    (child,) = (await referrals.by(parent).get("/awaited-papers")).json()["items"]
    referral = child["referral_id"]
    whole = whole_of(file_office, parent.person_id, referral)
    await referrals.perform(parent, f"/applications/{family.id}/referrals/{referral}/papers/acts", whole)
    own = f"/applications/{family.id}/admissions/{referral}"
    file_id = (await referrals.by(parent).get(own)).json()["submissions"][0]["files"][0]["file_id"]
    mine, theirs = f"{own}/files/{file_id}/links", f"/admissions/{referral}/files/{file_id}/links"
    for person, path in ((parent, mine), (worker_of(play.gardens["Бәйтерек"]), theirs)):
        answer = await referrals.by(person).post(path)
        assert answer.json()["address"].startswith(f"/api/documents/files/{file_id}?link=")
    for person, path in ((an_actor(), mine), (worker_of(new_id()), theirs)):
        assert (await referrals.by(person).post(path)).status_code == 404
    nothing = await referrals.by(parent).post(f"{own}/files/{new_id()}/links")
    assert nothing.json()["code"] == "file_not_found"


async def test_a_kindergarten_does_not_read_in_its_old_row_what_another_one_has_decided(
    referrals: Api, play: Any, file_office: Any
) -> None:
    family = await play.child("a")
    parent, officer = family.parent, officer_of("1110")
    (first,) = await play.opened()
    await play.chooses("a", first)
    before, elsewhere = worker_of(play.gardens["Бәйтерек"]), worker_of(await play.garden("Жұлдыз"))
    path = f"/applications/{family.id}/referrals/{{}}/papers/acts"

    async def hands_in() -> str:
        referral = (await play.candidate("a")).referral.id
        whole = whole_of(file_office, parent.person_id, referral)
        done = await referrals.perform(parent, path.format(referral), whole)
        assert done.json()["result"]["state"] == "submitted"
        return str(referral)

    old = await hands_in()
    await referrals.perform(before, f"/referrals/{old}/papers/return/acts", RETURN)
    assert (await referrals.by(before).get(f"/admissions/{old}")).json()["status"] == "referred"
    await referrals.perform(parent, f"/applications/{family.id}/referrals/{old}/cancellation/acts", None)
    (second,) = await play.opened(garden="Жұлдыз")
    await play.chooses("a", second)
    now = await hands_in()
    refusal = {"reason": "no_room", "words": "Топта орын жоқ"}
    decision = {"outcome": "upheld", "words": "Тексерілді"}
    for acts, by, body, status in (
        ("referrals/{}/refusal", elsewhere, refusal, "refusal_review"),
        ("refusals/{}/decision", officer, decision, "refused"),
    ):
        await referrals.perform(by, f"/{acts.format(now)}/acts", body)
        assert (await referrals.by(elsewhere).get(f"/admissions/{now}")).json()["status"] == status
        row = (await referrals.by(before).get(f"/admissions/{old}")).json()
        assert (row["state"], row["status"]) == ("archived", None)


async def test_what_was_archived_by_itself_has_no_scans_that_could_stay(
    referrals: Api, play: Any, file_office: Any
) -> None:
    await goes_by_vouchers(play)
    family = await play.child("a")
    (place,) = await play.opened()
    await play.chooses("a", place)
    (child,) = (await referrals.by(family.parent).get("/awaited-papers")).json()["items"]
    referral = (await play.candidate("a")).referral
    await play.at(referral.term.ends_at)
    path = f"/applications/{family.id}/referrals/{child['referral_id']}/papers/acts"
    late = await referrals.by(family.parent).post(path, json={**SAID, "kept": [str(new_id())]})
    assert (late.status_code, late.json()["code"]) == (404, "file_not_found")


async def test_a_kindergarten_chooses_the_order_of_its_list_by_a_column_that_there_is(
    referrals: Api, play: Any, file_office: Any
) -> None:
    for name in "ab":
        family = await play.child(name)
        (place,) = await play.opened()
        await play.chooses(name, place)
        referral = (await play.candidate(name)).referral.id
        whole = whole_of(file_office, family.parent.person_id, referral)
        await referrals.perform(family.parent, f"/applications/{family.id}/referrals/{referral}/papers/acts", whole)
    garden = play.gardens["Бәйтерек"]
    ours = referrals.by(worker_of(garden))
    path = f"/kindergartens/{garden}/admissions"
    for descending, order in ((False, ["СЫНАҚОВ A", "СЫНАҚОВ B"]), (True, ["СЫНАҚОВ B", "СЫНАҚОВ A"])):
        answer = (await ours.get(path, params={"sort": "child", "descending": descending})).json()
        assert ([each["child_name"] for each in answer["items"]], answer["total"]) == (order, 2)
    assert (await ours.get(path, params={"sort": "child_iin"})).json()["code"] == "request_invalid"
