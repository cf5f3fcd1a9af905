"""The migrations go down and up again, and make the tables that the code knows."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from kezek.platform.migrate import downgrade, upgrade
from kezek.referrals.adapters import tables

MIGRATIONS = Path(__file__).parents[1] / "migrations"


def _columns(connection: sa.Connection) -> dict[str, set[tuple[str, bool]]]:
    inspected = sa.inspect(connection)
    return {
        name: {(column["name"], column["nullable"]) for column in inspected.get_columns(name)}
        for name in inspected.get_table_names()
    }


async def test_down_and_up_again(make_settings: Callable[..., Any], make_database: Callable[..., Any]) -> None:
    settings = await make_settings("referrals")
    database = await make_database("referrals")
    await asyncio.to_thread(downgrade, "referrals", MIGRATIONS, settings.migration_database_url)
    async with database.engine.connect() as connection:
        assert set(await connection.run_sync(_columns)) <= {"alembic_version"}
    await asyncio.to_thread(upgrade, "referrals", MIGRATIONS, settings.migration_database_url)
    async with database.engine.connect() as connection:
        there = await connection.run_sync(_columns)
    for table in tables.metadata.sorted_tables:
        assert there[table.name] == {(column.name, bool(column.nullable)) for column in table.columns}
