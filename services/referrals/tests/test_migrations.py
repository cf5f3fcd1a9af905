"""The migration that keys deadlines by turn and referral carries running ones over, and back."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kezek.platform.migrate import downgrade, upgrade
from kezek.platform.tables import job

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
