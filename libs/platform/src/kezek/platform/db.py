"""Read and write transactions on a service's own schema. Use cases get one and never commit."""

import json
import zlib
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from kezek.contracts.events import Envelope, Event
from kezek.contracts.hints import Hint, HintKind
from kezek.contracts.ids import new_id
from kezek.platform.clock import Clock
from kezek.platform.hints import Hints
from kezek.platform.settings import Settings
from kezek.platform.telemetry import current_traceparent
from kezek.platform.tls import verifying
from kezek.platform.wakes import Wake, Wakes

SHARDS = 16
# asyncpg's own error is what a query gets when the server ended the connection a moment before it
DATABASE_LOST = (OSError, sa.exc.SQLAlchemyError, asyncpg.InternalClientError)
_PASSING = frozenset({"08", "40", "53"})
_PASSING_CODES = frozenset({"55P03", "57P01", "57P02", "57P03"})


def shard_of(key: str) -> int:
    """The outbox shard of a record key: one relay at a time sends it, so order per key holds."""
    return zlib.crc32(key.encode()) % SHARDS


_TO_OUTBOX = sa.text(
    "insert into outbox (shard, topic, key, value, traceparent) "
    "select shard, topic, key, value, traceparent from unnest("
    "cast(:shard as smallint[]), cast(:topic as text[]), cast(:key as text[]), cast(:value as bytea[]), "
    "cast(:traceparent as text[])) as event (shard, topic, key, value, traceparent)"
)


class StaleStateError(Exception):
    """What was decided on is not what is stored: a lock was not taken, or a state was kept too long."""


class ReadTx:
    """A transaction that only reads."""

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        # what was read once and counts for the whole transaction; whoever changes it forgets it
        self.kept: dict[Any, Any] = {}

    def now(self) -> datetime:
        """The injected clock's time."""
        return self._clock.now()

    async def rows(self, statement: sa.Executable, params: Any = None) -> Sequence[sa.Row[Any]]:
        """All rows."""
        return (await self._connection.execute(statement, params)).all()

    async def row(self, statement: sa.Executable, params: Any = None) -> sa.Row[Any] | None:
        """The first row, or None."""
        return (await self._connection.execute(statement, params)).first()

    async def value(self, statement: sa.Executable, params: Any = None) -> Any:
        """The first column of the first row, or None."""
        return (await self._connection.execute(statement, params)).scalar()


class Snapshot(ReadTx):
    """A transaction that reads as of one instant, however long it lasts, and more than there is memory for."""

    async def stream(self, statement: sa.Executable, params: Any = None) -> AsyncIterator[sa.Row[Any]]:
        """All rows, a part at a time."""
        async with self._connection.stream(statement, params) as result:
            async for row in result:
                yield row


@dataclass
class _Written:
    """What a transaction will write to the outbox at its end, and whom its commit wakes and whose pages it tells."""

    events: list[dict[str, Any]] = field(default_factory=list)
    wakes: set[Wake] = field(default_factory=set)
    hints: list[Hint] = field(default_factory=list)


class Tx(ReadTx):
    """A transaction that writes state and, with it, the events that tell of it."""

    def __init__(
        self,
        connection: AsyncConnection,
        clock: Clock,
        causation_id: UUID | None = None,
        written: _Written | None = None,
        traceparent: str = "",
    ) -> None:
        super().__init__(connection, clock)
        self._causation_id = causation_id
        self._traceparent = traceparent
        self._written = written or _Written()

    def caused_by(self, event_id: UUID, traceparent: str = "") -> "Tx":
        """The same transaction, whose events name this one as their cause; their trace, if not the present one."""
        caused = Tx(self._connection, self._clock, event_id, self._written, traceparent)
        caused.kept = self.kept
        return caused

    def wrote(self, kind: Wake) -> None:
        """Once this is committed, wake who works on it."""
        self._written.wakes.add(kind)

    def hint(self, subject: str, kind: HintKind, of: object, version: int = 0) -> None:
        """Once this is committed, tell open pages of this subject that what they asked may have changed (ADR 27)."""
        self._written.hints.append(Hint(subject, kind, str(of), version))

    async def execute(self, statement: sa.Executable, params: Any = None) -> int:
        """Run a statement; the number of rows it touched."""
        return int((await self._connection.execute(statement, params)).rowcount)

    async def publish(self, event: Event, *, version: int, occurred_at: datetime | None = None) -> UUID:
        """Write an event to the outbox; lock the aggregate first, so that order per key is the order of versions.

        Returns:
            The event's id.
        """
        envelope = Envelope(
            event_id=new_id(),
            type=event.TYPE,
            occurred_at=occurred_at or self._clock.now(),
            key=event.key(),
            version=version,
            causation_id=self._causation_id,
            payload=event.model_dump(mode="json"),
        )
        self._to_outbox(event.TOPIC, envelope.key, envelope.model_dump_json().encode())
        return envelope.event_id

    async def erase(self, event: type[Event], key: str) -> None:
        """Write a tombstone to the outbox: a compacted topic forgets what it holds of this key."""
        self._to_outbox(event.TOPIC, key, b"")

    def _to_outbox(self, topic: str, key: str, value: bytes) -> None:
        self.wrote(Wake.OUTBOX)
        traceparent = self._traceparent or current_traceparent()
        self._written.events.append(
            {"shard": shard_of(key), "topic": topic, "key": key, "value": value, "traceparent": traceparent}
        )

    async def finish(self) -> _Written:
        """Write what was published, in its order, by one statement; what is to be told after the commit."""
        if events := self._written.events:
            columns = {name: [event[name] for event in events] for name in events[0]}
            await self._connection.execute(_TO_OUTBOX, columns)
            events.clear()
        return self._written

    def clock_offset(self) -> timedelta:
        """How far our clock runs ahead of the database's: what statements add to `clock_timestamp()`."""
        return self._clock.offset()

    async def database_now(self) -> datetime:
        """The database's clock at this very moment, plus the sandbox's offset: what `received_at` is made of."""
        instant: datetime = await self.value(sa.select(sa.func.clock_timestamp()))
        return instant + self._clock.offset()

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """A part that may fail without losing the rest; what it published is then not said either."""
        published, hinted = len(self._written.events), len(self._written.hints)
        try:
            async with self._connection.begin_nested():
                yield
        except BaseException:
            del self._written.events[published:], self._written.hints[hinted:]
            raise


