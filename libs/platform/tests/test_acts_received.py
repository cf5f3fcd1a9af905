"""What a person is told of an act that takes long, and of every other; whose key may sign; how many are examined."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Annotated, Any

import pytest
import sqlalchemy as sa
from fastapi import APIRouter

from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import Language
from kezek.platform.act_processing import Acts
from kezek.platform.actors import Actor, Role
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import Database, Tx
from kezek.platform.errors import Conflict, Unavailable
from kezek.platform.http.acts import ActsDep, PreparedAct, acts_router, prepared
from kezek.platform.http.app import create_app
from kezek.platform.http.permissions import Permission, Scope, require
from kezek.platform.http.transactions import Transaction
from kezek.platform.settings import Settings
from kezek.platform.signatures import Examiners
from kezek.platform.testing import Api, MovableClock, an_actor, an_iin, eventually

WAIT = Permission("probe:wait", frozenset({Role.PARENT}), Scope.OWN_PERSON)
Steps = Callable[[], Awaitable[list[str]]]


class Nothing(ActModel):
    """Nothing to say."""


class Waited(ActModel):
    since: datetime


class Wait(SignedAct[Nothing, Nothing, Waited]):
    """Is done when it is let."""

    TYPE = "probe.wait"

    def __init__(self) -> None:
        self.let = asyncio.Event()
        self.forbidden = False

    async def draft(self, tx: Tx, actor: Actor, body: Nothing) -> Draft[Nothing]:
        return Draft("subject", Nothing(), ("Күтемін.",))

    async def lock(self, tx: Tx, subject: str) -> None:
        return None

    async def perform(self, tx: Tx, act: Act[Nothing, Nothing], received_at: datetime) -> Waited:
        if self.forbidden:
            raise Conflict("place_taken", place="place")
        await self.let.wait()
        await tx.execute(sa.text("insert into step (name) values (:name)"), {"name": str(act.id)})
        return Waited(since=received_at)


class WaitForKindergarten(Wait):
    """The same in the kindergarten's name."""

    TYPE = "probe.wait-for-kindergarten"
    OF_KINDERGARTEN = True


def routes() -> APIRouter:
    router = APIRouter()

    @router.post("/waits/acts")
    async def prepare(
        tx: Transaction, acts: ActsDep, actor: Annotated[Actor, require(WAIT)], *, kindergarten: bool = False
    ) -> PreparedAct:
        kind = WaitForKindergarten if kindergarten else Wait
        return prepared(await acts.prepare(tx, kind, actor, Nothing()))

    return router


@pytest.fixture
def kind() -> Wait:
    return Wait()


@pytest.fixture
def make_service(settings: Settings, kind: Wait, api: Any) -> Callable[..., Awaitable[Api]]:
    other = WaitForKindergarten()
    other.let.set()
    kinds = [kind, other]

    async def make(**given: Any) -> Api:
        own = settings.model_copy(update=given)
        started: Api = await api(create_app("probe", own, [routes(), acts_router(WAIT, kinds)], acts=kinds))
        return started

    return make


@pytest.fixture
async def service(make_service: Callable[..., Awaitable[Api]]) -> Api:
    return await make_service()


async def prepare(service: Api, actor: Actor, **query: Any) -> dict[str, Any]:
    found: dict[str, Any] = (await service.by(actor).post("/waits/acts", params=query)).json()
    return found


async def told(service: Api, actor: Actor, act: dict[str, Any]) -> dict[str, Any]:
    answer = await service.by(actor).get(f"/acts/{act['act_id']}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_what_is_not_finished_in_time_is_received_and_its_person_is_told_what_came_of_it(
    make_service: Any, kind: Wait, database: Database, settings: Settings, steps: Steps
) -> None:
    service, actor = await make_service(act_answer_within_s=0.05), an_actor()
    act = await prepare(service, actor)
    answer = await service.sign(actor, act)
    assert (answer.status_code, answer.json()["state"], await steps()) == (202, "received", [])
    waiting = await told(service, actor, act)
    assert (waiting["state"], waiting["result"], waiting["refusal"]) == ("received", None, None)
    assert waiting["received_at"] == answer.json()["received_at"]
    assert (answer.json()["ask_again_after_s"], waiting["ask_again_after_s"]) == (1, 1)

    kind.let.set()

    async def is_done() -> Any:
        told_of = await told(service, actor, act)
        return told_of if told_of["state"] == "done" else None

    done = await eventually(is_done, "what goes on after its answer", 10)
    assert done["result"]["since"] == waiting["received_at"]


async def test_what_its_api_gives_up_is_finished_by_the_worker(
    make_service: Any, kind: Wait, database: Database, settings: Settings, steps: Steps
) -> None:
    service, actor = await make_service(act_answer_within_s=0.05), an_actor()
    act = await prepare(service, actor)
    received = (await service.sign(actor, act)).json()
    await service.app.state.acts.close()
    kind.let.set()
    worker = Acts.of(settings, database, [kind])
    assert await worker.finish_received() == 1
    await worker.close()
    done = await told(service, actor, act)
    assert (done["state"], done["result"]["since"]) == ("done", received["received_at"])
    assert (await service.sign(actor, act)).json()["result"] == done["result"]


