"""Everybody reads figures of the queues and may check a place by its number; nobody learns more."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from kezek.contracts.kindergartens import District
from kezek.contracts.referrals import PlaceChanged
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import InstructionLanguage, PlaceStatus
from kezek.platform.testing import deliver
from kezek.queue.entrypoints import figures
from kezek.queue.entrypoints.consumers import consumers
from kezek.queue.main_api import build_app


@pytest.fixture
async def anybody(play: Any, api: Any, make_settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(figures, "KEPT_FOR_S", 0)
    for code in ("1110", "1116"):
        await deliver(play.database, consumers, District(code=code, name=Text("Аудан", "Район", "District")))
    return (await api(build_app(await make_settings("queue")))).by()


async def fill(play: Any) -> None:
    for number in range(7):
        await play.queued(f"g{number}", minute=number, serial=number + 1)
    for number in range(2):
        await play.queued(f"p{number}", "priority", minute=number + 10, serial=number + 20)


def place(play: Any, status: PlaceStatus) -> PlaceChanged:
    return PlaceChanged(
        place_id=uuid4(),
        vacancy_id=uuid4(),
        kindergarten_id=uuid4(),
        queue=play.ref,
        language=InstructionLanguage.KAZAKH,
        status=status,
    )


async def test_a_district_is_told_with_small_numbers_hidden(play: Any, anybody: Any) -> None:
    await fill(play)
    for status in PlaceStatus:
        await deliver(play.database, consumers, place(play, status))
    found = (await anybody.get("/figures", params={"district": "1110"})).json()
    assert found["items"] == [
        {
            "queue": {"district": "1110", "kind": "general", "group_year": 2023},
            "waiting": 9,
            "by_class": None,
            "called": 0,
            "free": 3,
            "free_choice": 1,
        }
    ]
    assert (found["hidden_below"], found["calls"], found["categories"]) == (5, [], [])


async def test_a_district_of_numbered_categories_says_so_and_places_are_checked_by_them(
    play: Any, anybody: Any
) -> None:
    await fill(play)
    body = {"number": "10.UO.2026.00021.1"}
    assert (await anybody.post("/place-checks", json=body)).json()["position"] == 5
    await play.rules(1, numbered=True)
    found = (await anybody.get("/figures", params={"district": "1110"})).json()
    assert found["categories"][0]["name"]["ru"] == "1-я категория: вне очереди"
    assert (await anybody.post("/place-checks", json=body)).json()["position"] == 2


async def test_the_last_calls_are_told_by_number_and_day_alone(play: Any, anybody: Any) -> None:
    await fill(play)
    for name in ("a", "b"):
        (called,) = await play.offered(name)
        await play.answered(called, started=True)
    found = (await anybody.get("/figures?district=1110")).json()
    assert found["calls"] == [
        {"number": "10.UO.2026.00001.1", "on": "2026-11-21"},
        {"number": "10.UO.2026.00020.1", "on": "2026-11-21"},
    ]
    assert (await anybody.get("/figures")).json()["calls"] == []


async def test_a_place_is_kept_by_its_newest_version(play: Any, anybody: Any) -> None:
    await fill(play)
    taken = place(play, PlaceStatus.TAKEN)
    await deliver(play.database, consumers, taken, version=3)
    await deliver(play.database, consumers, taken.model_copy(update={"status": PlaceStatus.OPEN}), version=2)
    assert (await anybody.get("/figures")).json()["items"][0]["free"] == 0


async def test_the_same_stands_in_a_table_and_its_fields_are_described(play: Any, anybody: Any) -> None:
    await fill(play)
    answer = await anybody.get("/figures.csv?district=1110")
    head, line, rest = answer.text.split("\r\n")
    assert head.startswith("district,kind,group_year,waiting,extraordinary,")
    assert line.startswith("1110,general,2023,9,,,,,0,0,0,20")
    assert rest == ""
    schema = (await anybody.get("/figures/schema")).json()
    told = (await anybody.get("/figures?district=1110")).json()
    assert set(schema["properties"]) == set(told)
    assert set(schema["$defs"]["QueueFiguresView"]["properties"]) == set(told["items"][0])


async def test_a_district_that_is_none_is_refused(anybody: Any) -> None:
    answer = await anybody.get("/figures?district=9999")
    assert (answer.status_code, answer.json()["code"]) == (422, "district_unknown")


async def checked(anybody: Any, number: str) -> Any:
    return (await anybody.post("/place-checks", json={"number": number})).json()


@pytest.mark.parametrize("number", ["10.UO.2026.00003.1", "10.УО.2026.3.1", "№ 10 uo 2026/3/1"])
async def test_a_place_is_told_by_any_spelling_of_the_number(play: Any, anybody: Any, number: str) -> None:
    await fill(play)
    found = await checked(anybody, number)
    assert found["position"] == await play.place_of("g2")
    assert set(found) == {"position", "as_of"}


async def test_what_never_was_what_is_over_and_what_is_called_are_answered_alike(play: Any, anybody: Any) -> None:
    await fill(play)
    await play.changed("g1", 1, waiting=False)
    (called,) = await play.offered("a")
    answers = [
        (await checked(anybody, number))["position"]
        for number in ("10.UO.2026.00002.1", "10.UO.2026.99999.1", play.application(called, serial=20).number)
    ]
    assert answers == [None, None, None]


async def test_who_tries_numbers_in_turn_is_stopped(play: Any, anybody: Any) -> None:
    for number in range(figures.CHECKS_A_MINUTE):
        assert "position" in await checked(anybody, f"10.UO.2026.{number}.1")
    refused = await anybody.post("/place-checks", json={"number": "10.UO.2026.1.1"})
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_requests")


async def test_a_number_that_is_none_is_refused(anybody: Any) -> None:
    assert (await anybody.post("/place-checks", json={"number": "бір"})).status_code == 422


async def test_another_districts_queues_are_not_among_ones_own(play: Any, anybody: Any) -> None:
    await fill(play)
    await play.place(play.application("other").model_copy(update={"queue": replace(play.ref, district="1116")}))
    districts = {each["queue"]["district"] for each in (await anybody.get("/figures?district=1110")).json()["items"]}
    assert districts == {"1110"}
