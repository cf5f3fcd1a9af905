"""Signed acts over HTTP: prepared, signed with real signatures, performed once."""

import asyncio
import base64
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from fastapi import APIRouter

from kezek.contracts.ids import new_id
from kezek.platform.act_processing import Acts
from kezek.platform.act_rows import prune_drafts
from kezek.platform.actors import Actor, Role
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import Database, Tx
from kezek.platform.errors import Conflict
from kezek.platform.http.acts import ActsDep, PreparedAct, acts_router, prepared
from kezek.platform.http.app import create_app
from kezek.platform.http.permissions import Permission, Scope, require
from kezek.platform.http.transactions import Transaction
from kezek.platform.settings import Settings
from kezek.platform.testing import Api, MovableClock, Signing, an_actor, an_iin, eventually

TAKE = Permission("probe:take", frozenset({Role.PARENT}), Scope.OWN_PERSON)
LIFETIME = timedelta(minutes=15)
Steps = Callable[[], Awaitable[list[str]]]


class Wish(ActModel):
    wish: str = ""


class Price(ActModel):
    price: int | None


class Taken(ActModel):
    taken_by: UUID


@dataclass
class TakePlace(SignedAct[Wish, Price, Taken]):
    """Takes a place whose price must not have changed; one person gets it."""

    TYPE = "probe.take"
    deadline: datetime | None = None
    crash: bool = False

    async def draft(self, tx: Tx, actor: Actor, body: Wish) -> Draft[Price]:
        return Draft("place", await self._facts(tx), ("Я беру место.",))

    async def lock(self, tx: Tx, subject: str) -> None:
        await tx.rows(sa.text("select key from probe where key = :key for share"), {"key": subject})

    async def perform(self, tx: Tx, act: Act[Wish, Price], received_at: datetime) -> Taken:
        if self.crash:
            raise RuntimeError
        taken = await tx.row(sa.text("select number from probe where key = 'place' for update"))
        act.check_facts(await self._facts(tx))
        if self.deadline is not None and received_at >= self.deadline:
            raise Conflict("too_late")
        if taken and taken.number == 0:
            raise Conflict("place_taken", place="place")
        await tx.execute(sa.text("update probe set number = 0 where key = 'place'"))
        await tx.execute(sa.text("insert into step (name) values (:name)"), {"name": str(act.actor.person_id)})
        return Taken(taken_by=act.actor.person_id)

    async def _facts(self, tx: Tx) -> Price:
        row = await tx.row(sa.text("select version from probe where key = 'price'"))
        return Price(price=row.version if row else None)


def routes() -> APIRouter:
    router = APIRouter()

    @router.post("/places/acts")
    async def prepare(
        body: Wish, tx: Transaction, acts: ActsDep, actor: Annotated[Actor, require(TAKE)]
    ) -> PreparedAct:
        return prepared(await acts.prepare(tx, TakePlace, actor, body))

    return router


@pytest.fixture
def kind() -> TakePlace:
    return TakePlace()


@pytest.fixture
async def service(settings: Settings, signing: Signing, kind: TakePlace, api: Any, database: Database) -> Api:
    async with database.write() as tx:
        await tx.execute(sa.text("insert into probe (key, number) values ('place', 1), ('price', 0)"))
    started: Api = await api(create_app("probe", settings, [routes(), acts_router(TAKE, [kind])], acts=[kind]))
    return started


@pytest.fixture
def acts(database: Database, settings: Settings, kind: TakePlace) -> Acts:
    return Acts.of(settings, database, [kind])


async def prepare(service: Api, actor: Actor) -> dict[str, Any]:
    answer = await service.by(actor).post("/places/acts", json={})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def send(service: Api, actor: Actor, act: dict[str, Any], signature: str) -> Any:
    return await service.by(actor).post(f"/acts/{act['act_id']}/signature", json={"signature": signature})


async def count(database: Database, table: str) -> int:
    async with database.read() as tx:
        return int(await tx.value(sa.select(sa.func.count()).select_from(sa.table(table))))


async def test_a_signed_act_is_performed(service: Api, steps: Steps) -> None:
    actor = an_actor()
    answer = await service.perform(actor, "/places/acts", {})
    assert (answer.status_code, answer.json()["result"]) == (200, {"taken_by": str(actor.person_id)})
    assert await steps() == [str(actor.person_id)]


