"""Every route × everybody × own and foreign objects, as `/api/openapi.json` says who may (docs/permissions.md).

A route with an input that no table here knows fails the first test: whoever adds a route says what is one's own in it.
"""

import uuid
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
import pytest_asyncio
from tests.e2e.actors.person import Person
from tests.e2e.matrix import OWN, Operation, operations_of
from tests.e2e.sides import Side, two_sides
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]

Pick = Callable[[str], str]
NOBODY = "nobody"
EVERYWHERE = ("anything", "region")
VARYING_HEADERS = frozenset({"date", "x-request-id"})
KNOWN_INPUTS = frozenset(
    {"application_id", "document_id", "kindergarten_id", "referral_id", "act_id", "grant_id", "code"}
)
ENDS_THE_SESSION = frozenset({"auth.delete_session"})
# what a body refers to is an object too, where the permission's scope is about it
OBJECTS_IN_BODIES = {
    "referrals.search_referral": ("kindergarten_id",),
    "applications.prepare_application": ("child_iin",),
}


def names(value: str) -> dict[str, str]:
    return dict.fromkeys(("kk", "ru", "en"), value)


BODIES: dict[str, Callable[["Scene", Pick], dict[str, Any]]] = {
    "auth.post_session": lambda _, __: {"challenge_id": str(uuid.uuid4()), "signature": "AAAA"},
    "auth.patch_me": lambda _, __: {"language": "kk"},
    "auth.post_grant": lambda scene, _: scene.new_grant(),
    "applications.prepare_application": lambda scene, pick: {
        "child_iin": pick("child_iin"),
        "district": scene.left.values["district"],
        "languages": ["kk"],
        "phone": scene.left.parent.phone,
        "email": scene.left.parent.email,
        "data_kept_current": True,
        "algorithm_read": True,
    },
    "applications.sign_act": lambda _, __: {"signature": "AAAA"},
    "referrals.sign_act": lambda _, __: {"signature": "AAAA"},
    "kindergartens.sign_act": lambda _, __: {"signature": "AAAA"},
    "referrals.prepare_choice": lambda scene, _: {"place_id": scene.left.values["place_id"]},
    "referrals.search_referral": lambda scene, pick: {
        "kindergarten_id": pick("kindergarten_id"),
        "number": scene.left.values["number"],
    },
    "kindergartens.put_district": lambda _, __: {"name": names("Округ")},
    "kindergartens.post_kindergarten": lambda scene, _: {
        "district": scene.left.values["district"],
        "name": names(f"Бақша {uuid.uuid4()}"),
        "address": names("Көше 1"),
        "phone": "77990000000",
        "ownership": "state",
        "workers": [scene.left.worker.iin],
    },
    "kindergartens.prepare_vacancy": lambda scene, _: {
        "language": "kk",
        "group_year": scene.group_year,
        "kind": "general",
        "places": 1,
    },
}


@dataclass(frozen=True)
class Caller:
    """Somebody with a browser, or nobody; `roles` are what the way of signing in opens."""

    name: str
    person: Person | None
    browser: httpx.AsyncClient
    roles: frozenset[str]


@dataclass
class Scene:
    """The operations, those who call them, and the two sides."""

    operations: list[Operation]
    callers: list[Caller]
    left: Side
    right: Side
    group_year: int
    administrator: Person
    grantees: Iterator[str]

    def new_grant(self) -> dict[str, Any]:
        return {"iin": next(self.grantees), "role": "officer", "district": self.left.values["district"]}

    def owned(self, caller: Caller, operation: Operation) -> Side | None:
        """The side whose objects the caller may reach by this operation, if any."""
        if operation.scope in EVERYWHERE:
            return self.left
        if "act_id" in operation.path_inputs:
            return self.left if self.acts_of(caller, operation, self.left) else None
        mine = {"parent": "parent", "worker": "worker"}.get(caller.name, "")
        return self.left if mine in operation.roles else None

    def acts_of(self, caller: Caller, operation: Operation, side: Side) -> str:
        return side.acts.get((operation.id.split(".")[0], caller.name), "")

    async def value(self, caller: Caller, operation: Operation, name: str, side: Side | None) -> str:
        """An object of this side; of no side, one that does not exist."""
        if name == "code":
            return (side or self.left).values["district"] if operation.scope == "region" else "no-such-paper"
        if side is None:
            return "210101699902" if name == "child_iin" else str(uuid.uuid4())
        if name == "act_id":
            return self.acts_of(caller, operation, side) or _any_act(operation, side)
        if name == "grant_id":
            return str((await self.administrator.post("/auth/grants", self.new_grant()))["grant_id"])
        return side.values[name]

    async def answer(self, caller: Caller, operation: Operation, side: Side | None) -> httpx.Response:
        inputs = {*operation.inputs, *OBJECTS_IN_BODIES.get(operation.id, ())}
        values = {name: await self.value(caller, operation, name, side) for name in inputs}
        path = operation.path.format_map(values)
        query = {name: values[name] for name in operation.inputs if name not in operation.path_inputs}
        body = BODIES[operation.id](self, values.__getitem__) if operation.has_body else None
        answer = await caller.browser.request(operation.method, path, params=query, json=body)
        if operation.id in ENDS_THE_SESSION and caller.person is not None:
            await caller.person.sign_in()
        return answer


