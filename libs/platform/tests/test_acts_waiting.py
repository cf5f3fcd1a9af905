"""Acts while no authority tells whether a key is revoked: the receipt stands, and counts as of its coming."""

from base64 import b64decode
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import pytest
import sqlalchemy as sa
from fastapi import APIRouter, FastAPI

from kezek.platform import authorities
from kezek.platform.act_processing import Acts
from kezek.platform.act_rows import MAX_RECEIPTS, Receipt
from kezek.platform.actors import Actor, Role
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import Database, Tx
from kezek.platform.errors import Unavailable
from kezek.platform.http.acts import ActsDep, PreparedAct, acts_router, prepared
from kezek.platform.http.app import create_app
from kezek.platform.http.permissions import Permission, Scope, require
from kezek.platform.http.transactions import Transaction
from kezek.platform.settings import RevocationPolicy, Settings
from kezek.platform.testing import Api, Authority, MovableClock, an_actor, certificate_authority

REMEMBER = Permission("probe:remember", frozenset({Role.PARENT}), Scope.OWN_PERSON)
HOUR = timedelta(hours=1)
Steps = Callable[[], Awaitable[list[str]]]


class Nothing(ActModel):
    """Nothing to say."""


class Remembered(ActModel):
    received_at: datetime


class Remember(SignedAct[Nothing, Nothing, Remembered]):
    """Writes down when the signature came."""

    TYPE = "probe.remember"

    async def draft(self, tx: Tx, actor: Actor, body: Nothing) -> Draft[Nothing]:
        return Draft("memory", Nothing(), ("Есімде.",))

    async def lock(self, tx: Tx, subject: str) -> None:
        return None

    async def perform(self, tx: Tx, act: Act[Nothing, Nothing], received_at: datetime) -> Remembered:
        await tx.execute(sa.text("insert into step (name) values (:name)"), {"name": received_at.isoformat()})
        return Remembered(received_at=received_at)


def routes() -> APIRouter:
    router = APIRouter()

    @router.post("/memories/acts")
    async def prepare(tx: Transaction, acts: ActsDep, actor: Annotated[Actor, require(REMEMBER)]) -> PreparedAct:
        return prepared(await acts.prepare(tx, Remember, actor, Nothing()))

    return router


@pytest.fixture(autouse=True)
def _asks_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(authorities, "_LEAVE_ALONE_S", 0.0)


@pytest.fixture(params=["rsa", "gost"])
async def authority(request: Any, tmp_path: Path, sandbox_clock: MovableClock) -> AsyncIterator[Authority]:
    async with certificate_authority(tmp_path, sandbox_clock, gost=request.param == "gost") as one:
        yield one


@pytest.fixture
async def acts(authority: Authority, settings: Settings, database: Database) -> AsyncIterator[Acts]:
    """The worker's."""
    given = {
        "trust_list": authority.signing.trust_list,
        "revocation": RevocationPolicy.REQUIRED,
        "revocation_addresses": authority.url,
    }
    made = Acts.of(settings.model_copy(update=given), database, [Remember()])
    yield made
    await made.close()


@pytest.fixture
async def service(authority: Authority, settings: Settings, acts: Acts, api: Any) -> Api:
    @asynccontextmanager
    async def resource(app: FastAPI) -> AsyncIterator[None]:
        app.state.acts = acts
        yield

    started: Api = await api(
        create_app("probe", settings, [routes(), acts_router(REMEMBER, [Remember()])], resources=[resource])
    )
    started._signing = authority.signing
    return started


async def receipts(database: Database) -> list[Any]:
    async with database.read() as tx:
        return list(await tx.rows(sa.text("select * from act_receipt order by received_at")))


async def answer(service: Api, actor: Actor, act: dict[str, Any]) -> tuple[int, str]:
    answer = await service.sign(actor, act)
    return answer.status_code, answer.json().get("code", "")


async def prepare(service: Api, actor: Actor) -> dict[str, Any]:
    prepared: dict[str, Any] = (await service.by(actor).post("/memories/acts")).json()
    return prepared


async def test_an_act_keeps_by_which_answers_its_key_was_good(service: Api, database: Database) -> None:
    actor = an_actor()
    assert await answer(service, actor, await prepare(service, actor)) == (200, "")
    (receipt,) = await receipts(database)
    assert [each["source"] for each in receipt.revocation_evidence] == ["ocsp", "ocsp"]
    assert receipt.revocation_evidence[0]["certificate_serial"] == receipt.certificate_serial
    assert {len(each["sha256"]) for each in receipt.revocation_evidence} == {64}


async def test_a_revoked_key_signs_nothing(
    service: Api, authority: Authority, database: Database, steps: Steps
) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    authority.revoke(authority.signing.certified(actor.iin).certificate)
    assert await answer(service, actor, act) == (422, "certificate_revoked")
    assert [receipt.verdict for receipt in await receipts(database)] == ["certificate_revoked"]
    assert await steps() == []


