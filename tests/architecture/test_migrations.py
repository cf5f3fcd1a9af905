"""Migrations of every service go up and down, and give what the tables in the code say."""

import asyncio
from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from kezek.platform import tables
from kezek.platform.migrate import downgrade, upgrade
from tests.architecture.guards import ROOT, SERVICES

MakeSettings = Callable[..., Awaitable[Any]]


def differences(url: str, service: str, wanted: sa.MetaData) -> list[Any]:
    """What alembic would change to make the schema as the code says."""
    options = {"options": f"-c search_path={service}"}
    engine = sa.create_engine(url.replace("+asyncpg", "+psycopg"), connect_args=options)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = compare_metadata(context, wanted)
    engine.dispose()
    return [each for each in found if not (each[0] == "remove_table" and each[1].name == "alembic_version")]


def wanted_of(service: str) -> sa.MetaData:
    both = tables.service_metadata()
    for part in (tables.metadata, import_module(f"kezek.{service}.adapters.tables").metadata):
        for table in part.tables.values():
            table.to_metadata(both)
    return both


def table_names(url: str, service: str) -> list[str]:
    engine = sa.create_engine(url.replace("+asyncpg", "+psycopg"))
    names = sa.inspect(engine).get_table_names(service)
    engine.dispose()
    return sorted(names)


@pytest.mark.parametrize("service", SERVICES)
async def test_the_migrations_give_the_tables_of_the_code(service: str, make_settings: MakeSettings) -> None:
    settings = await make_settings(service)
    found = await asyncio.to_thread(differences, settings.migration_database_url, service, wanted_of(service))
    assert found == []


async def test_a_column_that_no_migration_made_is_found(make_settings: MakeSettings) -> None:
    settings = await make_settings("queue")
    wanted = wanted_of("queue")
    wanted.tables["outbox"].append_column(sa.Column("planted", sa.Text))
    ((kind, _, table, column),) = await asyncio.to_thread(differences, settings.migration_database_url, "queue", wanted)
    assert (kind, table, column.name) == ("add_column", "outbox", "planted")


@pytest.mark.parametrize("service", SERVICES)
async def test_the_migrations_go_down_and_up_again(service: str, make_settings: MakeSettings) -> None:
    url = (await make_settings(service)).migration_database_url
    migrations = ROOT / "services" / service / "migrations"
    before = table_names(url, service)
    await asyncio.to_thread(downgrade, service, migrations, url)
    assert table_names(url, service) == ["alembic_version"]
    await asyncio.to_thread(upgrade, service, migrations, url)
    assert table_names(url, service) == before
