"""A migration while requests run: a statement that is prepared on a pooled connection outlives the table it knew."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from datetime import datetime
from typing import Annotated, Any

import asyncpg
import pytest
import sqlalchemy as sa
from fastapi import APIRouter

from kezek.platform.actors import Actor, Role
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import Database, Tx, passes_by_itself
from kezek.platform.http.acts import ActsDep, PreparedAct, acts_router, prepared
from kezek.platform.http.app import create_app
from kezek.platform.http.permissions import Permission, Scope, require
from kezek.platform.http.transactions import Transaction
from kezek.platform.settings import Settings
from kezek.platform.testing import Api, an_actor, eventually

WALK = Permission("probe:walk", frozenset({Role.PARENT}), Scope.OWN_PERSON)
AT_ONCE = 4
ADDED = "alter table {table} add column if not exists surplus text"
DROPPED = "alter table {table} drop column if exists surplus"
Migrate = Callable[[str], Coroutine[Any, Any, None]]


class Nothing(ActModel):
    """Neither asked nor said."""


class Walked(ActModel):
    walked: str


class Walk(SignedAct[Nothing, Nothing, Walked]):
    """An act that asks the platform's tables and one of its own."""

    TYPE = "probe.walk"

    async def draft(self, tx: Tx, actor: Actor, body: Nothing) -> Draft[Nothing]:
        return Draft("step", Nothing(), ("I walk.",))

    async def lock(self, tx: Tx, subject: str) -> None:
        del tx, subject

    async def perform(self, tx: Tx, act: Act[Nothing, Nothing], received_at: datetime) -> Walked:
        await tx.execute(sa.text("insert into step (name) values (:name)"), {"name": str(act.id)})
        kept = await tx.value(sa.text("select name from step where name = :name"), {"name": str(act.id)})
        return Walked(walked=kept)


@pytest.fixture
async def service(settings: Settings, api: Any) -> Api:
    router, kind = APIRouter(), Walk()

    @router.post("/walks/acts")
    async def prepare(tx: Transaction, acts: ActsDep, actor: Annotated[Actor, require(WALK)]) -> PreparedAct:
        return prepared(await acts.prepare(tx, Walk, actor, Nothing()))

    started: Api = await api(create_app("probe", settings, [router, acts_router(WALK, [kind])], acts=[kind]))
    return started


@pytest.fixture
async def migrate(probe_owner: str) -> AsyncIterator[Migrate]:
    """Runs a statement for every table as the schema's owner, each committed by itself; what it adds is gone after."""
    connection = await asyncpg.connect(probe_owner.replace("+asyncpg", ""))
    await connection.execute("set search_path to probe")
    tables = await connection.fetch("select tablename from pg_tables where schemaname = 'probe'")

    async def run(statement: str) -> None:
        for row in tables:
            await connection.execute(statement.format(table=row["tablename"]))

    yield run
    await run(DROPPED)
    await connection.close()


async def test_no_request_notices_columns_that_come_and_go(service: Api, migrate: Migrate) -> None:
    answers: list[tuple[int, str]] = []
    enough = asyncio.Event()

    async def walk() -> None:
        while not enough.is_set():
            answer = await service.perform(an_actor(), "/walks/acts", {})
            answers.append((answer.status_code, answer.text))

    async def all_have_walked_on() -> None:
        until = len(answers) + 2 * AT_ONCE

        async def walked() -> bool:
            return len(answers) >= until

        await eventually(walked, "answers")

    walking = [asyncio.create_task(walk()) for _ in range(AT_ONCE)]
    try:
        for statement in (ADDED, DROPPED, ADDED):
            await all_have_walked_on()
            await migrate(statement)
        await all_have_walked_on()
    finally:
        enough.set()
        await asyncio.gather(*walking)
    assert [each for each in answers if each[0] != 200] == []


async def test_a_statement_whose_columns_have_other_types_now_passes_by_itself(
    database: Database, migrate: Migrate
) -> None:
    asked = sa.text("select surplus from step")
    await migrate(ADDED)
    async with database.read() as tx:
        await tx.rows(asked)
    await migrate("alter table {table} alter surplus type bigint using 1")
    with pytest.raises(sa.exc.DBAPIError) as caught:
        async with database.read() as tx:
            await tx.rows(asked)
    assert passes_by_itself(caught.value), "a request answers 503, a consumer tries again"
    async with database.read() as tx:
        assert await tx.rows(asked) == []
