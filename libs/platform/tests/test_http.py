import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, Any
from uuid import UUID

import httpx
import pytest
import sqlalchemy as sa
import structlog
from fastapi import APIRouter
from pydantic import BaseModel

from kezek.contracts.ids import new_id
from kezek.contracts.iin import Iin
from kezek.platform import errors
from kezek.platform.actors import Actor, Role
from kezek.platform.db import Database
from kezek.platform.http.app import create_app
from kezek.platform.http.bodies import BodyInTime
from kezek.platform.http.idempotency import IdempotencyKey, once
from kezek.platform.http.permissions import MaybeActor, Permission, Scope, permissions_of, public, require, routes_of
from kezek.platform.http.transactions import Transaction
from kezek.platform.settings import Settings
from kezek.platform.testing import Api, administrator, an_actor, an_iin, eventually

MANAGE = Permission("probe:manage", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
OWN = Permission("probe:own", frozenset({Role.PARENT}), Scope.OWN_PERSON)
ANYBODY = require(public("probe:look"))
Steps = Callable[[], Awaitable[list[str]]]


class NewStep(BaseModel):
    name: str


class Step(BaseModel):
    id: int
    name: str
    note: str | None


class Child(BaseModel):
    iin: Iin


async def insert_step(tx: Transaction, name: str) -> Step:
    made = await tx.row(sa.text("insert into step (name) values (:name) returning id, name"), {"name": name})
    assert made is not None
    return Step(id=made.id, name=made.name, note=None)


def routes() -> APIRouter:
    router = APIRouter()

    @router.post("/steps")
    async def post_step(
        body: NewStep, tx: Transaction, actor: Annotated[Actor, require(OWN)], key: IdempotencyKey = None
    ) -> Step:
        owner = str(actor.person_id)
        return await once(tx, owner=owner, key=key, request=body, answer=Step, make=lambda: insert_step(tx, body.name))

    @router.get("/managed")
    async def managed(actor: Annotated[Actor, require(MANAGE)]) -> str:
        return str(actor.person_id)

    @router.get("/steps/{step_id}/{name}")
    async def get_step(step_id: UUID, name: str, actor: Annotated[Actor, require(OWN)]) -> str:
        raise errors.NotFound("step_not_found", step=name if step_id == actor.person_id else "")

    @router.get("/whoami", dependencies=[ANYBODY])
    async def whoami(actor: MaybeActor) -> str | None:
        return str(actor.person_id) if actor else None

    @router.post("/children", dependencies=[ANYBODY])
    async def post_child(body: Child) -> None: ...

    @router.get("/broken", dependencies=[ANYBODY])
    async def broken() -> None:
        raise ZeroDivisionError

    @router.get("/refused/{kind}", dependencies=[ANYBODY])
    async def refused(kind: str) -> None:
        raise getattr(errors, kind)("made_up", number=7)

    return router


@pytest.fixture
async def service(settings: Settings, api: Any) -> Api:
    started: Api = await api(create_app("probe", settings, [routes()]))
    return started


async def test_what_fails_at_commit_is_answered_500_and_not_200(service: Api, steps: Steps) -> None:
    client = service.by(an_actor())
    assert (await client.post("/steps", json={"name": "one"})).status_code == 200
    failed = await client.post("/steps", json={"name": "one"})
    assert (failed.status_code, failed.json()["code"]) == (500, "internal_error")
    assert await steps() == ["one"]


async def test_the_same_key_and_request_give_the_same_answer(service: Api, steps: Steps) -> None:
    client = service.by(an_actor())
    answers = [
        await client.post("/steps", json={"name": "one"}, headers={"Idempotency-Key": "key-00001"}) for _ in range(3)
    ]
    assert {answer.text for answer in answers} == {answers[0].text}
    assert await steps() == ["one"]


async def test_an_answer_stored_before_a_field_came_is_still_given(service: Api, database: Database) -> None:
    client, headers = service.by(an_actor()), {"Idempotency-Key": "key-00001"}
    first = await client.post("/steps", json={"name": "one"}, headers=headers)
    async with database.write() as tx:
        await tx.execute(sa.text("update idempotency set answer = answer - 'note'"))
    again = await client.post("/steps", json={"name": "one"}, headers=headers)
    assert (again.status_code, again.json()) == (200, first.json())


async def test_the_same_key_at_once_creates_once(service: Api, steps: Steps) -> None:
    client = service.by(an_actor())
    answers = await asyncio.gather(
        *(client.post("/steps", json={"name": "one"}, headers={"Idempotency-Key": "key-00001"}) for _ in range(5))
    )
    assert {(answer.status_code, answer.text) for answer in answers} == {(200, answers[0].text)}
    assert await steps() == ["one"]


async def test_a_key_used_for_another_request_is_refused(service: Api, steps: Steps) -> None:
    client = service.by(an_actor())
    headers = {"Idempotency-Key": "key-00001"}
    await client.post("/steps", json={"name": "one"}, headers=headers)
    refused = await client.post("/steps", json={"name": "two"}, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (409, "idempotency_key_reused")
    assert await steps() == ["one"]


async def test_keys_are_everybodys_own(service: Api, steps: Steps) -> None:
    for name in ("one", "two"):
        client = service.by(an_actor())
        await client.post("/steps", json={"name": name}, headers={"Idempotency-Key": "key-00001"})
    assert await steps() == ["one", "two"]


async def test_nobody_is_asked_to_sign_in_and_others_may_not(service: Api) -> None:
    nobody = await service.by().get("/managed")
    assert (nobody.status_code, nobody.json()["code"]) == (401, "sign_in_required")
    parent = await service.by(an_actor()).get("/managed")
    assert (parent.status_code, parent.json()["code"]) == (403, "permission_missing")
    manager = administrator()
    assert (await service.by(manager).get("/managed")).json() == str(manager.person_id)


async def test_who_is_not_admitted_stands_in_the_log_by_id_only(service: Api) -> None:
    actor = an_actor()
    with structlog.testing.capture_logs() as logs:
        await service.by(actor).get("/managed")
    (line,) = [each for each in logs if each["event"] == "not admitted"]
    assert (line["permission"], line["person_id"]) == ("probe:manage", str(actor.person_id))
    assert actor.iin not in repr(logs)


async def test_who_asks_for_what_is_not_there_or_not_theirs_stands_in_the_log_by_ids_only(service: Api) -> None:
    actor, step, iin = an_actor(), str(new_id()), an_iin()
    with structlog.testing.capture_logs() as logs:
        for spelt in (step, step.upper(), step.replace("-", "")):
            assert (await service.by(actor).get(f"/steps/{spelt}/{iin}")).status_code == 404
        assert (await service.by(actor).get("/refused/NotFound")).status_code == 404
        assert (await service.by().get("/nowhere")).status_code == 404
    lines = [each for each in logs if each["event"] == "not found or not theirs"]
    told = [(line["permission"], line["person_id"], line["objects"]) for line in lines]
    assert told == [("probe:own", str(actor.person_id), [step])] * 3
    assert iin not in repr(logs)


async def test_a_public_route_knows_who_asks_if_somebody_does(service: Api) -> None:
    actor = an_actor()
    assert (await service.by().get("/whoami")).json() is None
    assert (await service.by(actor).get("/whoami")).json() == str(actor.person_id)


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("Invalid", 422),
        ("SignInRequired", 401),
        ("NotAllowed", 403),
        ("NotFound", 404),
        ("Conflict", 409),
        ("TooMany", 429),
        ("Unavailable", 503),
    ],
)
async def test_every_refusal_is_a_problem_with_its_code(service: Api, kind: str, status: int) -> None:
    answer = await service.by().get(f"/refused/{kind}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "urn:kezek:problem:made_up",
        "title": "made_up",
        "status": status,
        "code": "made_up",
        "params": {"number": 7},
    }


