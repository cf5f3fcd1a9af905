"""A made-up service `probe` with a table of its own, to try the platform on."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from kezek.platform.db import Database
from kezek.platform.settings import Settings

MIGRATIONS = Path(__file__).parent / "migrations"


@pytest.fixture
async def database(make_database: Callable[..., Awaitable[Database]]) -> Database:
    return await make_database("probe", migrations=MIGRATIONS)


@pytest.fixture
async def settings(make_settings: Callable[..., Awaitable[Any]]) -> Settings:
    made: Settings = await make_settings("probe", migrations=MIGRATIONS)
    return made