def _any_act(operation: Operation, side: Side) -> str:
    service = operation.id.split(".")[0]
    return next(act for (owner, _), act in side.acts.items() if owner == service)


@pytest_asyncio.fixture(scope="module")
async def scene(module_world: World) -> AsyncIterator[Scene]:
    left, right = await two_sides(module_world)
    administrator = await module_world.administrator()
    officer = await module_world.officer()
    anybody = await module_world.anybody()
    callers = [
        Caller(NOBODY, None, anybody, frozenset()),
        *(
            _caller(name, person)
            for name, person in (
                ("parent", left.parent),
                ("worker", left.worker),
                ("officer", officer),
                ("administrator", administrator),
            )
        ),
    ]
    document = (await anybody.get("/api/openapi.json")).json()
    residents = await module_world.sandbox.people(role="parent", limit=1000)
    grantees = iter([each["person"]["iin"] for each in reversed(residents)])
    yield Scene(operations_of(document), callers, left, right, module_world.group_year, administrator, grantees)
    await anybody.aclose()


def _caller(role: str, person: Person) -> Caller:
    return Caller(role, person, person.http, frozenset({"parent", role}))


async def test_the_matrix_knows_every_input_of_every_operation(scene: Scene) -> None:
    inputs = {f"{each.id} {name}" for each in scene.operations for name in each.inputs if name not in KNOWN_INPUTS}
    bodies = {f"{each.id} body" for each in scene.operations if each.has_body and each.id not in BODIES}
    assert (inputs | bodies, set(BODIES) - {each.id for each in scene.operations}) == (set(), set())


async def test_who_is_not_admitted_is_refused_on_every_object(scene: Scene) -> None:
    wrong: list[str] = []
    refusals = 0
    for operation, caller in _pairs(scene):
        if operation.admits(caller.roles):
            continue
        expected = (401, "sign_in_required") if caller.name == NOBODY else (403, "permission_missing")
        for side in (scene.left, scene.right, None):
            answer = await scene.answer(caller, operation, side)
            refusals += 1
            if (answer.status_code, answer.json()["code"]) != expected:
                wrong.append(_said(operation, caller, answer))
    assert wrong == []
    assert refusals > len(scene.operations)


async def test_who_is_admitted_reaches_the_own_objects(scene: Scene) -> None:
    wrong: list[str] = []
    reached = 0
    for operation, caller in _pairs(scene):
        side = scene.owned(caller, operation)
        if not operation.admits(caller.roles) or side is None:
            continue
        answer = await scene.answer(caller, operation, side)
        reached += 1
        lost = answer.status_code == 404 and operation.inputs != ("code",)
        if answer.status_code in {401, 403} or lost or answer.status_code >= 500:
            wrong.append(_said(operation, caller, answer))
    assert wrong == []
    assert reached > len(scene.operations)


async def test_foreign_objects_answer_byte_for_byte_as_if_they_did_not_exist(scene: Scene) -> None:
    wrong: list[str] = []
    compared = 0
    for operation, caller in _pairs(scene):
        has_objects = operation.inputs or operation.id in OBJECTS_IN_BODIES
        if not operation.admits(caller.roles) or operation.scope not in OWN or not has_objects:
            continue
        foreign, missing = [await scene.answer(caller, operation, side) for side in (scene.right, None)]
        compared += 1
        if _seen(foreign) != _seen(missing):
            wrong.append(f"{_said(operation, caller, foreign)} but {missing.status_code} {missing.text} for none")
    assert wrong == []
    assert compared >= 20


def _pairs(scene: Scene) -> Iterator[tuple[Operation, Caller]]:
    for operation in scene.operations:
        for caller in scene.callers:
            yield operation, caller


def _seen(answer: httpx.Response) -> tuple[int, bytes, dict[str, str]]:
    headers = {name: value for name, value in answer.headers.items() if name not in VARYING_HEADERS}
    return answer.status_code, answer.content, headers


def _said(operation: Operation, caller: Caller, answer: httpx.Response) -> str:
    return f"{caller.name} {operation.method} {operation.path}: {answer.status_code} {answer.text[:300]}"
