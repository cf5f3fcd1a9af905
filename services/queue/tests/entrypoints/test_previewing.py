"""What a change of a policy would do is read before it is signed, and nothing is touched (domain §9.policy)."""

from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.kindergartens import District
from kezek.contracts.texts import Text
from kezek.platform.db import Database
from kezek.platform.testing import Api, administrator
from kezek.platform.workdays import local_day
from kezek.queue.adapters.districts import keep_district
from kezek.queue.main_api import build_app

OF_CLASSES = {"profile": "referral", "numbered_categories": False, "sorted_anew_on": None}
NAME = Text("Аудан", "Район", "District")


@pytest.fixture
async def desk(make_settings: Any, play: Any, api: Any) -> Any:
    made = await api(build_app(await make_settings("queue")))
    async with play.database.write() as tx:
        for code in ("1110", "1116"):
            await keep_district(tx, District(code=code, name=NAME), 1)
    return made


def tomorrow(database: Database) -> date:
    return local_day(database.clock.now()) + timedelta(days=1)


async def asked(desk: Api, play: Any, district: str | None = "1110", **changed: Any) -> dict[str, Any]:
    found = (await desk.by().get("/policies")).json()["in_force"]["policy"]
    numbers = {name: value for name, value in found.items() if name != "id"} | changed
    return {"district": district, "in_force_from": tomorrow(play.database).isoformat(), "numbers": numbers}


async def previewed(desk: Api, play: Any, district: str | None = "1110", **changed: Any) -> dict[str, Any]:
    body = await asked(desk, play, district, **changed)
    answer = await desk.by(administrator()).post("/policies/preview", json=body)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def fill(play: Any) -> None:
    await play.queued("p1", "priority", minute=1)
    await play.queued("p2", "priority", minute=2)
    for minute in range(6):
        await play.queued(f"g{minute}", minute=minute)


async def dump(play: Any) -> list[Any]:
    async with play.database.read() as tx:
        return [
            list(await tx.rows(sa.text(f"select * from {table} order by 1, 2")))  # noqa: S608
            for table in ("queue", "entry", "ledger", "outbox", "publication", "act")
        ]


async def test_it_says_who_moves_in_each_queue_and_touches_nothing(desk: Api, play: Any) -> None:
    await fill(play)
    before = await dump(play)

    told = await previewed(desk, play, generals_per_priority=1)

    (queue,) = told["queues"]
    assert queue["queue"] == {"district": "1110", "kind": "general", "group_year": 2023}
    assert (queue["in_order"], queue["being_called"], queue["owed"]) == (8, 0, 0)
    assert queue["moves"] == {
        "forward": 1,
        "back": 2,
        "farthest_forward": {"queue_class": "priority", "was": 5, "becomes": 3},
        "farthest_back": {"queue_class": "general", "was": 3, "becomes": 4},
    }
    assert told["complete"] is True
    assert (told["before"]["generals_per_priority"], told["policy"]["generals_per_priority"]) == (3, 1)
    assert told["policy"]["id"] == "1110-1"
    assert await dump(play) == before


async def test_a_switch_to_numbered_categories_and_back_says_who_moves(desk: Api, play: Any) -> None:
    await fill(play)
    numbered = {"profile": "voucher", "numbered_categories": True, "sorted_anew_on": "06-30"}
    names = ["p1", "p2", *(f"g{minute}" for minute in range(6))]
    for changed, version, to_numbered in ((numbered, 1, True), ({**numbered, **OF_CLASSES}, 2, False)):
        was = [await play.place_of(name) for name in names]
        (queue,) = (await previewed(desk, play, **changed))["queues"]
        await play.rules(version, numbered=to_numbered)
        by = [await play.place_of(name) - before for name, before in zip(names, was, strict=True)]
        moves = queue["moves"]
        assert moves["forward"] == sum(each < 0 for each in by) > 0
        assert moves["back"] == sum(each > 0 for each in by) > 0
        farthest = [moves[way] for way in ("farthest_forward", "farthest_back")]
        assert [each["becomes"] - each["was"] for each in farthest] == [min(by), max(by)]


async def test_it_says_how_children_move_who_stand_around_twins(desk: Api, play: Any) -> None:
    """Two general children are one step less owed each: what is told is what each position says before and after."""
    for pair in range(6):
        for one in (0, 1):
            await play.queued(f"g{10 * pair + one}", minute=pair, serial=10 * pair + one, twins=f"pair {pair}")
    names = [f"g{10 * pair + one}" for pair in range(6) for one in (0, 1)] + [f"p{number}" for number in range(4)]
    for number in range(4):
        await play.queued(f"p{number}", "priority", minute=number)
    was = [await play.place_of(name) for name in names]

    (queue,) = (await previewed(desk, play, generals_per_priority=1))["queues"]
    await play.cycle(1, 1)

    by = [await play.place_of(name) - before for name, before in zip(names, was, strict=True)]
    assert (queue["moves"]["forward"], queue["moves"]["back"]) == (
        sum(each < 0 for each in by),
        sum(each > 0 for each in by),
    )
    farthest = [queue["moves"][way] for way in ("farthest_forward", "farthest_back")]
    assert [each["becomes"] - each["was"] for each in farthest] == [min(by), max(by)]


async def test_children_with_an_unanswered_call_are_counted_apart(desk: Api, play: Any) -> None:
    await fill(play)
    await play.offered("a")
    (queue,) = (await previewed(desk, play, generals_per_priority=1))["queues"]
    assert (queue["in_order"], queue["being_called"], queue["owed"]) == (7, 1, 3)


async def test_it_says_whom_age_lets_be_called_and_whom_no_more(desk: Api, play: Any) -> None:
    begins = tomorrow(play.database)
    ages = {"g1": 23, "g2": 24, "g3": 71, "g4": 72}
    for name, months in ages.items():
        total = begins.year * 12 + begins.month - 1 - months
        await play.queued(name, born=date(total // 12, total % 12 + 1, 1))
    (queue,) = (await previewed(desk, play, called_from_months=23, called_below_months=71))["queues"]
    assert (queue["become_callable"], queue["cease_callable"]) == (1, 1)
    assert queue["moves"]["forward"] == 0


async def test_the_regions_policy_is_previewed_where_it_would_hold(desk: Api, play: Any) -> None:
    await fill(play)
    (queue,) = (await previewed(desk, play, None, generals_per_priority=1))["queues"]
    assert queue["queue"]["district"] == "1110"
    boss = administrator()
    signed = await desk.perform(boss, "/policies/acts", await asked(desk, play, max_places=9))
    assert signed.status_code == 200, signed.text
    assert (await previewed(desk, play, None, generals_per_priority=1))["queues"] == []


async def test_another_districts_queues_are_left_out(desk: Api, play: Any) -> None:
    await fill(play)
    assert (await previewed(desk, play, "1116", generals_per_priority=1))["queues"] == []


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [({}, 409, "nothing_changed"), ({"choice_working_days": 0}, 422, "request_invalid")],
    ids=str,
)
async def test_what_could_not_be_signed_is_not_previewed(
    desk: Api, play: Any, changed: dict[str, Any], status: int, code: str
) -> None:
    answer = await desk.by(administrator()).post("/policies/preview", json=await asked(desk, play, **changed))
    assert (answer.status_code, answer.json()["code"]) == (status, code)
