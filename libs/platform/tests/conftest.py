"""A made-up service `probe` with a table of its own and events of its own, to try the platform on."""

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest
import sqlalchemy as sa

from kezek.contracts.events import Event
from kezek.contracts.topics import EVENTS
from kezek.platform.db import Database, Tx
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.messaging.records import Received
from kezek.platform.settings import Environment, Settings
from kezek.platform.signatures import Verifier
from kezek.platform.testing import Authority, MovableClock
from kezek.platform.testing.certificates import Certified, certify

MIGRATIONS = Path(__file__).parent / "migrations"
MakeEvent = Callable[..., type[Event]]


@pytest.fixture
async def database(make_database: Callable[..., Awaitable[Database]]) -> Database:
    return await make_database("probe", migrations=MIGRATIONS)


@pytest.fixture
async def settings(make_settings: Callable[..., Awaitable[Any]]) -> Settings:
    made: Settings = await make_settings("probe", migrations=MIGRATIONS)
    return made


@pytest.fixture
async def probe_owner(owner_url: Callable[..., Awaitable[str]]) -> str:
    """Where the owner of the schema `probe` reaches it."""
    return await owner_url("probe", migrations=MIGRATIONS)


@pytest.fixture
def make_event(monkeypatch: pytest.MonkeyPatch) -> MakeEvent:
    """Makes an event type that is known for this test: `Happened(subject="a", number=1)`."""

    def make(topic: str = "") -> type[Event]:
        name = secrets.token_hex(4)

        class Happened(Event):
            TYPE: ClassVar[str] = f"probe.happened-{name}.v1"
            TOPIC: ClassVar[str] = topic or f"test.{name}"

            subject: str
            number: int = 0

            def key(self) -> str:
                return self.subject

        monkeypatch.setitem(EVENTS, Happened.TYPE, Happened)
        return Happened

    return make


@pytest.fixture
def happened(make_event: MakeEvent) -> type[Event]:
    return make_event()


@pytest.fixture
def writing() -> Callable[[type[Event]], Consumers]:
    """Handlers that write each event's subject as a step; a subject that begins with `bad` makes them fail."""

    def consumers(event: type[Event]) -> Consumers:
        made = Consumers("probe")

        @made.on(event)
        async def on_happened(tx: Tx, event: Any, received: Received) -> None:
            await tx.execute(sa.text("insert into step (name) values (:name)"), {"name": event.subject})
            if event.subject.startswith("bad"):
                raise ValueError(event.subject)

        return made

    return consumers


@pytest.fixture
def steps(database: Database) -> Callable[[], Awaitable[list[str]]]:
    async def read() -> list[str]:
        async with database.read() as tx:
            return [row.name for row in await tx.rows(sa.text("select name from step order by id"))]

    return read


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Certified:
    """A server's certificate by the authority we trust."""
    return certify(tmp_path_factory.mktemp("tls"), "ours")


@pytest.fixture(scope="session")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> Certified:
    """Another authority's."""
    return certify(tmp_path_factory.mktemp("tls"), "theirs")


@pytest.fixture
async def make_verifier(
    authority: Authority, sandbox_clock: MovableClock, tmp_path: Path
) -> AsyncIterator[Callable[..., Verifier]]:
    """Verifiers that ask the test's own authority; each is like another process of the same machine."""
    made: list[Verifier] = []

    def make(**given: Any) -> Verifier:
        values: dict[str, Any] = {
            "environment": Environment.SANDBOX,
            "database_url": "",
            "trust_list": authority.signing.trust_list,
            "revocation_addresses": authority.url,
            "revocation_folder": tmp_path / "lists",
            **given,
        }
        made.append(Verifier.of(Settings(**values), sandbox_clock))
        return made[-1]

    yield make
    for each in made:
        await each.close()
