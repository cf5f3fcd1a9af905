"""One OpenAPI document for the gateway, merged from those of the services."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kezek_local.folders import CHECKOUT

DOCUMENT = CHECKOUT / "docs/openapi.json"  # `python -m tests.contracts.openapi` writes it, a test compares
CLOSED = ("/internal", "/health", "/metrics", "/status")
SHARED = "securitySchemes"
_REFERENCE = re.compile(r'"(#/components/\w+/)([^"]+)"')


def publish(served: Path) -> None:
    """Put the document where the gateway serves it; a reader in between sees the one before."""
    draft = served.with_suffix(".new")
    draft.write_bytes(DOCUMENT.read_bytes())
    draft.chmod(0o644)
    draft.replace(served)


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
            shared = kind == SHARED
            place.update({name if shared else _named(name, service): each for name, each in components.items()})
    return merged


def _named(component: str, service: str) -> str:
    """A problem is the same in every service; else the component is the service's own."""
    return component if component.endswith("Problem") else f"{service}.{component}"


def _renamed(document: dict[str, Any], service: str) -> dict[str, Any]:
    """The same document with every reference to a component under the service's name."""
    text = _REFERENCE.sub(lambda found: f'"{found[1]}{_named(found[2], service)}"', json.dumps(document))
    renamed: dict[str, Any] = json.loads(text)
    return renamed


def _tagged(item: dict[str, Any], service: str) -> dict[str, Any]:
    return {
        method: {**part, "tags": [service], "operationId": f"{service}.{part['operationId']}"}
        if isinstance(part, dict) and "operationId" in part
        else part
        for method, part in item.items()
    }
