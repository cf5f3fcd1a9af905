import asyncio
import base64
import hashlib
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.contracts.access import KindergartensRead
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import AccountRequestDecided, Kindergarten, Worker
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import RefusalReason
from kezek.kindergartens.adapters.account_requests import load_request, update_decision
from kezek.kindergartens.domain.account_request import RequestState, approve
from kezek.kindergartens.usecases.ask_for_account import code_of
from kezek.kindergartens.usecases.decide_account_request import forget_refused
from kezek.platform.db import StaleStateError
from kezek.platform.testing import administrator, an_actor, an_iin, erased, published, worker_of

pytestmark = pytest.mark.servers

NAMES = {
    "name": {"kk": "«Ақбота» бөбекжайы", "ru": "Ясли-сад «Акбота»", "en": "Akbota nursery"},
    "address": {"kk": "Сарыарқа, 1", "ru": "Сарыарка, 1", "en": "1 Saryarka"},
}


async def asks(region: Any, **changed: Any) -> dict[str, Any]:
    answer = await region.api.by().post("/account-requests", json=region.form(**changed))
    assert answer.status_code == 201, answer.text
    asked: dict[str, Any] = answer.json()
    return asked


async def open_requests(region: Any) -> list[dict[str, Any]]:
    found = await region.api.by(region.administrator).get("/account-requests", params={"state": "open"})
    items: list[dict[str, Any]] = found.json()["items"]
    return items


async def only_request(region: Any) -> str:
    (request,) = await open_requests(region)
    return f"/account-requests/{request['id']}"


async def told(region: Any, kind: type[Any]) -> list[Any]:
    return [each.event for each in await published(region.database) if isinstance(each.event, kind)]


async def test_who_asks_gets_a_number_and_a_code_that_show_the_state(region: Any) -> None:
    asked = await asks(region)
    answer = await region.api.by().post("/account-requests/status", json={k: asked[k] for k in ("number", "code")})
    assert answer.status_code == 200
    state = answer.json()
    assert (state["state"], state["state_name"]["kk"], state["reason"]) == ("open", "Қаралуда", None)
    pasted = {"number": f"№ {asked['number']}", "code": f" {asked['code'][:8]}\u00a0{asked['code'][8:].lower()}\u200b"}
    assert (await region.api.by().post("/account-requests/status", json=pasted)).json() == state
    wrong = await region.api.by().post("/account-requests/status", json={"number": asked["number"], "code": "A" * 24})
    assert (wrong.status_code, wrong.json()["code"]) == (404, "account_request_not_found")


async def test_the_answer_is_the_same_for_a_registered_kindergarten_and_its_worker(region: Any) -> None:
    registered = {name: {k: region.kindergarten[name][k] for k in ("kk", "ru")} for name in ("name", "address")}
    known = await asks(region, **registered, phone=region.kindergarten["phone"], owner={"iin": region.worker.iin})
    unknown = await asks(region)
    assert known.keys() == unknown.keys()
    assert [len(str(known[name])) for name in known] == [len(str(unknown[name])) for name in unknown]


