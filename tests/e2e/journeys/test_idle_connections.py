"""A connection that has waited for a while still serves: what is sent on it is never lost to a closing server."""

import asyncio

import pytest
from tests.e2e.raw import again_after

from kezek_local.ports import SERVICES
from kezek_local.stack import Stack

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]
# longer than common clients keep a connection: httpx and Node.js 5 s
IDLE_S = 6.0


async def test_no_program_closes_a_connection_before_its_caller_does(stack: Stack) -> None:
    apis = [f"{stack.api_url(service)}/health/live" for service in SERVICES]
    workers = [f"{stack.worker_url(service)}/health/live" for service in SERVICES]
    others = [f"{stack.sandbox_url}/health/live", f"{stack.public_url}/api/auth/sign-in"]
    urls = [*apis, *workers, *others]
    statuses = await asyncio.gather(*(again_after(IDLE_S, url) for url in urls))
    assert dict(zip(urls, statuses, strict=True)) == dict.fromkeys(urls, 200)
