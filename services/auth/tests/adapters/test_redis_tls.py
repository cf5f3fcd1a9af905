"""A Redis that speaks TLS only, and knows users."""

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from redis.exceptions import AuthenticationError, RedisError

from kezek.auth.adapters.redis import connect
from kezek.platform.testing import eventually
from kezek.platform.testing.certificates import Certified, certify

SETTINGS = """
bind 127.0.0.1
port 0
tls-port {port}
tls-cert-file {chain}
tls-key-file {chain}
tls-ca-cert-file {ca_file}
tls-auth-clients no
save ""
dir {folder}
user default off
user auth on >right ~* &* +@all
"""


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Certified:
    return certify(tmp_path_factory.mktemp("tls"), "ours")


@pytest.fixture
async def port(ours: Certified, tmp_path: Path) -> AsyncIterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    settings = tmp_path / "redis.conf"
    settings.write_text(SETTINGS.format(port=port, chain=ours.chain, ca_file=ours.ca_file, folder=tmp_path))
    server = await asyncio.create_subprocess_exec(
        "/usr/bin/redis-server", str(settings), stdout=asyncio.subprocess.DEVNULL
    )
    await eventually(lambda: answers(port, ours.ca_file), "Redis")
    yield port
    server.terminate()
    await server.wait()


async def answers(port: int, ca_file: Path | None, who: str = "rediss://auth:right") -> bool:
    async with connect(f"{who}@127.0.0.1:{port}/0", 5.0, ca_file) as client:
        try:
            return bool(await client.ping())
        except AuthenticationError:
            raise
        except RedisError:
            return False


async def test_redis_is_spoken_to_by_its_certificate_and_by_name(port: int, ours: Certified, tmp_path: Path) -> None:
    assert await answers(port, ours.ca_file)
    assert not await answers(port, certify(tmp_path, "theirs").ca_file)
    assert not await answers(port, None, "redis://auth:right")
    with pytest.raises(AuthenticationError):
        await answers(port, ours.ca_file, "rediss://auth:wrong")
