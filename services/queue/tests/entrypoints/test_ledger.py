"""Everybody reads the heads of the ledger."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from kezek.platform.workdays import local_day, midnight_after
from kezek.queue.main_api import build_app
from kezek.queue.usecases.read_heads import read_heads


async def test_anybody_reads_the_last_hash_of_each_queue_on_a_day(play: Any, api: Any, make_settings: Any) -> None:
    queue = await api(build_app(await make_settings("queue")))
    other = replace(play.ref, district="1132")
    await play.queued("g1")
    await play.queued("g2", minute=1)
    await play.place(play.application("g3").model_copy(update={"queue": other}))
    statement = sa.text("select queue_id, sequence, hash, recorded_at from ledger order by queue_id, sequence desc")
    async with play.database.read() as tx:
        last = {row.queue_id: (row.sequence, row.hash.hex()) for row in reversed(await tx.rows(statement))}
        day = local_day((await tx.rows(statement))[0].recorded_at)

    answer = (await queue.by().get("/ledger/heads", params={"day": day.isoformat()})).json()

    told = [(each["queue"]["district"], each["sequence"], each["hash"]) for each in answer["items"]]
    assert told == [("1110", *last[str(play.ref)]), ("1132", *last[str(other)])]
    before = {"day": (day - timedelta(days=2)).isoformat()}
    empty = (await queue.by().get("/ledger/heads", params=before)).json()
    assert (empty["items"], empty["complete"]) == ([], True)


async def test_a_day_is_complete_once_nothing_of_it_is_still_being_written(play: Any) -> None:
    day = local_day(play.database.clock.now())
    over = midnight_after(day)
    async with play.database.read() as tx:
        found = [(await read_heads(tx, day, over + timedelta(minutes=minutes))).complete for minutes in (-1, 0, 14, 15)]
    assert found == [False, False, False, True]


async def test_a_day_that_is_none_is_refused(play: Any, api: Any, make_settings: Any) -> None:
    queue = await api(build_app(await make_settings("queue")))
    for day in ("9999-12-31", "0001-01-01", "today", ""):
        assert (await queue.by().get("/ledger/heads", params={"day": day})).status_code == 422
