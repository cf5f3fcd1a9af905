"""Refusals over HTTP: what each side reads, by whom scans are opened, what stands in the reading log."""

from typing import Any
from uuid import UUID

import pytest
from dirty_equals import IsPartialDict

from kezek.contracts.access import ReferralsRead, Why
from kezek.contracts.files import FilePurpose
from kezek.platform.tables import idempotency
from kezek.platform.testing import Api, an_actor, officer_of, published, worker_of
from kezek.referrals.main_api import build_app

ONCE = {"Idempotency-Key": "the same words once"}
REASON = {"reason": "no_room", "words": "Топта орын жоқ"}


@pytest.fixture
async def referrals(api: Any, play: Any, file_office: Any) -> Api:
    settings = play.settings.model_copy(update=file_office.settings("referrals"))
    opened: Api = await api(build_app(settings))
    return opened


async def referred(referrals: Api, play: Any) -> tuple[Any, str]:
    family = await play.child("a")
    (place,) = await play.opened()
    await play.chooses("a", place)
    state = (await referrals.by(family.parent).get(f"/applications/{family.id}")).json()
    return family, state["referral"]["referral_id"]


async def test_the_story_of_a_refusal(referrals: Api, play: Any, file_office: Any) -> None:
    family, referral = await referred(referrals, play)
    worker, officer = worker_of(play.gardens["Бәйтерек"]), officer_of("1110")
    own = f"/applications/{family.id}/refusal"
    assert (await referrals.by(family.parent).get(own)).json()["code"] == "refusal_not_found"

    refused = await referrals.perform(worker, f"/referrals/{referral}/refusal/acts", REASON)
    assert refused.json()["result"]["status"] == "refusal_review"

    read = (await referrals.by(family.parent).get(own)).json()
    assert read == IsPartialDict(**REASON, under_review=True, answers=[], answers_left=5, outcome=None)
    receipt = file_office.receipt(family.parent.person_id, FilePurpose.REFUSAL_ANSWER)
    body = {"words": "  Келіспейміз,\nорын бар  ", "files": [file_office.sign(receipt)]}
    for _ in range(2):  # the answer to the first is lost on the way
        answered = await referrals.by(family.parent).post(f"{own}/answers", json=body, headers=ONCE)
        assert (answered.status_code, answered.json()["answers_left"]) == (201, 4)
    other = await referrals.by(family.parent).post(f"{own}/answers", json={"words": "Тағы"}, headers=ONCE)
    assert other.json()["code"] == "idempotency_key_reused"
    assert "Келіспейміз" not in str([row.answer for row in await play.rows(idempotency)]), "kept in one place"
    (listed,) = (await referrals.by(officer).get("/refusals")).json()["items"]
    assert listed == IsPartialDict(
        referral_id=referral, child_name="СЫНАҚОВ A", reason="no_room", answered=True, waits_days=0, own=False
    )
    opened = (await referrals.by(officer).get(f"/refusals/{referral}")).json()
    assert opened["refusal"] == IsPartialDict(**REASON, under_review=True)
    (answer,) = opened["refusal"]["answers"]
    assert answer == IsPartialDict(words="Келіспейміз,\nорын бар", files=[IsPartialDict(file_id=str(receipt.file_id))])

    act = await referrals.by(officer).post(f"/refusals/{referral}/decision/acts", json={"outcome": "upheld"})
    assert act.status_code == 422
    decision: dict[str, Any] = {"outcome": "overruled", "words": "Топта орын бар"}
    unread = await referrals.by(officer).post(f"/refusals/{referral}/decision/acts", json=decision)
    assert unread.json()["code"] == "family_has_answered"
    decision["answers"] = [answer["id"]]
    decided = await referrals.perform(officer, f"/refusals/{referral}/decision/acts", decision)
    assert decided.json()["result"]["status"] == "referred"
    assert (await referrals.by(officer).get("/refusals")).json() == {"items": [], "total": 0}
    read = (await referrals.by(family.parent).get(own)).json()
    assert read == IsPartialDict(under_review=False, outcome="overruled", decision_words="Топта орын бар")
    again = await referrals.by(worker).post(f"/referrals/{referral}/refusal/acts", json=REASON)
    assert again.json()["code"] == "must_be_accepted"
    reads = [each.event for each in await published(play.database) if isinstance(each.event, ReferralsRead)]
    assert [(each.what, each.why) for each in reads] == [
        ("referrals:refuse", Why.ACT),
        ("refusals:read", Why.LIST),
        ("refusals:read", Why.OPEN),
        ("refusals:decide", Why.ACT),
    ]


async def test_scans_are_opened_by_the_family_and_the_districts_officer_alone(
    referrals: Api, play: Any, file_office: Any
) -> None:
    family, referral = await referred(referrals, play)
    await referrals.perform(worker_of(play.gardens["Бәйтерек"]), f"/referrals/{referral}/refusal/acts", REASON)
    receipt = file_office.receipt(family.parent.person_id, FilePurpose.REFUSAL_ANSWER)
    own = f"/applications/{family.id}/refusal"
    body = {"words": "Келіспейміз", "files": [file_office.sign(receipt)]}
    await referrals.by(family.parent).post(f"{own}/answers", json=body)
    mine, theirs = f"{own}/files/{receipt.file_id}/links", f"/refusals/{referral}/files/{receipt.file_id}/links"
    for person, path in ((family.parent, mine), (officer_of("1110"), theirs)):
        answer = await referrals.by(person).post(path)
        assert answer.json()["address"].startswith(f"/api/documents/files/{receipt.file_id}?link=")
    for person, path in ((an_actor(), mine), (officer_of("1116"), theirs)):
        assert (await referrals.by(person).post(path)).status_code == 404
    nothing = await referrals.by(officer_of("1110")).post(f"/refusals/{referral}/files/{UUID(int=1)}/links")
    assert nothing.json()["code"] == "file_not_found"


async def test_the_page_of_a_referral_says_what_may_still_be_done(referrals: Api, play: Any) -> None:
    family, referral = await referred(referrals, play)
    path = f"/applications/{family.id}"
    assert (await referrals.by(family.parent).get(path)).json()["cancel_before"] is not None
    came = await referrals.by(worker_of(play.gardens["Бәйтерек"])).post(f"/referrals/{referral}/arrival")
    assert came.json() == IsPartialDict(stopped_by="came", days_left=5, must_be_accepted=False)
    cancelled = await referrals.perform(family.parent, f"{path}/referrals/{referral}/cancellation/acts", None)
    assert cancelled.json()["result"]["status"] == "queued"
    state = (await referrals.by(family.parent).get(path)).json()
    assert (state["referral"]["status"], state["cancel_before"]) == ("cancelled", None)