async def test_the_receipt_stands_while_no_authority_answers_and_the_worker_finishes_it_as_of_its_coming(
    service: Api, authority: Authority, acts: Acts, database: Database, sandbox_clock: MovableClock, steps: Steps
) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    authority.down = {"ocsp", "crl"}
    assert await answer(service, actor, act) == (503, "revocation_unavailable")
    (receipt,) = await receipts(database)
    assert (receipt.verdict, await acts.finish_received(), await steps()) == (None, 1, [])
    sandbox_clock.move(HOUR)
    authority.down = set()
    assert await acts.finish_received() == 1
    assert await steps() == [receipt.received_at.isoformat()]
    assert (await receipts(database))[0].revocation_evidence
    assert await answer(service, actor, act) == (200, "")


async def test_a_key_revoked_after_the_receipt_has_signed(
    service: Api, authority: Authority, acts: Acts, sandbox_clock: MovableClock, steps: Steps
) -> None:
    actor = an_actor()
    authority.down = {"ocsp", "crl"}
    await answer(service, actor, await prepare(service, actor))
    sandbox_clock.move(HOUR)
    authority.down = set()
    authority.revoke(authority.signing.certified(actor.iin).certificate)
    assert await acts.finish_received() == 1
    assert len(await steps()) == 1


async def test_a_key_revoked_before_the_receipt_has_not(
    service: Api, authority: Authority, acts: Acts, database: Database, steps: Steps
) -> None:
    actor = an_actor()
    authority.down = {"ocsp", "crl"}
    act = await prepare(service, actor)
    authority.revoke(authority.signing.certified(actor.iin).certificate)
    await answer(service, actor, act)
    authority.down = set()
    await acts.finish_received()
    assert [receipt.verdict for receipt in await receipts(database)] == ["certificate_revoked"]
    async with database.read() as tx:
        assert await tx.value(sa.text("select revocation_evidence is null from act_receipt"))
    assert (await steps(), await acts.finish_received()) == ([], 0)


async def test_who_signs_again_too_late_is_served_by_the_receipt_that_was_in_time(
    service: Api, authority: Authority, database: Database, sandbox_clock: MovableClock, steps: Steps
) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    authority.down = {"ocsp", "crl"}
    await answer(service, actor, act)
    sandbox_clock.move(HOUR)
    authority.down = set()
    assert await answer(service, actor, act) == (200, "")
    first = (await receipts(database))[0]
    assert await steps() == [first.received_at.isoformat()]


async def test_the_worker_lets_no_late_signature_end_an_act_whose_earlier_one_still_waits(
    service: Api,
    authority: Authority,
    acts: Acts,
    database: Database,
    sandbox_clock: MovableClock,
    steps: Steps,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    authority.down = {"ocsp", "crl"}
    await answer(service, actor, act)
    sandbox_clock.move(HOUR)
    authority.signing._people.clear()  # the person's other certificate
    await answer(service, actor, act)
    authority.down = set()
    first, second = await receipts(database)
    judge = acts._finisher._judge

    async def is_silent_for_the_first(receipt: Receipt) -> dict[str, Any]:
        if receipt.id == first.id:
            raise Unavailable("revocation_unavailable")
        return await judge(receipt)

    with monkeypatch.context() as silent:
        silent.setattr(acts._finisher, "_judge", is_silent_for_the_first)
        assert await acts.finish_received() == 2
    assert [each.verdict for each in await receipts(database)] == [None, "valid"], second
    assert await steps() == []
    await acts.finish_received()
    assert await steps() == [first.received_at.isoformat()]


async def test_a_receipt_in_time_counts_though_its_act_failed_after_the_verdict(
    service: Api, database: Database, sandbox_clock: MovableClock, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: Any) -> None:
        raise RuntimeError

    actor = an_actor()
    act = await prepare(service, actor)
    with monkeypatch.context() as once:
        once.setattr(Remember, "perform", fails)
        assert await answer(service, actor, act) == (500, "internal_error")
    sandbox_clock.move(HOUR)
    assert await answer(service, actor, act) == (200, "")
    first = (await receipts(database))[0]
    assert (first.verdict, await steps()) == ("valid", [first.received_at.isoformat()])


async def test_who_sends_the_same_signature_again_and_again_uses_up_no_tries(
    service: Api, authority: Authority, database: Database, steps: Steps
) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    body = {"signature": authority.signing.sign(actor.iin, b64decode(act["document_base64"]))}
    path, client = f"/acts/{act['act_id']}/signature", service.by(actor)
    authority.down = {"ocsp", "crl"}
    assert {(await client.post(path, json=body)).status_code for _ in range(MAX_RECEIPTS + 2)} == {503}
    authority.down = set()
    assert (await client.post(path, json=body)).status_code == 200
    assert (len(await receipts(database)), len(await steps())) == (1, 1)
