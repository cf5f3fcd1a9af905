"""Transactions as dependencies. Function scope: the commit comes before the answer, so a failed commit is an error."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request

from kezek.platform.clock import Clock
from kezek.platform.db import Database, ReadTx, Tx
from kezek.platform.errors import Refusal


async def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


DatabaseDep = Annotated[Database, Depends(_database)]


async def _open_write(database: DatabaseDep) -> AsyncIterator[Tx]:
    refused: Refusal | None = None
    async with database.write() as tx:
        try:
            yield tx
        except Refusal as refusal:
            if not refusal.leaves_trace:
                raise
            refused = refusal
    if refused is not None:
        raise refused


async def _open_read(database: DatabaseDep) -> AsyncIterator[ReadTx]:
    async with database.read() as tx:
        yield tx


async def _clock(request: Request) -> Clock:
    clock: Clock = request.app.state.clock
    return clock


Transaction = Annotated[Tx, Depends(_open_write, scope="function")]
Reading = Annotated[ReadTx, Depends(_open_read, scope="function")]
ClockDep = Annotated[Clock, Depends(_clock)]
