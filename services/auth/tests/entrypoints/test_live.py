"""Open pages are told what changed for them: their own, on after a break, until the session ends (docs/adr/0027)."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
import pytest
import sqlalchemy as sa
from redis.asyncio import from_url

from kezek.auth.usecases import live as following
from kezek.contracts.hints import STREAM, HintKind, kindergarten, person, queue
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import Worker
from kezek.platform.testing import an_iin, eventually
from kezek.platform.testing.listening import listening

pytestmark = pytest.mark.servers
QUEUE = "1110.general.2022"


@dataclass
class Heard:
    """A stream as a page hears it."""

    answer: httpx.Response
    lines: AsyncIterator[str]
    last_id: str = ""

    async def next(self) -> dict[str, Any] | None:
        """The next event: its word, or its hint; None at the end. Beginnings and heartbeats say nothing."""
        said: dict[str, str] = {}
        async with asyncio.timeout(20):
            async for line in self.lines:
                name, _, value = line.partition(": ")
                said |= {name: value} if name else {}
                self.last_id = said.get("id", self.last_id)
                if line == "" and "data" in said:
                    return {"event": said["event"]} if "event" in said else json.loads(said["data"])
                if line == "":
                    said = {}
        return None


@dataclass
class Page:
    """Somebody's browser before a door of this auth that does not wait for an answer's end."""

    url: str
    browser: Any

    @asynccontextmanager
    async def opens(self, last_id: str = "", **query: Any) -> AsyncIterator[Heard]:
        headers = {"authorization": f"Bearer {await self.browser.token('GET', '/live')}"}
        headers["cookie"] = "; ".join(f"{name}={value}" for name, value in self.browser.client.cookies.items())
        headers |= {"last-event-id": last_id} if last_id else {}
        async with (
            httpx.AsyncClient(base_url=self.url, timeout=30) as client,
            client.stream("GET", "/live", headers=headers, params=query) as answer,
        ):
            yield Heard(answer, answer.aiter_lines())


@dataclass
class House:
    """A running auth, and the people before it."""

    auth: Any
    url: str

    @property
    def live(self) -> following.Live:
        live: following.Live = self.auth.api.app.state.live
        return live

    async def page(self) -> tuple[Page, UUID]:
        """Somebody signed in, and who they are."""
        browser = self.auth.browser()
        me = await browser.sign_in(an_iin())
        return Page(self.url, browser), UUID(me["person_id"])

    async def hints(self, subject: str, kind: HintKind = HintKind.APPLICATION, of: object = "a") -> None:
        async with self.auth.database.write() as tx:
            tx.hint(subject, kind, of, 1)


OpenHouse = Callable[..., Awaitable[House]]


@pytest.fixture
async def open_house(start_auth: Callable[..., Awaitable[Any]]) -> AsyncIterator[OpenHouse]:
    async with AsyncExitStack() as doors:

        async def build(auth: Any = None, **values: Any) -> House:
            running = auth or await start_auth(**{"live_check_s": 3600, "live_heartbeat_s": 3600, **values})
            url = await doors.enter_async_context(listening(running.api.app, lifespan="off"))
            return House(running, url)

        yield build


@pytest.fixture
async def house(open_house: OpenHouse) -> House:
    made = await open_house()
    await eventually(lambda: asyncio.sleep(0, made.live._tail is not None), "hints are read")
    return made


async def test_a_page_is_told_of_its_own_person_and_of_nobody_else(house: House) -> None:
    page, me = await house.page()
    async with page.opens() as heard:
        assert heard.answer.headers["content-type"].startswith("text/event-stream")
        await house.hints(person(new_id()))
        await house.hints(kindergarten(new_id()), HintKind.ROSTER)
        await house.hints(queue(QUEUE), HintKind.POSITION, QUEUE)
        await house.hints(person(me), HintKind.CANDIDATE, "mine")
        assert await heard_of(heard, HintKind.CANDIDATE) == {"kind": "candidate", "id": "mine", "version": 1}


async def heard_of(heard: Heard, kind: HintKind) -> dict[str, Any] | None:
    """The first hint that is not of the account: signing in itself is one."""
    while (event := await heard.next()) is not None and event.get("kind") == "account":
        pass
    assert event is not None
    assert event.get("kind") == kind
    return event


async def test_a_page_that_looks_at_a_queue_is_told_that_it_changed_and_no_more(house: House) -> None:
    page, _ = await house.page()
    async with page.opens(queue=[QUEUE]) as heard:
        await house.hints(queue(QUEUE), HintKind.POSITION, QUEUE)
        assert await heard_of(heard, HintKind.POSITION) == {"kind": "position", "id": QUEUE, "version": 0}


async def test_after_a_break_a_page_goes_on_where_it_was(house: House) -> None:
    page, me = await house.page()
    async with page.opens() as heard:
        await house.hints(person(me), HintKind.POSITION, "before")
        await heard_of(heard, HintKind.POSITION)
    await house.hints(person(me), HintKind.CANDIDATE, "meanwhile")
    async with page.opens(heard.last_id) as again:
        assert (await again.next() or {})["id"] == "meanwhile"


async def test_a_page_that_has_just_asked_is_told_what_happened_just_before(house: House) -> None:
    page, me = await house.page()
    await house.hints(person(me), HintKind.CANDIDATE, "just before")
    async with page.opens() as heard:
        assert (await heard_of(heard, HintKind.CANDIDATE) or {})["id"] == "just before"


@pytest.mark.parametrize("last_id", ["1-0", "99999999999999-0"])
async def test_a_page_that_was_away_too_long_is_told_to_ask_for_everything(house: House, last_id: str) -> None:
    page, me = await house.page()
    async with page.opens(last_id) as heard:
        assert await heard.next() == {"event": "reset"}
        assert heard.last_id != last_id
        await house.hints(person(me))
        await heard_of(heard, HintKind.APPLICATION)


async def test_a_stream_ends_with_its_session_at_once_and_with_no_other(house: House) -> None:
    page, me = await house.page()
    other, _ = await house.page()
    async with page.opens() as heard, other.opens() as others:
        await page.browser.ask("DELETE", "/sessions/current")
        while (event := await heard.next()) != {"event": "over"}:
            assert event == {"kind": "account", "id": str(me), "version": 0}
        assert await heard.next() is None
        await house.hints(person(UUID((await other.browser.ask("GET", "/me")).json()["person_id"])))
        await heard_of(others, HintKind.APPLICATION)


async def test_a_stream_ends_when_its_session_has_not_been_used_for_long(house: House) -> None:
    page, _ = await house.page()
    async with page.opens() as heard:
        await house.live.check_sessions()
        await house.auth.age_sessions(house.auth.settings.session_idle_s + 1)
        await house.live.check_sessions()
        while (event := await heard.next()) is not None and event != {"event": "over"}:
            assert event["kind"] == "account"
        assert event == {"event": "over"}


async def test_neither_a_stream_nor_what_a_page_asks_by_itself_is_a_use_of_the_session(house: House) -> None:
    page, _ = await house.page()
    await house.auth.age_sessions(600)
    (before,) = await house.auth.rows("select used_at from session")
    async with page.opens():
        await house.live.check_sessions()
    by_itself = {"x-kezek-target": "GET auth /me", "x-kezek-unattended": "1"}
    assert (await page.browser.client.get("/internal/session", headers=by_itself)).headers["x-kezek-token"]
    assert await house.auth.rows("select used_at from session") == [before]
    await page.browser.ask("GET", "/me")

    async def is_noted() -> bool:
        return bool(await house.auth.rows("select used_at from session") != [before])

    await eventually(is_noted, "the use of the session")


async def test_of_too_many_streams_of_one_session_the_oldest_ends(house: House) -> None:
    page, _ = await house.page()
    async with AsyncExitStack() as stack:
        opened = [await stack.enter_async_context(page.opens()) for _ in range(5)]
        await until_ended(opened[0])
        assert len(house.live._all()) == 4


async def until_ended(heard: Heard) -> None:
    while (event := await heard.next()) is not None:
        assert event.get("kind") == "account"


async def test_a_full_process_says_so(open_house: OpenHouse) -> None:
    house = await open_house(live_streams=1)
    await eventually(lambda: asyncio.sleep(0, house.live._tail is not None), "hints are read")
    (first, _), (second, _) = await house.page(), await house.page()
    async with first.opens(), second.opens() as refused:
        assert (refused.answer.status_code, refused.answer.headers["retry-after"]) == (503, "60")
        assert json.loads(await refused.answer.aread())["code"] == "too_many_streams"
    await eventually(lambda: asyncio.sleep(0, house.live._open == 0), "both have gone")
    async with second.opens() as again:
        assert again.answer.status_code == 200


async def test_while_hints_cannot_be_read_there_are_no_streams(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "_PAUSE_S", 0.05)
    page, me = await house.page()
    async with page.opens() as heard, from_url(house.auth.redis_url) as administrator:
        await administrator.delete(STREAM)
        await administrator.set(STREAM, "no stream any more")
        await administrator.client_kill_filter(user="auth")
        await until_ended(heard)
        async with page.opens() as refused:
            assert refused.answer.status_code == 503
        await administrator.delete(STREAM)

    await eventually(lambda: asyncio.sleep(0, house.live._tail is not None), "hints are read again")
    await house.hints(person(me))
    async with page.opens(heard.last_id or "1-0") as again:
        assert await again.next() == {"event": "reset"}


async def test_after_an_outage_also_who_knew_the_last_hint_asks_for_everything(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "_PAUSE_S", 0.05)
    page, me = await house.page()
    async with page.opens() as heard, from_url(house.auth.redis_url) as administrator:
        await house.hints(person(me))
        await heard_of(heard, HintKind.APPLICATION)
        await administrator.rename(STREAM, "kept")
        await administrator.set(STREAM, "no stream any more")
        await administrator.client_kill_filter(user="auth")
        await until_ended(heard)
        await administrator.rename("kept", STREAM)
    await eventually(lambda: asyncio.sleep(0, house.live._tail is not None), "hints are read again")
    async with page.opens(heard.last_id) as again:
        assert await again.next() == {"event": "reset"}


async def test_an_entry_that_is_no_hint_ends_nothing(house: House) -> None:
    page, me = await house.page()
    async with page.opens() as heard, from_url(house.auth.redis_url) as administrator:
        for odd in ({"kind": "roster"}, {"kind": "new", "to": "a", "id": "b"}, {b"\xff": b"\xff"}):
            await administrator.xadd(STREAM, odd)
        await administrator.xadd(STREAM, {"to": "a", "kind": "roster", "id": "b", "v": "many"})
        await house.hints(person(me))
        await heard_of(heard, HintKind.APPLICATION)


async def test_who_is_told_to_stop_ends_its_streams_at_once(house: House) -> None:
    page, _ = await house.page()
    async with page.opens() as heard:
        house.live.leave()
        await until_ended(heard)
    async with page.opens() as refused:
        assert refused.answer.status_code == 503


async def test_every_replica_tells(
    house: House, open_house: OpenHouse, start_replica: Callable[[], Awaitable[Any]]
) -> None:
    replica = await open_house(await start_replica())
    replica.auth.api.app.state.tokens = house.auth.api.app.state.tokens
    page, me = await house.page()
    async with page.opens() as one, Page(replica.url, page.browser).opens() as two:
        await house.hints(person(me))
        for heard in (one, two):
            await heard_of(heard, HintKind.APPLICATION)


async def test_a_worker_is_told_of_where_they_work_for_as_long_as_they_do(house: House) -> None:
    browser, iin, garden = house.auth.browser(), an_iin(), new_id()
    await house.auth.hears(Worker(iin=iin, kindergarten_id=garden))
    await browser.sign_in(iin)
    async with Page(house.url, browser).opens() as heard:
        await house.hints(kindergarten(garden), HintKind.ROSTER)
        await heard_of(heard, HintKind.ROSTER)
        await house.auth.hears(Worker(iin=iin, kindergarten_id=garden, active=False), version=2)
        await house.live.check_sessions()
        await until_ended(heard)


async def test_of_all_staff_together_the_rows_are_asked_for_once(house: House) -> None:
    statements: list[str] = []

    def note(*given: Any) -> None:
        statements.append(given[2])

    async with AsyncExitStack() as stack:
        for _ in range(3):
            browser, iin = house.auth.browser(), an_iin()
            await house.auth.hears(Worker(iin=iin, kindergarten_id=new_id()))
            await browser.sign_in(iin)
            await stack.enter_async_context(Page(house.url, browser).opens())
        engine = house.live._standings.__self__.database.engine.sync_engine  # type: ignore[attr-defined]
        sa.event.listen(engine, "before_cursor_execute", note)
        await house.live.check_sessions()
        sa.event.remove(engine, "before_cursor_execute", note)
        assert len(house.live._all()) == 3
    assert ["staff_grant" in each for each in statements] == [False, True]


async def test_nobody_has_no_stream(house: House) -> None:
    async with httpx.AsyncClient(base_url=house.url) as client:
        assert (await client.get("/live")).status_code == 401
