"""A district with numbered categories is sorted anew by a signed act, and each queue says so (domain §9.sorting)."""

import asyncio
import base64
import json
import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.applications import RefreshProgressed
from kezek.contracts.kindergartens import District
from kezek.contracts.queue import Moved, RefreshAsked
from kezek.contracts.texts import Text
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.testing import Api, administrator, deliver, published
from kezek.platform.workdays import local_day
from kezek.queue.adapters import sortings
from kezek.queue.adapters.districts import keep_district
from kezek.queue.entrypoints.consumers import consumers
from kezek.queue.main_api import build_app
from kezek.queue.usecases.sort_queue import sort_queue, works
from kezek.queue.usecases.verify_ledger import verify_ledger

BORN_BEFORE, BORN_AFTER = date(2022, 5, 5), date(2024, 5, 5)
BOSS = administrator()


@pytest.fixture
async def desk(make_settings: Any, play: Any, api: Any) -> Any:
    made = await api(build_app(await make_settings("queue")))
    async with play.database.write() as tx:
        for code in ("1110", "1116"):
            await keep_district(tx, District(code=code, name=Text("Аудан", "Район", "District")), 1)
    await play.rules(1, numbered=True, day="01-01")  # due whatever day it is
    return made


async def sort(desk: Api, play: Any, reason: str | None = None) -> Any:
    answer = await desk.perform(BOSS, "/sortings/acts", {"district": "1110", "reason": reason})
    runner = JobRunner(play.database, dict(works()))
    while await runner.run_one():
        pass
    return answer


async def seen(desk: Api) -> dict[str, Any]:
    answer = await desk.by(BOSS).get("/sortings/1110")
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def said(prepared: dict[str, Any]) -> list[str]:
    told: list[str] = json.loads(base64.b64decode(prepared["document_base64"]))["statement"]
    return told


async def statement(desk: Api) -> list[str]:
    return said((await desk.by(BOSS).post("/sortings/acts", json={"district": "1110"})).json())


async def wrong(play: Any) -> list[str]:
    async with play.database.snapshot() as tx:
        return [each async for queue in verify_ledger(tx) for each in queue.differences]


def of_year(play: Any, year: int) -> QueueRef:
    return replace(play.ref, group_year=year)


async def three_of_whom_one_is_older(play: Any) -> None:
    for minute in range(3):
        await play.queued(f"g{minute}", minute=minute, serial=minute)
    await play.corrected("g1", version=2, minute=1, serial=1, born=BORN_BEFORE)


async def test_who_was_born_in_another_year_goes_over_at_its_own_time(desk: Api, play: Any) -> None:
    await three_of_whom_one_is_older(play)
    older = of_year(play, 2022)
    for minute in (0, 2):
        application = play.application(f"p{minute}", minute=minute, serial=10 + minute, born=BORN_BEFORE)
        await play.place(application.model_copy(update={"queue": older}))
    foretold = await seen(desk)

    assert (await sort(desk, play)).status_code == 200

    assert [await play.place_of(name) for name in ("g0", "g2")] == [1, 2]
    assert [await play.place_of(name) for name in ("p0", "g1", "p2")] == [1, 2, 3]
    assert [(what, reason) for _, what, _, reason in (await play.ledger())[-2:]] == [
        ("moved_away", "sorted_anew"),
        ("sorted", "sorted_anew"),
    ]
    assert [what for _, what, _, _ in await play.ledger(older)] == ["entered", "entered", "sorted", "moved_here"]
    (moved,) = [each.event for each in await published(play.database) if isinstance(each.event, Moved)]
    assert (moved.application_id, moved.queue, moved.rule, moved.actor) == (
        *(play.id_of("g1"), older, "sorting", "administrator"),
    )
    assert foretold["moves"] == [{"kind": "general", "from_year": 2023, "to_year": 2022, "children": 1}]
    assert [
        (each["queue"]["group_year"], each["leaving"], each["forward"], each["back"]) for each in foretold["queues"]
    ] == [
        (2023, 1, 1, 0),
        (2022, 0, 0, 1),
    ]
    (kept,) = (await seen(desk))["history"]
    assert (kept["done"], kept["year"], bool(kept["signed_by_name"])) == (True, 2026, True)
    assert [(each["queue"]["group_year"], each["children"], each["went"], each["came"]) for each in kept["queues"]] == [
        (2023, 2, 1, 0),
        (2022, 3, 0, 1),
    ]
    assert await wrong(play) == []


