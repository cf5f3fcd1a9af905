"""One OpenAPI document for the gateway, merged from those of the services."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from kezek_local.errors import NotReadyError
from kezek_local.places import open_to_servers
from kezek_local.readiness import OK, get
from kezek_local.services import Addresses, exists

CLOSED = ("/internal", "/health", "/metrics", "/status")
SHARED = "securitySchemes"


def write_merged(at: Addresses, services: Sequence[str]) -> None:
    """Asks the running APIs to describe themselves, and puts the whole where the gateway serves it."""
    documents: dict[str, dict[str, Any]] = {}
    for service in services:
        if exists(f"kezek.{service}.main_api"):
            status, body = get(at.ports.api(service), "/openapi.json", timeout=20)
            if status != OK:
                raise NotReadyError(f"the API of {service} does not describe itself (status {status})")
            documents[service] = json.loads(body)
    draft = at.places.openapi.with_suffix(".new")
    draft.write_text(json.dumps(merge(documents), ensure_ascii=False))
    open_to_servers(draft)
    draft.replace(at.places.openapi)


def merge(documents: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Paths under /api/<service>; components get the service's name, so that equal names do not collide."""
    merged: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Kezek", "version": "1", "description": "Everything the gateway offers."},
        "paths": {},
        "components": {},
        "tags": [{"name": service} for service in documents],
    }
    for service, document in documents.items():
        own = _renamed(document, service)
        for path, item in own["paths"].items():
            if not path.startswith(CLOSED):
                merged["paths"][f"/api/{service}{path}"] = _tagged(item, service)
        for kind, components in own.get("components", {}).items():
            place = merged["components"].setdefault(kind, {})
            prefix = "" if kind == SHARED else f"{service}."
            place.update({f"{prefix}{name}": component for name, component in components.items()})
    return merged


def _renamed(document: dict[str, Any], service: str) -> dict[str, Any]:
    """The same document with every reference to a component under the service's name."""
    text = json.dumps(document)
    for kind in document.get("components", {}):
        text = text.replace(f'"#/components/{kind}/', f'"#/components/{kind}/{service}.')
    renamed: dict[str, Any] = json.loads(text)
    return renamed


def _tagged(item: dict[str, Any], service: str) -> dict[str, Any]:
    return {
        method: {**part, "tags": [service], "operationId": f"{service}.{part['operationId']}"}
        if isinstance(part, dict) and "operationId" in part
        else part
        for method, part in item.items()
    }
