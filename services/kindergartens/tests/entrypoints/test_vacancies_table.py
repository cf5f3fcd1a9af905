"""The list of what was published, a row for each vacancy with every column of domain §6.1."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.contracts.access import KindergartensRead
from kezek.contracts.ids import new_id
from kezek.contracts.referrals import PlaceChanged
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language, PlaceStatus
from kezek.kindergartens.entrypoints import file_about
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.kindergartens.main_worker import tidy
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.testing import administrator, an_actor, an_iin, deliver, officer_of, published

pytestmark = pytest.mark.servers
NAME = "СЫНАҚОВА ҮЛГІ"  # of every certificate of these tests


async def table(region: Any, actor: Actor | None = None, **asked: Any) -> Any:
    answer = await region.api.by(actor or region.worker).get("/me/vacancies", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def second(region: Any) -> Any:
    """Another kindergarten of the same worker, which works in it in this session."""
    body = {
        "district": "1110",
        "name": {"kk": "«Ақбота»", "ru": "«Яблонька»", "en": "Akbota"},
        "address": {"kk": "Самал, 1", "ru": "Самал, 1", "en": "1 Samal"},
        "phone": "77999000008",
        "ownership": "private",
        "workers": [region.worker.iin],
    }
    made = (await region.api.by(region.administrator).post("/kindergartens", json=body)).json()
    actor = replace(region.worker, grants=(Grant(Role.WORKER, kindergarten_id=UUID(made["id"])),))
    return type(region)(region.api, region.database, region.administrator, actor, made)


async def colleague(region: Any) -> Actor:
    iin = an_iin()
    client, path = region.api.by(region.administrator), f"/kindergartens/{region.id}/workers"
    assert (await client.put(path, json={"iin": iin})).status_code == 204
    return an_actor(Grant(Role.WORKER, kindergarten_id=UUID(region.id)), iin=iin)


async def becomes(region: Any, vacancy_id: str, *statuses: PlaceStatus) -> None:
    """What referrals tells of a vacancy's places."""
    places = [
        PlaceChanged(
            place_id=new_id(),
            vacancy_id=UUID(vacancy_id),
            kindergarten_id=UUID(region.id),
            queue=QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2022),
            language=InstructionLanguage.KAZAKH,
            status=status,
        )
        for status in statuses
    ]
    await deliver(region.database, consumers, *places)


def values(found: Any, column: str) -> list[Any]:
    return [each[column] for each in found["items"]]


async def test_all_own_kindergartens_stand_in_one_table_whichever_is_chosen(region: Any) -> None:
    other = await second(region)
    await region.publishes()
    await other.publishes(language="ru", kind="correctional", places=3)
    for worker in (region.worker, other.worker):
        newest, oldest = (await table(region, worker))["items"]
        assert (newest["kindergarten_name"]["ru"], newest["ownership"], newest["kind"]) == (
            "«Яблонька»",
            "private",
            "correctional",
        )
        assert (newest["language"], newest["total"], newest["free"], newest["state"]) == ("ru", 3, 3, "waiting")
        assert (oldest["kindergarten_id"], oldest["district"], oldest["confirmed_by_name"]) == (
            region.id,
            "1110",
            NAME,
        )


async def test_where_no_place_is_left_that_is_said(region: Any) -> None:
    vacancy_id = await region.publishes(places=2)
    await becomes(region, vacancy_id, PlaceStatus.TAKEN, PlaceStatus.OPEN)
    (some,) = (await table(region))["items"]
    await becomes(region, vacancy_id, PlaceStatus.ANNULLED)
    (none,) = (await table(region))["items"]
    assert [(each["free"], each["state"]) for each in (some, none)] == [(1, "free_choice"), (0, "none_left")]
    assert none["state_name"] == {"kk": "Бос орын қалмады", "ru": "Мест не осталось", "en": "No places left"}


@pytest.fixture
async def three(region: Any) -> tuple[Any, list[str]]:
    """Three vacancies that differ in every column."""
    other, year = await second(region), region.vacancy()["group_year"]
    first = await region.publishes(places=5)
    middle = await region.publishes(places=2, language="ru", group_year=year - 1)
    last = await other.publishes(places=9, language="en", group_year=year + 1, kind="correctional")
    await becomes(region, first, PlaceStatus.OPEN, PlaceStatus.TAKEN)
    await becomes(region, middle, PlaceStatus.TAKEN, PlaceStatus.TAKEN)
    async with region.database.write() as tx:
        for day, vacancy_id in enumerate((first, middle, last), start=1):
            when = datetime(2026, 11, day, 19, 30, tzinfo=UTC)  # half past midnight of the next day in Kazakhstan
            await tx.execute(
                sa.text("update vacancy set confirmed_at = :at, confirmed_by_name = :name where id = :id").bindparams(
                    at=when, name=("Іңкәр", "Ақбота", "Жанар")[day - 1], id=UUID(vacancy_id)
                )
            )
    return region, [first, middle, last]


