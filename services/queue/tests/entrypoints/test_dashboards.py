"""An officer reads every number of the own district, an administrator of any; both may keep them as files."""

import csv
import io
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from openpyxl import load_workbook

from kezek.contracts.kindergartens import District
from kezek.contracts.policy import VOUCHER_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language
from kezek.platform.actors import Grant, Role
from kezek.platform.http.sheets import Table, as_csv, as_xlsx
from kezek.platform.testing import administrator, an_actor, deliver, officer_of
from kezek.platform.workdays import local_day
from kezek.queue.entrypoints import dashboards
from kezek.queue.entrypoints.consumers import consumers
from kezek.queue.entrypoints.dashboard_tables import region_tables
from kezek.queue.main_api import build_app
from kezek.queue.usecases.publish import publish, publish_shipped
from kezek.queue.usecases.read_region import read_region

OFFICER, ELSEWHERE, BOSS = officer_of("1110"), officer_of("1116"), administrator()
A_DAY = 24 * 60
PERIOD = {"from": "2026-11-01", "to": "2026-11-30"}


@pytest.fixture
async def office(play: Any, api: Any, make_settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(dashboards, "KEPT_FOR_S", 0)
    for code in ("1110", "1116"):
        await deliver(play.database, consumers, District(code=code, name=Text("=Аудан", "Район", "District")))
    return await api(build_app(await make_settings("queue")))


async def fill(play: Any) -> None:
    """Two wait for a year and longer, one was called after ten days, and another district has a child."""
    await play.queued("g1", minute=-10 * A_DAY, serial=1)
    (called,) = await play.offered("a")
    await play.answered(called, started=True)
    await play.changed("g1", 2, waiting=False)
    await play.queued("p1", "priority", minute=-400 * A_DAY, serial=2)
    await play.queued("g2", minute=-500 * A_DAY, serial=3)
    await play.place(
        play.application("other", serial=4).model_copy(update={"queue": replace(play.ref, district="1116")})
    )


async def read(office: Any, who: Any, path: str, **asked: str) -> Any:
    answer = await office.by(who).get(path, params=asked)
    assert answer.status_code == 200, answer.text
    return answer


async def test_an_officer_is_told_every_number_of_the_own_district(play: Any, office: Any) -> None:
    await fill(play)
    found = (await read(office, OFFICER, "/dashboard", **PERIOD)).json()
    (queue,) = found["queues"]
    assert queue == {
        "queue": {"district": "1110", "kind": "general", "group_year": 2023},
        "waiting": 2,
        "by_class": {"extraordinary": 0, "priority": 1, "general": 1, "transfer": 0},
        "called": 1,
        "free": 0,
        "free_choice": 0,
    }
    general = next(each for each in found["waits"] if each["queue_class"] == "general" and each["kind"] is None)
    assert (general["called"], general["average_days"], general["median_days"]) == (1, 10.0, 10.0)
    assert (general["waiting"], general["longest_days"] >= 500) == (1, True)
    assert (found["first_day"], found["last_day"]) == (PERIOD["from"], PERIOD["to"])


async def test_twins_who_wait_together_are_counted_in_the_class_they_stand_and_are_called_in(
    play: Any, office: Any
) -> None:
    await play.queued("p1", "priority", minute=1, twins="a")
    await play.queued("g2", minute=2, twins="a")
    await play.queued("g3", minute=3)

    async def by_class() -> tuple[dict[str, int], dict[str, int]]:
        found = (await read(office, OFFICER, "/dashboard", **PERIOD)).json()
        waits = {each["queue_class"]: each for each in found["waits"] if each["kind"] is None}
        return found["queues"][0]["by_class"], {
            name: waits[name]["waiting"] + waits[name]["called"] for name in ("priority", "general")
        }

    assert await by_class() == (
        {"extraordinary": 0, "priority": 2, "general": 1, "transfer": 0},
        {"priority": 2, "general": 1},
    )
    assert await play.offered("a", "b") == ["p1", "g2"]
    await play.answered("p1", started=True)
    for name in ("p1", "g2"):
        await play.changed(name, 2, waiting=False)
    assert await by_class() == (
        {"extraordinary": 0, "priority": 0, "general": 1, "transfer": 0},
        {"priority": 2, "general": 1},
    )


async def test_the_year_that_ends_today_is_the_period_where_none_is_asked_for(office: Any) -> None:
    found = (await read(office, OFFICER, "/dashboard")).json()
    first, last = (date.fromisoformat(found[name]) for name in ("first_day", "last_day"))
    assert last - first == timedelta(days=365)
    assert (found["queues"], [each["waiting"] for each in found["waits"]]) == ([], [0])


async def test_an_officer_reads_the_own_district_and_no_other(play: Any, office: Any) -> None:
    await fill(play)
    found = (await read(office, ELSEWHERE, "/dashboard", district="1110")).json()
    assert (found["district"], [each["queue"]["district"] for each in found["queues"]]) == ("1116", ["1116"])
    for path in ("/region", "/region/file", "/region/dashboard", "/region/dashboard/file"):
        answer = await office.by(OFFICER).get(path)
        assert (answer.status_code, answer.json()["code"]) == (403, "permission_missing"), path


@pytest.mark.parametrize("path", ["/dashboard", "/dashboard/file"])
async def test_who_is_no_officer_has_no_dashboard(office: Any, path: str) -> None:
    for who in (an_actor(), BOSS):
        answer = await office.by(who).get(path)
        assert (answer.status_code, answer.json()["code"]) == (403, "permission_missing")


async def test_an_administrator_reads_any_district_or_all(play: Any, office: Any) -> None:
    await fill(play)
    of_district = (await read(office, BOSS, "/region/dashboard", district="1110", **PERIOD)).json()
    assert of_district["queues"] == (await read(office, OFFICER, "/dashboard", **PERIOD)).json()["queues"]
    of_all = (await read(office, BOSS, "/region/dashboard")).json()
    assert [each["queue"]["district"] for each in of_all["queues"]] == ["1110", "1116"]
    assert of_all["waits"][0]["waiting"] == 3


@pytest.mark.parametrize("path", ["/dashboard", "/dashboard/file"])
async def test_a_period_that_ends_before_it_begins_is_refused(office: Any, path: str) -> None:
    answer = await office.by(OFFICER).get(path, params={"from": "2026-02-01", "to": "2026-01-31"})
    assert (answer.status_code, answer.json()["code"]) == (422, "period_reversed")


@pytest.mark.parametrize("period", [{"from": "0001-01-01"}, {"to": "9999-12-31"}, {"to": "0001-01-01"}])
async def test_days_beyond_all_reach_are_no_accident(office: Any, period: dict[str, str]) -> None:
    await read(office, OFFICER, "/dashboard", **period)


async def test_a_district_that_is_none_is_refused(office: Any) -> None:
    answer = await office.by(BOSS).get("/region/dashboard?district=9999")
    assert (answer.status_code, answer.json()["code"]) == (422, "district_unknown")


def sheets(answer: Any) -> dict[str, list[tuple[Any, ...]]]:
    book = load_workbook(io.BytesIO(answer.content))
    assert all(sheet.freeze_panes == "A2" for sheet in book)
    return {sheet.title: [tuple(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


async def test_the_workbook_says_what_the_page_says(play: Any, office: Any) -> None:
    await fill(play)
    reader = an_actor(Grant(Role.OFFICER, district="1110"), language=Language.KK)
    found = (await read(office, reader, "/dashboard", **PERIOD)).json()
    answer = await read(office, reader, "/dashboard/file", **PERIOD)
    assert answer.headers["content-disposition"] == 'attachment; filename="kezek-1110-2026-11-01-2026-11-30.xlsx"'
    about, queues, waits = sheets(answer).values()
    assert list(sheets(answer)) == ["Мәлімет", "Кезектер", "Күту уақыты"]
    assert dict(about)["Аудан"] == "=Аудан"
    assert dict(about)["Кезеңнің бірінші күні"] == datetime(2026, 11, 1)  # noqa: DTZ001 - a day
    assert queues[0][3:7] == ("Күтеді", "Кезектен тыс", "Бірінші кезекте", "Жалпы негізде")
    assert queues[1:] == [("1110", "жалпы", 2023, 2, 0, 1, 1, 0, 1, 0, 0)]
    names = ("called", "average_days", "median_days", "waiting")
    assert [row[3:7] for row in waits[1:]] == [tuple(each[name] for name in names) for each in found["waits"]]
    assert waits[1][:3] == ("барлығы", "барлығы", "барлығы")


async def test_a_table_is_kept_as_csv(play: Any, office: Any) -> None:
    await fill(play)
    answer = await read(office, OFFICER, "/dashboard/file", format="csv", table="waits", **PERIOD)
    name = "kezek-1110-2026-11-01-2026-11-30-waits.csv"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    head, everybody, *_ = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert head[:4] == ["Вид группы", "Год группы", "Очерёдность", "Впервые вызвано за период"]
    assert everybody[:7] == ["все", "все", "все", "1", "10.0", "10.0", "2"]


async def test_the_region_is_told_with_its_rules(play: Any, office: Any) -> None:
    await fill(play)
    today = local_day(datetime.now().astimezone())
    async with play.database.write() as tx:
        await publish_shipped(tx)
        policy = replace(VOUCHER_PROFILE, id="1110-1")
        begins = today + timedelta(days=30)
        await publish(tx, PolicyPublished(district="1110", version=1, in_force_from=begins, policy=policy))
    found = (await read(office, BOSS, "/region")).json()
    first, other = found["districts"]
    assert first["policy"] == {
        "district": None,
        "version": 1,
        "profile": "referral",
        "in_force_from": "2020-01-01",
    }
    assert first["coming"] == {
        "district": "1110",
        "version": 1,
        "profile": "voucher",
        "in_force_from": begins.isoformat(),
    }
    assert (other["coming"], other["sums"]["waiting"], found["sums"]["waiting"]) == (None, 1, 3)
    assert [each["year"] for each in found["years"]] == [today.year, today.year + 1]
    assert [each["last"]["signed_by_name"] for each in found["years"]] == [None, None]
    assert (found["benefits"], found["benefits_last"]["version"]) == (9, 1)

    districts, rules = sheets(await read(office, BOSS, "/region/file")).values()
    assert districts[1][5:8] == (datetime(2020, 1, 1), datetime.combine(begins, datetime.min.time()), 2)  # noqa: DTZ001
    assert districts[-1][7] == 3
    assert [row[0] for row in rules[1:]] == [f"Календарь {year['year']} года" for year in found["years"]] + [
        "Перечень льгот"
    ]


async def test_of_a_year_that_is_not_known_nothing_is_said(play: Any) -> None:
    async with play.database.read() as tx:
        region = await read_region(tx)
    known = region.years[0]
    unknown = replace(known, year=2099, known=False, confirmed=False, last=None)
    _, rules = region_tables(replace(region, years=[known, unknown]), Language.RU)
    assert known.known
    assert rules.rows[0][4] in ("да", "нет")
    assert rules.rows[1][1:8] == [None] * 7


async def test_before_anything_is_published_the_shipped_rules_are_told(office: Any) -> None:
    found = (await read(office, BOSS, "/region")).json()
    assert [each["last"] for each in found["years"]] == [None, None]
    assert {each["policy"]["profile"] for each in found["districts"]} == {"referral"}


@pytest.mark.parametrize("text", ["=1+1", "+7", "-1", "@a", "\ta", "\ra"])
def test_no_text_becomes_a_formula(text: str) -> None:
    cell = load_workbook(io.BytesIO(as_xlsx([Table("a", ["b"], [[text]])]))).active["A2"]
    assert (cell.data_type, str(cell.value)[-1]) == ("s", text[-1])
    told = list(csv.reader(io.StringIO(as_csv(["b"], [[text], [-1]]), newline="")))
    assert told[1:] == [[f"'{text}"], ["-1"]]
