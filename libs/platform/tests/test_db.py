import pytest
import sqlalchemy as sa

from kezek.platform.db import Database


async def test_a_block_that_ends_well_is_committed(database: Database) -> None:
    async with database.write() as tx:
        await tx.execute(sa.text("insert into step (name) values ('one')"))
    async with database.read() as tx:
        assert await tx.value(sa.text("select name from step")) == "one"


async def test_tables_are_empty_in_every_test(database: Database) -> None:
    async with database.read() as tx:
        assert await tx.value(sa.text("select count(*) from step")) == 0


async def test_a_read_transaction_cannot_write(database: Database) -> None:
    async with database.read() as tx:
        with pytest.raises(sa.exc.DBAPIError, match="read-only"):
            await tx.rows(sa.text("insert into step (name) values ('one') returning id"))