@pytest.mark.parametrize(
    ("column", "order"),
    [
        ("group_year", [1, 0, 2]),
        ("language", [2, 0, 1]),
        ("total", [1, 0, 2]),
        ("free", [1, 0, 2]),
        ("confirmed_by", [1, 2, 0]),
        ("confirmed_at", [0, 1, 2]),
        ("state", [0, 1, 2]),
    ],
)
async def test_it_is_sorted_by_every_column(three: tuple[Any, list[str]], column: str, order: list[int]) -> None:
    region, ids = three
    kazakh = replace(region.worker, language=Language.KK)
    up, down = [values(await table(region, kazakh, sort=column, descending=each), "id") for each in (False, True)]
    assert [up, down[::-1]] == [[ids[each] for each in order]] * 2


@pytest.mark.parametrize("column", ["kindergarten", "ownership", "kind"])
async def test_what_is_alike_in_a_column_stands_newest_first(three: tuple[Any, list[str]], column: str) -> None:
    region, ids = three
    kazakh = replace(region.worker, language=Language.KK)
    up, down = [values(await table(region, kazakh, sort=column, descending=each), "id") for each in (False, True)]
    assert [up, down] == [[ids[2], ids[1], ids[0]], [ids[1], ids[0], ids[2]]]


async def test_every_column_filters(three: tuple[Any, list[str]]) -> None:
    region, (first, middle, last) = three
    year = region.vacancy()["group_year"]
    for asked, found in (
        ({"kindergarten_id": region.id}, {first, middle}),
        ({"ownership": "private"}, {last}),
        ({"district": "1116"}, set()),
        ({"group_year": year - 1}, {middle}),
        ({"language": "en"}, {last}),
        ({"kind": "general"}, {first, middle}),
        ({"total": 5}, {first}),
        ({"free": 0}, {middle}),
        ({"free": 9, "state": "waiting"}, {last}),
        ({"state": "free_choice"}, {first}),
        ({"state": "none_left"}, {middle}),
        ({"confirmed_by": str(region.worker.person_id)}, {first, middle, last}),
        ({"confirmed_by": str(new_id())}, set()),
        ({"confirmed_from": "2026-11-03"}, {middle, last}),
        ({"confirmed_to": "2026-11-03"}, {first, middle}),
        ({"confirmed_from": "2026-11-03", "confirmed_to": "2026-11-03"}, {middle}),
    ):
        answer = await table(region, **asked)
        assert (set(values(answer, "id")), answer["total"]) == (found, len(found)), asked


async def test_pages_tell_how_many_there_are(three: tuple[Any, list[str]]) -> None:
    region, ids = three
    page = await table(region, offset=1, limit=1)
    assert (values(page, "id"), page["total"]) == ([ids[1]], 3)


async def test_an_administrator_sees_the_whole_region_and_nobody_else_does(region: Any) -> None:
    await region.publishes()
    shown = await region.api.by(region.administrator).get("/vacancies/published", params={"district": "1110"})
    assert values(shown.json(), "confirmed_by_name") == [NAME]
    assert values(shown.json(), "by_policy") == [False]
    refused = await region.api.by(region.worker).get("/vacancies/published")
    assert (refused.status_code, refused.json()["code"]) == (403, "permission_missing")


async def readings(region: Any) -> list[KindergartensRead]:
    return [each.event for each in await published(region.database) if isinstance(each.event, KindergartensRead)]


async def test_who_published_is_told_to_colleagues_and_each_look_is_logged(region: Any) -> None:
    await region.publishes()
    await table(region)
    assert await readings(region) == [], "the own name is no news"
    other = await colleague(region)
    found = await table(region, other)
    person = region.worker.person_id
    assert found["publishers"] == [{"person_id": str(person), "name": NAME}]
    (seen,) = await readings(region)
    assert (seen.reader_id, seen.role, str(seen.kindergarten_id)) == (other.person_id, "worker", region.id)
    assert (seen.what, seen.why, [each.person_id for each in seen.subjects]) == ("vacancies:read", "list", [person])
    await region.api.by(boss := administrator()).get("/vacancies/published")
    assert [(each.reader_id, each.what) for each in await readings(region)][1:] == [
        (boss.person_id, "vacancies:read-all")
    ]


async def test_who_published_before_names_were_kept_is_named_by_their_signature(region: Any) -> None:
    for _ in range(2):
        await region.publishes()
    async with region.database.write() as tx:
        await tx.execute(sa.text("update vacancy set confirmed_by_name = null"))
    assert values(await table(region), "confirmed_by_name") == [None, None]
    await tidy(region.api.app.state.settings, region.database, region.database.clock)
    assert values(await table(region), "confirmed_by_name") == [NAME, NAME]


