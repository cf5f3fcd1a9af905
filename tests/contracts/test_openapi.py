"""The committed document is what the applications say, and a client generated from it knows the type of everything."""

import types
from collections.abc import Iterator
from typing import Any, get_args, get_origin

import pytest
from fastapi import FastAPI
from pydantic import BaseModel

from kezek.contracts.events import Contract
from kezek.contracts.referrals import TurnFacts
from kezek.platform.http.permissions import routes_of
from kezek_local.openapi import DOCUMENT
from tests.contracts.openapi import applications, document, text

TYPED = frozenset({"type", "$ref", "anyOf", "oneOf", "allOf", "const", "enum"})


def test_the_committed_document_is_what_the_applications_say() -> None:
    assert DOCUMENT.read_text() == text(), "run: python -m tests.contracts.openapi"


def test_no_operation_shares_its_id() -> None:
    ids = [operation["operationId"] for item in document()["paths"].values() for operation in item.values()]
    assert sorted(ids) == sorted(set(ids))


def untyped(node: Any, where: str = "") -> Iterator[str]:
    """Schemas below a node that do not say what they are, and objects and lists that may hold anything."""
    for name, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        here = f"{where}/{name}"
        yield from (f"{here}{inner}" for inner, schema in _schemas(name, value) if not _says_what_it_is(schema))
        yield from untyped(value, here)


def _schemas(name: str | int, value: Any) -> Iterator[tuple[str, Any]]:
    if name in {"schema", "items", "additionalProperties"}:
        yield "", value
    elif name in {"properties", "schemas"}:
        yield from ((f"/{each}", schema) for each, schema in value.items())
    elif name in {"anyOf", "oneOf", "allOf"}:
        yield from ((f"/{index}", schema) for index, schema in enumerate(value))
    elif name == "content":
        yield from ((f"/{media}", each.get("schema", {})) for media, each in value.items())


def _says_what_it_is(schema: Any) -> bool:
    if not isinstance(schema, dict):
        return schema is False  # additionalProperties
    inside = {"object": {"properties", "additionalProperties"}, "array": {"items", "prefixItems"}}
    kind = schema.get("type")
    return bool(schema.keys() & TYPED) and (kind not in inside or bool(schema.keys() & inside[kind]))


def test_every_schema_has_a_type_and_no_object_is_free() -> None:
    assert list(untyped(document())) == []


@pytest.mark.parametrize("planted", [Any, dict[str, Any], dict[Any, Any], list[Any], list, dict, dict[str, int] | Any])
def test_a_planted_field_without_a_type_is_found(planted: Any) -> None:
    app = FastAPI()
    model = types.new_class("Planted", (BaseModel,), {}, lambda body: body.update(__annotations__={"field": planted}))
    app.get("/planted", response_model=model)(lambda: None)
    assert any("Planted/properties/field" in each for each in untyped(app.openapi()))


def contracts_in(kind: Any, seen: frozenset[Any] = frozenset()) -> Iterator[str]:
    """Contracts of events that a model holds or is."""
    if isinstance(kind, type) and get_origin(kind) is None and issubclass(kind, BaseModel):
        if issubclass(kind, Contract):
            yield kind.__name__
        if kind not in seen:
            for field in kind.model_fields.values():
                yield from contracts_in(field.annotation, seen | {kind})
    for inner in get_args(kind):
        yield from contracts_in(inner, seen)


def leaks(app: FastAPI) -> list[str]:
    """Contracts of events that routes answer."""
    return [
        f"{route.name}: {name}"
        for route in routes_of(app)
        for model in (route.response_model, *(each.get("model") for each in route.responses.values()))
        for name in contracts_in(model)
    ]


def test_no_contract_of_an_event_is_an_answer() -> None:
    assert {service: leaks(app) for service, app in applications().items() if leaks(app)} == {}


class Holder(BaseModel):
    inner: list[TurnFacts] | None


@pytest.mark.parametrize("planted", [TurnFacts, Holder, list[Holder], Holder | None])
def test_a_planted_contract_is_found(planted: Any) -> None:
    app = FastAPI()
    app.get("/planted", response_model=planted, name="planted")(lambda: None)
    assert leaks(app) == ["planted: TurnFacts"]
