import asyncio
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest
from aiokafka.admin import AIOKafkaAdminClient

from kezek.contracts.topics import TOPICS
from kezek_local.errors import PortTakenError
from kezek_local.launch import Life, start_time
from kezek_local.ports import SERVICES
from kezek_local.reaping import reap
from kezek_local.stack import Stack
from kezek_local.testing import temporary_stack

pytestmark = [pytest.mark.stack, pytest.mark.xdist_group("clock")]


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    with temporary_stack(services=(), with_sandbox=False) as running:
        yield running


def lives(stack: Stack) -> list[Life]:
    pids = [pid for name in [*stack.programs(), "supervisor"] if (pid := stack.pid(name)) is not None]
    return [Life(pid, started) for pid in pids if (started := start_time(pid)) is not None]


def healthy(stack: Stack) -> bool:
    return all(row.healthy and row.state in {"RUNNING", "STARTING"} for row in stack.status())


def plain(url: str) -> str:
    return url.replace("+asyncpg", "")


@pytest.mark.parametrize("server", ["postgres", "redis", "kafka"])
def test_a_killed_server_comes_back_by_itself(stack: Stack, server: str) -> None:
    gone = Life(stack.kill(server), 0)
    stack.wait_ready(server)
    assert stack.pid(server) != gone.pid


def test_up_again_changes_nothing_when_everything_runs(stack: Stack) -> None:
    before = lives(stack)
    stack.up()
    assert lives(stack) == before


def test_up_heals_a_stack_whose_supervisor_was_killed(stack: Stack) -> None:
    before = lives(stack)
    stack.kill("supervisor")
    stack.up()
    assert healthy(stack)
    assert not any(life.alive() for life in before)


def test_up_starts_what_was_stopped(stack: Stack) -> None:
    stack.stop("redis")
    stack.up()
    assert healthy(stack)


def test_files_of_a_stack_are_the_owners_alone(stack: Stack) -> None:
    """As root, servers' own users may pass some folders and read what the gateway shows to everybody; nothing else."""
    root, gateway = stack.folders.root, stack.folders.openapi.parent
    as_root = os.geteuid() == 0
    public = [path for folder in ("pages", "web") for path in (gateway / folder, *(gateway / folder).rglob("*"))]
    passed = {root, root / "data", gateway, *(path for path in public if path.is_dir())} if as_root else set()
    shown = {stack.folders.openapi, *(path for path in public if path.is_file())} if as_root else set()
    others = {path for path in (root, *root.rglob("*")) if readable(path)}
    assert others == passed | shown
    assert {stat.S_IMODE(path.stat().st_mode) for path in passed} <= {0o711}
    assert {stat.S_IMODE(path.stat().st_mode) for path in shown} <= {0o644}


def readable(path: Path) -> bool:
    """Whether somebody else than the owner may do anything with it; what a server has just removed nobody can."""
    try:
        return bool(path.lstat().st_mode & 0o077)
    except FileNotFoundError:
        return False


def test_every_topic_of_the_contracts_is_there(stack: Stack) -> None:
    async def listed() -> set[str]:
        client = AIOKafkaAdminClient(**stack.kafka().options())
        await client.start()
        try:
            return set(await client.list_topics())
        finally:
            await client.close()

    assert {topic.name for topic in TOPICS} <= asyncio.run(listed())


async def test_a_service_reads_and_writes_its_own_schema_and_nothing_else(stack: Stack) -> None:
    owner = await asyncpg.connect(plain(stack.owner_url("queue")))
    await owner.execute("CREATE TABLE probe (id bigint GENERATED ALWAYS AS IDENTITY, note text)")
    own = await asyncpg.connect(plain(stack.database_url("queue")))
    other = await asyncpg.connect(plain(stack.database_url("referrals")))
    try:
        await own.execute("INSERT INTO probe (note) VALUES ('mine')")
        assert await own.fetchval("SELECT count(*) FROM queue.probe") == 1
        for refused in ("DROP TABLE probe", "CREATE TABLE own (id int)", "TRUNCATE probe"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await own.execute(refused)
        for schema in (name for name in SERVICES if name != "referrals"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await other.execute(f"CREATE TABLE {schema}.stray (id int)")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await other.fetch("SELECT * FROM queue.probe")
    finally:
        await owner.execute("DROP TABLE probe")
        for connection in (owner, own, other):
            await connection.close()


def test_a_second_stack_on_the_same_ports_is_refused_by_name(stack: Stack) -> None:
    second = Stack(stack.folders.root / "second", stack.ports, services=(), with_sandbox=False)
    with pytest.raises(PortTakenError, match="meant for PostgreSQL"):
        second.up()


def test_down_leaves_no_process_even_without_its_supervisor(stack: Stack) -> None:
    before = lives(stack)
    stack.kill("supervisor")
    stack.down()
    assert not any(life.alive() for life in before)
    assert reap(stack.folders) == 0
    stack.down()
