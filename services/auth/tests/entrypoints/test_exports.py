"""The logs as files, for an investigation outside of the browser; taking one is seen."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.auth.adapters.reading_log import Period, list_from
from kezek.contracts.access import ReferralsRead, Subject, Why
from kezek.contracts.ids import new_id
from kezek.platform.db import ReadTx
from kezek.platform.testing import an_iin

pytestmark = pytest.mark.servers

READ_AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
PERIOD = {"from": "2026-11-21T00:00:00Z", "to": "2026-11-22T00:00:00Z"}


def card_read(reader: UUID, person: UUID) -> ReferralsRead:
    return ReferralsRead(
        reading_id=new_id(),
        reader_id=reader,
        role="worker",
        kindergarten_id=new_id(),
        district=None,
        what="referrals:search",
        why=Why.SEARCH,
        act_id=None,
        subjects=(Subject(person_id=person, application_id=new_id()),),
    )


async def rows_of(boss: Any, path: str, **asked: Any) -> list[dict[str, str]]:
    answer = await boss.ask("GET", path, params={**PERIOD, "format": "csv", **asked})
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, "text/csv")
    assert "attachment" in answer.headers["content-disposition"]
    return list(csv.DictReader(io.StringIO(answer.text)))


async def test_readings_of_a_period_are_a_table_filtered_by_person_and_reader(auth: Any) -> None:
    boss, reader, person = await auth.administrator(), new_id(), new_id()
    reads = [card_read(reader, person), card_read(reader, new_id()), card_read(new_id(), person)]
    for read in reads:
        await auth.hears(read, occurred_at=READ_AT)
    await auth.hears(card_read(reader, person), occurred_at=datetime(2026, 11, 22, tzinfo=UTC))
    every = await rows_of(boss, "/readings/export")
    assert {row["reading_id"] for row in every} == {str(read.reading_id) for read in reads}
    assert (every[0]["what"], every[0]["read_at"]) == ("referrals:search", "2026-11-21T09:30:00Z")
    (both,) = await rows_of(boss, "/readings/export", person_id=person, reader_id=reader)
    assert both["reading_id"] == str(reads[0].reading_id)


async def test_an_export_of_readings_goes_on_over_its_pages(auth: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kezek.auth.entrypoints.reading_log.AT_ONCE", 2)
    boss = await auth.administrator()
    for _ in range(5):
        await auth.hears(card_read(new_id(), new_id()), occurred_at=READ_AT)
    answer = await boss.ask("GET", "/readings/export", params=PERIOD)
    lines = [json.loads(line)["id"] for line in answer.text.splitlines()]
    assert (len(lines), len(set(lines))) == (5, 5)


async def test_who_takes_an_export_of_readings_is_seen(auth: Any) -> None:
    boss = await auth.administrator()
    me = await auth.browser().sign_in(an_iin())
    await rows_of(boss, "/readings/export", person_id=me["person_id"])
    logged = await auth.rows("select what, person_id::text from reading where service = 'auth'")
    assert logged == [("readings:export", me["person_id"])]
    told = "select details from security_event where kind = 'readings_exported' order by id"
    period = {"begins": "2026-11-21T00:00:00+00:00", "ends": "2026-11-22T00:00:00+00:00"}
    assert await auth.rows(told) == [({**period, "of_person_id": me["person_id"]},)]
    reader = str(new_id())
    await rows_of(boss, "/readings/export", reader_id=reader)
    assert (await auth.rows(told))[1] == ({**period, "of_reader_id": reader},)
    await rows_of(boss, "/security-events/export", kind="signed_in")
    told = "select details->>'of_kind' from security_event where kind = 'security_events_exported'"
    assert await auth.rows(told) == [("signed_in",)]


async def test_an_export_of_one_persons_readings_goes_by_an_index_and_over_its_pages(
    auth: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kezek.auth.entrypoints.reading_log.AT_ONCE", 2)
    boss, reader, person = await auth.administrator(), new_id(), new_id()
    reads = [card_read(reader, person) for _ in range(5)]
    for read in reads:
        await auth.hears(read, occurred_at=READ_AT)
    for asked in ({"person_id": person}, {"reader_id": reader}):
        found = await rows_of(boss, "/readings/export", **asked)
        assert [row["reading_id"] for row in found] == [str(read.reading_id) for read in reads]


@pytest.mark.parametrize(
    ("whose", "index"), [("person_id", "ix_reading_person_id_id"), ("reader_id", "ix_reading_reader_id_id")]
)
async def test_readings_of_one_are_not_looked_for_in_the_whole_period(auth: Any, whose: str, index: str) -> None:
    plans: list[str] = []

    class Planned(ReadTx):
        async def rows(self, statement: Any, params: Any = None) -> Any:
            asked = statement.compile(dialect=self._connection.dialect, compile_kwargs={"literal_binds": True})
            plans.extend(row[0] for row in await super().rows(sa.text(f"explain {asked}"), params))
            return []

    async with auth.database.read() as tx:
        await tx.row(sa.text("select set_config('enable_seqscan', 'off', true)"))
        await tx.row(sa.text("select set_config('enable_bitmapscan', 'off', true)"))
        planned = Planned(tx._connection, tx._clock)
        one = {"person_id": None, "reader_id": None, whose: new_id()}
        period = Period(READ_AT, READ_AT + timedelta(days=1))
        await list_from(planned, **one, period=period, after=None, limit=9)
    assert index in "\n".join(plans)
    assert "ix_reading_read_at" not in "\n".join(plans)


async def test_security_events_are_a_table_filtered_by_kind_and_person(auth: Any) -> None:
    boss, parent = await auth.administrator(), auth.browser()
    me = await parent.sign_in(an_iin())
    today = {"from": "2026-01-01T00:00:00Z", "to": "2100-01-01T00:00:00Z"}
    (event,) = await rows_of(boss, "/security-events/export", **today, kind="signed_in", person_id=me["person_id"])
    assert (event["kind"], event["person_id"]) == ("signed_in", me["person_id"])
    assert json.loads(event["details"])["method"] == "eds"