async def test_an_act_is_told_to_its_person_only(service: Api, kind: Wait) -> None:
    kind.let.set()
    actor = an_actor()
    act = await prepare(service, actor)
    await service.sign(actor, act)
    for who, asked in ((an_actor(), act["act_id"]), (actor, new_id())):
        answer = await service.by(who).get(f"/acts/{asked}")
        assert (answer.status_code, answer.json()["code"]) == (404, "act_not_found")


async def test_every_state_of_an_act_is_told(service: Api, kind: Wait, sandbox_clock: MovableClock) -> None:
    actor = an_actor()
    act = await prepare(service, actor)
    assert (await told(service, actor, act))["state"] == "to_sign"
    await service.sign(actor, act, signer=an_iin())
    wrong = await told(service, actor, act)
    assert (wrong["state"], wrong["refusal"]) == ("to_sign", {"code": "signer_is_another_person", "params": {}})
    kind.forbidden = True
    assert (await service.sign(actor, act)).status_code == 409
    refused = await told(service, actor, act)
    assert (refused["state"], refused["refusal"]) == ("refused", {"code": "place_taken", "params": {"place": "place"}})
    late = await prepare(service, actor)
    sandbox_clock.move(timedelta(minutes=15))
    assert (await told(service, actor, late))["state"] == "expired"


async def test_a_page_that_was_left_gets_what_is_to_be_signed_again_while_it_can_be_signed(
    service: Api, kind: Wait
) -> None:
    kind.let.set()
    actor = an_actor()
    for kindergarten in (False, True):
        act = await prepare(service, actor, kindergarten=kindergarten)
        await service.sign(actor, act, signer=an_iin())
        assert (await told(service, actor, act))["prepared"] == act
        await service.sign(actor, act)
        assert (await told(service, actor, act))["prepared"] is None


@pytest.mark.parametrize(
    ("kindergarten", "purposes"),
    [(False, ["1.3.6.1.5.5.7.3.4", "1.2.398.3.3.4.1.1"]), (True, ["1.3.6.1.5.5.7.3.4"])],
)
async def test_an_act_says_which_keys_ncalayer_is_to_offer(
    service: Api, *, kindergarten: bool, purposes: list[str]
) -> None:
    act = await prepare(service, an_actor(language=Language.EN), kindergarten=kindergarten)
    asked = act["ncalayer"]
    assert (asked["module"], asked["method"]) == ("kz.gov.pki.knca.basics", "sign")
    assert asked["args"]["signerParams"] == {"extKeyUsageOids": purposes}
    assert (asked["args"]["locale"], asked["args"]["data"]) == ("en", "")


async def test_the_api_tells_each_acts_result(service: Api) -> None:
    document = service.app.openapi()
    answers = document["paths"]["/acts/{act_id}/signature"]["post"]["responses"]
    shape = answers["200"]["content"]["application/json"]["schema"]
    assert sorted(shape["discriminator"]["mapping"]) == ["probe.wait", "probe.wait-for-kindergarten"]
    schemas = document["components"]["schemas"]
    assert schemas["WaitResult"]["properties"]["result"] == {"$ref": "#/components/schemas/Waited"}
    assert answers["202"]["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/ReceivedAct"}


async def test_an_organisations_key_signs_only_what_is_the_kindergartens(service: Api, kind: Wait) -> None:
    kind.let.set()
    actor = an_actor()
    refused = await service.sign(actor, await prepare(service, actor), head=True)
    assert (refused.status_code, refused.json()["code"]) == (422, "certificate_of_organisation")
    signed = await service.sign(actor, await prepare(service, actor, kindergarten=True), head=True)
    assert signed.status_code == 200


async def test_while_all_examiners_are_busy_a_signature_is_received_all_the_same(
    make_service: Any, kind: Wait, steps: Steps
) -> None:
    kind.let.set()
    service = await make_service(act_answer_within_s=0.05, signature_threads=1, signatures_waiting=0)
    actor, free = an_actor(), threading.Event()
    act = await prepare(service, actor)
    examiners: Examiners = service.app.state.acts._finisher._verifier._examiners
    busy = asyncio.create_task(examiners.run(free.wait, patient=True))  # type: ignore[arg-type]
    await asyncio.sleep(0)
    with pytest.raises(Unavailable) as refused:
        await examiners.run(free.wait, patient=False)  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.params) == ("signatures_busy", {"retry_after_s": 1})
    assert (await service.sign(actor, act)).status_code == 202
    assert await steps() == []
    free.set()
    await busy

    async def is_performed() -> bool:
        return await steps() == [act["act_id"]]

    await eventually(is_performed, "what waited for an examiner", 10)