async def test_an_officer_sees_the_own_district_with_what_was_annulled(region: Any) -> None:
    vacancy = await region.publishes(places=3)
    await becomes(region, vacancy, PlaceStatus.ANNULLED, PlaceStatus.TAKEN, PlaceStatus.OFFERED)
    officer, stranger = officer_of("1110"), officer_of("1116")
    (seen,) = (await region.api.by(officer).get("/district/vacancies")).json()["items"]
    assert (seen["id"], seen["total"], seen["free"], seen["annulled"], seen["state"]) == (vacancy, 3, 1, 1, "waiting")
    elsewhere = await region.api.by(stranger).get("/district/vacancies", params={"district": "1110"})
    assert elsewhere.json() == {"items": [], "total": 0, "publishers": []}
    assert (await region.api.by(region.worker).get("/district/vacancies")).status_code == 403
    reads = [each.event for each in await published(region.database) if isinstance(each.event, KindergartensRead)]
    assert [(each.what, each.district) for each in reads] == [("vacancies:read-district", "1110")]


async def test_officers_and_administrators_filter_by_who_has_published(region: Any) -> None:
    await region.publishes()
    other = await colleague(region)
    path = f"/kindergartens/{region.id}/vacancies/acts"
    await region.api.perform(other, path, region.vacancy(places=7))
    both = {str(region.worker.person_id), str(other.person_id)}
    for actor, where, asked in (
        (officer_of("1110"), "/district/vacancies", {}),
        (region.administrator, "/vacancies/published", {"district": "1110"}),
        (region.administrator, "/vacancies/published", {"kindergarten_id": region.id}),
    ):
        client = region.api.by(actor)
        found = (await client.get(where, params={**asked, "confirmed_by": str(other.person_id)})).json()
        assert ({each["person_id"] for each in found["publishers"]}, values(found, "total")) == (both, [7])
        (*_, read) = await readings(region)
        assert {str(each.person_id) for each in read.subjects} == both
    of_all = (await region.api.by(region.administrator).get("/vacancies/published")).json()
    assert (of_all["publishers"], of_all["total"]) == ([], 2)
    assert (await region.api.by(officer_of("1116")).get("/district/vacancies")).json()["publishers"] == []


async def test_a_file_has_all_that_the_filters_let_through(three: tuple[Any, list[str]]) -> None:
    region, _ = three
    async with region.database.write() as tx:
        await tx.execute(sa.text("update kindergarten set name = jsonb_set(name, '{kk}', '\"=1+1\"')"))
    kazakh, year = replace(region.worker, language=Language.KK), region.vacancy()["group_year"]
    path, asked = "/me/vacancies/file", {"kind": "general", "sort": "total", "descending": False}
    answer = await region.api.by(kazakh).get(path, params={**asked, "limit": 1, "offset": 1})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith('attachment; filename="kezek-vacancies-')
    assert answer.content.startswith(b"\xef\xbb\xbf")
    heads, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert heads[:4] == ["№", "Балабақша", "Балабақшаның түрі", "Топтың жылы"]
    assert [row[:10] for row in rows] == [
        ["1", "'=1+1", "МББ", str(year - 1), "орыс", "жалпы", "2", "0", "0", "Бос орын қалмады"],
        ["2", "'=1+1", "МББ", str(year), "қазақ", "жалпы", "5", "4", "0", "Еркін таңдауда"],
    ]
    assert [row[10] for row in rows] == ["Ақбота", "Іңкәр"]
    book = await region.api.by(kazakh).get(path, params={**asked, "format": "xlsx"})
    assert book.content.startswith(b"PK")


async def test_files_stand_in_the_reading_log_and_are_each_readers_own(region: Any) -> None:
    await region.publishes()
    for actor, path in (
        (officer_of("1110"), "/district/vacancies/file"),
        (region.administrator, "/vacancies/published/file"),
        (await colleague(region), "/me/vacancies/file"),
    ):
        assert NAME in (await region.api.by(actor).get(path)).text
        assert (await readings(region))[-1].reader_id == actor.person_id
    assert NAME not in (await region.api.by(officer_of("1116")).get("/district/vacancies/file")).text
    assert (await region.api.by(region.worker).get("/vacancies/published/file")).status_code == 403


async def test_a_file_that_would_not_be_whole_is_refused_with_the_numbers(
    region: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_about, "MOST_ROWS", 1)
    for places in (1, 2):
        await region.publishes(places=places)
    client = region.api.by(region.worker)
    refused = await client.get("/me/vacancies/file")
    assert (refused.status_code, refused.json()["code"]) == (422, "too_many_rows")
    assert refused.json()["params"] == {"found": 2, "most": 1}
    assert (await client.get("/me/vacancies/file", params={"total": 2})).status_code == 200
    for _ in range(2):
        await region.enrols()
    roster = await client.get(f"/kindergartens/{region.id}/roster/file")
    assert (roster.status_code, roster.json()["code"]) == (422, "too_many_rows")


async def test_a_vacancy_of_which_all_is_annulled_or_taken_has_none_left(region: Any) -> None:
    vacancy = await region.publishes(places=2)
    await becomes(region, vacancy, PlaceStatus.ANNULLED, PlaceStatus.ANNULLED)
    (seen,) = (await table(region))["items"]
    assert (seen["free"], seen["annulled"], seen["state"]) == (0, 2, "none_left")