async def test_the_same_signature_again_and_at_once_is_one_act(
    service: Api, signing: Signing, steps: Steps, database: Database
) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    signature = signing.sign(actor.iin, base64.b64decode(act["document_base64"]))
    answers = await asyncio.gather(*(send(service, actor, act, signature) for _ in range(8)))
    answers.append(await send(service, actor, act, signature))
    assert {(answer.status_code, answer.text) for answer in answers} == {(200, answers[0].text)}
    assert len(await steps()) == 1
    receipts = await count(database, "act_receipt")
    await send(service, actor, act, signature)
    assert await count(database, "act_receipt") == receipts, "a settled act stores no more signatures"


async def test_of_many_who_sign_for_one_place_one_gets_it(service: Api, signing: Signing, steps: Steps) -> None:
    people = [an_actor() for _ in range(10)]
    answers = await asyncio.gather(*(service.perform(actor, "/places/acts", {}) for actor in people))
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 9
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"place_taken"}
    assert len(await steps()) == 1


async def test_anothers_signature_is_refused_with_its_own_code_and_the_act_can_still_be_signed(
    service: Api, steps: Steps
) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    refused = await service.sign(actor, act, signer=an_iin())
    assert (refused.status_code, refused.json()["code"]) == (422, "signer_is_another_person")
    assert await steps() == []
    assert (await service.sign(actor, act)).status_code == 200


async def test_anothers_act_does_not_exist_for_me(service: Api) -> None:
    act = await prepare(service, an_actor())
    refused = await service.sign(an_actor(), act)
    assert (refused.status_code, refused.json()["code"]) == (404, "act_not_found")


async def test_an_act_that_was_never_prepared_is_not_found(service: Api) -> None:
    refused = await service.sign(an_actor(), {"act_id": str(new_id()), "document_base64": ""})
    assert (refused.status_code, refused.json()["code"]) == (404, "act_not_found")


async def test_changed_facts_make_the_act_outdated(service: Api, database: Database, steps: Steps) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    async with database.write() as tx:
        await tx.execute(sa.text("update probe set version = 7 where key = 'price'"))
    refused = await service.sign(actor, act)
    assert (refused.status_code, refused.json()["code"]) == (409, "act_outdated")
    assert await steps() == []


async def test_a_refusal_by_the_rules_burns_the_act(service: Api, database: Database) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    async with database.write() as tx:
        await tx.execute(sa.text("update probe set number = 0 where key = 'place'"))
    assert (await service.sign(actor, act)).json()["code"] == "place_taken"
    async with database.write() as tx:
        await tx.execute(sa.text("update probe set number = 1 where key = 'place'"))
    again = await service.sign(actor, act)
    assert (again.status_code, again.json()["code"], again.json()["params"]) == (409, "place_taken", {"place": "place"})


async def test_an_act_signed_too_late_is_expired(service: Api, sandbox_clock: MovableClock, steps: Steps) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    sandbox_clock.move(LIFETIME)
    refused = await service.sign(actor, act)
    assert (refused.status_code, refused.json()["code"]) == (409, "act_expired")
    assert await steps() == []


