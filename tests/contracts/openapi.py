"""Writes docs/openapi.json, what the gateway offers, from the applications: `python -m tests.contracts.openapi`."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fastapi import FastAPI

from kezek_local.openapi import DOCUMENT, merge
from tests.architecture.guards import SERVICES, build


def applications() -> dict[str, FastAPI]:
    """Every service's application as its composition root builds it; nothing is opened."""
    with TemporaryDirectory() as folder:
        clock = Path(folder, "clock")
        clock.write_bytes(bytes(8))
        values = {"environment": "sandbox", "sandbox_clock_file": clock, "redis_url": "redis://127.0.0.1:1/0"}
        return {service: build(service, "main_api", "build_app", **values) for service in SERVICES}


def document() -> dict[str, Any]:
    """The merged document of all of them."""
    return merge({service: app.openapi() for service, app in applications().items()})


def text() -> str:
    """The document as it is committed."""
    return json.dumps(document(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    DOCUMENT.write_text(text())
