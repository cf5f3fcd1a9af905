"""No log of the stack tells who somebody is, neither after stories nor after everything that may go wrong."""

import json
import shutil
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import aiokafka
import asyncpg
import pytest

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.events import Envelope
from kezek.contracts.ids import new_id
from kezek.contracts.values import Person as PersonOnCard
from kezek.contracts.vocabulary import Language
from kezek_local.stack import Stack
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person
from tests.e2e.actors.worker import Worker
from tests.e2e.leaks import family_of, leaks, marks_of
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]
WITHIN_S = 30.0
# PostgreSQL keeps no such character in a text: whoever stores it fails
UNSTORABLE = "\x00"


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_no_log_tells_who_was_in_the_story(world: World, stack: Stack, language: str, tmp_path: Path) -> None:
    parent, worker = await world.parent(language), await world.worker()

    await _whole_story(world, parent, worker)

    involved = [*await family_of(parent, world.sandbox), worker.resident]
    assert leaks(stack.folders.logs, involved) == []
    _prove_that_the_scan_bites(stack.folders.logs, tmp_path / "logs", involved)


async def test_no_log_quotes_a_refused_request(world: World, stack: Stack) -> None:
    parent, worker = await world.parent(), await world.worker()
    family = await family_of(parent, world.sandbox)

    for resident in family:
        await _ask_with(parent, resident)
    await _search_in_vain(worker, parent)
    await _fail_inside(await world.administrator(), parent, world.district)

    assert leaks(stack.folders.logs, family) == []


async def test_no_log_quotes_a_value_that_the_database_refuses(world: World, stack: Stack) -> None:
    parent = await world.parent()
    name = " ".join(parent.resident["person"]["name"]["kk"].values())
    connection = await asyncpg.connect(stack.superuser_url.replace("+asyncpg", ""))
    try:
        await connection.execute("CREATE TEMPORARY TABLE known (iin text UNIQUE, name text, day date)")
        row = f"INSERT INTO known (iin, name) VALUES ('{parent.iin}', '{name}')"  # noqa: S608 - quoted on purpose
        await connection.execute(row)
        for refused in (
            row,
            f"SELECT '{parent.iin} {name}'::date",
            f"SELECT '{parent.email}'::json",
            f"SELEC '{name}'",
        ):
            with pytest.raises(asyncpg.PostgresError):
                await connection.execute(refused)
    finally:
        await connection.close()

    assert leaks(stack.folders.logs, [parent.resident]) == []


async def test_no_log_quotes_what_a_handler_failed_on(world: World, stack: Stack) -> None:
    parent = await world.parent()
    family = await family_of(parent, world.sandbox)

    where = await _publish(stack, _envelope(parent, family[-1]))
    garbage = await _publish(stack, json.dumps(parent.resident).encode())

    await _parked(stack, "notifications", where)
    await _parked(stack, "notifications", garbage)
    log = (stack.folders.logs / "notifications-worker.log").read_text()
    assert "Traceback" in log
    assert leaks(stack.folders.logs, family) == []


async def test_no_log_quotes_a_recipient_whom_no_message_reaches(world: World, stack: Stack) -> None:
    parent, worker = await world.parent(), await world.worker()
    await parent.applies()
    await parent.position()
    # letters of auth are under way yet, and would be refused in the place of the message
    await world.settles()
    for system, mode in (("sms", "error"), ("mail", "error")):
        await world.sandbox.post(f"/control/{system}", {"mode": mode, "count": 1})

    await worker.publishes(world.group_year)
    await parent.becomes("notified")
    await _told(parent, "message_failed", times=2)

    assert leaks(stack.folders.logs, await family_of(parent, world.sandbox)) == []


async def _whole_story(world: World, parent: Parent, worker: Worker) -> None:
    await parent.applies()
    await parent.position()
    await worker.publishes(world.group_year)
    await parent.becomes("notified")
    referral = await parent.chooses_first_place()
    await parent.referral_pdf()
    await worker.accepts(referral["referral_number"])
    await worker.roster(having=referral["referral_number"])
    await world.settles()