async def test_what_is_received_exactly_at_the_deadline_is_late(
    service: Api, database: Database, kind: TakePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    instant = database.clock.now() + timedelta(minutes=1)

    async def exactly(_: Tx) -> datetime:
        return instant

    monkeypatch.setattr(Tx, "database_now", exactly)
    kind.deadline = instant
    assert (await service.perform(an_actor(), "/places/acts", {})).json()["code"] == "too_late"
    kind.deadline = instant + timedelta(microseconds=1)
    assert (await service.perform(an_actor(), "/places/acts", {})).status_code == 200


async def test_an_act_received_and_never_finished_is_finished_by_the_worker_as_of_its_receipt(
    service: Api, database: Database, kind: TakePlace, acts: Acts, sandbox_clock: MovableClock, steps: Steps
) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    kind.crash = True
    assert (await service.sign(actor, act)).status_code == 500
    kind.crash = False
    assert await steps() == []
    kind.deadline = sandbox_clock.now() + timedelta(hours=1)
    sandbox_clock.move(timedelta(days=1))
    assert await acts.finish_received() == 1
    assert await steps() == [str(actor.person_id)]
    assert await acts.finish_received() == 0
    answer = await service.sign(actor, act)
    assert answer.json()["result"] == {"taken_by": str(actor.person_id)}


async def test_only_acts_on_the_named_subjects_are_finished(
    service: Api, kind: TakePlace, acts: Acts, steps: Steps
) -> None:
    actor = an_actor()
    kind.crash = True
    assert (await service.sign(actor, await prepare(service, actor))).status_code == 500
    kind.crash = False
    assert await acts.finish_received(["another place"]) == 0
    assert await acts.finish_received(["place"]) == 1
    assert len(await steps()) == 1


async def test_an_act_of_a_shape_that_this_release_does_not_know_waits_for_one_that_does(
    service: Api, acts: Acts, database: Database, steps: Steps
) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    await restate(database, act, "jsonb_build_object('price', 'ten', 'was', facts)")
    waits = await service.sign(actor, act)
    assert (waits.status_code, waits.json()["code"]) == (503, "act_not_readable")
    assert waits.json()["params"]["received_at"]
    assert (await acts.finish_received(), await steps()) == (1, [])
    await restate(database, act, "facts -> 'was'")
    await acts.finish_received()
    assert await steps() == [str(actor.person_id)]


async def test_an_act_that_no_release_can_read_holds_nothing_up_for_longer_than_a_day(
    service: Api, acts: Acts, database: Database, sandbox_clock: MovableClock
) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    await restate(database, act, "jsonb_build_object('price', 'ten')")
    await service.sign(actor, act)
    sandbox_clock.move(timedelta(days=1, seconds=1))
    await acts.finish_received()
    assert (await acts.finish_received(), (await service.sign(actor, act)).json()["code"]) == (0, "act_outdated")


async def restate(database: Database, act: dict[str, Any], facts: str) -> None:
    async with database.write() as tx:
        await tx.execute(sa.text(f"update act set facts = {facts} where id = :id"), {"id": act["act_id"]})  # noqa: S608


@pytest.mark.parametrize(
    "signature",
    [
        "",
        "AAAA",
        "not base64 at all",
        "-----BEGIN CMS-----\nAAAA\n-----END CMS-----",
        base64.b64encode(os.urandom(1_000_000)).decode(),
    ],
    ids=["empty", "short", "no base64", "empty CMS", "1 MB of noise"],
)
async def test_noise_is_refused_and_changes_nothing(service: Api, steps: Steps, signature: str) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    refused = await send(service, actor, act, signature)
    assert refused.status_code == 422, refused.text
    assert refused.headers["content-type"] == "application/problem+json"
    assert await steps() == []
    assert (await service.sign(actor, act)).status_code == 200


async def test_a_signature_over_other_bytes_is_refused(service: Api, signing: Signing, steps: Steps) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    other = base64.b64decode(act["document_base64"]) + b" "
    refused = await send(service, actor, act, signing.sign(actor.iin, other))
    assert refused.status_code == 422
    assert await steps() == []


async def test_an_act_can_be_signed_in_vain_only_so_often(service: Api, steps: Steps) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    codes = [(await service.sign(actor, act, signer=an_iin())).json()["code"] for _ in range(11)]
    assert codes == ["signer_is_another_person"] * 10 + ["act_signed_too_often"]


async def test_the_receipt_waits_for_who_holds_the_subject(
    service: Api, database: Database, kind: TakePlace, steps: Steps
) -> None:
    """A deadline that fires holds the subject: what is received after it began is not in time."""
    actor = an_actor()
    act = await prepare(service, actor)
    async with database.write() as tx:
        await tx.rows(sa.text("select key from probe where key = 'place' for update"))
        signing = asyncio.create_task(service.sign(actor, act))

        async def waits() -> bool:
            blocked = (
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
            )
            return bool(await tx.value(sa.text(blocked)))

        await eventually(waits, "a receipt that waits")
        kind.deadline = await tx.database_now()
    assert (await signing).json()["code"] == "too_late"


async def test_the_statement_is_readable_and_bound_to_its_act(service: Api) -> None:
    act = await prepare(service, an_actor())
    text = base64.b64decode(act["document_base64"]).decode()
    assert "Я беру место." in text
    assert act["act_id"] in text
    assert UUID(act["act_id"]).version == 7


async def test_drafts_nobody_signed_are_forgotten_a_day_after_their_end_and_signed_acts_never(
    service: Api, sandbox_clock: MovableClock, database: Database
) -> None:
    actor = an_actor()
    signed, draft = await prepare(service, actor), await prepare(service, actor)
    await service.sign(actor, signed)
    for passed, kept in ((LIFETIME, 2), (timedelta(days=1), 1)):
        sandbox_clock.move(passed)
        async with database.write() as tx:
            await prune_drafts(tx)
        assert await count(database, "act") == kept
    assert (await service.sign(actor, draft)).json()["code"] == "act_not_found"
    assert (await service.sign(actor, signed)).status_code == 200
