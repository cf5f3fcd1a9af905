"""Every route × everybody × own and foreign objects, as `/api/openapi.json` says who may (docs/permissions.md).

A route with an input that no table here knows fails the first test: whoever adds a route says what is one's own in it.
"""

import httpx
import pytest
import pytest_asyncio
from tests.e2e.bodies import BODIES
from tests.e2e.matrix import OWN, Operation
from tests.e2e.scene import (
    KNOWN_INPUTS,
    NO_PAPERS,
    NO_PICKUP,
    NOBODY,
    NOBODYS,
    PLAIN_INPUTS,
    SEASONAL,
    Caller,
    Scene,
    add_other_ways_in,
    objects_of,
    set_up,
)
from tests.e2e.sides import Side
from tests.e2e.ways import sign_in_without_email
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("clock")]

PARENT = frozenset({"parent"})
VARYING_HEADERS = frozenset({"date", "x-request-id"})
REFUSED = frozenset({"sign_in_required", "permission_missing", "email_required", "workplace_required"})


@pytest_asyncio.fixture(scope="module")
async def scene(module_world: World) -> Scene:
    scene = await set_up(module_world)
    await add_other_ways_in(scene, module_world)
    return scene


async def test_the_matrix_knows_every_input_of_every_operation(scene: Scene) -> None:
    inputs = {f"{each.id} {name}" for each in scene.operations for name in each.inputs if name not in KNOWN_INPUTS}
    bodies = {f"{each.id} body" for each in scene.operations if each.has_body and each.id not in BODIES}
    assert (inputs | bodies, set(BODIES) - {each.id for each in scene.operations}) == (set(), set())


async def test_who_is_not_admitted_is_refused_on_every_object(scene: Scene) -> None:
    wrong: list[str] = []
    refusals = 0
    for operation, caller in scene.pairs():
        if operation.admits(caller.roles):
            continue
        expected = (401, "sign_in_required") if caller.name == NOBODY else (403, "permission_missing")
        for side in (scene.left, None) if objects_of(operation) else (None,):
            answer = await scene.answer(caller, operation, side)
            refusals += 1
            if (answer.status_code, answer.json().get("code")) != expected:
                wrong.append(_said(operation, caller, answer))
    assert wrong == []
    assert refusals > len(scene.operations)


async def test_who_is_admitted_reaches_the_own_objects(scene: Scene) -> None:
    wrong: list[str] = []
    reached = 0
    for operation, caller in scene.pairs():
        side = scene.owned(caller, operation)
        if not operation.admits(caller.roles) or side is None:
            continue
        answer = await scene.answer(caller, operation, side)
        reached += 1
        if answer.status_code >= 500 or _is_refused(answer) or (_is_lost(answer) and operation.scope != "anything"):
            wrong.append(_said(operation, caller, answer))
    assert wrong == []
    assert reached > len(scene.operations)


async def test_foreign_objects_answer_byte_for_byte_as_if_they_did_not_exist(scene: Scene) -> None:
    wrong: list[str] = []
    compared = 0
    for operation, caller in scene.pairs():
        if (
            not operation.admits(caller.roles)
            or operation.scope not in OWN
            or not objects_of(operation) - {*PLAIN_INPUTS}
        ):
            continue
        theirs = scene.foreign(caller, operation)
        if theirs is None:
            continue
        foreign, missing = [await scene.answer(caller, operation, side) for side in (theirs, None)]
        compared += 1
        if _seen(foreign) != _seen(missing):
            wrong.append(f"{_said(operation, caller, foreign)} but {missing.status_code} {missing.text} for none")
    assert wrong == []
    assert compared >= 20
    assert (await scene.right.parent.request("GET", "/auth/me")).status_code == 200, "a foreign session was ended"


async def test_until_an_email_is_confirmed_only_the_first_steps_answer(scene: Scene, module_world: World) -> None:
    newcomer = Caller("newcomer", None, await sign_in_without_email(module_world, scene.facts.stranger()), PARENT)
    wrong: list[str] = []
    for operation in scene.operations:
        if operation.is_public or operation.before_complete:
            continue
        answer = await scene.answer(newcomer, operation, None)
        if (answer.status_code, answer.json()["code"]) != (403, "email_required"):
            wrong.append(_said(operation, newcomer, answer))
    assert wrong == []
    assert (await newcomer.browser.get("/api/auth/me")).json()["complete"] is False


async def test_who_works_in_several_kindergartens_works_in_none_before_choosing_and_then_in_that_one(
    scene: Scene, module_world: World
) -> None:
    person = await module_world.person(scene.facts.stranger())
    for side in (scene.left, scene.right):
        path = f"/api/kindergartens/kindergartens/{side.values['kindergarten_id']}/workers"
        (await scene.administrator.http.put(path, json={"iin": person.iin})).raise_for_status()
    await module_world.settles()
    await person.sign_in()
    worker = Caller("worker of two", person, person.http, PARENT | {"worker"}, "worker")

    assert await _codes_of_work(scene, worker, scene.left) == {"workplace_required"}
    chosen = {"kindergarten_id": scene.left.values["kindergarten_id"]}
    (await person.request("PUT", "/auth/me/workplace", json=chosen)).raise_for_status()

    assert await _codes_of_work(scene, worker, scene.left) == {""}
    assert await _codes_of_work(scene, worker, scene.right) == await _codes_of_work(scene, worker, None)


async def _codes_of_work(scene: Scene, worker: Caller, side: Side | None) -> set[str]:
    """What the routes for a kindergarten's workers answer: codes, or nothing where all is well."""
    nothing = SEASONAL | NO_PAPERS | NO_PICKUP
    own = [each for each in scene.operations if each.scope == "own_kindergarten" and each.id not in nothing]
    work = [each for each in own if not {"act_id", *NOBODYS} & set(each.path_inputs)]
    answers = [await scene.answer(worker, operation, side) for operation in work]
    return {"" if answer.is_success else answer.json()["code"] for answer in answers}


def _is_refused(answer: httpx.Response) -> bool:
    return answer.status_code in {401, 403} and answer.json()["code"] in REFUSED


def _is_lost(answer: httpx.Response) -> bool:
    return answer.status_code == 404


def _seen(answer: httpx.Response) -> tuple[int, bytes, dict[str, str]]:
    headers = {name: value for name, value in answer.headers.items() if name not in VARYING_HEADERS}
    return answer.status_code, answer.content, headers


def _said(operation: Operation, caller: Caller, answer: httpx.Response) -> str:
    return f"{caller.name} {operation.method} {operation.path}: {answer.status_code} {answer.text[:300]}"
