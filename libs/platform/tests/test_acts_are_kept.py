"""The role a service runs as cannot change or delete what was signed; it is tried in every service that has acts."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from types import SimpleNamespace

import pytest
import sqlalchemy as sa

from kezek.contracts.ids import new_id
from kezek.platform import tables
from kezek.platform.act_rows import insert_receipt, prune_drafts
from kezek.platform.db import Database
from kezek.platform.testing import an_actor

WITH_ACTS = ("applications", "documents", "kindergartens", "referrals")
CHANGES = (
    "update act set outcome = '{\"result\": {}}'",
    "update act set finished_at = now()",
    "update act set statement = 'other'",
    "delete from act",
    "update act_receipt set verdict = null",
    "update act_receipt set cms = 'other'",
    "update act_receipt set received_at = received_at - interval '1 day'",
    "delete from act_receipt",
    "truncate act cascade",
    "truncate act_receipt",
    "alter table act disable trigger all",
    "set session_replication_role = replica",
    "drop trigger act_is_kept on act",
)
OF_WHAT_WAITS = (
    "update act set statement = 'other'",
    "update act set body = '{}'",
    "update act set expires_at = expires_at + interval '1 day'",
    "update act_receipt set cms = 'other'",
    "update act_receipt set received_at = received_at - interval '1 day'",
    "delete from act_receipt",
)


@pytest.fixture(params=WITH_ACTS)
async def database(request: pytest.FixtureRequest, make_database: Callable[..., Awaitable[Database]]) -> Database:
    return await make_database(request.param)


async def received(database: Database) -> None:
    """An act with a receipt that nobody has judged yet."""
    actor, now = an_actor(), database.clock.now()
    values = {
        "id": new_id(),
        "type": "probe",
        "subject": "s",
        "actor": actor.to_claims(),
        "body": {"a": 1},
        "facts": {},
    }
    values |= {"statement": b"said", "created_at": now, "expires_at": now + timedelta(minutes=15)}
    async with database.write() as tx:
        await tx.execute(sa.insert(tables.act).values(**values))
        await insert_receipt(tx, SimpleNamespace(**values), actor, b"cms")


async def refused(database: Database, change: str) -> str:
    with pytest.raises(sa.exc.DBAPIError) as refusal:
        async with database.write() as tx:
            await tx.execute(sa.text(change))
    return str(refusal.value.orig.sqlstate)  # type: ignore[union-attr]


async def test_what_is_finished_is_neither_changed_nor_deleted(database: Database) -> None:
    await received(database)
    async with database.write() as tx:
        await tx.execute(sa.text("update act_receipt set verdict = 'valid', algorithm = 'rsa'"))
        await tx.execute(sa.text("update act set outcome = '{\"result\": {}}', finished_at = now()"))
    assert {change: await refused(database, change) for change in CHANGES} == dict.fromkeys(CHANGES, "42501")


async def test_what_was_brought_is_not_changed_before_it_is_finished(database: Database) -> None:
    await received(database)
    assert {await refused(database, change) for change in OF_WHAT_WAITS} == {"42501"}


async def test_drafts_nobody_signed_are_still_forgotten(database: Database) -> None:
    now = database.clock.now()
    values = {"id": new_id(), "type": "probe", "subject": "s", "actor": {}, "body": {}, "facts": {}, "statement": b""}
    async with database.write() as tx:
        await tx.execute(sa.insert(tables.act).values(**values, created_at=now, expires_at=now - timedelta(days=2)))
        assert await prune_drafts(tx) == 1
