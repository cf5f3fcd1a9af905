"""Every route × everybody × own and foreign objects, as `/api/openapi.json` says who may (docs/permissions.md).

A route with an input that no table here knows fails the first test: whoever adds a route says what is one's own in it.
"""

import httpx
import pytest
from tests.e2e.bodies import BODIES
from tests.e2e.matrix import OWN, Operation
from tests.e2e.scene import KNOWN_INPUTS, NOBODY, Caller, Scene, objects_of

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]

VARYING_HEADERS = frozenset({"date", "x-request-id"})
REFUSED = frozenset({"sign_in_required", "permission_missing", "email_required", "workplace_required"})


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
        for side in (scene.left, scene.right, None) if objects_of(operation) else (None,):
            answer = await scene.answer(caller, operation, side)
            refusals += 1
            if (answer.status_code, answer.json()["code"]) != expected:
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
        if not operation.admits(caller.roles) or operation.scope not in OWN or not objects_of(operation):
            continue
        foreign, missing = [await scene.answer(caller, operation, side) for side in (scene.right, None)]
        compared += 1
        if _seen(foreign) != _seen(missing):
            wrong.append(f"{_said(operation, caller, foreign)} but {missing.status_code} {missing.text} for none")
    assert wrong == []
    assert compared >= 20
    assert (await scene.right.parent.request("GET", "/auth/me")).status_code == 200, "a foreign session was ended"


def _is_refused(answer: httpx.Response) -> bool:
    return answer.status_code in {401, 403} and answer.json()["code"] in REFUSED


def _is_lost(answer: httpx.Response) -> bool:
    return answer.status_code == 404


def _seen(answer: httpx.Response) -> tuple[int, bytes, dict[str, str]]:
    headers = {name: value for name, value in answer.headers.items() if name not in VARYING_HEADERS}
    return answer.status_code, answer.content, headers


def _said(operation: Operation, caller: Caller, answer: httpx.Response) -> str:
    return f"{caller.name} {operation.method} {operation.path}: {answer.status_code} {answer.text[:300]}"