async def test_twins_go_over_together_and_to_a_queue_that_is_new(desk: Api, play: Any) -> None:
    for name, minute in (("g1", 1), ("g2", 30)):
        await play.queued(name, minute=minute, serial=minute, twins="a")
        await play.corrected(name, version=2, minute=minute, serial=minute, twins="a", born=BORN_AFTER)
    await play.queued("g3", minute=2, serial=3)

    await sort(desk, play)

    assert [await play.place_of(name) for name in ("g1", "g2", "g3")] == [1, 2, 1]
    assert await wrong(play) == []


async def test_who_is_on_the_stop_list_goes_over_with_its_twin_and_comes_back_there(desk: Api, play: Any) -> None:
    for name, minute in (("g1", 1), ("g2", 30)):
        await play.queued(name, minute=minute, serial=minute, twins="a")
        await play.corrected(name, version=2, minute=minute, serial=minute, twins="a", born=BORN_BEFORE)
    await play.changed("g2", 1, waiting=False, reason="referral_not_used_in_time", status="stop_listed")
    foretold = await seen(desk)
    assert [each["children"] for each in foretold["moves"]] == [2]
    assert [(each["waiting"], each["leaving"]) for each in foretold["queues"]] == [(1, 2)]

    assert (await sort(desk, play)).status_code == 200
    assert [(each["children"], each["went"], each["came"]) for each in (await seen(desk))["history"][0]["queues"]] == [
        (0, 2, 0),
        (1, 0, 2),
    ]
    await play.changed("g2", 2, waiting=True, reason="stop_list_over")

    assert {(await play.position(name)).queue for name in ("g1", "g2")} == {of_year(play, 2022)}
    assert [await play.place_of(name) for name in ("g1", "g2")] == [1, 2]
    assert await wrong(play) == []


async def test_who_has_ended_stays_where_it_was(desk: Api, play: Any) -> None:
    await three_of_whom_one_is_older(play)
    await play.changed("g1", 1, waiting=False, reason="withdrawn", status="withdrawn")
    assert (await seen(desk))["moves"] == []


@pytest.mark.parametrize("first", [2022, 2023])
async def test_what_is_kept_of_a_sorting_is_the_same_in_whichever_order_queues_are_done(
    desk: Api, play: Any, first: int
) -> None:
    await three_of_whom_one_is_older(play)
    await play.place(
        play.application("p0", serial=10, born=BORN_BEFORE).model_copy(update={"queue": of_year(play, 2022)})
    )
    sorting = (await desk.perform(BOSS, "/sortings/acts", {"district": "1110"})).json()["result"]["sorting_id"]
    for year in sorted((2022, 2023), key=lambda year: year != first):
        async with play.database.write() as tx:
            await sort_queue(tx, sorting, of_year(play, year), now=tx.now())
    (kept,) = (await seen(desk))["history"]
    assert [(each["queue"]["group_year"], each["children"], each["came"]) for each in kept["queues"]] == [
        (2023, 2, 0),
        (2022, 2, 1),
    ]


async def test_who_is_called_goes_over_and_goes_on(desk: Api, play: Any) -> None:
    await three_of_whom_one_is_older(play)
    await play.changed("g1", 1, waiting=False)
    assert [each["children"] for each in (await seen(desk))["moves"]] == [1]
    await play.changed("g1", 2, waiting=True, reason="no_choice_in_time")
    assert await play.offered("a", "b") == ["g0", "g1"]

    await sort(desk, play)
    await play.answered("g1", started=False, reason="offer_void")

    assert (await play.position("g1")).queue == of_year(play, 2022)
    assert await wrong(play) == []


async def test_a_key_that_is_not_the_childs_own_is_put_right_and_told(desk: Api, play: Any) -> None:
    await three_of_whom_one_is_older(play)
    async with play.database.write() as tx:
        statement = sa.text("update entry set order_at = order_at + interval '1 day' where application_id = :id")
        await tx.execute(statement, {"id": play.id_of("g0")})
    assert await wrong(play) != []

    await sort(desk, play)

    assert (await play.place_of("g0"), await wrong(play)) == (1, [])
    (kept,) = (await seen(desk))["history"]
    assert [each["corrected"] for each in kept["queues"]] == [1, 0]


