import base64
import json
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import VacancyConfirmed
from kezek.contracts.referrals import PlaceChanged
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, PlaceStatus
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.platform.testing import an_iin, deliver, published, worker_of

pytestmark = pytest.mark.servers


async def standings(region: Any, query: str = "") -> list[dict[str, Any]]:
    answer = await region.api.by(region.worker).get(f"/me/vacancies{query}")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


def place(region: Any, vacancy_id: str, status: PlaceStatus, place_id: UUID | None = None) -> PlaceChanged:
    return PlaceChanged(
        place_id=place_id or new_id(),
        vacancy_id=UUID(vacancy_id),
        kindergarten_id=UUID(region.id),
        queue=QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2022),
        language=InstructionLanguage.KAZAKH,
        status=status,
    )


async def test_signed_vacancy_is_stored_and_published(region: Any) -> None:
    vacancy_id = await region.publishes()
    await region.publishes(language="ru", places=5)
    told = [each for each in await published(region.database) if isinstance(each.event, VacancyConfirmed)]
    assert [each.version for each in told] == [1, 2]
    assert (str(told[0].event.vacancy_id), told[0].event.places, told[1].event.places) == (vacancy_id, 2, 5)
    newest, oldest = await standings(region)
    assert (newest["total"], oldest["total"], oldest["free"]) == (5, 2, 2)
    assert oldest["state_name"] == {"kk": "Күтуде", "ru": "Ожидает", "en": "Waiting"}
    assert [each["language"] for each in await standings(region, "?language=ru")] == ["ru"]


async def test_statement_speaks_the_language_of_the_worker(region: Any) -> None:
    path = f"/kindergartens/{region.id}/vacancies/acts"
    answer = (await region.api.by(region.worker).post(path, json=region.vacancy())).json()
    statement = json.loads(base64.b64decode(answer["document_base64"]))["statement"]
    assert statement[0] == "Подтверждаю и публикую свободные места."
    assert "подтверждённые данные изменить нельзя" in statement[-1]


async def test_free_choice_shows_once_a_place_was_opened(region: Any) -> None:
    vacancy_id, place_id = await region.publishes(), new_id()
    opened = place(region, vacancy_id, PlaceStatus.OPEN, place_id)
    taken = place(region, vacancy_id, PlaceStatus.TAKEN, place_id)
    await deliver(region.database, consumers, opened, taken, version=3)
    (found,) = await standings(region)
    assert (found["free"], found["state"], found["state_name"]["kk"]) == (1, "free_choice", "Еркін таңдауда")


async def test_late_older_state_of_a_place_turns_nothing_back(region: Any) -> None:
    vacancy_id, place_id = await region.publishes(), new_id()
    await deliver(region.database, consumers, place(region, vacancy_id, PlaceStatus.TAKEN, place_id), version=5)
    await deliver(region.database, consumers, place(region, vacancy_id, PlaceStatus.HELD, place_id), version=2)
    (found,) = await standings(region)
    assert found["free"] == 1


async def test_worker_of_another_kindergarten_finds_nothing(region: Any) -> None:
    stranger = worker_of(new_id())
    path = f"/kindergartens/{region.id}/vacancies"
    prepared = await region.api.by(stranger).post(f"{path}/acts", json=region.vacancy())
    assert (prepared.status_code, prepared.json()["code"]) == (404, "kindergarten_not_found")
    await region.publishes()
    found = await region.api.by(stranger).get("/me/vacancies", params={"kindergarten_id": region.id})
    assert found.json() == {"items": [], "total": 0, "publishers": []}


async def test_one_publishes_for_all_own_kindergartens_whichever_is_chosen_for_the_session(region: Any) -> None:
    elsewhere = replace(region.worker, grants=worker_of(new_id()).grants)
    path = f"/kindergartens/{region.id}"
    done = await region.api.perform(elsewhere, f"{path}/vacancies/acts", region.vacancy())
    assert done.status_code == 200, done.text
    (found,) = await standings(region)
    assert (found["kindergarten_id"], found["confirmed_by"]) == (region.id, str(region.worker.person_id))
    (group,) = (await region.api.by(elsewhere).get(f"{path}/groups")).json()["items"]
    assert group["published"] == 2
    # children are those of the kindergarten that is chosen
    assert (await region.api.by(elsewhere).get(f"{path}/roster")).status_code == 404


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"group_year": 2010}, "group_year_not_offered"),
        ({"places": 101}, "number_of_places_not_allowed"),
    ],
)
async def test_offer_outside_the_limits_is_refused(region: Any, changed: dict[str, int], code: str) -> None:
    answer = await region.api.by(region.worker).post(
        f"/kindergartens/{region.id}/vacancies/acts", json=region.vacancy(**changed)
    )
    assert (answer.status_code, answer.json()["code"]) == (409, code)


async def test_signature_of_another_person_changes_nothing(region: Any) -> None:
    path = f"/kindergartens/{region.id}/vacancies/acts"
    prepared = (await region.api.by(region.worker).post(path, json=region.vacancy())).json()
    answer = await region.api.sign(region.worker, prepared, signer=an_iin())
    assert answer.json()["code"] == "signer_is_another_person"
    assert await standings(region) == []


async def test_same_signature_twice_is_one_vacancy(region: Any) -> None:
    path = f"/kindergartens/{region.id}/vacancies/acts"
    prepared = (await region.api.by(region.worker).post(path, json=region.vacancy())).json()
    answers = [await region.api.sign(region.worker, prepared) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert len(await standings(region)) == 1


async def test_act_is_outdated_when_the_kindergarten_has_changed_meanwhile(region: Any) -> None:
    path = f"/kindergartens/{region.id}/vacancies/acts"
    prepared = (await region.api.by(region.worker).post(path, json=region.vacancy())).json()
    async with region.database.write() as tx:
        await tx.execute(sa.text("update kindergarten set version = version + 1"))
    answer = await region.api.sign(region.worker, prepared)
    assert (answer.status_code, answer.json()["code"]) == (409, "act_outdated")


async def test_who_works_there_no_more_cannot_finish_the_act(region: Any) -> None:
    path = f"/kindergartens/{region.id}/vacancies/acts"
    prepared = (await region.api.by(region.worker).post(path, json=region.vacancy())).json()
    async with region.database.write() as tx:
        await tx.execute(sa.text("update worker set active = false"))
    assert (await region.api.sign(region.worker, prepared)).json()["code"] == "kindergarten_not_found"
