"""Of a crowd that wants one thing, only those are examined who may still get it."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any

import pytest
import sqlalchemy as sa
from fastapi import APIRouter

from kezek.platform.act_rows import Receipt
from kezek.platform.actors import Actor, Role
from kezek.platform.acts import Act, ActModel, ContestedAct, Draft
from kezek.platform.db import Database, ReadTx, Tx
from kezek.platform.errors import Conflict
from kezek.platform.http.acts import ActsDep, PreparedAct, acts_router, prepared
from kezek.platform.http.app import create_app
from kezek.platform.http.permissions import Permission, Scope, require
from kezek.platform.http.transactions import Transaction
from kezek.platform.settings import Settings
from kezek.platform.testing import Api, an_actor

TAKE = Permission("probe:take", frozenset({Role.PARENT}), Scope.OWN_PERSON)
_FREE = sa.text("select number = 1 from probe where key = 'place'")
Steps = Callable[[], Awaitable[list[str]]]


class Nothing(ActModel):
    """Nothing to say."""


class Take(ContestedAct[Nothing, Nothing, Nothing]):
    """Takes the one place; at the next looks it may seem gone though it is not, or the other way."""

    TYPE = "probe.take-contested"

    def __init__(self) -> None:
        self.seems_gone: list[bool] = []

    async def draft(self, tx: Tx, actor: Actor, body: Nothing) -> Draft[Nothing]:
        return Draft(str(actor.person_id), Nothing(), ("Орынды аламын.",))

    async def lock(self, tx: Tx, subject: str) -> None:
        return None

    async def is_foregone(self, tx: ReadTx, body: Nothing) -> bool:
        return self.seems_gone.pop(0) if self.seems_gone else not await tx.value(_FREE)

    async def perform(self, tx: Tx, act: Act[Nothing, Nothing], received_at: Any) -> Nothing:
        if not await tx.value(_FREE):
            raise Conflict("place_taken", place="place")
        await tx.execute(sa.text("update probe set number = 0 where key = 'place'"))
        await tx.execute(sa.text("insert into step (name) values (:name)"), {"name": act.subject})
        return Nothing()


def routes() -> APIRouter:
    router = APIRouter()

    @router.post("/takes/acts")
    async def prepare(tx: Transaction, acts: ActsDep, actor: Annotated[Actor, require(TAKE)]) -> PreparedAct:
        return prepared(await acts.prepare(tx, Take, actor, Nothing()))

    return router


@pytest.fixture
def kind() -> Take:
    return Take()


@pytest.fixture
def examined() -> list[Receipt]:
    """The receipts whose signature was examined."""
    return []


@pytest.fixture
async def service(settings: Settings, kind: Take, api: Any, database: Database, examined: list[Receipt]) -> Api:
    async with database.write() as tx:
        await tx.execute(sa.text("insert into probe (key, number) values ('place', 1)"))
    started: Api = await api(create_app("probe", settings, [routes(), acts_router(TAKE, [kind])], acts=[kind]))
    finisher = started.app.state.acts._finisher
    judge = finisher._judge

    async def noting(receipt: Receipt) -> Any:
        examined.append(receipt)
        return await judge(receipt)

    finisher._judge = noting
    return started


async def takes(service: Api, actor: Actor) -> tuple[int, str]:
    answer = await service.perform(actor, "/takes/acts", {})
    return answer.status_code, answer.json().get("code", "")


async def test_who_comes_too_late_is_refused_without_an_examination(
    service: Api, steps: Steps, examined: list[Receipt]
) -> None:
    first, *others = [an_actor() for _ in range(4)]
    assert await takes(service, first) == (200, "")
    assert {await takes(service, each) for each in others} == {(409, "place_taken")}
    assert len(examined) == 1
    assert await steps() == [str(first.person_id)]


async def test_what_only_seems_gone_is_examined_and_done_once(
    service: Api, kind: Take, steps: Steps, examined: list[Receipt]
) -> None:
    kind.seems_gone = [True, True]
    actor = an_actor()
    assert await takes(service, actor) == (200, "")
    assert (len(examined), await steps()) == (1, [str(actor.person_id)])


async def test_what_only_seems_free_is_examined_and_refused(
    service: Api, kind: Take, steps: Steps, examined: list[Receipt]
) -> None:
    assert await takes(service, an_actor()) == (200, "")
    kind.seems_gone = [False, False]
    assert await takes(service, an_actor()) == (409, "place_taken")
    assert (len(examined), len(await steps())) == (2, 1)


async def test_what_is_gone_by_its_turn_is_refused_without_an_examination(
    service: Api, kind: Take, examined: list[Receipt]
) -> None:
    assert await takes(service, an_actor()) == (200, "")
    kind.seems_gone = [False]
    assert await takes(service, an_actor()) == (409, "place_taken")
    assert len(examined) == 1


async def test_what_was_refused_unexamined_is_told_so_again(service: Api, examined: list[Receipt]) -> None:
    assert await takes(service, an_actor()) == (200, "")
    late = an_actor()
    act = (await service.by(late).post("/takes/acts")).json()
    answers = [await service.sign(late, act) for _ in range(2)]
    assert [(each.status_code, each.json()["code"]) for each in answers] == [(409, "place_taken")] * 2
    told = (await service.by(late).get(f"/acts/{act['act_id']}")).json()
    assert (told["state"], told["refusal"]["code"], len(examined)) == ("refused", "place_taken", 1)
