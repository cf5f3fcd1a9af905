"""Running deadlines are carried over by migrations, and back: keyed anew, and only of kinds that are known there."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kezek.platform.migrate import downgrade, upgrade
from kezek.platform.tables import deadline, job

MIGRATIONS = Path(__file__).parents[1] / "migrations"


async def terms(play: Any) -> dict[str, str]:
    """The keys of the terms that run, by kind."""
    return {row.kind: row.key for row in await play.terms()}


async def test_running_deadlines_find_their_turn_or_referral(play: Any, owner_url: Callable[..., Any]) -> None:
    url = await owner_url("referrals")
    for name in ("called", "referred", "stop-listed"):
        await play.child(name)
    held, *open_places = await play.offered(3)
    await play.nobody(*open_places)
    await play.chooses("stop-listed", open_places[0])
    await play.at((await play.candidate("stop-listed")).referral.term.ends_at)
    await play.chooses("referred", open_places[1])
    await play.called("called", held)
    turn = (await play.candidate("called")).turn
    wanted = {
        "turn": str(turn.id),
        "referral": str((await play.candidate("referred")).referral.id),
        "stop-list": str((await play.candidate("stop-listed")).referral.id),
    }
    assert await terms(play) == wanted

    await asyncio.to_thread(downgrade, "referrals", MIGRATIONS, url, "0003")
    before = await terms(play)
    await asyncio.to_thread(upgrade, "referrals", MIGRATIONS, url)

    by_application = {"turn": "called", "referral": "referred", "stop-list": "stop-listed"}
    assert before == {kind: str(play.families[name].id) for kind, name in by_application.items()}
    assert await terms(play) == wanted
    assert (await play.candidate("called")).turn == turn
    (planned,) = await play.rows(job)
    assert (planned.kind, planned.payload) == ("plan_ageing", {"district": None, "after": None})


async def test_the_release_before_finds_only_deadlines_that_it_knows(play: Any, owner_url: Callable[..., Any]) -> None:
    url = await owner_url("referrals")
    for name in ("called", "referred", "stop-listed"):
        await play.child(name)
    held, *open_places = await play.offered(3)
    await play.nobody(*open_places)
    await play.chooses("stop-listed", open_places[0])
    await play.at((await play.candidate("stop-listed")).referral.term.ends_at)
    await play.chooses("referred", open_places[1])
    await play.called("called", held)
    one, *_ = await play.rows(deadline)
    async with play.database.write() as tx:
        await tx.execute(deadline.insert(), [{**one._mapping, "kind": "opening"}])
    assert {"reminder", "ageing"} < {row.kind for row in await play.rows(deadline)}

    await asyncio.to_thread(downgrade, "referrals", MIGRATIONS, url, "0009")
    left = sorted(row.kind for row in await play.rows(deadline))
    await asyncio.to_thread(upgrade, "referrals", MIGRATIONS, url)

    assert left == ["referral", "stop-list", "turn"]
