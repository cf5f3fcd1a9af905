"""What an API says of itself: each operation's permission, and every refusal it may answer, by status."""

from collections.abc import Iterator
from typing import Any, cast

from fastapi import FastAPI
from fastapi.routing import APIRoute
from pydantic import BaseModel

from kezek.platform.http.permissions import Permission, permissions_of, routes_of
from kezek.platform.http.problems import Problem

PERMISSION = "x-kezek-permission"
PROBLEM = "application/problem+json"
_READS = frozenset({"GET", "HEAD"})
_ALWAYS = (400, 429, 502, 503, 504)
_MEANINGS = {
    400: "The gateway cannot read the request",
    401: "Nobody is signed in",
    403: "Not allowed to this person, or sent from a foreign page",
    404: "No such thing, or not theirs to see",
    409: "The facts forbid it",
    413: "The body is too large",
    422: "The request itself is wrong",
    429: "Too often in too short a time",
    502: "The service cannot be reached",
    503: "Something outside does not answer",
    504: "The service does not answer in time",
}


def describe_fully(app: FastAPI) -> None:
    """Make the application's OpenAPI document tell permissions and refusals."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            _complete(plain(), app)
        return cast("dict[str, Any]", app.openapi_schema)

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way of extending the document


def permission_view(permission: Permission) -> dict[str, Any]:
    """A permission as operations carry it; without roles it is for anyone."""
    return {
        "name": permission.name,
        "roles": sorted(permission.roles),
        "scope": permission.scope.value,
        "reads_personal_data": permission.reads_personal_data,
        "before_complete": permission.before_complete or not permission.roles,
    }


def _complete(document: dict[str, Any], app: FastAPI) -> None:
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas.update(_with_inner(Problem))
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    routes = {route.name: route for route in routes_of(app)}
    for method, operation in _operations(document):
        route = routes[operation["operationId"]]
        (permission,) = permissions_of(route.dependant)
        operation[PERMISSION] = permission_view(permission)
        responses = operation["responses"]
        _tell_null(responses)
        responses.pop("422", None)  # FastAPI's own shape, which is not answered
        for status in sorted(_refusals(method, operation, permission, route)):
            answer = responses.setdefault(str(status), {"description": _MEANINGS[status]})
            answer.setdefault("content", {})[PROBLEM] = {"schema": {"$ref": "#/components/schemas/Problem"}}


def _with_inner(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a model by its name, and those of the models inside."""
    schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
    return {**schema.pop("$defs", {}), model.__name__: schema}


def _tell_null(responses: dict[str, Any]) -> None:
    """An answer without a model is JSON's null; FastAPI writes that it may be anything."""
    for answer in responses.values():
        for content in answer.get("content", {}).values():
            if content.get("schema") == {}:
                content["schema"] = {"type": "null"}


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for item in document["paths"].values():
        for method, operation in item.items():
            yield method.upper(), operation


def _refusals(method: str, operation: dict[str, Any], permission: Permission, route: APIRoute) -> set[int]:
    statuses = {*_ALWAYS}
    if permission.roles:
        statuses |= {401, 403}
    if operation.get("parameters") or route.body_field:
        statuses |= {404, 422}
    if "{" in route.path:
        statuses.add(409)
    if method not in _READS:
        statuses |= {403, 409, 413}
    return statuses
