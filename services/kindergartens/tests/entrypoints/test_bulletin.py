from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.contracts.ids import new_id
from kezek.contracts.referrals import PlaceChanged
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, PlaceStatus
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.kindergartens.main_api import build_app
from kezek.kindergartens.settings import KindergartensSettings
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.testing import an_actor, an_iin, deliver

pytestmark = pytest.mark.servers

OFFERED, HELD, OPEN = PlaceStatus.OFFERED, PlaceStatus.HELD, PlaceStatus.OPEN
TAKEN, ANNULLED = PlaceStatus.TAKEN, PlaceStatus.ANNULLED


async def bulletin(region: Any, **asked: Any) -> Any:
    answer = await region.api.by().get("/vacancies", params={"district": "1110", **asked})
    assert answer.status_code == 200, answer.text
    return answer.json()


async def publishes(region: Any, statuses: Sequence[PlaceStatus], **changed: Any) -> None:
    """Free places, and what became of each."""
    vacancy_id = await region.publishes(places=len(statuses), **changed)
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


async def another(region: Any, name: str, **changed: Any) -> Any:
    """A second kindergarten with a worker of its own."""
    iin = an_iin()
    body = {
        "district": "1110",
        "name": {"kk": name, "ru": name, "en": name},
        "address": {"kk": "Самал, 1", "ru": "Самал, 1", "en": "1 Samal"},
        "phone": "77999000008",
        "ownership": "private",
        "workers": [iin],
        **changed,
    }
    made = (await region.api.by(region.administrator).post("/kindergartens", json=body)).json()
    worker: Actor = an_actor(Grant(Role.WORKER, kindergarten_id=UUID(made["id"])), iin=iin)
    return type(region)(region.api, region.database, region.administrator, worker, made)


def shown(answer: Any) -> list[tuple[Any, ...]]:
    return [(each["kindergarten"]["name"]["en"], each["language"], each["free"]) for each in answer["items"]]


async def test_anybody_sees_what_is_free_and_how_much_of_it_is_in_free_choice(region: Any) -> None:
    await publishes(region, [OFFERED, HELD, OPEN, TAKEN, ANNULLED])
    await publishes(region, [OPEN, TAKEN])
    await publishes(region, [HELD], language="ru")
    await publishes(region, [TAKEN], kind="correctional")
    answer = await bulletin(region)
    assert shown(answer) == [("Baiterek kindergarten", "kk", 4), ("Baiterek kindergarten", "ru", 1)]
    kazakh, russian = answer["items"]
    assert kazakh["kindergarten"] == region.kindergarten
    assert (kazakh["in_free_choice"], kazakh["state"], kazakh["state_name"]["ru"]) == (
        2,
        "free_choice",
        "В свободном выборе",
    )
    assert (russian["in_free_choice"], russian["state"], russian["kind"]) == (0, "waiting", "general")
    assert (answer["total"], answer["as_of"] >= "2026") == (2, True)


async def test_places_of_which_nothing_was_heard_of_a_closed_kindergarten_and_of_old_years_are_not_shown(
    region: Any,
) -> None:
    await region.publishes()
    closed, old = await another(region, "Closed"), await another(region, "Old")
    await publishes(closed, [OPEN])
    await publishes(old, [OPEN])
    async with region.database.write() as tx:
        await tx.execute(sa.text("update kindergarten set closed = true where id = :id").bindparams(id=UUID(closed.id)))
        await tx.execute(
            sa.text("update vacancy set group_year = 2015 where kindergarten_id = :id").bindparams(id=UUID(old.id))
        )
    assert (await bulletin(region))["items"] == []


async def test_they_are_filtered_sorted_and_paged(region: Any) -> None:
    iris, aigul = await another(region, "Іңкәр"), await another(region, "Ақбота", ownership="state")
    year = region.vacancy()["group_year"]
    await publishes(region, [OPEN, OPEN])
    await publishes(iris, [OPEN], group_year=year - 1)
    await publishes(aigul, [OPEN, OPEN, HELD], language="ru", kind="correctional")
    names = [each[0] for each in shown(await bulletin(region))]
    assert names == ["Ақбота", "Baiterek kindergarten", "Іңкәр"], "«Бәйтерек» stands between them in Kazakh"
    assert [each[0] for each in shown(await bulletin(region, sort="free", descending=True))] == [
        "Ақбота",
        "Baiterek kindergarten",
        "Іңкәр",
    ]
    assert [each[0] for each in shown(await bulletin(region, sorted_in="en", descending=True))][-1] == (
        "Baiterek kindergarten"
    )
    for asked, found in (
        ({"language": "ru"}, "Ақбота"),
        ({"kind": "correctional"}, "Ақбота"),
        ({"group_year": year - 1}, "Іңкәр"),
        ({"ownership": "private"}, "Іңкәр"),
        ({"kindergarten_id": aigul.id}, "Ақбота"),
    ):
        assert [each[0] for each in shown(await bulletin(region, **asked))] == [found], asked
    second = await bulletin(region, offset=1, limit=1)
    assert ([each[0] for each in shown(second)], second["total"]) == (["Baiterek kindergarten"], 3)
    beyond = await bulletin(region, offset=7)
    assert (beyond["items"], beyond["total"]) == ([], 3)
    assert (await bulletin(region, district="1132"))["total"] == 0


async def test_names_are_sorted_as_people_do(region: Any) -> None:
    for name in ("№ 14 балабақша", "«Іңкәр»", "Ыдырыс", "№ 5 балабақша", "Ишим"):
        await publishes(await another(region, name), [OPEN])
    assert [each[0] for each in shown(await bulletin(region))] == [
        "Ишим",
        "Ыдырыс",
        "«Іңкәр»",
        "№ 5 балабақша",
        "№ 14 балабақша",
    ]


@pytest.mark.parametrize("wrong", [{"district": "111"}, {"limit": 201}, {"offset": -1}, {"sort": "phone"}])
async def test_what_cannot_be_asked_for_is_refused(region: Any, wrong: dict[str, Any]) -> None:
    answer = await region.api.by().get("/vacancies", params={"district": "1110", **wrong})
    assert (answer.status_code, answer.json()["code"]) == (422, "request_invalid")


async def test_a_crowd_is_answered_what_was_found_a_moment_ago(region: Any, make_settings: Any, api: Any) -> None:
    settings = await make_settings("kindergartens", KindergartensSettings, public_answers_kept_s=60)
    public = (await api(build_app(settings))).by()
    first = await public.get("/vacancies?district=1110")
    await publishes(region, [OPEN])
    again, other = [await public.get(f"/vacancies?district={each}") for each in ("1110", "1110&language=kk")]
    assert first.headers["cache-control"] == "public, max-age=5"
    assert (again.json(), other.json()["total"]) == (first.json(), 1)
