"""Staff gets personal data only with a trace: built so, checked at run time, in the transaction of the request."""

from typing import Annotated, Any

import pytest
import sqlalchemy as sa
from fastapi import APIRouter

from kezek.contracts.access import DataRead, Subject, Why
from kezek.contracts.ids import new_id
from kezek.platform.actors import Grant, Role
from kezek.platform.db import Tx
from kezek.platform.errors import Conflict, NotFound
from kezek.platform.http.app import create_app
from kezek.platform.http.permissions import Permission, Scope, require
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Transaction
from kezek.platform.testing import Api, administrator, an_actor

BOSS = Grant(Role.ADMINISTRATOR)
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
READ = Permission("probe:read", ADMINISTRATORS, Scope.REGION, reads_personal_data=True)
OWN = Permission("probe:read-own", frozenset({Role.PARENT}), Scope.OWN_PERSON, reads_personal_data=True)
Log = Annotated[ReadingLog, reading(READ)]
SOMEBODY = new_id()


def routes() -> APIRouter:
    router = APIRouter()

    @router.get("/accounted")
    async def accounted(log: Log) -> str:
        await log.note(BOSS, Why.SEARCH, [Subject(person_id=SOMEBODY), Subject(person_id=log.actor.person_id)])
        return "secret"

    @router.get("/forgotten")
    async def forgotten(log: Log) -> str:
        return f"secret of {log.actor.person_id}"

    @router.get("/nobody")
    async def nobody(log: Log) -> str:
        log.nobody()
        return "nothing"

    @router.get("/refused")
    async def refused(log: Log) -> str:
        await log.note(BOSS, Why.SEARCH, [Subject(person_id=SOMEBODY)])
        raise Conflict("made_up")

    @router.get("/sought")
    async def sought(log: Log, tx: Transaction) -> str:
        async with log.search(BOSS, [Subject(known_as="digest")]):
            raise NotFound("made_up")
        return "never"

    return router


class Kept:
    """A log of the test's own: rows of the service's table, so that commits and rollbacks count."""

    def __init__(self) -> None:
        self.reads: list[DataRead] = []

    async def __call__(self, tx: Tx, read: DataRead) -> None:
        self.reads.append(read)
        await tx.execute(sa.text("insert into step (name) values (:name)"), {"name": str(read.reading_id)})


@pytest.fixture
async def service(settings: Any, api: Any) -> Api:
    started: Api = await api(create_app("probe", settings, [routes()]))
    started.app.state.record_reading = Kept()
    return started


async def test_who_reads_leaves_who_whose_what_and_why(service: Api, steps: Any) -> None:
    boss = administrator()
    assert (await service.by(boss).get("/accounted")).text == '"secret"'
    (read,) = service.app.state.record_reading.reads
    assert (read.reader_id, read.role, read.what, read.why) == (boss.person_id, "administrator", "probe:read", "search")
    assert [each.person_id for each in read.subjects] == [SOMEBODY], "one's own data leave nothing"
    assert await steps() == [str(read.reading_id)]


async def test_a_refused_search_leaves_who_was_looked_for_and_answers_the_refusal(service: Api, steps: Any) -> None:
    answer = await service.by(administrator()).get("/sought")
    assert (answer.status_code, answer.json()["code"]) == (404, "made_up")
    (read,) = service.app.state.record_reading.reads
    assert (read.subjects, read.why) == ((Subject(known_as="digest"),), "search")
    assert await steps() == [str(read.reading_id)], "committed though refused"


async def test_a_route_that_leaves_nothing_answers_nothing(service: Api) -> None:
    answer = await service.by(administrator()).get("/forgotten")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")
    assert "secret" not in answer.text


async def test_who_found_nobody_leaves_nothing(service: Api, steps: Any) -> None:
    assert (await service.by(administrator()).get("/nobody")).status_code == 200
    assert await steps() == []


async def test_a_refusal_gave_nothing_and_leaves_nothing(service: Api, steps: Any) -> None:
    assert (await service.by(administrator()).get("/refused")).status_code == 409
    assert await steps() == []


async def test_a_log_that_cannot_be_written_means_no_answer(service: Api) -> None:
    async def broken(tx: Tx, read: DataRead) -> None:
        await tx.execute(sa.text("insert into there_is_no_such_table values (1)"))

    service.app.state.record_reading = broken
    answer = await service.by(administrator()).get("/accounted")
    assert answer.status_code == 500
    assert "secret" not in answer.text


async def test_the_permission_is_enforced_as_any_other(service: Api) -> None:
    assert (await service.by().get("/accounted")).status_code == 401
    assert (await service.by(an_actor()).get("/accounted")).status_code == 403


def test_no_route_can_be_built_that_shows_staff_others_data_without_the_log() -> None:
    with pytest.raises(ValueError, match="probe:read must leave a trace"):
        require(READ)
    assert require(OWN)
