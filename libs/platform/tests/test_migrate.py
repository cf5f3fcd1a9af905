"""`python -m kezek.platform.migrate`, as an operator runs it: against a real PostgreSQL, over TLS, as production."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.platform.testing.certificates import Certified
from kezek.platform.testing.entrances import tls_before
from kezek_local.stack import Stack

SERVICE = "moved"
MIGRATION = """
from alembic import op

revision, down_revision, branch_labels, depends_on = "{revision}", "{before}", None, None


def upgrade() -> None:
    op.execute("{up}")


def downgrade() -> None:
    op.execute("{down}")
"""


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """Those of the probe and one more."""
    folder = copytree(Path(__file__).parent / "migrations", tmp_path / "migrations")
    write(folder, "0002", "0001", "create table second (id bigint)", "drop table second")
    return folder


def write(folder: Path, revision: str, before: str, up: str, down: str) -> None:
    text = MIGRATION.format(revision=revision, before=before, up=up, down=down)
    (folder / "versions" / f"{revision}.py").write_text(text)


@pytest.fixture
async def owner(migrations: Path, owner_url: Callable[..., Awaitable[str]]) -> str:
    return await owner_url(SERVICE, migrations=migrations)


@pytest.fixture
async def given(owner: str, servers: Stack, ours: Certified) -> AsyncIterator[dict[str, Any]]:
    """The settings of production, for a PostgreSQL that speaks TLS."""
    async with tls_before(servers.ports.postgres, ours, asked=True) as port:
        yield {
            "SERVICE": SERVICE,
            "MIGRATION_DATABASE_URL": owner.replace(f":{servers.ports.postgres}/", f":{port}/"),
            "DATABASE_CA_FILE": ours.ca_file,
        }


async def migrate(folder: Path, given: dict[str, Any], *arguments: str) -> tuple[int | None, str]:
    """The exit code and what was said."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("KEZEK_")}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "kezek.platform.migrate", *arguments),
        cwd=folder,
        env={**own, **{f"KEZEK_{name}": str(value) for name, value in given.items()}},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said = (await asyncio.wait_for(process.communicate(), 120))[0].decode()
    return process.returncode, said.strip()


async def tables(owner: str) -> set[str]:
    def names() -> set[str]:
        engine = sa.create_engine(owner.replace("+asyncpg", "+psycopg"))
        found = sa.inspect(engine).get_table_names(SERVICE)
        engine.dispose()
        return set(found)

    return await asyncio.to_thread(names)


async def test_it_says_from_where_to_where(migrations: Path, given: dict[str, Any], owner: str) -> None:
    root = migrations.parent
    assert await migrate(root, given, "--downgrade", "base") == (0, "moved: 0002 → nothing")
    assert await tables(owner) == {"alembic_version"}
    assert await migrate(root, given) == (0, "moved: nothing → 0002")
    assert {"second", "outbox"} < await tables(owner)
    assert await migrate(root, given) == (0, "moved: at 0002 already")
    assert await migrate(root, given, "--downgrade", "0001") == (0, "moved: 0002 → 0001")
    assert "second" not in await tables(owner)
    assert await migrate(migrations, given, ".") == (0, "moved: 0001 → 0002")


async def test_what_fails_half_way_has_changed_nothing(migrations: Path, given: dict[str, Any], owner: str) -> None:
    write(migrations, "0003", "0002", "create table third (id bigint)", "")
    write(migrations, "0004", "0003", "alter table nowhere add column id bigint", "")
    code, said = await migrate(migrations.parent, given)
    assert (code, said) == (1, 'not migrated: relation "nowhere" does not exist')
    assert "third" not in await tables(owner)


@pytest.mark.parametrize(
    ("values", "cause"),
    [
        (
            {"MIGRATION_DATABASE_URL": "postgresql://moved_owner@db.example.kz/kezek"},
            "a user and a password in KEZEK_MIGRATION",
        ),
        ({"MIGRATION_DATABASE_URL": ""}, "KEZEK_MIGRATION_DATABASE_URL"),
        ({"DATABASE_CA_FILE": "nowhere.pem"}, "KEZEK_DATABASE_CA_FILE"),
        ({"SERVICE": ""}, "KEZEK_SERVICE"),
    ],
)
async def test_production_refuses_what_it_would_refuse_a_service(
    migrations: Path, given: dict[str, Any], values: dict[str, Any], cause: str
) -> None:
    code, said = await migrate(migrations.parent, {**given, **values})
    assert code == 1
    assert said.startswith("not migrated: ")
    assert cause in said
    assert len(said.splitlines()) == 1


async def test_production_migrates_nothing_without_tls(migrations: Path, given: dict[str, Any]) -> None:
    del given["DATABASE_CA_FILE"]
    code, said = await migrate(migrations.parent, given)
    assert (code, said) == (1, "not migrated: Value error, production needs KEZEK_DATABASE_CA_FILE")


async def test_a_server_whose_certificate_is_not_ours_is_not_migrated(
    migrations: Path, given: dict[str, Any], theirs: Certified
) -> None:
    code, said = await migrate(migrations.parent, {**given, "DATABASE_CA_FILE": theirs.ca_file})
    assert code == 1
    assert said.startswith("not migrated: ")
    assert "certificate verify failed" in said


async def test_a_server_by_another_name_is_not_migrated(migrations: Path, given: dict[str, Any]) -> None:
    url = given["MIGRATION_DATABASE_URL"].replace("@127.0.0.1:", "@localhost:")
    code, said = await migrate(migrations.parent, {**given, "MIGRATION_DATABASE_URL": url})
    assert code == 1
    assert "does not match host name" in said


async def test_a_server_without_tls_is_not_migrated(migrations: Path, given: dict[str, Any], owner: str) -> None:
    code, said = await migrate(migrations.parent, {**given, "MIGRATION_DATABASE_URL": owner})
    assert code == 1
    assert "does not support SSL" in said


async def test_a_wrong_password_is_said_and_not_shown(migrations: Path, given: dict[str, Any]) -> None:
    before, _, after = given["MIGRATION_DATABASE_URL"].partition("@")
    wrong = f"{before.rpartition(':')[0]}:never-to-be-shown@{after}"
    code, said = await migrate(migrations.parent, {**given, "MIGRATION_DATABASE_URL": wrong})
    assert code == 1
    assert "password authentication failed" in said
    assert "never-to-be-shown" not in said


async def test_a_revision_that_is_not_there_is_named(migrations: Path, given: dict[str, Any]) -> None:
    code, said = await migrate(migrations.parent, given, "--downgrade", "0009")
    assert code == 1
    assert said.startswith("not migrated: ")
    assert "0009" in said


async def test_an_empty_folder_is_no_success(migrations: Path, given: dict[str, Any]) -> None:
    assert await migrate(migrations.parent, given, "nowhere") == (1, "not migrated: no migrations in nowhere")