class Database:
    """The service's pool; `write` commits when its block ends well and undoes everything otherwise."""

    def __init__(self, settings: Settings, service: str, clock: Clock) -> None:
        self.clock = clock
        self.engine = engine_for(settings, service)
        self.wakes = Wakes(settings, service)
        self.hints = Hints(settings)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[ReadTx]:
        """A read-only transaction."""
        async with self.engine.connect() as connection:
            await connection.execution_options(postgresql_readonly=True)
            yield ReadTx(connection, self.clock)

    @asynccontextmanager
    async def read_once(self) -> AsyncIterator[ReadTx]:
        """For a single statement, which needs no transaction around it: two round trips less than `read`."""
        async with self.engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            yield ReadTx(connection, self.clock)

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[Snapshot]:
        """A read-only transaction whose statements all see the same."""
        async with self.engine.connect() as connection:
            await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            yield Snapshot(connection, self.clock)

    @asynccontextmanager
    async def write(self, causation_id: UUID | None = None) -> AsyncIterator[Tx]:
        """A transaction that commits at the end of the block."""
        async with self.engine.begin() as connection:
            tx = Tx(connection, self.clock, causation_id)
            yield tx
            written = await tx.finish()
        if written.wakes:
            self.wakes.tell(written.wakes)
        if written.hints:
            self.hints.tell(written.hints)

    async def answers(self) -> bool:
        """Whether the database answers now."""
        return await self.silence() is None

    async def silence(self) -> Exception | None:
        """What keeps the database from answering now; None when it answers."""
        try:
            async with self.read() as tx:
                await tx.value(sa.text("select true"))
        except DATABASE_LOST as error:
            return error
        return None

    async def close(self) -> None:
        """Give the connections back."""
        await self.wakes.close()
        await self.hints.close()
        await self.engine.dispose()


def engine_for(settings: Settings, service: str) -> AsyncEngine:
    """An engine whose connections see the service's schema only."""
    engine = create_async_engine(
        settings.database_url,
        pool_size=settings.database_pool,
        max_overflow=2,
        pool_pre_ping=False,
        pool_use_lifo=True,  # so what a crowd opened falls idle
        pool_recycle=1800,
        hide_parameters=True,
        json_serializer=lambda value: json.dumps(value, ensure_ascii=False, default=str),
        connect_args={
            "ssl": verifying(settings.database_ca_file),
            "timeout": 5,
            "command_timeout": 30,
            "server_settings": {
                "search_path": service,
                "application_name": f"kezek.{service}",
                "lock_timeout": "5s",
                "idle_in_transaction_session_timeout": "60s",
                "idle_session_timeout": "60s",  # 4 MB of the server each
                "timezone": "UTC",
            },
        },
    )
    sa.event.listen(engine.sync_engine, "checkout", _leave_closed)
    sa.event.listen(engine.sync_engine, "handle_error", _note_lost)
    return engine


def _leave_closed(connection: Any, *_: Any) -> None:
    """What the server ended, idle or restarted, is opened anew; seen here, without a question, it costs no request."""
    if connection.driver_connection.is_closed():
        raise sa.exc.DisconnectionError


def _note_lost(context: Any) -> None:
    """The driver's confusion over a connection that ends under it is a lost connection too."""
    if isinstance(context.original_exception.__cause__, asyncpg.InternalClientError):
        context.is_disconnect = True


def passes_by_itself(error: BaseException) -> bool:
    """Whether it is the database's state and not the statement: connection lost, deadlock, lock not had in time.

    Or a statement prepared before a migration that gave its columns other types: it is prepared anew the next time.
    """
    if isinstance(error, sa.exc.DBAPIError):
        code = getattr(error.orig, "sqlstate", None) or ""
        outdated = error.orig is not None and isinstance(error.orig.__cause__, asyncpg.InvalidCachedStatementError)
        return outdated or error.connection_invalidated or code[:2] in _PASSING or code in _PASSING_CODES
    return isinstance(error, (ConnectionError, sa.exc.TimeoutError, asyncpg.InternalClientError))


async def is_newer(tx: Tx, aggregate: str, key: str, version: int) -> bool:
    """Whether this version of an aggregate has not been overtaken; remembers it (architecture §promises).

    For what leaves no row that could carry the version; copies carry theirs (`kezek.platform.copies`).
    """
    return await tx.execute(_SEE, {"aggregate": aggregate, "key": key, "version": version}) == 1


_SEE = sa.text(
    "insert into seen_version as seen (aggregate, key, version) values (:aggregate, :key, :version) "
    "on conflict (aggregate, key) do update set version = excluded.version where seen.version < excluded.version"
)
