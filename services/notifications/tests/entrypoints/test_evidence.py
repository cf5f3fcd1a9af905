"""The evidence for an officer: what was told, by which channel, at which try, and when it was read."""

import csv
import io
from datetime import datetime
from typing import Any

import pytest

from kezek.contracts.access import NotificationsRead, Why
from kezek.contracts.referrals import ReferralIssued, StopListed, TurnStarted
from kezek.contracts.vocabulary import ApplicationStatus, Language
from kezek.notifications.main_api import build_app
from kezek.platform.actors import Actor, SignInMethod
from kezek.platform.testing import an_actor, an_iin, officer_of, published


@pytest.fixture
async def opened(api: Any, settings: Any) -> Any:
    return await api(build_app(settings))


async def evidence(opened: Any, actor: Any, family: Any, path: str = "", **asked: Any) -> Any:
    return await opened.by(actor).get(
        f"/evidence{path}", params={"application_id": str(family.application_id), **asked}
    )


async def test_an_officer_sees_each_channel_with_its_tries_and_the_first_reading(
    post: Any, known: Any, opened: Any
) -> None:
    await post.outside.is_("sms", "down")
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()))
    await post.sends()
    officer = officer_of("1134")
    (told,) = (await evidence(opened, officer, known)).json()["items"]
    by_channel = {each["channel"]: each for each in told["sent"]}
    assert (by_channel["sms"]["state"], by_channel["sms"]["attempts"]) == ("sending", 1)
    await post.outside.is_("sms", "ok")
    await post.time_passes()
    await post.sends()
    owner = opened.by(Actor(known.applicant_id, an_iin(), Language.RU, SignInMethod.EDS, ()))
    (notice,) = (await owner.get("/inbox")).json()["items"]
    await owner.put("/inbox/read", json={"notice_ids": [notice["notice_id"]]})
    (told,) = (await evidence(opened, officer, known, language="kk")).json()["items"]
    by_channel = {each["channel"]: each for each in told["sent"]}
    sms, email = by_channel["sms"], by_channel["email"]
    assert (sms["state"], sms["attempts"], len(sms["failed_tries"])) == ("sent", 2, 1)
    assert sms["failed_tries"][0]["cause"]
    assert datetime.fromisoformat(sms["failed_tries"][0]["at"]) <= datetime.fromisoformat(sms["finished_at"])
    assert (email["state"], email["attempts"], email["failed_tries"]) == ("sent", 1, [])
    (delivered,) = await post.outside.sms(known.phone)
    assert (sms["text"], sms["language"]) == (delivered.text, "ru"), "word for word, as it went out"
    assert sms["evidence"]
    assert "кезегі келді" in told["subject"], "and beside it as the cabinet says it"
    assert told["read_at"] is not None


async def test_it_is_read_page_by_page_newest_first_and_the_file_has_it_all(post: Any, known: Any, opened: Any) -> None:
    for version, step in enumerate((TurnStarted, ReferralIssued, StopListed), start=1):
        facts = {"turn": known.turn()} if step is TurnStarted else {"referral": known.referral()}
        await post.hears(known.step(step, ApplicationStatus.QUEUED, **facts), version=version)
    officer, seen, page = officer_of("1134"), [], {"limit": 2}
    for told, more in ((2, True), (1, False)):
        answer = (await evidence(opened, officer, known, **page)).json()
        assert (len(answer["items"]), answer["next"] is not None) == (told, more)
        seen += answer["items"]
        page["before"] = answer["next"]
    assert [each["kind"] for each in seen] == ["stop_listed", "referral_issued", "turn_started"]
    assert {len(each["sent"]) for each in seen} == {2}, "each with all that was sent of it"
    assert (await evidence(opened, officer, known)).json() == {"items": seen, "next": None}
    file = await evidence(opened, officer, known, "/file")
    assert len([*csv.reader(io.StringIO(file.text, newline=""))]) == 1 + 2 * len(seen)


async def test_another_district_and_whoever_is_no_officer_see_nothing(post: Any, known: Any, opened: Any) -> None:
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()))
    for path in ("", "/file"):
        refused = await evidence(opened, officer_of("1110"), known, path)
        assert (refused.status_code, refused.json()["code"]) == (404, "application_not_found")
        assert (await evidence(opened, an_actor(), known, path)).status_code == 403


async def test_the_file_has_a_row_for_each_message_in_the_readers_words(post: Any, known: Any, opened: Any) -> None:
    await post.hears(known.step(ReferralIssued, ApplicationStatus.REFERRED, referral=known.referral()))
    await post.sends()
    answer = await evidence(opened, officer_of("1134"), known, "/file", language="ru")
    assert answer.headers["content-type"].startswith("text/csv")
    head, *rows = answer.content.decode("utf-8-sig").splitlines()
    assert head.startswith("Когда произошло,Канал,Кому")
    whole = "\n".join(rows)
    assert (whole.count("SMS"), whole.count("Письмо"), whole.count("Отправлено")) == (1, 1, 2)
    assert known.phone in whole
    assert (await evidence(opened, officer_of("1134"), known, "/file", format="xlsx")).content[:2] == b"PK"


async def test_each_reading_is_left_in_the_log(post: Any, known: Any, opened: Any) -> None:
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()))
    officer = officer_of("1134")
    for path in ("", "/file"):
        await evidence(opened, officer, known, path)
    reads = [each.event for each in await published(post.database) if isinstance(each.event, NotificationsRead)]
    assert [(each.reader_id, each.what, each.why) for each in reads] == [
        (officer.person_id, "evidence:read", Why.OPEN)
    ] * 2
    assert {subject.person_id for each in reads for subject in each.subjects} == {known.applicant_id}
    assert {subject.application_id for each in reads for subject in each.subjects} == {known.application_id}