@pytest.mark.parametrize("seed", range(3))
async def test_what_is_foretold_is_what_becomes_of_everybody(desk: Api, play: Any, seed: int) -> None:
    chance, kinds = random.Random(seed), {"e": "extraordinary", "p": "priority", "g": "general"}
    names = [chance.choice("eppgggg") + str(number) for number in range(20)]
    for serial, name in enumerate(names):
        facts = {"minute": chance.randrange(60), "serial": serial, "twins": chance.choice([None, None, "a", "b"])}
        await play.queued(name, kinds[name[0]], **facts)
        born = BORN_BEFORE if facts["twins"] == "b" else chance.choice([BORN_BEFORE, date(2023, 1, 1)])
        await play.corrected(name, kinds[name[0]], version=2, born=born, **facts)
    was = {name: await play.position(name) for name in names}
    told = next(each for each in (await seen(desk))["queues"] if each["queue"]["group_year"] == 2023)

    await sort(desk, play)

    becomes = {name: await play.position(name) for name in names}
    by = [becomes[name].ahead.total - was[name].ahead.total for name in names if becomes[name].queue == play.ref]
    assert (told["waiting"], told["leaving"]) == (20, 20 - len(by))
    assert (told["forward"], told["back"]) == (sum(each < 0 for each in by), sum(each > 0 for each in by))
    assert (told["forward_most"], told["back_most"]) == (-min([*by, 0]), max([*by, 0]))
    assert await wrong(play) == []


async def test_too_old_children_are_told_of(desk: Api, play: Any) -> None:
    await play.queued("g1")
    await play.corrected("g1", version=2, born=date(2020, 1, 1))
    assert [each["too_old"] for each in (await seen(desk))["queues"]] == [1]


async def test_it_is_signed_from_its_day_on_and_once_a_year_without_a_reason(desk: Api, play: Any) -> None:
    assert (await sort(desk, play)).status_code == 200
    assert (await seen(desk))["refusal"] == "sorted_already"
    refused, today = (await sort(desk, play)).json(), local_day(play.database.clock.now()).isoformat()
    assert (refused["code"], refused["params"]) == ("sorted_already", {"on": today})
    assert (await sort(desk, play, "деректер түзетілді")).status_code == 200
    assert [each["reason"] for each in (await seen(desk))["history"]] == ["деректер түзетілді", None]


@pytest.mark.parametrize(
    ("order", "code"),
    [({"numbered": True, "day": "12-31"}, "sorting_too_early"), ({"numbered": False}, "sorting_not_here")],
)
async def test_before_its_day_and_where_classes_take_turns_it_is_refused(
    desk: Api, play: Any, sandbox_clock: Any, order: dict[str, Any], code: str
) -> None:
    if (local_day(sandbox_clock.now()).month, local_day(sandbox_clock.now()).day) == (12, 31):
        sandbox_clock.move(timedelta(days=1))
    await play.rules(2, **order)
    assert ((await sort(desk, play)).json()["code"], (await seen(desk))["refusal"]) == (code, code)
    listed = (await desk.by(BOSS).get("/sortings")).json()["items"]
    assert [each["due_on"] for each in listed] == (
        [f"{local_day(sandbox_clock.now()).year}-12-31"] if order["numbered"] else []
    )


async def test_the_signed_sentences_name_the_kind_of_group(desk: Api, play: Any) -> None:
    await three_of_whom_one_is_older(play)
    correctional = replace(play.ref, kind=GroupKind.CORRECTIONAL)
    await play.place(play.application("p0", serial=10, born=BORN_AFTER).model_copy(update={"queue": correctional}))
    by_kind = [line.split(".")[0] for line in await statement(desk) if "по году рождения" in line]
    assert sorted(by_kind) == ["Коррекционные группы", "Общие группы"]


async def test_what_was_prepared_on_other_data_is_outdated(desk: Api, play: Any) -> None:
    await three_of_whom_one_is_older(play)
    prepared = (await desk.by(BOSS).post("/sortings/acts", json={"district": "1110"})).json()
    await play.queued("g5", minute=5, serial=5)
    other = (await desk.by(BOSS).post("/sortings/acts", json={"district": "1110"})).json()
    await play.corrected("g2", version=2, minute=2, serial=2, born=BORN_AFTER)
    for act in (prepared, other):
        assert (await desk.sign(BOSS, act)).json()["code"] == "act_outdated"
    assert (await seen(desk))["history"] == []


async def test_others_than_administrators_neither_read_nor_sort(desk: Api, play: Any, actor: Any) -> None:
    assert play
    for answer in (await desk.by(actor()).get("/sortings"), await desk.by(actor()).get("/sortings/1110")):
        assert answer.status_code == 403
    assert (await desk.by(BOSS).get("/sortings/9999")).json()["code"] == "district_unknown"


