"""The inbox of the cabinet: each notice once, in the reader's language; the first reading is kept for ever."""

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.applications import ApplicationCard, ApplicationRejected
from kezek.contracts.auth import Account
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import ChildMonthReopened
from kezek.contracts.law import Reason
from kezek.contracts.referrals import Closed, DeadlineMoved, ReferralIssued, TurnStarted
from kezek.contracts.vocabulary import ApplicationStatus, Language
from kezek.notifications.main_api import build_app
from kezek.platform.actors import Actor, SignInMethod
from kezek.platform.testing import an_actor, an_iin
from kezek.platform.testing.events import deliver_erased


def owner_of(family: Any) -> Actor:
    return Actor(family.applicant_id, an_iin(), Language.RU, SignInMethod.EDS, ())


@pytest.fixture
async def opened(api: Any, settings: Any) -> Any:
    return await api(build_app(settings))


@pytest.fixture
async def inbox(opened: Any, known: Any) -> Any:
    return opened.by(owner_of(known))


async def told(inbox: Any, **asked: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await inbox.get("/inbox", params=asked)).json()["items"]
    return items


async def unread(inbox: Any) -> int:
    return int((await inbox.get("/inbox/unread")).json()["unread"])


async def test_a_notice_stands_there_once_whatever_it_went_by_in_the_language_of_the_page(
    post: Any, known: Any, inbox: Any
) -> None:
    phone, email = type(known)().phone, f"account-{known.email}"
    await post.hears(Account(person_id=known.applicant_id, email=email, phone=phone, language=Language.RU))
    turn = known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn())
    await post.hears(turn)
    await post.hears(turn, version=2)
    await post.sends()
    (russian,) = await told(inbox)
    assert russian["subject"] == "Подошла очередь вашего ребёнка"
    assert "26.11.2026" in russian["text"]
    assert "Заявление №" not in russian["text"], "the number stands beside it"
    assert (russian["number"], russian["read_at"]) == (known.card.number, None)
    assert [(each["channel"], each["state"]) for each in russian["sent"]] == [
        *[("sms", "sent")] * 2,
        *[("email", "sent")] * 2,
    ]
    (kazakh,), (english,) = await told(inbox, language="kk"), await told(inbox, language="en")
    assert kazakh["notice_id"] == english["notice_id"] == russian["notice_id"]
    assert "кезегі келді" in kazakh["subject"]
    assert english["subject"] == "Your child's turn has come"


async def test_a_kindergarten_is_named_in_the_language_of_the_page(post: Any, known: Any, inbox: Any) -> None:
    await post.hears(known.step(ReferralIssued, ApplicationStatus.REFERRED, referral=known.referral()))
    for language, name in (("kk", "«Бәйтерек» балабақшасы"), ("ru", "«Байтерек»"), ("en", "Baiterek kindergarten")):
        (item,) = await told(inbox, language=language)
        assert name in item["text"]
        assert item["language"] == language


async def test_pages_go_on_where_the_one_before_ended(post: Any, known: Any, inbox: Any) -> None:
    for version in range(1, 6):
        await post.hears(known.step(DeadlineMoved, ApplicationStatus.NOTIFIED, turn=known.turn()), version=version)
    everything = [each["notice_id"] for each in await told(inbox)]
    assert everything == sorted(everything, reverse=True)
    assert len(everything) == 5
    paged, before = [], {}
    for _ in range(3):
        page = (await inbox.get("/inbox", params={"limit": 2, **before})).json()
        paged += [each["notice_id"] for each in page["items"]]
        before = {"before": page["next"]}
    assert paged == everything
    assert before == {"before": None}


