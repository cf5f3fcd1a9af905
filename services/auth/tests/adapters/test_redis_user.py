"""Redis knows auth by a user of its own, who may do what auth does and nothing else (docs/adr/0020)."""

from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest
from redis.asyncio import Redis, from_url
from redis.exceptions import AuthenticationError, NoPermissionError, ResponseError

from kezek.auth.adapters.redis import connect

pytestmark = pytest.mark.servers


@pytest.fixture
async def of_auth(auths_redis_url: str) -> AsyncIterator[Redis]:
    async with connect(auths_redis_url, 5.0) as client:
        yield client


async def test_auth_keeps_what_is_its_own(of_auth: Redis) -> None:
    assert await of_auth.set("auth:mine", "1", ex=10)
    assert await of_auth.get("auth:mine") == b"1"


@pytest.mark.parametrize(
    "command",
    [
        ("GET", "another:key"),
        ("SET", "another:key", "1"),
        ("KEYS", "*"),
        ("SCAN", "0"),
        ("FLUSHALL",),
        ("FLUSHDB",),
        ("CONFIG", "GET", "*"),
        ("ACL", "LIST"),
        ("CLIENT", "LIST"),
        ("MONITOR",),
        ("SAVE",),
        ("SHUTDOWN",),
        ("REPLICAOF", "127.0.0.1", "1"),
        ("SCRIPT", "FLUSH"),
        ("PUBLISH", "auth:channel", "1"),
        ("MIGRATE", "127.0.0.1", "1", "auth:mine", "0", "100"),
    ],
)
async def test_auth_may_do_nothing_else(of_auth: Redis, command: tuple[str, ...]) -> None:
    with pytest.raises(NoPermissionError):
        await of_auth.execute_command(*command)


@pytest.mark.parametrize("command", ["redis.call('FLUSHALL')", "redis.call('GET', 'another:key')"])
async def test_a_script_of_auths_may_do_no_more(of_auth: Redis, command: str) -> None:
    with pytest.raises(ResponseError, match="The user executing the script can't"):
        await of_auth.register_script(command)()


@pytest.mark.parametrize("wrong", ["", ":guessed@", "auth:guessed@", "nobody:guessed@", ":{password}@"])
async def test_who_is_not_known_is_not_heard(auths_redis_url: str, wrong: str) -> None:
    """Neither is the user whom Redis has by itself, whatever the password."""
    at = urlsplit(auths_redis_url)
    url = f"redis://{wrong.format(password=at.password)}{at.hostname}:{at.port}{at.path}"
    async with from_url(url) as client:
        with pytest.raises(AuthenticationError):
            await client.get("auth:mine")