async def test_a_queue_is_sorted_once_however_often_it_is_asked_for(desk: Api, play: Any) -> None:
    await three_of_whom_one_is_older(play)
    sorting = (await desk.perform(BOSS, "/sortings/acts", {"district": "1110"})).json()["result"]["sorting_id"]
    assert (await seen(desk))["history"][0]["done"] is False
    for _ in range(2):
        async with play.database.write() as tx:
            await sort_queue(tx, sorting, play.ref, now=tx.now())
    assert [what for _, what, _, _ in await play.ledger()].count("sorted") == 1
    assert (await seen(desk))["history"][0]["done"] is True


async def test_what_applications_says_meanwhile_is_neither_lost_nor_turned_back(desk: Api, play: Any) -> None:
    for number in range(8):
        await play.queued(f"g{number}", minute=number, serial=number)
        await play.corrected(f"g{number}", version=2, minute=number, serial=number, born=BORN_BEFORE)
    sorting = (await desk.perform(BOSS, "/sortings/acts", {"district": "1110"})).json()["result"]["sorting_id"]

    async def told(number: int) -> None:
        facts = {"minute": number, "serial": number, "born": BORN_BEFORE, "queue": of_year(play, 2022)}
        await play.corrected(f"g{number}", "priority", version=3, **facts)

    runner = JobRunner(play.database, dict(works()))
    await asyncio.gather(*(told(number) for number in range(8)), runner.run_one(), runner.run_one())
    async with asyncio.timeout(20):
        while await _is_to_sort(play, sorting):
            await runner.run_one()
    assert {(await play.position(f"g{number}")).queue for number in range(8)} == {of_year(play, 2022)}
    assert await wrong(play) == []


async def test_a_wish_changed_before_applications_hears_of_the_sorting_does_not_turn_the_child_back(
    desk: Api, play: Any
) -> None:
    await three_of_whom_one_is_older(play)
    await sort(desk, play)
    facts = {"minute": 1, "serial": 1, "born": BORN_BEFORE}
    await play.corrected("g1", version=3, languages=("ru",), **facts)
    assert (await play.position("g1")).queue == of_year(play, 2022)
    await play.corrected("g1", version=4, languages=("ru",), queue=of_year(play, 2022), **facts)
    assert [what for _, what, _, _ in await play.ledger(of_year(play, 2022))] == ["moved_here", "changed"]
    assert await wrong(play) == []


async def _is_to_sort(play: Any, sorting: Any) -> bool:
    async with play.database.read() as tx:
        return await sortings.is_to_sort(tx, sorting, str(play.ref))


async def test_the_data_of_a_district_are_refreshed_and_the_act_says_about_how_many_nobody_answered(
    desk: Api, play: Any
) -> None:
    path = "/sortings/1110/refreshes"
    assert "В этом году данные не обновлялись." in await statement(desk)
    assert (await desk.by(BOSS).post(path)).status_code == 204
    assert (await desk.by(BOSS).post(path)).json()["code"] == "refresh_runs"
    assert "Обновление данных начато, дети ещё не посчитаны." in await statement(desk)
    (asked,) = [each.event for each in await published(play.database) if isinstance(each.event, RefreshAsked)]
    told = {"refresh_id": asked.refresh_id, "district": "1110", "total": 9, "changed": 1}
    last = RefreshProgressed(**told, asked=9, silent=2, finished=True)
    for event, version in ((last, 3), (RefreshProgressed(**told, asked=5, silent=0, finished=False), 2)):
        await deliver(play.database, consumers, event, version=version)

    refresh = (await seen(desk))["refresh"]
    assert [refresh[name] for name in ("total", "asked", "silent", "changed")] == [9, 9, 2, 1]
    assert refresh["finished_at"] is not None
    prepared = (await desk.by(BOSS).post("/sortings/acts", json={"district": "1110"})).json()
    assert "Детей, о которых государственная база ещё не спрошена или не ответила: 2." in said(prepared)
    assert (await desk.by(BOSS).post(path)).status_code == 204
    assert (await desk.sign(BOSS, prepared)).status_code == 200, "what is asked since spoils no signature"


async def test_where_classes_take_turns_nothing_is_refreshed(desk: Api, play: Any) -> None:
    await play.rules(2)
    assert (await desk.by(BOSS).post("/sortings/1110/refreshes")).json()["code"] == "sorting_not_here"
