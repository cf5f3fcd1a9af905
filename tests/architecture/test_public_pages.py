"""The gateway knows what is public, so that it is served while auth is away, and nothing else."""

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from kezek.platform.http.openapi import PERMISSION
from kezek.platform.testing import Signing
from tests.architecture.guards import ROOT, SERVICES, build
from tests.architecture.test_services import given

TEMPLATE = ROOT / "deploy/gateway/nginx.conf.template"
AN_ID = "0193e0a0-7b3c-7def-8abc-01234567890a"


@pytest.fixture(scope="module")
def apps(signing: Signing, tmp_path_factory: pytest.TempPathFactory) -> dict[str, FastAPI]:
    values = given(signing, tmp_path_factory.mktemp("public"))
    return {service: build(service, "main_api", "build_app", **values) for service in SERVICES}


def known_to_the_gateway() -> list[re.Pattern[str]]:
    """The patterns of `$for_everybody`."""
    block = re.search(r"\$for_everybody \{(.*?)\n    \}", TEMPLATE.read_text(), re.DOTALL)
    assert block is not None
    return [re.compile(found) for found in re.findall(r'"~(\^.*)" 1;', block[1])]


def reading_requests(apps: dict[str, FastAPI]) -> Iterator[tuple[str, bool]]:
    """Each GET as the gateway sees it, and whether it is for anyone."""
    for service, app in apps.items():
        for path, item in app.openapi()["paths"].items():
            if "get" in item:
                filled = re.sub(r"\{[^}]*\}", AN_ID, path)
                yield f"GET /api/{service}{filled}", not item["get"][PERMISSION]["roles"]


def test_what_is_public_is_known_to_the_gateway_and_nothing_else(apps: dict[str, FastAPI]) -> None:
    patterns = known_to_the_gateway()
    wrong = [
        request
        for request, public in reading_requests(apps)
        if any(pattern.search(request) for pattern in patterns) != public
    ]
    assert wrong == []


def test_a_query_and_a_longer_path_are_told_apart() -> None:
    patterns = known_to_the_gateway()

    def known(request: str) -> bool:
        return any(pattern.search(request) for pattern in patterns)

    assert known("GET /api/kindergartens/kindergartens?district=1110")
    assert not known("GET /api/kindergartens/districts/1110")
    assert not known("POST /api/kindergartens/kindergartens")
