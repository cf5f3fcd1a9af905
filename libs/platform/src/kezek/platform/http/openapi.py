"""What an API says of itself: each operation's permission, and every refusal it may answer, by status."""

from collections.abc import Iterator
from typing import Any, cast

from fastapi import FastAPI
from fastapi.routing import APIRoute

from kezek.contracts.problems import ACTS, EVERYWHERE, SIGNED, Fields, ProblemCode, answered
from kezek.platform.http.permissions import Permission, permissions_of, routes_of

PERMISSION = "x-kezek-permission"
PROBLEM = "application/problem+json"
_READS = frozenset({"GET", "HEAD"})
_ALWAYS = (400, 414, 429, 500, 502, 503, 504)
_FIELD = {"type": "object", "properties": {"field": {"type": "string"}, "code": {"type": "string"}}}
_PARAMETERS: dict[type, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    Fields: {"type": "array", "items": {**_FIELD, "required": ["field", "code"]}},
}
_MEANINGS = {
    400: "The gateway cannot read the request",
    401: "Nobody is signed in",
    403: "Not allowed to this person, or sent from a foreign page",
    404: "No such thing, or not theirs to see",
    408: "The body came too slowly",
    409: "The facts forbid it",
    413: "The body is too large",
    414: "The address is too long",
    422: "The request itself is wrong",
    429: "Too often in too short a time",
    500: "Something is broken here",
    502: "The service cannot be reached",
    503: "Something outside does not answer",
    504: "The service does not answer in time",
}


def describe_fully(app: FastAPI, service: str) -> None:
    """Make the application's OpenAPI document tell permissions and refusals, each with its codes."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            _complete(plain(), app, service)
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


def _complete(document: dict[str, Any], app: FastAPI, service: str) -> None:
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
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
            problems = {problem_name(each): problem_schema(each) for each in answered(status, _places(service, route))}
            schemas.update(problems)
            answer = responses.setdefault(str(status), {"description": _MEANINGS[status]})
            one_of = [{"$ref": f"#/components/schemas/{name}"} for name in problems]
            answer.setdefault("content", {})[PROBLEM] = {"schema": {"oneOf": one_of}}


def problem_name(problem: ProblemCode) -> str:
    """How a code's schema is called: `TurnOverProblem`."""
    return f"{problem.code.title().replace('_', '')}Problem"


def problem_schema(problem: ProblemCode) -> dict[str, Any]:
    """What is answered with a code: its parameters by their types."""
    properties = {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer", "const": problem.status},
        "code": {"type": "string", "const": problem.code},
        "params": _params(problem),
    }
    return {"type": "object", "properties": properties, "required": list(properties)}


def _params(problem: ProblemCode) -> dict[str, Any]:
    properties = {name: _PARAMETERS[kind] for name, kind in {**problem.params, **problem.maybe}.items()}
    if not properties:
        return {"type": "object", "additionalProperties": {"type": "string"}, "maxProperties": 0}
    return {
        "type": "object",
        "properties": properties,
        "required": list(problem.params),
        "additionalProperties": False,
    }


def _places(service: str, route: APIRoute) -> frozenset[str]:
    """Where a route stands in the registry of codes."""
    body = route.body_field.field_info.annotation if route.body_field else None
    takes_signature = "signature" in getattr(body, "model_fields", {})
    acts = {ACTS} if "acts" in route.path.split("/") else set()
    return frozenset({EVERYWHERE, service, *acts, *({SIGNED} if takes_signature else ())})


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
        statuses |= {403, 408, 409, 413}
    return statuses