def _prove_that_the_scan_bites(logs: Path, copy: Path, residents: list[dict[str, Any]]) -> None:
    shutil.copytree(logs, copy)
    for resident in residents:
        for mark, kind in marks_of(resident).items():
            planted = copy / "planted.log"
            planted.write_text(f"a line\nbefore {mark.upper()} behind\n")
            assert f"planted.log:2: {kind}" in leaks(copy, [resident])


async def _ask_with(parent: Parent, resident: dict[str, Any]) -> None:
    """A bad body, a path and a query that quote a person."""
    iin, name = resident["person"]["iin"], " ".join(resident["person"]["name"]["ru"].values())
    said = {"iin": iin, "name": name, "phone": resident["phone"], "email": resident["email"]}
    for body in (json.dumps({"child_iin": [said]}), json.dumps(said)[:-3], name):
        json_type = {"Content-Type": "application/json"}
        path = "/applications/applications/acts"
        answer = await parent.request("POST", path, content=body.encode(), headers=json_type)
        assert answer.status_code == 422
    for part in said.values():
        for service in ("applications/applications", "documents/documents", "nowhere"):
            answer = await parent.request("GET", f"/{service}/{part}", params=said)
            assert answer.status_code in {404, 422}
    assert (await parent.http.get("/check/" + iin, params=said)).status_code == 404


async def _search_in_vain(worker: Worker, parent: Parent) -> None:
    body = {"kindergarten_id": worker.kindergarten_id, "iin": parent.child_iin}
    assert (await worker.request("POST", "/referrals/referrals/search", json=body)).is_error


async def _fail_inside(administrator: Person, parent: Parent, district: str) -> None:
    """A value that passes every check but cannot be stored, among personal ones."""
    name = parent.resident["person"]["name"]
    text = {"kk": " ".join(name["kk"].values()) + UNSTORABLE, "ru": " ".join(name["ru"].values()), "en": parent.email}
    body = {
        "district": district,
        "name": text,
        "address": text,
        "phone": parent.phone,
        "ownership": "state",
        "workers": [parent.iin],
    }
    headers = {"Idempotency-Key": str(new_id())}
    answer = await administrator.request("POST", "/kindergartens/kindergartens", json=body, headers=headers)
    assert answer.is_error


def _envelope(parent: Parent, child: dict[str, Any]) -> bytes:
    def on_card(resident: dict[str, Any]) -> PersonOnCard:
        name = resident["person"]["name"]["kk"]
        return PersonOnCard(iin=resident["person"]["iin"], surname=name["surname"], given_name=name["given"])

    card = ApplicationCard(
        application_id=new_id(),
        number="",
        applicant=on_card(parent.resident),
        child=on_card(child),
        child_birth_date=date(2022, 1, 1),
        phone=parent.phone,
        email=parent.email + UNSTORABLE,
        language=Language.KK,
    )
    envelope = Envelope(
        event_id=new_id(),
        type=card.TYPE,
        occurred_at=datetime.now(UTC),
        key=card.key(),
        version=1,
        payload=card.model_dump(mode="json"),
    )
    return envelope.model_dump_json().encode()


async def _publish(stack: Stack, value: bytes) -> tuple[str, int, int]:
    producer = aiokafka.AIOKafkaProducer(**stack.kafka().options())
    await producer.start()
    try:
        sent = await producer.send_and_wait(ApplicationCard.TOPIC, value, key=str(new_id()).encode())
    finally:
        await producer.stop()
    return sent.topic, sent.partition, sent.offset


async def _parked(stack: Stack, service: str, where: tuple[str, int, int]) -> None:
    connection = await asyncpg.connect(stack.superuser_url.replace("+asyncpg", ""))
    try:
        began = time.monotonic()
        found = f'SELECT 1 FROM {service}.parked WHERE (topic, partition, "offset") = ($1, $2, $3)'  # noqa: S608
        while await connection.fetchval(found, *where) is None:
            assert time.monotonic() - began < WITHIN_S
            await connection.fetchval("SELECT pg_sleep(0.1)")
    finally:
        await connection.close()


async def _told(parent: Parent, code: str, times: int) -> None:
    began = time.monotonic()
    while [line["code"] for line in (await parent.journal())["history"]].count(code) < times:
        assert time.monotonic() - began < WITHIN_S
