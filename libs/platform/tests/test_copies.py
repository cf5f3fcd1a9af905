import asyncio
from typing import ClassVar
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.contracts.events import Event
from kezek.contracts.ids import new_id
from kezek.platform.copies import Copies, copy_table, keep_newer
from kezek.platform.db import Database
from kezek.platform.tables import service_metadata
from kezek.platform.testing import eventually


class Thing(Event):
    TYPE: ClassVar[str] = "probe.thing.v1"
    TOPIC: ClassVar[str] = "probe.thing"

    thing_id: UUID
    colour: str

    def key(self) -> str:
        return str(self.thing_id)


TABLE = copy_table("thing", service_metadata(), "id", sa.Column("colour", sa.Text, nullable=False))
things = Copies(TABLE, Thing)
WAITING = sa.text(
    "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"
)


async def keep(database: Database, thing: Thing, version: int) -> bool:
    async with database.write() as tx:
        return await things.keep(tx, thing, version, colour=thing.colour)


async def row_of(database: Database, thing_id: UUID) -> tuple[int, str, str]:
    """The version of a copy, and its colour by what was kept and by what it is searched by."""
    async with database.read() as tx:
        row = await tx.row(sa.select(TABLE).where(TABLE.c.id == thing_id))
    assert row is not None
    return row.version, row.state["colour"], row.colour


@pytest.fixture
def red() -> Thing:
    return Thing(thing_id=new_id(), colour="red")


@pytest.fixture
def blue(red: Thing) -> Thing:
    return red.model_copy(update={"colour": "blue"})


async def test_the_first_version_that_comes_is_kept_whichever_it_is(database: Database, red: Thing) -> None:
    assert await keep(database, red, 7)
    async with database.read() as tx:
        assert await things.find(tx, red.thing_id) == red


async def test_a_newer_version_replaces_all_of_a_copy(database: Database, red: Thing, blue: Thing) -> None:
    assert await keep(database, red, 1)
    assert await keep(database, blue, 3)
    assert await row_of(database, red.thing_id) == (3, "blue", "blue")


@pytest.mark.parametrize("version", [1, 2])
async def test_an_older_version_and_the_same_change_nothing(
    database: Database, red: Thing, blue: Thing, version: int
) -> None:
    await keep(database, red, 2)
    assert not await keep(database, blue, version)
    assert await row_of(database, red.thing_id) == (2, "red", "red")


async def test_one_copy_knows_nothing_of_anothers_version(database: Database, red: Thing) -> None:
    await keep(database, red, 5)
    assert await keep(database, Thing(thing_id=new_id(), colour="red"), 1)


async def test_of_deliveries_at_once_the_newest_stays(database: Database, red: Thing) -> None:
    async def deliver(version: int) -> bool:
        return await keep(database, red.model_copy(update={"colour": f"shade {version}"}), version)

    await asyncio.gather(*(deliver(version) for version in range(1, 20)))
    assert await row_of(database, red.thing_id) == (19, "shade 19", "shade 19")


async def somebody_waits(database: Database) -> bool:
    async with database.read() as tx:
        return bool(await tx.value(WAITING))


@pytest.mark.parametrize(("first", "second", "stays"), [(1, 2, "blue"), (2, 1, "red"), (2, 2, "red")])
async def test_the_second_of_two_at_once_is_compared_with_what_the_first_left(
    database: Database, red: Thing, blue: Thing, first: int, second: int, stays: str
) -> None:
    async with database.write() as tx:
        await things.keep(tx, red, first, colour="red")
        other = asyncio.create_task(keep(database, blue, second))
        await eventually(lambda: somebody_waits(database), "the second at the row of the first")
    assert await other is (stays == "blue")
    assert await row_of(database, red.thing_id) == (max(first, second), stays, stays)


async def test_a_copy_that_has_not_come_is_not_found(database: Database) -> None:
    async with database.read() as tx:
        assert await things.find(tx, new_id()) is None


async def test_of_many_those_are_found_that_have_come(database: Database, red: Thing) -> None:
    other = Thing(thing_id=new_id(), colour="green")
    for thing in (red, other, Thing(thing_id=new_id(), colour="not asked for")):
        await keep(database, thing, 1)
    async with database.read() as tx:
        found = await things.find_many(tx, {red.thing_id, other.thing_id, new_id()})
        assert await things.find_many(tx, []) == {}
    assert found == {red.thing_id: red, other.thing_id: other}


async def test_a_table_of_a_services_own_columns_is_kept_alike(database: Database) -> None:
    probe = sa.Table(
        "probe",
        sa.MetaData(),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("number", sa.BigInteger),
        sa.Column("version", sa.BigInteger),
    )
    async with database.write() as tx:
        answers = [
            await keep_newer(tx, probe, version, {"key": "a", "number": version * 10}) for version in (2, 1, 2, 3)
        ]
        assert answers == [True, False, False, True]
        assert [tuple(row) for row in await tx.rows(sa.select(probe))] == [("a", 30, 3)]
