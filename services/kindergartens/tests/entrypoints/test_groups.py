"""Groups: norm, who is there, who is on the way, what is published; more than is free is refused with the numbers."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.access import KindergartensRead, Subject
from kezek.contracts.ids import new_id
from kezek.contracts.referrals import PlaceChanged
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, PlaceStatus
from kezek.kindergartens.domain.capacity import Capacity, check_room
from kezek.kindergartens.domain.roster import Group
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.platform.errors import RuleBrokenError
from kezek.platform.testing import an_actor, deliver, published, worker_of
from kezek.platform.workdays import local_day

GROUP = Group(2022, InstructionLanguage.KAZAKH, GroupKind.GENERAL)


def year(region: Any) -> int:
    return int(region.vacancy()["group_year"])


async def stated(region: Any, norm: int | None, earlier: int = 0, **changed: Any) -> Any:
    body = {
        "group_year": year(region),
        "language": "kk",
        "kind": "general",
        "norm": norm,
        "earlier": earlier,
        **changed,
    }
    return await region.api.perform(region.worker, f"/kindergartens/{region.id}/groups/acts", body)


async def groups(region: Any) -> list[dict[str, Any]]:
    answer = await region.api.by(region.worker).get(f"/kindergartens/{region.id}/groups")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def numbers(region: Any) -> tuple[Any, ...]:
    (group,) = await groups(region)
    return tuple(group[name] for name in ("norm", "earlier", "enrolled", "on_the_way", "published", "free"))


def place(region: Any, vacancy: str, status: PlaceStatus, place_id: UUID | None = None) -> PlaceChanged:
    return PlaceChanged(
        place_id=place_id or new_id(),
        vacancy_id=UUID(vacancy),
        kindergarten_id=UUID(region.id),
        queue=QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=year(region)),
        language=InstructionLanguage.KAZAKH,
        status=status,
    )


@pytest.mark.parametrize(("norm", "places", "free"), [(None, 99, None), (10, 1, 1), (10, 2, 1), (8, 1, -1)])
def test_what_is_free_is_the_norm_without_all_who_count(norm: int | None, places: int, free: int | None) -> None:
    capacity = Capacity(GROUP, norm, earlier=2, enrolled=3, on_the_way=1, published=3)
    assert capacity.free == free
    if free is None or places <= free:
        check_room(capacity, places)
        return
    with pytest.raises(RuleBrokenError) as refused:
        check_room(capacity, places)
    params = {"places": places, "free": free, "norm": norm, "earlier": 2, "enrolled": 3, "on_the_way": 1}
    assert (refused.value.code, refused.value.params) == ("more_places_than_free", {**params, "published": 3})


@pytest.mark.servers
async def test_without_a_norm_nothing_is_refused(region: Any) -> None:
    assert await groups(region) == []
    await region.publishes(places=40)
    assert await numbers(region) == (None, 0, 0, 0, 40, None)


@pytest.mark.servers
async def test_a_child_is_counted_once_on_its_way_from_a_place_to_the_roster(region: Any) -> None:
    assert (await stated(region, 10, earlier=4)).status_code == 200
    vacancy, place_id = await region.publishes(places=2), new_id()
    assert await numbers(region) == (10, 4, 0, 0, 2, 4)
    await deliver(region.database, consumers, place(region, vacancy, PlaceStatus.HELD, place_id), version=2)
    assert await numbers(region) == (10, 4, 0, 0, 2, 4)
    await deliver(region.database, consumers, place(region, vacancy, PlaceStatus.TAKEN, place_id), version=3)
    assert await numbers(region) == (10, 4, 0, 1, 1, 4)
    await region.enrols()
    for _ in range(2):  # told twice, and an older state once more
        await deliver(region.database, consumers, place(region, vacancy, PlaceStatus.HELD, place_id), version=2)
    assert await numbers(region) == (10, 4, 1, 0, 1, 4)
    await deliver(region.database, consumers, place(region, vacancy, PlaceStatus.ANNULLED), version=2)
    assert await numbers(region) == (10, 4, 1, 0, 0, 5)


@pytest.mark.servers
async def test_an_acceptance_heard_before_its_place_was_taken_counts_once_too(region: Any) -> None:
    await stated(region, 10)
    vacancy = await region.publishes(places=1)
    await region.enrols()
    assert await numbers(region) == (10, 0, 1, 0, 0, 9)
    await deliver(region.database, consumers, place(region, vacancy, PlaceStatus.TAKEN), version=2)
    assert await numbers(region) == (10, 0, 1, 0, 0, 9)


@pytest.mark.servers
async def test_more_than_is_free_is_refused_with_all_the_numbers_before_and_at_the_signature(region: Any) -> None:
    await stated(region, 5, earlier=2)
    path = f"/kindergartens/{region.id}/vacancies/acts"
    first, second = [
        (await region.api.by(region.worker).post(path, json=region.vacancy(places=2))).json() for _ in range(2)
    ]
    answers = await asyncio.gather(*(region.api.sign(region.worker, act) for act in (first, second)))
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    (refused,) = [answer.json() for answer in answers if answer.status_code == 409]
    said = {"places": 2, "free": 1, "norm": 5, "earlier": 2, "enrolled": 0, "on_the_way": 0, "published": 2}
    assert (refused["code"], refused["params"]) == ("more_places_than_free", said)
    early = await region.api.by(region.worker).post(path, json=region.vacancy(places=2))
    assert (early.status_code, early.json()["params"]) == (409, said)
    # another group has a norm of its own, or none
    await region.publishes(places=9, language="ru")


@pytest.mark.servers
async def test_a_statement_is_kept_with_who_signed_it_and_outdated_by_a_later_one(region: Any) -> None:
    body = {"group_year": year(region), "language": "kk", "kind": "general", "norm": 20, "earlier": 1}
    path = f"/kindergartens/{region.id}/groups"
    before = (await region.api.by(region.worker).post(f"{path}/acts", json=body)).json()
    await stated(region, 15)
    await stated(region, None)
    outdated = await region.api.sign(region.worker, before)
    assert outdated.json()["code"] == "act_outdated"
    history = (await region.api.by(region.worker).get(f"{path}/history")).json()["items"]
    assert [(each["norm"], each["by_name"]) for each in history] == [(None, "СЫНАҚОВА ҮЛГІ"), (15, "СЫНАҚОВА ҮЛГІ")]
    colleague = an_actor(*region.worker.grants, iin=region.worker.iin)
    await region.api.by(colleague).get(f"{path}/history")
    (read,) = [each.event for each in await published(region.database) if isinstance(each.event, KindergartensRead)]
    assert (read.what, read.subjects) == ("groups:read-history", (Subject(person_id=region.worker.person_id),))


@pytest.mark.servers
async def test_only_own_workers_and_only_groups_of_children(region: Any) -> None:
    other = worker_of(new_id())
    for answer in (
        await region.api.by(other).get(f"/kindergartens/{region.id}/groups"),
        await region.api.by(other).get(f"/kindergartens/{region.id}/groups/history"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (404, "kindergarten_not_found")
    old = await stated(region, 10, group_year=year(region) - 20)
    assert (old.status_code, old.json()["code"]) == (409, "group_year_not_offered")


@pytest.mark.servers
async def test_a_place_that_a_child_left_is_not_published_above_the_norm(region: Any) -> None:
    vacancy = await region.publishes(places=1)
    await deliver(region.database, consumers, place(region, vacancy, PlaceStatus.TAKEN))
    enrolment = await region.enrols()
    await stated(region, 0)
    today = local_day(region.database.clock.now()).isoformat()
    path = f"/kindergartens/{region.id}/roster/{enrolment}/departure/acts"
    answer = await region.api.perform(region.worker, path, {"left_on": today, "reason": "moved_away"})
    result = answer.json()["result"]
    assert (result["may_publish"], result["not_offered"]) == (False, "more_places_than_free"), answer.text
