"""Every refusal that a test is answered with is as registered, and told of its route in the API's document."""

from collections.abc import Iterator
from typing import Any

import httpx
from fastapi import FastAPI

from kezek.contracts.problems import ACTS, EVERYWHERE, PROBLEMS, SIGNED, Fields
from kezek.platform.http.openapi import PROBLEM, problem_name
from kezek.platform.http.permissions import routes_of

_FIELD = {"field", "code"}
_SERVICES = frozenset[str]().union(*(each.where for each in PROBLEMS.values())) - {EVERYWHERE, ACTS, SIGNED}
_documents: dict[tuple[str, ...], dict[str, Any]] = {}


def document_of(app: FastAPI) -> dict[str, Any]:
    """What an API says of itself; made once for its routes, since making it stops the loop that the service runs in."""
    routes = (app.state.service, *(route.path for route in routes_of(app)))
    if routes not in _documents:
        _documents[routes] = app.openapi()
    return _documents[routes]


def check_problem(answer: httpx.Response, app: FastAPI) -> None:
    """Refuse a service's problem that clients cannot know; what is no service has made up its own.

    Raises:
        AssertionError: saying what about it is not as registered.
    """
    service = app.state.service
    if service not in _SERVICES or answer.headers.get("content-type") != PROBLEM:
        return
    told, asked = answer.json(), answer.request
    wrong = list(unregistered(told, service)) or list(_unlisted(told, app, asked.method, asked.url.path))
    if wrong:
        raise AssertionError(f"{asked.method} {asked.url.path}: {told}: {', '.join(wrong)}")


def unregistered(told: dict[str, Any], service: str) -> Iterator[str]:
    """What of a problem's body the registry does not say."""
    known = PROBLEMS.get(told["code"])
    if known is None:
        yield "an unknown code"
        return
    if not known.where & {service, EVERYWHERE, ACTS, SIGNED}:
        yield f"not of {service}"
    if told["status"] != known.status:
        yield f"not the status {known.status}"
    yield from (f"without {name}" for name in known.params.keys() - told["params"].keys())
    kinds = {**known.params, **known.maybe}
    for name, value in told["params"].items():
        if name not in kinds or not _is_of(kinds[name], value):
            yield f"{name} is {value!r}"


def _is_of(kind: type, value: object) -> bool:
    if kind is Fields:
        return isinstance(value, list) and all(each.keys() == _FIELD for each in value)
    return type(value) is kind


def _unlisted(told: dict[str, Any], app: FastAPI, method: str, path: str) -> Iterator[str]:
    """Where the document does not say that a route answers so; outside of the routes nothing is listed."""
    document = document_of(app)
    name = problem_name(PROBLEMS[told["code"]])
    for route in routes_of(app):
        if route.include_in_schema and method in (route.methods or ()) and route.path_regex.match(path):
            answers = document["paths"][route.path][method.lower()]["responses"]
            if f"/{name}'" not in str(answers.get(str(told["status"]))):
                yield f"not listed for {method} {route.path}"
            return
