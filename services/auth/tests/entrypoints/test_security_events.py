"""What happened to people's access: seen by each, by administrators, exported, and counted in a flood."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.auth.domain.event_words import EVENTS, METHODS
from kezek.auth.usecases.note_refusals import COUNTED, REFUSED, close_minutes, note_refusal
from kezek.contracts.ids import new_id
from kezek.platform.testing import an_iin

pytestmark = pytest.mark.servers

MAX = 3


async def refuse(auth: Any, times: int, *, code: str = "code_wrong", source: str = "a", now: datetime) -> None:
    for _ in range(times):
        async with auth.database.write() as tx:
            await note_refusal(tx, code, source=source, most=MAX, now=now)


async def refusals(auth: Any) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = await auth.rows(
        f"select kind, code, details->>'address_digest', details->>'more' from security_event "  # noqa: S608
        f"where kind in ('{REFUSED}', '{COUNTED}') order by id"
    )
    return rows


async def test_a_person_reads_in_plain_words_what_happened_to_the_account(auth: Any) -> None:
    parent, other = auth.browser(), auth.browser()
    iin = an_iin()
    await parent.sign_in(iin)
    await parent.ask("DELETE", "/sessions/current")
    await parent.sign_in(iin)
    await other.sign_in(an_iin())
    seen = (await parent.ask("GET", "/me/security-events")).json()["items"]
    assert [each["text"] for each in seen] == ["Жүйеге кірдіңіз: ЭЦҚ", "Жүйеден шықтыңыз", "Жүйеге кірдіңіз: ЭЦҚ"]
    spoken = (await parent.ask("GET", "/me/security-events", params={"language": "en"})).json()["items"]
    assert [each["text"] for each in spoken] == ["You signed in: EDS", "You signed out", "You signed in: EDS"]
    page = (await parent.ask("GET", "/me/security-events", params={"limit": 2})).json()
    rest = (await parent.ask("GET", "/me/security-events", params={"before": page["next"]})).json()
    assert [each["id"] for each in page["items"] + rest["items"]] == [each["id"] for each in seen]


async def test_an_administrator_filters_by_kind_person_and_time_and_is_seen(auth: Any) -> None:
    boss, parent = await auth.administrator(), auth.browser()
    me = await parent.sign_in(an_iin())
    await parent.ask("DELETE", "/sessions/current")
    await parent.sign_in(me["iin"])
    asked = {"kind": "signed_out", "person_id": me["person_id"]}
    (found,) = (await boss.ask("GET", "/security-events", params=asked)).json()["items"]
    assert (found["kind"], found["person_id"]) == ("signed_out", me["person_id"])
    late = {"person_id": me["person_id"], "from": (datetime.now(UTC) + timedelta(minutes=1)).isoformat()}
    assert (await boss.ask("GET", "/security-events", params=late)).json()["items"] == []
    (seen,) = (await parent.ask("GET", "/me/readings")).json()["items"]
    assert seen["what"] == "Есептік жазбаңыздың қауіпсіздік оқиғалары"


async def test_an_export_holds_every_event_of_its_period_once_and_is_one_itself(auth: Any) -> None:
    boss, now = await auth.administrator(), datetime.now(UTC)
    async with auth.database.write() as tx:
        for number in range(MAX + 1):
            await note_refusal(tx, f"made_up_{number}", source="a", most=MAX, now=now)
        await note_refusal(tx, "long_ago", source="a", most=MAX, now=now - timedelta(days=3))
    period = {"from": (now - timedelta(hours=1)).isoformat(), "to": (now + timedelta(hours=1)).isoformat()}
    answer = await boss.ask("GET", "/security-events/export", params=period)
    assert answer.headers["content-type"].startswith("application/x-ndjson")
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert len({line["id"] for line in lines}) == len(lines)
    assert {f"made_up_{number}" for number in range(MAX + 1)} <= {line["code"] for line in lines}
    assert "long_ago" not in answer.text
    exported = await auth.rows("select person_id, details->>'begins' from security_event where kind like '%exported'")
    me = (await boss.ask("GET", "/me")).json()["person_id"]
    assert exported == [(UUID(me), period["from"])]
    assert await auth.rows("select what from reading") == [("security-events:export",)]


async def test_an_export_goes_on_over_its_pages(auth: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kezek.auth.entrypoints.security_events.AT_ONCE", 2)
    boss, now = await auth.administrator(), datetime.now(UTC)
    async with auth.database.write() as tx:
        for number in range(5):
            await note_refusal(tx, f"made_up_{number}", source="a", most=MAX, now=now)
    period = {"from": (now - timedelta(hours=1)).isoformat(), "to": (now + timedelta(hours=1)).isoformat()}
    answer = await boss.ask("GET", "/security-events/export", params=period)
    codes = [json.loads(line)["code"] for line in answer.text.splitlines()]
    assert [code for code in codes if code] == [f"made_up_{number}" for number in range(5)]


async def test_a_flood_is_counted_and_no_refusal_is_lost(auth: Any) -> None:
    now = datetime(2026, 11, 21, 9, 30, 10, tzinfo=UTC)
    await refuse(auth, 10, now=now)
    await refuse(auth, 2, source="b", now=now)
    await refuse(auth, 1, code="challenge_unknown", now=now)
    assert len(await refusals(auth)) == MAX + 2 + 1
    async with auth.database.write() as tx:
        await close_minutes(tx, MAX, now + timedelta(seconds=30))
    assert len(await refusals(auth)) == MAX + 2 + 1, "the minute is not over"
    for _ in range(2):
        async with auth.database.write() as tx:
            await close_minutes(tx, MAX, now + timedelta(minutes=3))
    told = await refusals(auth)
    assert told[-1] == (COUNTED, "code_wrong", "a", "7")
    assert len(told) == MAX + 2 + 1 + 1
    assert await auth.rows("select count(*) from refusal_tally") == [(0,)]


async def test_refused_sign_ins_leave_the_address_as_a_digest_only(auth: Any) -> None:
    browser = auth.browser()
    for _ in range(2):
        body = {"challenge_id": str(new_id()), "signature": "AAAA"}
        headers = {"x-forwarded-for": "198.51.100.7"}
        assert (await browser.client.post("/sessions", json=body, headers=headers)).status_code == 422
    found = await auth.rows("select details->>'address_digest', details->>'method', details::text from security_event")
    assert len({digest for digest, _, _ in found}) == 1
    assert {method for _, method, _ in found} == {"eds"}
    assert "198.51.100.7" not in str(found)


def test_words_stand_in_all_languages() -> None:
    assert all(set(words) == {"kk", "ru", "en"} for words in [*EVENTS.values(), *METHODS.values()])


@pytest.mark.parametrize("path", ["/security-events", "/security-events/export", "/readings"])
async def test_a_period_may_be_longer_than_time(auth: Any, path: str) -> None:
    boss = await auth.administrator()
    for begins, ends in (
        ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"),
        ("0001-01-01T00:00:00+05:00", "9999-12-31T23:59:59-05:00"),
    ):
        answer = await boss.ask("GET", path, params={"from": begins, "to": ends})
        assert answer.status_code == 200, answer.text
        assert path == "/readings" or "signed_in" in answer.text


async def test_noise_hides_from_nobody_what_was_tried_in_their_name(auth: Any) -> None:
    now, person = datetime.now(UTC) - timedelta(minutes=5), UUID((await auth.browser().sign_in(an_iin()))["person_id"])
    await refuse(auth, MAX + 1, now=now)
    for _ in range(MAX + 2):
        async with auth.database.write() as tx:
            await note_refusal(tx, "code_wrong", source="a", most=MAX, now=now, person_id=person)
    async with auth.database.write() as tx:
        await close_minutes(tx, MAX, datetime.now(UTC))
    told = await auth.rows(
        "select kind, details->>'address_digest', details->>'more', count(*), min(person_id::text) from security_event "
        "where person_id is not null and kind like 'sign_in_refus%' group by 1, 2, 3 order by 1"
    )
    assert told == [(COUNTED, "a", "2", 1, str(person)), (REFUSED, "a", None, MAX, str(person))]
