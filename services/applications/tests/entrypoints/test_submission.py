import asyncio
import base64
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.applications import ApplicationCard, ApplicationQueued
from kezek.contracts.vocabulary import Language
from kezek.platform.actors import SignInMethod
from kezek.platform.testing import an_actor, published

DISTRICT = "1134"


async def test_the_register_tells_whose_children_may_apply(world: Any) -> None:
    mine = (await world.api.by(world.mother).get("/children")).json()["items"]
    child = next(child for child in mine if child["iin"] == world.child)
    assert (child["district"], child["obstacle"], child["application_id"]) == ("1134", None, None)


async def test_a_signed_application_is_queued_as_of_its_receipt(world: Any) -> None:
    before = world.database.clock.now()
    result = (await world.applies()).json()["result"]
    card, queued = [each.event for each in await published(world.database)]
    assert isinstance(card, ApplicationCard)
    assert isinstance(queued, ApplicationQueued)
    assert result == {"application_id": str(queued.application_id), "number": queued.number, "twins": []}
    assert queued.number == f"34.UO.{before.year}.00001.1"
    assert str(queued.queue) == "1134.general.2022"
    assert queued.birth_date.year == 2022
    assert before <= queued.submitted_at <= world.database.clock.now()
    assert [language.value for language in queued.languages] == ["kk", "ru"]
    assert (card.child.iin, card.applicant.iin) == (world.child, world.mother.iin)
    assert (card.phone, card.email) == ("77990000007", "parent@example.kz")


async def test_the_statement_names_child_district_and_undertakings(world: Any) -> None:
    prepared = (await world.prepares()).json()
    statement = json.loads(base64.b64decode(prepared["document_base64"]))
    said = " ".join(statement["statement"])
    assert world.child in said
    assert "Аршалынский район" in said
    assert "Алгоритмом ознакомлен" in said


async def test_names_stand_as_the_register_writes_them_in_the_persons_language(world: Any) -> None:
    registered = world.outside.inside.people.find(world.child).person.name
    for language, name in ((Language.RU, registered.ru), (Language.KK, registered.kk), (Language.EN, registered.kk)):
        mother = replace(world.mother, language=language)
        mine = (await world.api.by(mother).get("/children")).json()["items"]
        assert next(child for child in mine if child["iin"] == world.child)["surname"] == name.surname
        prepared = (await world.prepares(mother)).json()
        said = " ".join(json.loads(base64.b64decode(prepared["document_base64"]))["statement"])
        assert f"{name.surname} {name.given}" in said
    await world.applies()
    (card,) = [each.event for each in await published(world.database) if isinstance(each.event, ApplicationCard)]
    assert (card.child.surname, card.child.russian.surname) == (registered.kk.surname, registered.ru.surname)


async def test_the_same_signature_twice_is_one_application(world: Any) -> None:
    prepared = (await world.prepares()).json()
    first, second = [(await world.api.sign(world.mother, prepared)).json() for _ in range(2)]
    assert first == second
    assert len(await published(world.database)) == 2


async def test_a_child_has_one_live_application_in_the_region(world: Any) -> None:
    prepared = (await world.prepares(world.father)).json()
    await world.application_id()
    refused = await world.api.sign(world.father, prepared)
    assert (refused.status_code, refused.json()["code"]) == (409, "live_application_exists")
    assert (await world.prepares(world.father)).json()["code"] == "live_application_exists"


async def test_of_two_parents_at_once_one_applies(world: Any) -> None:
    both = (world.mother, world.father)
    prepared = [(await world.prepares(parent)).json() for parent in both]
    signed = await asyncio.gather(*(world.api.sign(*each) for each in zip(both, prepared, strict=True)))
    assert sorted(answer.status_code for answer in signed) == [200, 409]


