import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from openpyxl import load_workbook

from kezek.contracts.access import KindergartensRead, Why
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.platform.testing import deliver, published, worker_of
from kezek.platform.testing.events import deliver_erased
from kezek.platform.workdays import local_day

pytestmark = pytest.mark.servers


async def test_accepted_child_stands_on_the_roster(region: Any) -> None:
    await region.enrols(group_year=2022, kind=GroupKind.CORRECTIONAL)
    (child,) = await region.roster()
    assert (child["surname"], child["referral_number"], child["group_year"]) == ("Үлгіев", "1000000101", 2022)
    assert (child["kind"], child["ended_on"], child["reason"]) == ("correctional", None, None)


async def test_child_whose_card_comes_later_comes_on_the_roster_then(region: Any) -> None:
    family = region.family()
    await deliver(region.database, consumers, family.accepted(region.id))
    await region.works()
    assert await region.roster() == []
    await deliver(region.database, consumers, family.card())
    await region.works()
    assert len(await region.roster()) == 1


async def test_acceptance_told_twice_is_one_line(region: Any) -> None:
    family = region.family()
    event = family.accepted(region.id)
    await deliver(region.database, consumers, family.card(), event, event)
    await region.works()
    await deliver(region.database, consumers, event, version=9)
    await region.works()
    assert len(await region.roster()) == 1


async def test_a_child_whose_card_was_erased_is_named_nowhere(region: Any) -> None:
    family = region.family()
    enrolment_id = await region.enrols(family)
    await deliver_erased(region.database, consumers, ApplicationCard, str(family.application_id))
    assert await region.roster() == []
    answer = await region.api.by(region.worker).get(f"/kindergartens/{region.id}/roster/{enrolment_id}")
    assert (answer.status_code, answer.json()["code"]) == (404, "enrolment_not_found")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"name": "әли"}, ["Әли"]),
        ({"group_year": 2021}, ["Әли"]),
        ({"language": "ru"}, ["Бота"]),
        ({"kind": "correctional"}, ["Ғани"]),
        ({"referral_number": "0202"}, ["Бота"]),
        ({"application_number": "10.uo"}, ["Әли", "Бота", "Ғани"]),
        ({"born_from": "2022-03-01", "born_to": "2022-03-01", "sort": "group_year"}, ["Әли", "Ғани", "Бота"]),
        ({"born_to": "2022-02-28"}, []),
        ({"present": False}, []),
        ({"sort": "name", "descending": True}, ["Ғани", "Бота", "Әли"]),
        ({"sort": "language", "descending": True}, ["Бота", "Әли", "Ғани"]),
        ({"offset": 1, "limit": 1}, ["Бота"]),
    ],
)
async def test_the_roster_is_filtered_and_sorted_by_every_column(region: Any, asked: Any, found: list[str]) -> None:
    await region.enrols(given_name="Ғани", group_year=2022, kind=GroupKind.CORRECTIONAL)
    await region.enrols(given_name="Әли", group_year=2021)
    await region.enrols(given_name="Бота", group_year=2023, language=InstructionLanguage.RUSSIAN, number="1000000202")
    assert [each["given_name"] for each in await region.roster(**asked)] == found


async def test_days_of_acceptance_are_those_of_kazakhstan(region: Any) -> None:
    await region.enrols()
    today = local_day(region.database.clock.now())
    for day, number in ((today, 1), (today - timedelta(days=1), 0), (today + timedelta(days=1), 0)):
        assert len(await region.roster(accepted_from=f"{day}", accepted_to=f"{day}")) == number


async def file(region: Any, **asked: Any) -> Any:
    answer = await region.api.by(region.worker).get(f"/kindergartens/{region.id}/roster/file", params=asked)
    assert answer.status_code == 200, answer.text
    return answer


async def test_the_roster_is_kept_as_a_workbook_in_the_readers_language(region: Any) -> None:
    await region.enrols(given_name="Ғани")
    await region.enrols(given_name="Әли", language=InstructionLanguage.RUSSIAN)
    book = load_workbook(io.BytesIO((await file(region, limit=1)).content))
    assert book.sheetnames == ["Сведения", "Список детей"]
    heads, *rows = book["Список детей"].iter_rows(values_only=True)
    assert heads[1:3] == ("ИИН ребёнка", "ФИО ребёнка")
    assert [(row[0], row[2], row[7], row[8]) for row in rows] == [
        (1, "Үлгіев Әли", "русский", "общая"),
        (2, "Үлгіев Ғани", "казахский", "общая"),
    ]


async def test_a_name_in_the_csv_is_never_a_formula_and_the_filters_hold(region: Any) -> None:
    family = region.family()
    await region.enrols(family, given_name="Ғани", group_year=2023)
    other = region.family()
    person = other.card().child.__class__(iin=other.iin, surname="=1+1", given_name="Әли")
    await deliver(region.database, consumers, other.card(child=person), other.accepted(region.id))
    await region.works()
    answer = await file(region, format="csv", group_year=2022)
    heads, row = csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))
    assert (heads[2], row[2]) == ("ФИО ребёнка", "'=1+1 Әли")
    assert answer.headers["content-disposition"].endswith('.csv"')


async def test_everybody_on_the_roster_can_see_that_it_was_read(region: Any) -> None:
    families = [region.family() for _ in range(2)]
    for family in families:
        await deliver(region.database, consumers, family.card(), family.accepted(region.id))
        await region.works()
    await region.roster()
    await file(region, format="csv")
    page, kept = [each.event for each in await published(region.database) if isinstance(each.event, KindergartensRead)]
    for read in (page, kept):
        assert (read.what, read.why, str(read.kindergarten_id)) == ("roster:read", Why.LIST, region.id)
        assert {(each.person_id, each.application_id) for each in read.subjects} == {
            (family.applicant_id, family.application_id) for family in families
        }


async def test_an_empty_roster_leaves_nothing(region: Any) -> None:
    assert await region.roster() == []
    assert not [each for each in await published(region.database) if isinstance(each.event, KindergartensRead)]


async def test_roster_is_shown_to_its_workers_only(region: Any) -> None:
    enrolment_id = await region.enrols()
    path = f"/kindergartens/{region.id}/roster"
    for each in (path, f"{path}/file", f"{path}/{enrolment_id}"):
        assert (await region.api.by(worker_of(new_id())).get(each)).status_code == 404
        assert (await region.api.by(region.administrator).get(each)).status_code == 403
    search = f"{path}/search"
    assert (await region.api.by(worker_of(new_id())).post(search, json={})).status_code == 404
    assert (await region.api.by(region.administrator).post(search, json={})).status_code == 403


async def test_no_part_of_a_name_stands_in_an_address(region: Any) -> None:
    await region.enrols()
    client, path = region.api.by(region.worker), f"/kindergartens/{region.id}/roster"
    assert (await client.get(path, params={"present": True})).json() == (
        await client.post(f"{path}/search", json={})
    ).json()
    # what is not offered filters nothing
    assert (await client.get(path, params={"name": "Әли"})).json()["total"] == 1
