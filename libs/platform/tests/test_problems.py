import httpx
import pytest
import sqlalchemy as sa
from fastapi import FastAPI

from kezek.platform.db import Database
from kezek.platform.http.problems import answer_problems
from kezek.platform.settings import Settings


@pytest.mark.parametrize(
    ("failure", "status", "code"),
    [
        (ConnectionRefusedError(), 503, "unavailable"),
        (TimeoutError(), 503, "unavailable"),
        (sa.exc.TimeoutError(), 503, "unavailable"),
        (sa.exc.ProgrammingError("select", {}, Exception()), 500, "internal_error"),
        (ValueError(), 500, "internal_error"),
    ],
)
async def test_a_lost_database_is_a_passing_problem_and_a_fault_is_none(
    failure: Exception, status: int, code: str
) -> None:
    answer = await ask(failure)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"


async def test_without_a_database_a_request_is_answered_unavailable(settings: Settings, database: Database) -> None:
    nowhere = settings.model_copy(update={"database_url": "postgresql+asyncpg://probe:x@127.0.0.1:1/kezek"})
    away = Database(nowhere, "probe", database.clock)
    with pytest.raises(ConnectionError) as lost:
        async with away.read():
            pass
    await away.close()
    assert (await ask(lost.value)).status_code == 503


async def test_a_text_that_no_database_can_hold_is_a_bad_request(database: Database) -> None:
    with pytest.raises(sa.exc.DBAPIError) as refused:
        async with database.write() as tx:
            await tx.execute(sa.text("insert into seen_version values ('a', :key, 1)"), {"key": "x\x00"})
    answer = await ask(refused.value)
    assert (answer.status_code, answer.json()["code"]) == (422, "request_invalid")


async def ask(failure: Exception) -> httpx.Response:
    app = FastAPI()
    answer_problems(app)

    @app.get("/")
    async def fail() -> None:
        raise failure

    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
        return await client.get("/")