async def test_serials_of_a_district_have_no_gaps(world: Any) -> None:
    families = world.families()[:5]
    answers = await asyncio.gather(*(world.applies(parent, child_iin=child) for parent, child in families))
    serials = sorted(answer.json()["result"]["number"][-7:-2] for answer in answers)
    assert serials == ["00001", "00002", "00003", "00004", "00005"]


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({"district": "1110"}, 409, "registered_elsewhere"),
        ({"district": "9999"}, 422, "district_unknown"),
        ({"child_iin": "991399000009"}, 409, "child_not_of_applicant"),
        ({"child_iin": "991399000008"}, 422, "request_invalid"),
        ({"languages": []}, 422, "request_invalid"),
        ({"phone": "12345"}, 422, "request_invalid"),
        ({"email": "nobody@nowhere"}, 422, "request_invalid"),
        ({"data_kept_current": False}, 422, "request_invalid"),
        ({"algorithm_read": False}, 422, "request_invalid"),
    ],
)
async def test_a_wrong_application_is_refused(world: Any, changed: dict[str, Any], status: int, code: str) -> None:
    answer = await world.prepares(**changed)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert "991399" not in answer.text


async def test_somebody_unknown_to_the_register_cannot_apply(world: Any) -> None:
    assert (await world.prepares(an_actor())).json()["code"] == "applicant_not_in_register"


async def test_somebody_unknown_to_the_register_takes_nobodys_copy_away(world: Any) -> None:
    prepared = (await world.prepares()).json()
    assert (await world.prepares(an_actor())).status_code >= 400
    await world.outside.register_is("down")
    assert (await world.api.sign(world.mother, prepared)).status_code == 200, "judged by what was known of her child"


async def test_a_child_past_the_age_limit_is_refused(world: Any, sandbox_clock: Any) -> None:
    sandbox_clock.move(timedelta(days=3 * 366))
    assert (await world.prepares()).json()["code"] == "child_too_old"


async def test_what_the_register_has_learnt_meanwhile_outdates_the_act(world: Any) -> None:
    prepared = (await world.prepares()).json()
    world.outside.change(world.child, life_status="deceased")
    refused = await world.api.sign(world.mother, prepared)
    assert (refused.status_code, refused.json()["code"]) == (409, "act_outdated")
    assert await published(world.database) == []


async def test_the_applicants_own_data_come_from_the_register_and_are_kept_nowhere(world: Any) -> None:
    person = world.outside.inside.people.find(world.mother.iin).person
    found = (await world.api.by(replace(world.mother, method=SignInMethod.CODE)).get("/applicant")).json()["applicant"]
    assert (found["iin"], found["surname"]) == (person.iin, person.name.ru.surname)
    assert (found["birth_date"], found["district"]) == (str(person.birth_date), DISTRICT)
    assert (found["address"], found["registration"]) == (person.registered_address.ru, "permanent")
    kazakh = replace(world.mother, language=Language.KK)
    in_kazakh = (await world.api.by(kazakh).get("/applicant")).json()["applicant"]
    assert (in_kazakh["given_name"], in_kazakh["address"]) == (person.name.kk.given, person.registered_address.kk)
    await world.prepares()
    async with world.database.read() as tx:
        kept = str(await tx.rows(sa.text("select state from register_copy")))
    assert person.iin in kept
    assert person.registered_address.kk not in kept


async def test_who_is_not_in_the_register_has_no_data_of_their_own(world: Any) -> None:
    assert (await world.api.by(an_actor()).get("/applicant")).json() == {"applicant": None}
    await world.outside.register_is("down")
    answer = await world.api.by(world.mother).get("/applicant")
    assert (answer.status_code, answer.json()["code"]) == (503, "register_unavailable")


async def test_without_the_register_nobodys_children_are_told(world: Any) -> None:
    await world.outside.register_is("down")
    answer = await world.api.by(world.mother).get("/children")
    assert (answer.status_code, answer.json()["code"]) == (503, "register_unavailable")


async def test_a_register_that_falls_silent_does_not_cost_the_time_of_submission(world: Any) -> None:
    prepared = (await world.prepares()).json()
    await world.outside.register_is("down")
    assert (await world.api.sign(world.mother, prepared)).status_code == 200


async def test_only_whoever_prepared_it_can_sign(world: Any) -> None:
    prepared = (await world.prepares()).json()
    assert (await world.api.sign(world.father, prepared)).json()["code"] == "act_not_found"
    other = await world.api.sign(world.mother, prepared, signer=world.father.iin)
    assert other.json()["code"] == "signer_is_another_person"


async def test_nobody_applies_without_signing_in(world: Any) -> None:
    assert (await world.api.by().post("/applications/acts", json=world.body())).status_code == 401
