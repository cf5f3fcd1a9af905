"""The fixtures; loaded by the root `conftest.py`."""

import fcntl
import os
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import hypothesis
import pytest
import redis.asyncio
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from fastapi import FastAPI
from joserfc.jwk import OKPKey
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider

from kezek.contracts.hints import STREAM, HintKind
from kezek.platform.actors import Actor
from kezek.platform.db import Database
from kezek.platform.settings import Environment, RevocationPolicy, Settings
from kezek.platform.telemetry import structure_logs
from kezek.platform.testing.api import Api, running
from kezek.platform.testing.clock import MovableClock
from kezek.platform.testing.databases import Databases
from kezek.platform.testing.files import FileOffice
from kezek.platform.testing.people import an_actor
from kezek.platform.testing.servers import announce, shared_servers
from kezek.platform.testing.signing import Signing
from kezek.platform.tokens import TokenVerifier
from kezek_local.ports import SERVICES
from kezek_local.servers.kafka import ADMIN
from kezek_local.stack import Stack
from kezek_local.waiting import eventually

SettingsT = TypeVar("SettingsT", bound=Settings)
MakeSettings = Callable[..., Awaitable[Any]]
OwnerUrl = Callable[..., Awaitable[str]]
MakeDatabase = Callable[..., Awaitable[Database]]
OpenApi = Callable[[FastAPI], Awaitable[Api]]
MakeTopic = Callable[..., Awaitable[str]]