async def test_a_fault_is_a_problem_that_tells_nothing(service: Api) -> None:
    answer = await service.by().get("/broken")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    assert "ZeroDivision" not in answer.text


async def test_wrong_input_is_not_echoed(service: Api) -> None:
    wrong = an_iin()[:-1] + "x"
    answer = await service.by().post("/children", json={"iin": wrong})
    assert (answer.status_code, answer.json()["code"]) == (422, "request_invalid")
    assert wrong not in answer.text
    assert answer.json()["params"]["fields"] == [{"field": "body.iin", "code": "value_error"}]


@pytest.mark.parametrize(
    ("method", "path", "code"), [("GET", "/nowhere", "not_found"), ("PUT", "/steps", "method_not_allowed")]
)
async def test_what_is_not_there_is_a_problem_too(service: Api, method: str, path: str, code: str) -> None:
    assert (await service.by().request(method, path)).json()["code"] == code


async def test_health_and_metrics(service: Api) -> None:
    client = service.by()
    assert (await client.get("/health/live")).json() == {"status": "live"}
    assert (await client.get("/health/ready")).json() == {"status": "ready"}
    assert (
        'kezek_http_request_seconds_count{method="GET",route="/health/live",status="200"}'
        in (await client.get("/metrics")).text
    )


async def test_readiness_needs_the_database(settings: Settings, api: Any) -> None:
    nowhere = settings.model_copy(update={"database_url": "postgresql+asyncpg://probe:x@127.0.0.1:1/kezek"})
    service = await api(create_app("probe", nowhere, []))
    assert (await service.by().get("/health/live")).status_code == 200
    assert (await service.by().get("/health/ready")).status_code == 503


async def test_every_route_declares_one_permission_and_the_walk_finds_one_that_does_not(settings: Settings) -> None:
    bare = APIRouter()

    @bare.get("/bare")
    async def forgotten() -> None: ...

    @bare.get("/doubled", dependencies=[ANYBODY])
    async def doubled(actor: Annotated[Actor, require(OWN)]) -> None: ...

    app = create_app("probe", settings, [routes(), bare])
    walked = {route.path: permissions_of(route.dependant) for route in routes_of(app)}
    assert {path for path, found in walked.items() if len(found) != 1} == {"/bare", "/doubled"}
    assert walked["/managed"] == [MANAGE]


async def test_a_slow_transaction_is_closed_when_the_client_is_refused(service: Api) -> None:
    """A refusal gives the connection back: more refusals than the pool has connections."""
    client = service.by(an_actor())
    headers = {"Idempotency-Key": "key-00001"}
    await client.post("/steps", json={"name": "one"}, headers=headers)
    answers = await asyncio.gather(*(client.post("/steps", json={"name": "two"}, headers=headers) for _ in range(30)))
    assert {answer.status_code for answer in answers} == {409}

    async def idle() -> bool:
        return bool(service.app.state.database.engine.pool.checkedout() == 0)

    await eventually(idle, "connections given back")


class Drops:
    """A body that comes drop by drop and never ends."""

    def __aiter__(self) -> "Drops":
        return self

    async def __anext__(self) -> bytes:
        await asyncio.sleep(0.01)
        return b" "


async def test_a_body_that_never_ends_is_refused_after_its_time(service: Api) -> None:
    transport = httpx.ASGITransport(BodyInTime(service.app, within_s=0.2), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
        answer = await asyncio.wait_for(client.post("/children", content=Drops()), 20)
        assert (answer.status_code, answer.json()["code"]) == (408, "body_too_slow")
        assert (await client.post("/children", content=b"{}")).status_code == 422