async def test_the_first_reading_is_kept_whatever_is_said_later(
    post: Any, known: Any, inbox: Any, sandbox_clock: Any
) -> None:
    for version in (1, 2, 3):
        await post.hears(known.step(DeadlineMoved, ApplicationStatus.NOTIFIED, turn=known.turn()), version=version)
    third, second, first = [each["notice_id"] for each in await told(inbox)]
    assert await unread(inbox) == 3
    answer = await inbox.put("/inbox/read", json={"notice_ids": [second]})
    assert answer.json() == {"unread": 2}
    read_at = {each["notice_id"]: each["read_at"] for each in await told(inbox)}
    assert read_at[second] is not None
    sandbox_clock.move_to(sandbox_clock.now().replace(hour=23))
    assert (await inbox.put("/inbox/read", json={"notice_ids": [second], "up_to": second})).json() == {"unread": 1}
    later = {each["notice_id"]: each["read_at"] for each in await told(inbox)}
    assert later[second] == read_at[second]
    assert later[first] > read_at[second]
    assert [each["notice_id"] for each in await told(inbox, unread=True)] == [third]


async def test_what_is_somebody_elses_is_not_found_and_nothing_of_ones_own_is_marked_with_it(
    post: Any, known: Any, inbox: Any, opened: Any
) -> None:
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()))
    (mine,) = [each["notice_id"] for each in await told(inbox)]
    stranger = opened.by(an_actor())
    assert await told(stranger) == []
    refused = await stranger.put("/inbox/read", json={"notice_ids": [mine]})
    assert (refused.status_code, refused.json()["code"]) == (404, "notice_not_found")
    assert (await stranger.put("/inbox/read", json={"up_to": mine})).json() == {"unread": 0}
    refused = await inbox.put("/inbox/read", json={"notice_ids": [mine, str(new_id())]})
    assert (refused.status_code, refused.json()["code"]) == (404, "notice_not_found")
    assert await unread(inbox) == 1


async def test_changed_contacts_stand_in_the_cabinet_of_whose_application_it_is(
    post: Any, known: Any, inbox: Any
) -> None:
    await post.hears(known.before_the_queue(ApplicationRejected, ApplicationStatus.REJECTED))
    await post.hears(known.card.model_copy(update={"phone": type(known)().phone}), version=2)
    assert [each["kind"] for each in await told(inbox)] == ["contacts_changed", "rejected"]


async def test_what_waits_for_a_card_stands_there_when_it_is_told(post: Any, family: Any, opened: Any) -> None:
    inbox = opened.by(owner_of(family))
    await post.hears(family.kindergarten, family.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=family.turn()))
    assert await told(inbox) == []
    await post.hears(family.card)
    await post.jobs.run_one()
    assert len(await told(inbox)) == 1


async def test_a_notice_of_a_closed_month_says_which_one_however_late_it_is_told(
    post: Any, family: Any, opened: Any
) -> None:
    inbox = opened.by(owner_of(family))
    closed = family.month(date(2026, 9, 1))
    await post.hears(closed)
    await post.hears(family.card, family.kindergarten)
    await post.jobs.run_one()
    await post.hears(ChildMonthReopened(**closed.model_dump()))
    await post.hears(family.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=family.turn()))
    assert [(each["kind"], each["month"]) for each in await told(inbox)] == [
        ("turn_started", None),
        ("month_reopened", "2026-09"),
        ("month_to_approve", "2026-09"),
    ]


@pytest.mark.parametrize("which", [ApplicationCard, Account])
async def test_what_is_erased_stands_in_no_cabinet_and_is_counted_in_none(
    post: Any, known: Any, inbox: Any, which: Any
) -> None:
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()))
    key = known.application_id if which is ApplicationCard else known.applicant_id
    await deliver_erased(post.database, post.consumers, which, str(key))
    assert (await told(inbox), await unread(inbox)) == ([], 0)
    async with post.database.read() as tx:
        assert [row.said for row in await tx.rows(sa.text("select said from notice"))] == [{}]


async def test_nothing_unread_awaits_a_family_whose_child_has_died(post: Any, known: Any, inbox: Any) -> None:
    for version in (1, 2):
        await post.hears(known.step(DeadlineMoved, ApplicationStatus.NOTIFIED, turn=known.turn()), version=version)
    _, first = [each["notice_id"] for each in await told(inbox)]
    await inbox.put("/inbox/read", json={"notice_ids": [first]})
    died = known.step(Closed, ApplicationStatus.REMOVED, reason=Reason.CHILD_NOT_ALIVE)
    await post.hears(died, version=3)
    assert [each["notice_id"] for each in await told(inbox)] == [first]
    assert await unread(inbox) == 0
