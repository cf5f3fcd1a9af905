"""What a changed year would move is read before it is signed, by administrators alone."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from kezek.contracts.referrals import DeadlineMoved
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.testing import administrator
from kezek.platform.workdays import local_day
from kezek.referrals.main_api import build_app


@pytest.fixture
async def referrals(api: Any, play: Any) -> Any:
    return await api(build_app(play.settings))


def body(play: Any, *offsets: int) -> dict[str, Any]:
    first = local_day(play.start)
    free = [(first + timedelta(days=each)).isoformat() for each in offsets]
    return {"year": first.year, "worked": [], "free": free}


async def test_it_counts_what_would_move_and_moves_nothing(referrals: Any, play: Any) -> None:
    for name in ("a", "b"):
        await play.child(name)
        (place,) = await play.offered()
        await play.called(name, place)
    await play.child("c")
    await play.chooses("c", (await play.opened())[0])

    answer = await referrals.by(administrator()).post("/calendar/preview", json=body(play, 3, 4))

    assert answer.json()["items"] == [
        {"kind": "turn", "running": 2, "moved": 2, "most_days": 4},
        {"kind": "referral", "running": 1, "moved": 1, "most_days": 2},
        {"kind": "stop-list", "running": 0, "moved": 0, "most_days": 0},
    ]
    assert await play.events(DeadlineMoved) == []


async def test_days_after_all_terms_move_nothing(referrals: Any, play: Any) -> None:
    await play.child("a")
    (place,) = await play.offered()
    await play.called("a", place)
    items = (await referrals.by(administrator()).post("/calendar/preview", json=body(play, 30))).json()["items"]
    assert [each["moved"] for each in items] == [0, 0, 0]


async def test_a_day_of_another_year_is_refused(referrals: Any, play: Any) -> None:
    wrong = {**body(play), "free": ["2031-02-03"]}
    assert (await referrals.by(administrator()).post("/calendar/preview", json=wrong)).status_code == 422


@pytest.mark.parametrize("grants", [(), (Grant(Role.OFFICER, district="1110"),)], ids=["family", "officer"])
async def test_nobody_else_previews(
    referrals: Any, play: Any, actor: Callable[..., Actor], grants: tuple[Grant, ...]
) -> None:
    answer = await referrals.by(actor(*grants)).post("/calendar/preview", json=body(play))
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_missing")