async def test_the_same_key_gives_the_same_answer_and_the_code_is_kept_nowhere(region: Any) -> None:
    key, body = {"Idempotency-Key": str(new_id())}, region.form()
    answers = [await region.api.by().post("/account-requests", json=body, headers=key) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert len(await open_requests(region)) == 1
    async with region.database.read() as tx:
        kept = str(await tx.rows(sa.text("select * from idempotency"))) + str(
            await tx.rows(sa.text("select * from account_request"))
        )
    assert answers[0].json()["code"] not in kept
    assert key["Idempotency-Key"] not in kept
    status = await region.api.by().post(
        "/account-requests/status", json={name: answers[1].json()[name] for name in ("number", "code")}
    )
    assert status.status_code == 200


async def test_the_code_is_of_128_bits_that_a_guessed_key_does_not_tell(region: Any) -> None:
    key = {"Idempotency-Key": "12345678"}
    asked = (await region.api.by().post("/account-requests", json=region.form(), headers=key)).json()
    assert len(base64.b32decode(f"{asked['code']}======")) == 16
    async with region.database.read() as tx:
        (row,) = await tx.rows(sa.text("select id from account_request"))
    for guessed in (b"12345678", hashlib.sha256(b"12345678").hexdigest().encode()):
        assert code_of(row.id, guessed) != asked["code"]


async def test_strangers_neither_learn_who_has_asked_nor_keep_a_kindergarten_out(region: Any) -> None:
    owner = {"iin": an_iin()}
    for _ in range(3):
        await asks(region, owner=owner)
    for stranger in ({"owner": {**owner, "phone": "77990009999"}}, {"owner": {"iin": an_iin()}}):
        await asks(region, **stranger)
    await asks(region, name={"kk": "Балапан", "ru": "Балапан"}, owner=owner)


@pytest.mark.parametrize(
    "wrong",
    [
        {"district": "9999"},
        {"name": {"kk": " ", "ru": "x"}},
        {"name": {"kk": "a\nBcc: x", "ru": "x"}},
        {"name": {"kk": "<b>", "ru": "x"}},
        {"website": "javascript:alert(1)"},
        {"owner": {"email": "a@b@c.kz"}},
        {"owner": {"email": "a@example.kz\nBcc: b@example.kz"}},
        {"owner": {"iin": "991399000008"}},
        {"owner": {"phone": "779900112"}},
        {"owner": {"email": ".owner@example.kz"}},
        {"owner": {"email": "owner.@example.kz"}},
        {"state": "approved"},
    ],
)
async def test_a_wrong_form_is_refused(region: Any, wrong: dict[str, Any]) -> None:
    answer = await region.api.by().post("/account-requests", json=region.form(**wrong))
    assert answer.status_code == 422
    assert await open_requests(region) == []


async def test_the_list_names_no_person_and_opening_one_is_logged(region: Any) -> None:
    body = region.form()
    await region.api.by().post("/account-requests", json=body)
    listed = await region.api.by(region.administrator).get("/account-requests?district=1110&state=open")
    assert body["owner"]["iin"] not in listed.text
    assert await told(region, KindergartensRead) == []
    opened = await region.api.by(region.administrator).get(await only_request(region))
    assert opened.json()["owner"] == body["owner"]
    (read,) = await told(region, KindergartensRead)
    assert (read.reader_id, read.what, read.why) == (region.administrator.person_id, "account-requests:read", "open")
    (whose,) = read.subjects
    assert (str(whose.object_id), whose.person_id) == (opened.json()["id"], None)
    assert whose.known_as == region.api.app.state.settings.pseudonyms.of(body["owner"]["iin"])


async def test_what_may_be_the_same_is_shown_with_its_signs(region: Any) -> None:
    spelt = {"kk": "БӘЙТЕРЕК", "ru": "д/с Байтерек"}
    await asks(region, name=spelt, phone=region.kindergarten["phone"], owner={"iin": region.worker.iin})
    await asks(region)
    first, second = await open_requests(region)
    opened = (await region.api.by(region.administrator).get(f"/account-requests/{first['id']}")).json()
    (like,) = opened["like_kindergartens"]
    assert (like["kindergarten"]["id"], like["signs"]) == (region.id, ["name", "phone", "worker"])
    (other,) = opened["like_requests"]
    assert (other["id"], other["signs"]) == (second["id"], ["contact"])


async def test_an_approved_one_makes_kindergarten_and_worker_and_is_told(region: Any) -> None:
    asked = await asks(region, owner={"iin": (iin := an_iin())})
    approved = await region.api.by(region.administrator).post(f"{await only_request(region)}/approval", json=NAMES)
    assert approved.status_code == 200, approved.text
    garden = approved.json()["kindergarten_id"]
    made = (await region.api.by().get(f"/kindergartens/{garden}")).json()
    assert (made["name"], made["ownership"], made["website"]) == (NAMES["name"], "private", "https://akbota.example.kz")
    assert (await told(region, Kindergarten))[-1].website == "https://akbota.example.kz"
    hired = (await told(region, Worker))[-1]
    assert (hired.iin, str(hired.kindergarten_id), hired.active) == (iin, garden, True)
    (decided,) = await told(region, AccountRequestDecided)
    assert (decided.number, decided.email, decided.refused_because) == (asked["number"], "owner@example.kz", None)
    worker = worker_of(UUID(garden))
    listed = await region.api.by(worker).get(f"/kindergartens/{garden}/roster")
    assert listed.status_code == 404, "who works where is judged by the person, not by the token"


async def test_one_that_is_registered_gets_one_more_worker(region: Any) -> None:
    await asks(region, owner={"iin": (iin := an_iin())})
    path, body = f"{await only_request(region)}/approval", {"kindergarten_id": region.id}
    approved = await region.api.by(region.administrator).post(path, json=body)
    assert approved.json()["kindergarten_id"] == region.id
    assert {each.iin for each in await told(region, Worker)} == {region.worker.iin, iin}
    assert len(await told(region, Kindergarten)) == 1


async def test_a_kindergarten_of_that_name_and_address_has_to_be_joined(region: Any) -> None:
    await asks(region)
    body = {name: region.kindergarten[name] for name in ("name", "address")}
    path = await only_request(region)
    answer = await region.api.by(region.administrator).post(f"{path}/approval", json=body)
    assert (answer.status_code, answer.json()["code"]) == (409, "kindergarten_exists")
    assert await only_request(region) == path


async def test_a_refused_one_says_why(region: Any) -> None:
    asked = await asks(region)
    path, body = f"{await only_request(region)}/refusal", {"reason": "data_wrong", "remark": "Проверьте телефон"}
    assert (await region.api.by(region.administrator).post(path, json=body)).status_code == 200
    state = await region.api.by().post("/account-requests/status", json={k: asked[k] for k in ("number", "code")})
    assert state.json()["reason"]["name"]["ru"] == "данные неверны или неполны"
    (decided,) = await told(region, AccountRequestDecided)
    assert (decided.refused_because, decided.remark) == (RefusalReason.DATA_WRONG, "Проверьте телефон")


async def test_a_refused_one_is_forgotten_with_its_contacts_when_its_time_is_over(region: Any) -> None:
    asked = [await asks(region) for _ in range(2)]
    first, second = await open_requests(region)
    client = region.api.by(region.administrator)
    await client.post(f"/account-requests/{first['id']}/refusal", json={"reason": "asked_twice"})
    decided_at = region.database.clock.now()
    for before, left in ((decided_at - timedelta(days=1), 2), (decided_at + timedelta(days=1), 1)):
        async with region.database.write() as tx:
            await forget_refused(tx, before)
        assert len((await client.get("/account-requests")).json()["items"]) == left
    (kept,) = await open_requests(region)
    assert kept["id"] == second["id"]
    assert await erased(region.database) == [(AccountRequestDecided.TOPIC, first["id"])]
    gone = await region.api.by().post(
        "/account-requests/status", json={name: asked[0][name] for name in ("number", "code")}
    )
    assert gone.status_code == 404


async def kept_networks(region: Any) -> list[str | None]:
    async with region.database.read() as tx:
        return [row.network for row in await tx.rows(sa.text("select network from account_request order by serial"))]


async def test_the_network_is_kept_as_a_digest_until_the_request_is_decided(region: Any) -> None:
    source = {"X-Forwarded-For": "2001:db8:0:1::7"}
    for _ in range(3):
        await region.api.by().post("/account-requests", json=region.form(), headers=source)
    digest = region.api.app.state.settings.pseudonyms.of_network("2001:db8:0:1::/64")
    assert await kept_networks(region) == [digest] * 3
    first, second, _ = await open_requests(region)
    boss = region.api.by(region.administrator)
    await boss.post(f"/account-requests/{first['id']}/refusal", json={"reason": "asked_twice"})
    await boss.post(f"/account-requests/{second['id']}/approval", json=NAMES)
    assert await kept_networks(region) == [None, None, digest]


async def test_a_reason_that_tells_nothing_is_refused(region: Any) -> None:
    await asks(region)
    path = f"{await only_request(region)}/refusal"
    answer = await region.api.by(region.administrator).post(path, json={"reason": "other"})
    assert (answer.status_code, answer.json()["code"]) == (409, "remark_required")


async def test_of_decisions_at_once_one_wins(region: Any) -> None:
    await asks(region)
    path = await only_request(region)
    bosses = [administrator() for _ in range(6)]
    answers = await asyncio.gather(
        *(region.api.by(boss).post(f"{path}/approval", json=NAMES) for boss in bosses[:3]),
        *(region.api.by(boss).post(f"{path}/refusal", json={"reason": "asked_twice"}) for boss in bosses[3:]),
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409, 409, 409]
    assert {answer.json()["code"] for answer in answers if answer.is_error} == {"account_request_decided"}
    assert len(await told(region, AccountRequestDecided)) == 1
    state = next(answer.json()["state"] for answer in answers if answer.is_success)
    assert len(await told(region, Kindergarten)) == (2 if state == "approved" else 1)


async def test_the_same_key_decides_once(region: Any) -> None:
    await asks(region)
    path, key = f"{await only_request(region)}/approval", {"Idempotency-Key": str(new_id())}
    client = region.api.by(region.administrator)
    answers = [await client.post(path, json=NAMES, headers=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()


@pytest.mark.parametrize("body", [{}, {"name": NAMES["name"]}, {**NAMES, "kindergarten_id": str(new_id())}])
async def test_an_approval_names_either_a_registered_or_a_new_one(region: Any, body: Any) -> None:
    await asks(region)
    answer = await region.api.by(region.administrator).post(f"{await only_request(region)}/approval", json=body)
    assert answer.status_code == 422


async def test_only_an_administrator_sees_and_decides(region: Any) -> None:
    await asks(region)
    path = await only_request(region)
    for client, status in (
        (region.api.by(), 401),
        (region.api.by(an_actor()), 403),
        (region.api.by(region.worker), 403),
    ):
        answers = [
            await client.get("/account-requests"),
            await client.get(path),
            await client.post(f"{path}/approval", json=NAMES),
            await client.post(f"{path}/refusal", json={"reason": "asked_twice"}),
        ]
        assert {answer.status_code for answer in answers} == {status}


async def test_a_decision_made_without_the_lock_overwrites_nothing(region: Any) -> None:
    await asks(region)
    path = await only_request(region)
    async with region.database.read() as tx:
        stale = await load_request(tx, UUID(path.rpartition("/")[2]))
    body = {"reason": "data_wrong", "remark": ""}
    refused = await region.api.by(region.administrator).post(f"{path}/refusal", json=body)
    assert refused.status_code == 200, refused.text
    name = Text("Ақбота", "Акбота", "Akbota")
    with pytest.raises(StaleStateError):
        async with region.database.write() as tx:
            await update_decision(tx, approve(stale, new_id(), name, new_id(), region.database.clock.now()).request)
    async with region.database.read() as tx:
        assert (await load_request(tx, stale.id)).state is RequestState.REFUSED


async def test_the_list_is_counted_filtered_and_sorted(region: Any) -> None:
    for name in ("Ясли «Байтерек»", "Детский сад «Айсулу»", "«Әлем» бөбекжайы"):
        await asks(region, name={"kk": name, "ru": name}, owner={"iin": an_iin()})
    boss = region.api.by(region.administrator)

    async def names(**asked: Any) -> tuple[int, list[str]]:
        page = (await boss.get("/account-requests", params={"state": "open", **asked})).json()
        return page["total"], [each["name"]["kk"] for each in page["items"]]

    assert await names() == (3, ["Ясли «Байтерек»", "Детский сад «Айсулу»", "«Әлем» бөбекжайы"])
    assert await names(sort="name") == (3, ["«Әлем» бөбекжайы", "Детский сад «Айсулу»", "Ясли «Байтерек»"])
    assert await names(descending=True, limit=1) == (3, ["«Әлем» бөбекжайы"])
    assert await names(offset=2) == (3, ["«Әлем» бөбекжайы"])
    assert await names(name="әлем") == (1, ["«Әлем» бөбекжайы"])
    assert await names(district="1116") == (0, [])
    assert await names(state="refused") == (0, [])
