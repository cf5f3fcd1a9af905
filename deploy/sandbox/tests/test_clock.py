from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kezek.platform.clock import SandboxClock

SECOND = timedelta(seconds=1)
# until then the workers have been looked at, on a slow machine too
GIVES_UP_AFTER_S = 2.5


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


async def test_the_clock_goes_forward_only_and_is_kept(tmp_path: Path, start: Callable[..., Any], day: Any) -> None:
    async with start(tmp_path) as one:
        moved = await one.post("/clock/advance", {"seconds": 86_400})
        assert moved["offset_s"] >= 86_399
        back = (instant(moved["now"]) - day / 2).isoformat()
        assert (await one.post("/clock/advance", {"to": back}, expect=409))["code"] == "clock_goes_forward"
        assert (await one.post("/clock/set_exact", {"to": back}, expect=409))["code"] == "clock_goes_forward"
        assert SandboxClock(tmp_path / "clock").offset().total_seconds() == moved["offset_s"]
    async with start(tmp_path) as again:
        assert (await again.get("/clock"))["offset_s"] == moved["offset_s"]


async def test_a_stack_without_workers_is_settled(sandbox: Any) -> None:
    assert await sandbox.post("/stack/settle") == {"settled": True}


async def test_the_clock_stops_at_every_deadline(with_worker: Any, day: Any) -> None:
    one, worker = with_worker
    begun = one.inside.clock.now()
    worker.deadlines = [begun + day, begun + 2 * day, begun + 9 * day]
    moved = await one.post("/clock/advance", {"to": (begun + 5 * day).isoformat()})
    assert [instant(step) for step in moved["steps"]] == [begun + day, begun + 2 * day]
    assert len(worker.fired) == 2
    for fired, due in zip(worker.fired, (begun + day, begun + 2 * day), strict=True):
        assert due <= fired < due + 5 * SECOND
    assert begun + 5 * day <= instant(moved["now"]) < begun + 5 * day + 5 * SECOND
    assert worker.deadlines == [begun + 9 * day]


async def test_set_exact_steps_over_deadlines(with_worker: Any, day: Any) -> None:
    one, worker = with_worker
    begun = one.inside.clock.now()
    worker.deadlines = [begun + day, begun + 2 * day]
    moved = await one.post("/clock/set_exact", {"to": (begun + 3 * day).isoformat()})
    assert moved["steps"] == []
    assert worker.fired == []
    await one.post("/stack/settle")
    assert len(worker.fired) == 2


async def test_a_deadline_that_does_not_fire_is_named(with_worker: Any, day: Any) -> None:
    one, worker = with_worker
    worker.stuck = True
    worker.deadlines = [one.inside.clock.now() + day]
    body = {"seconds": 2 * day.total_seconds(), "timeout_s": GIVES_UP_AFTER_S}
    problem = await one.post("/clock/advance", body, expect=504)
    assert problem["code"] == "not_settled"
    assert "has not fired" in problem["params"]["deadline"]


async def test_work_without_end_is_named(with_worker: Any) -> None:
    one, worker = with_worker
    worker.busy_rounds = 1000
    problem = await one.post("/stack/settle", {"timeout_s": GIVES_UP_AFTER_S}, expect=504)
    assert [name.split()[0] for name in problem["params"]] == ["referrals"]
    assert next(iter(problem["params"].values())).startswith("outbox")


async def test_a_silent_worker_is_not_settled(tmp_path: Path, start: Callable[..., Any]) -> None:
    async with start(tmp_path, ("http://127.0.0.1:9",)) as one:
        problem = await one.post("/stack/settle", {"timeout_s": GIVES_UP_AFTER_S}, expect=504)
        assert problem["params"] == {"http://127.0.0.1:9": "does not answer"}


async def test_either_seconds_or_an_instant(sandbox: Any) -> None:
    assert (await sandbox.post("/clock/advance", {}, expect=422))["code"] == "invalid_request"


async def test_everything_is_described(sandbox: Any) -> None:
    paths = (await sandbox.get("/openapi.json"))["paths"]
    assert {
        "/ca/sign",
        "/clock/advance",
        "/people",
        "/mailbox/sms",
        "/stack/settle",
        "/control/{system}",
    } <= paths.keys()
