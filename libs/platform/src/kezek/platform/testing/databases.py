"""A database for each test process, with schemas and roles as in production, emptied between tests."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg

from kezek.platform.migrate import upgrade
from kezek_local.folders import CHECKOUT
from kezek_local.prepare import make_database
from kezek_local.stack import Stack

_ONE_AT_A_TIME = 72051103
_FILLED = """
do $$ declare each record; filled boolean; names text[] := '{{}}'; begin
  for each in select tablename from pg_tables where schemaname = '{service}' and tablename <> all('{{{kept}}}') loop
    execute format('select exists (select from %I.%I)', '{service}', each.tablename) into filled;
    if filled then names := names || format('%I.%I', '{service}', each.tablename); end if;
  end loop;
  if names <> '{{}}' then
    perform set_config('session_replication_role', 'replica', true);  -- what refuses to be emptied is emptied, too
    execute 'truncate ' || array_to_string(names, ', ') || ' restart identity cascade';
  end if;
end $$
"""


class Databases:
    """The database of this process; a service's schema is made when a test first asks for it."""

    def __init__(self, servers: Stack, name: str) -> None:
        self._servers = servers
        self._name = name
        self._superuser = servers.superuser_url.replace("+asyncpg", "").rpartition("/")[0]
        self._kept: dict[str, list[str]] = {}
        self._connection: Any = None

    def url(self, role: str) -> str:
        """Where this role reaches the database."""
        return self._servers.at.database(role, self._name)

    async def ready(self, service: str, migrations: Path | None = None) -> None:
        """See to it that the service's schema is there and as empty as its migrations left it."""
        if service in self._kept:
            kept = ",".join(self._kept[service])
            await self._connection.execute(_FILLED.format(service=service, kept=kept))
            return
        async with self._alone():
            passwords = {role: self._servers.secrets[role] for role in (service, f"{service}_owner")}
            await make_database(f"{self._superuser}/postgres", passwords, [service], self._name)
        await self._connect()
        source = migrations or CHECKOUT / "services" / service / "migrations"
        await asyncio.to_thread(upgrade, service, source, self.url(f"{service}_owner"))
        self._kept[service] = await self._seeded(service)

    async def close(self) -> None:
        """Drop the database: the servers may outlive the run."""
        if self._connection is None:
            return
        await self._connection.close()
        server = await asyncpg.connect(f"{self._superuser}/postgres")
        await server.execute(f'drop database if exists "{self._name}" with (force)')
        await server.close()

    async def _connect(self) -> None:
        if self._connection is None:
            settings = {"lock_timeout": "5s", "client_min_messages": "warning"}
            self._connection = await asyncpg.connect(f"{self._superuser}/{self._name}", server_settings=settings)
            await self._connection.execute(f'alter database "{self._name}" set synchronous_commit = off')

    async def _seeded(self, service: str) -> list[str]:
        tables = await self._connection.fetch("select tablename from pg_tables where schemaname = $1", service)
        names = [row["tablename"] for row in tables]
        query = 'select exists (select from "{}"."{}")'
        return [name for name in names if await self._connection.fetchval(query.format(service, name))]

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[None]:
        """Roles belong to all databases: two processes must not change them at once."""
        connection = await asyncpg.connect(f"{self._superuser}/postgres")
        try:
            await connection.execute("select pg_advisory_lock($1)", _ONE_AT_A_TIME)
            yield
        finally:
            await connection.close()