# whoever else uses the machine makes an example slow, not the code it tries
hypothesis.settings.register_profile("kezek", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("kezek")
_ENDING = pytest.StashKey[ExitStack]()
_REDIS_DATABASES = 16


def pytest_configure(config: pytest.Config) -> None:
    """Choose where this run's servers would be; keep one tracer provider for all applications of the process."""
    trace.set_tracer_provider(TracerProvider())
    structure_logs()
    if not hasattr(config, "workerinput"):
        config.stash[_ENDING] = ExitStack()
        announce(config.stash[_ENDING])
        lists = config.stash[_ENDING].enter_context(TemporaryDirectory(prefix="kezek-lists-"))
        os.environ["KEZEK_REVOCATION_FOLDER"] = lists  # this machine's own must not learn of authorities made up here


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what the run has started."""
    if _ENDING in config.stash:
        config.stash[_ENDING].close()


@pytest.fixture(scope="session")
def servers() -> Stack:
    """PostgreSQL, Kafka and Redis, started once for the run."""
    return shared_servers()


@pytest.fixture(scope="session")
def signing(tmp_path_factory: pytest.TempPathFactory) -> Signing:
    """An authority whose signatures count."""
    return Signing(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def token_key() -> OKPKey:
    """The key that signs tokens."""
    return OKPKey.generate_key("Ed25519", {"kid": "test"})


@pytest.fixture(scope="session")
async def databases(servers: Stack) -> AsyncIterator[Databases]:
    """The database of this test process."""
    opened = Databases(servers, f"test_{secrets.token_hex(6)}")
    yield opened
    await opened.close()


@pytest.fixture(scope="session")
def redis_number(servers: Stack) -> Iterator[int]:
    """A Redis database that no other test process uses."""
    for number in range(1, _REDIS_DATABASES):
        handle = os.open(servers.folders.root / f"redis-{number}", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
        else:
            yield number
            os.close(handle)
            return
    raise RuntimeError("all Redis databases are in use by other test processes")


@pytest.fixture
async def redis_url(servers: Stack, redis_number: int) -> str:
    """An empty Redis, as its administrator reaches it."""
    url = f"{servers.redis_url.rpartition('/')[0]}/{redis_number}"
    async with redis.asyncio.from_url(url) as client:
        await client.flushdb()
    return url


@pytest.fixture
def hinted(redis_url: str) -> Callable[..., Awaitable[None]]:
    """Waits until open pages of this subject were hinted, of this kind, about this id."""

    async def wait(subject: str, kind: HintKind, of: object) -> None:
        expected = {"to": subject, "kind": kind.value, "id": str(of)}

        async def is_told() -> bool:
            async with redis.asyncio.from_url(redis_url, decode_responses=True) as client:
                entries: Any = await client.xrange(STREAM)
            return any(expected.items() <= fields.items() for _, fields in entries)

        await eventually(is_told, f"a hint of {kind} to {subject}")

    return wait


@pytest.fixture
def auths_redis_url(servers: Stack, redis_url: str) -> str:
    """The same, as auth reaches it."""
    return _redis_of(servers, redis_url, "auth")


def _redis_of(servers: Stack, redis_url: str, service: str) -> str:
    """Redis as a service reaches it; one that is made up, as one does that may only tell."""
    user = service if service in SERVICES else "referrals"
    return f"{servers.at.redis(user).rpartition('/')[0]}/{redis_url.rpartition('/')[2]}"


@pytest.fixture
def sandbox_clock(tmp_path: Path) -> MovableClock:
    """A clock that the test moves; APIs and databases made in this test read it."""
    return MovableClock(tmp_path / "sandbox-clock")


@pytest.fixture
def actor() -> Callable[..., Actor]:
    """Makes signed-in people, of any grants."""
    return an_actor


@pytest.fixture(scope="session")
def file_office(tmp_path_factory: pytest.TempPathFactory) -> FileOffice:
    """Signs receipts as documents does, with keys that the services of `make_settings` know."""
    return FileOffice(tmp_path_factory.mktemp("file-keys"))


@pytest.fixture
async def make_settings(
    servers: Stack,
    databases: Databases,
    redis_url: str,
    sandbox_clock: MovableClock,
    signing: Signing,
    file_office: FileOffice,
) -> MakeSettings:
    """Settings of a service against the real servers, of its own kind if it has one.

    The service's schema is empty the first time a test asks for it.
    """
    fresh: set[str] = set()

    async def make(
        service: str,
        kind: type[SettingsT] | type[Settings] = Settings,
        *,
        migrations: Path | None = None,
        **values: Any,
    ) -> Settings:
        if service not in fresh:
            await databases.ready(service, migrations)
            fresh.add(service)
        given: dict[str, Any] = {
            "environment": Environment.SANDBOX,
            "database_url": databases.url(service),
            **_kafka_of(servers, service),
            "redis_url": _redis_of(servers, redis_url, service),
            "trust_list": signing.trust_list,
            "revocation": RevocationPolicy.OFF,
            "sandbox_clock_file": sandbox_clock.path,
            # whoever else uses the machine makes answers slow
            "act_answer_within_s": 120.0,
            "revocation_timeout_s": 30.0,
            **file_office.settings(service),
            "clamd": servers.at.clamd,
            "file_keys": servers.at.file_keys,
        }
        return kind(**{**given, **values})

    return make


@pytest.fixture
def owner_url(make_settings: MakeSettings, databases: Databases) -> OwnerUrl:
    """Where the owner of a service's schema reaches it; made like that of `make_settings`."""

    async def ready(service: str, *, migrations: Path | None = None) -> str:
        await make_settings(service, migrations=migrations)
        return databases.url(f"{service}_owner")

    return ready


def _kafka_of(servers: Stack, service: str) -> dict[str, Any]:
    """Kafka as the service reaches it; a made-up one, whose topics are made up too, as the administrator."""
    kafka = servers.kafka(service if service in SERVICES else ADMIN)
    return {"kafka_bootstrap": kafka.bootstrap, "kafka_user": kafka.user, "kafka_password": kafka.password}


@pytest.fixture
async def make_database(make_settings: MakeSettings, sandbox_clock: MovableClock) -> AsyncIterator[MakeDatabase]:
    """The service's database, empty, as its runtime role sees it."""
    async with AsyncExitStack() as ending:

        async def make(service: str, *, migrations: Path | None = None) -> Database:
            settings = await make_settings(service, migrations=migrations)
            database = Database(settings, service, sandbox_clock)
            ending.push_async_callback(database.close)
            return database

        yield make


@pytest.fixture
async def api(token_key: OKPKey, signing: Signing) -> AsyncIterator[OpenApi]:
    """Starts an application that `create_app` made."""
    async with AsyncExitStack() as ending:

        async def start(app: FastAPI) -> Api:
            await ending.enter_async_context(running(app))
            app.state.tokens = TokenVerifier("", keys=[token_key])
            return Api(app, token_key, signing)

        yield start


@pytest.fixture
async def kafka_topic(servers: Stack) -> AsyncIterator[MakeTopic]:
    """Makes topics that are gone after the test."""
    client = AIOKafkaAdminClient(**servers.kafka().options())
    await client.start()
    made: list[str] = []

    async def make(partitions: int = 1) -> str:
        name = f"test.{secrets.token_hex(8)}"
        made.append(name)

        async def led() -> bool:
            # a broker that was not heard for a moment makes no topics: asked again it does, and no second one
            await client.create_topics([NewTopic(name, partitions, 1)])
            (topic,) = await client.describe_topics([name])
            leaders = [partition["leader"] for partition in topic["partitions"]]
            return len(leaders) == partitions and min(leaders) >= 0

        await eventually(led, f"leaders of {name}")
        return name

    yield make
    if made:
        await client.delete_topics(made)
    await client.close()
