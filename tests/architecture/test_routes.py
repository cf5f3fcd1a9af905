"""What holds of every route: its permission, what it says of itself, and what its requests may hold."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict

from kezek.platform.http.app import HEALTH
from kezek.platform.http.openapi import PERMISSION, PROBLEM
from kezek.platform.http.operations import OPERATIONS
from kezek.platform.http.permissions import declared_in, permissions_of, routes_of
from kezek.platform.testing import Signing
from tests.architecture.guards import SERVICES, build, loose_schemas
from tests.architecture.test_services import given

Schema = dict[str, Any]


@pytest.fixture(scope="module")
def apps(signing: Signing, tmp_path_factory: pytest.TempPathFactory) -> dict[str, FastAPI]:
    values = given(signing, tmp_path_factory.mktemp("routes"))
    return {service: build(service, "main_api", "build_app", **values) for service in SERVICES}


def table(service: str) -> tuple[Any, ...]:
    return declared_in(import_module(f"kezek.{service}.entrypoints.permissions"))


def operations(document: Schema) -> Iterator[tuple[str, Schema]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield f"{method.upper()} {path}", operation


@pytest.mark.parametrize("service", SERVICES)
def test_every_route_uses_the_services_table_and_every_row_is_used(service: str, apps: dict[str, FastAPI]) -> None:
    used = {each for route in routes_of(apps[service]) for each in permissions_of(route.dependant)} - {
        HEALTH,
        *OPERATIONS,
    }
    assert used == set(table(service))


def test_no_two_permissions_have_the_same_name() -> None:
    names = [permission.name for service in SERVICES for permission in table(service)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("service", SERVICES)
def test_every_operation_tells_its_permission_and_its_refusals(service: str, apps: dict[str, FastAPI]) -> None:
    named = {permission.name for permission in (*table(service), *OPERATIONS)}
    for name, operation in operations(apps[service].openapi()):
        assert operation[PERMISSION]["name"] in named, name
        refusals = {status: each for status, each in operation["responses"].items() if status >= "4"}
        assert {"400", "429", "503"} <= set(refusals), name
        assert all(PROBLEM in each["content"] for each in refusals.values()), name
        assert ("401" in refusals) == bool(operation[PERMISSION]["roles"]), name


@pytest.mark.parametrize("service", SERVICES)
def test_every_request_is_bounded_and_has_no_room_for_more_fields(service: str, apps: dict[str, FastAPI]) -> None:
    assert loose_schemas(apps[service].openapi()) == []


class Loose(BaseModel):
    name: str


class Tight(BaseModel):
    model_config = ConfigDict(extra="forbid")
    many: list[Loose]


@pytest.mark.parametrize(
    ("model", "found"),
    [
        (Loose, ["POST /planted: Loose takes further fields", "POST /planted: Loose.name has no bound"]),
        (
            Tight,
            [
                "POST /planted: Tight.many has no bound",
                "POST /planted: Loose takes further fields",
                "POST /planted: Loose.name has no bound",
            ],
        ),
    ],
)
def test_a_planted_loose_body_is_found(model: type[BaseModel], found: list[str]) -> None:
    app = FastAPI()

    async def planted(body: Any) -> None: ...

    planted.__annotations__["body"] = model
    app.post("/planted")(planted)
    assert loose_schemas(app.openapi()) == found
