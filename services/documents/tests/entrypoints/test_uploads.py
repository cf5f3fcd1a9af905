import asyncio
import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.files import FilePurpose
from kezek.contracts.ids import new_id
from kezek.documents.adapters.scanner import Scanner
from kezek.documents.adapters.vault import Vault
from kezek.documents.usecases.examine_upload import EXAMINE, ExamineUpload
from kezek.platform.file_receipts import ReceiptReader
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.testing import an_actor
from kezek.platform.testing.papers import MEGABYTE, a_jpeg, a_pdf, hostile

pytestmark = pytest.mark.servers
HOSTILE = hostile()


async def test_a_file_comes_in_parts_and_gets_a_receipt(counter: Any, file_office: Any) -> None:
    parent, content = an_actor(), a_pdf(3 * MEGABYTE + 77)
    draft, sha256 = str(new_id()), hashlib.sha256(content).hexdigest()
    ready = await counter.hands_in(parent, content, "C:\\Менің\\анықтама.PDF", draft_id=draft, sha256=sha256)
    assert (ready["state"], ready["media_type"], ready["name"]) == ("ready", "application/pdf", "анықтама.pdf")
    reader = ReceiptReader(file_office.settings("applications")["file_receipt_keys"])
    receipt = reader.read(ready["receipt"], owner=parent.person_id, purpose=FilePurpose.REGISTRATION)
    assert (str(receipt.file_id), str(receipt.draft_id), receipt.sha256) == (ready["id"], draft, sha256)
    assert timedelta(hours=23) < receipt.expires_at - datetime.now(UTC) < timedelta(hours=25)
    assert await counter.vault.get_file(receipt.file_id) == content
    assert len(counter.stored()) == 1  # the parts are gone


async def test_a_receipt_is_the_same_until_half_its_time_is_over(counter: Any) -> None:
    parent = an_actor()
    ready = await counter.hands_in(parent, a_jpeg(), "photo.jpg")
    assert (await counter.look(parent, ready))["receipt_expires_at"] == ready["receipt_expires_at"]
    await counter_sql(counter, "update upload set receipt_until = now() + interval '11 hours'")
    assert (await counter.look(parent, ready))["receipt_expires_at"] > ready["receipt_expires_at"]
    await counter_sql(counter, "update upload set receipt_until = null, checked_at = now() - interval '8 days'")
    assert (await counter.look(parent, ready))["receipt"] is None


@pytest.mark.parametrize("tenth", range(10))
async def test_a_file_goes_on_where_the_connection_was_cut(counter: Any, tenth: int) -> None:
    parent, content = an_actor(), a_pdf(2 * MEGABYTE)
    upload = (await counter.begin(parent, len(content))).json()
    step, cut = 200_000, len(content) * tenth // 10
    for at in range(0, len(content), step):
        part = content[at : at + step]
        if at <= cut < at + step:
            broken = await send_some(counter, parent, upload, part, at, cut - at)
            assert broken.status_code == 400
            assert (await counter.look(parent, upload))["received"] == at
        assert (await counter.send(parent, upload, part, at)).status_code == 200
    await counter.finish(parent, upload)
    await counter.works()
    ready = await counter.look(parent, upload)
    assert (ready["state"], await counter.vault.get_file(ready["id"])) == ("ready", content)


async def send_some(counter: Any, owner: Any, upload: Any, part: bytes, begins: int, some: int) -> Any:
    """A part of which only some arrives before the sender is gone."""
    path = f"/uploads/{upload['id']}/parts/{begins}"
    request = counter.api.by(owner).build_request("PUT", path, content=part)
    app, sent = counter.api.app, iter([{"type": "http.request", "body": part[:some], "more_body": True}])

    async def cut(scope: Any, receive: Any, send: Any) -> None:
        async def gone() -> Any:
            return next(sent, {"type": "http.disconnect"})

        await app(scope, gone, send)

    client = counter.api.by(owner)
    client._transport.app = cut
    return await client.send(request)


async def test_a_part_that_comes_twice_counts_once(counter: Any) -> None:
    parent, content = an_actor(), a_pdf(3000)
    upload = (await counter.begin(parent, 3000)).json()
    for _ in range(3):
        answer = await counter.send(parent, upload, content[:1000])
        assert (answer.status_code, answer.json()["received"]) == (200, 1000)
    both = await asyncio.gather(*(counter.send(parent, upload, content[1000:2000], 1000) for _ in range(4)))
    assert [each.status_code for each in both] == [200] * 4
    assert (await counter.look(parent, upload))["received"] == 2000
    assert len(counter.stored()) == 2


async def test_a_part_that_does_not_go_on_is_told_where_the_file_ends(counter: Any) -> None:
    parent, content = an_actor(), a_pdf(3000)
    upload = (await counter.begin(parent, 3000)).json()
    await counter.send(parent, upload, content[:1000])
    for begins, part in ((2000, b"x"), (0, b"another"), (1000, bytes(2001)), (500, b"x")):
        answer = await counter.send(parent, upload, part, begins)
        assert (answer.status_code, answer.json()["code"]) == (409, "upload_goes_on_elsewhere")
        assert answer.json()["params"] == {"received": 1000}
    early = await counter.finish(parent, upload)
    assert early.json()["params"] == {"received": 1000, "size": 3000}
    assert len(counter.stored()) == 1


async def test_a_part_is_bounded(counter: Any) -> None:
    parent = an_actor()
    upload = (await counter.begin(parent, 5 * MEGABYTE)).json()
    assert (await counter.send(parent, upload, bytes(MEGABYTE + 1))).status_code == 413
    assert (await counter.send(parent, upload, b"")).status_code == 422
    assert counter.stored() == []


async def test_a_finished_file_takes_no_more(counter: Any) -> None:
    parent = an_actor()
    ready = await counter.hands_in(parent, a_jpeg(), "a.jpg")
    late = await counter.send(parent, ready, b"x", ready["size"])
    assert (late.status_code, late.json()["code"]) == (409, "upload_over")
    again = await counter.finish(parent, ready)
    assert again.json()["receipt"] == ready["receipt"]


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_file_is_refused_and_forgotten(counter: Any, name: str) -> None:
    file_name, content, fault = HOSTILE[name]
    parent = an_actor()
    refused = await counter.hands_in(parent, content, file_name)
    assert (refused["state"], refused["fault"], refused["receipt"]) == ("refused", fault, None)
    assert counter.stored() == []


async def test_a_file_that_changed_on_the_way_is_refused(counter: Any) -> None:
    refused = await counter.hands_in(an_actor(), a_pdf(), sha256="0" * 64)
    assert refused["fault"] == "changed_on_the_way"


@pytest.mark.parametrize("name", ["a.png", "a.svg", "a.pdf.exe", "a", ".pdf", "a.html", "a.jpg\\"])
async def test_an_ending_that_is_not_taken_is_refused_at_once(counter: Any, name: str) -> None:
    answer = await counter.begin(an_actor(), 100, name=name)
    assert (answer.status_code, answer.json()["code"]) == (422, "file_name_not_taken")


async def test_one_byte_too_many_and_a_fourth_file_are_refused(counter: Any) -> None:
    parent, form = an_actor(), {"draft_id": str(new_id())}
    answer = await counter.begin(parent, 10 * MEGABYTE + 1, **form)
    assert (answer.status_code, answer.json()["params"]) == (409, {"megabytes": 10})
    assert answer.json()["code"] == "files_too_large"
    first = (await counter.begin(parent, 10 * MEGABYTE - 2, **form)).json()
    assert (await counter.begin(parent, 3, **form)).json()["code"] == "files_too_large"
    for _ in range(2):
        assert (await counter.begin(parent, 1, **form)).status_code == 201
    fourth = await counter.begin(parent, 1, **form)
    assert (fourth.json()["code"], fourth.json()["params"]) == ("too_many_files", {"most": 3})
    await counter.api.by(parent).delete(f"/uploads/{first['id']}")
    assert (await counter.begin(parent, 5 * MEGABYTE, **form)).status_code == 201


async def test_ten_megabytes_to_the_byte_pass(counter: Any) -> None:
    assert (await counter.hands_in(an_actor(), a_pdf(10 * MEGABYTE)))["state"] == "ready"


async def test_two_that_begin_at_once_do_not_pass_the_limit(counter: Any) -> None:
    parent, form = an_actor(), {"draft_id": str(new_id())}
    both = await asyncio.gather(*(counter.begin(parent, 6 * MEGABYTE, **form) for _ in range(2)))
    assert sorted(each.status_code for each in both) == [201, 409]
    many = await asyncio.gather(*(counter.begin(parent, 1, **form) for _ in range(6)))
    assert sorted(each.status_code for each in many) == [201] * 2 + [409] * 4


async def test_a_begin_sent_twice_is_one_file(counter: Any) -> None:
    parent, draft = an_actor(), str(new_id())
    body = {"purpose": "registration", "draft_id": draft, "name": "a.pdf", "size": 9}
    client, headers = counter.api.by(parent), {"Idempotency-Key": "form-1-file-1"}
    ids = {(await client.post("/uploads", json=body, headers=headers)).json()["id"] for _ in range(3)}
    assert len(ids) == 1
    items = (await client.get(f"/uploads?purpose=registration&draft_id={draft}")).json()["items"]
    assert [each["id"] for each in items] == [*ids]


async def test_one_person_cannot_fill_the_store(counter: Any) -> None:
    parent = an_actor()
    for _ in range(10):
        assert (await counter.begin(parent, 10 * MEGABYTE)).status_code == 201
    answer = await counter.begin(parent, 1)
    assert (answer.status_code, answer.json()["code"]) == (429, "too_many_uploads")
    assert answer.headers["retry-after"] == "3600"
    assert (await counter.begin(an_actor(), 1)).status_code == 201


async def test_what_was_taken_back_fills_the_store_an_hour_more(counter: Any) -> None:
    parent = an_actor()
    for _ in range(10):
        begun = (await counter.begin(parent, 10 * MEGABYTE)).json()
        await counter.api.by(parent).delete(f"/uploads/{begun['id']}")
    assert (await counter.begin(parent, 1)).status_code == 429
    await counter_sql(counter, "update upload set discarded_at = discarded_at - interval '61 minutes'")
    assert (await counter.begin(parent, 1)).status_code == 201


async def test_another_persons_file_is_not_there(counter: Any) -> None:
    parent, stranger = an_actor(), an_actor()
    ready = await counter.hands_in(parent, a_jpeg(), "a.jpg")
    client = counter.api.by(stranger)
    path = f"/uploads/{ready['id']}"
    answers = [
        await client.get(path),
        await client.put(f"{path}/parts/0", content=b"x"),
        await client.post(f"{path}/finish"),
        await client.delete(path),
    ]
    assert {(each.status_code, each.json()["code"]) for each in answers} == {(404, "upload_not_found")}
    listed = await client.get(f"/uploads?purpose=registration&draft_id={ready['draft_id']}")
    assert listed.json()["items"] == []
    assert (await counter.api.by().get(path)).status_code == 401


async def test_while_the_scanner_is_silent_a_file_waits_and_is_finished_by_itself(counter: Any) -> None:
    parent, content = an_actor(), a_pdf()
    upload = (await counter.begin(parent, len(content))).json()
    await counter.send_all(parent, upload, content)
    await counter.finish(parent, upload)
    for silent in ("", "tcp://127.0.0.1:1"):
        without = ExamineUpload(counter.vault, Scanner(silent, 1), pass_all)
        await run_jobs(counter, {EXAMINE: without})
        waiting = await counter.look(parent, upload)
        assert (waiting["state"], waiting["receipt"]) == ("checking", None)
    await counter_sql(counter, "update job set run_at = now()")
    await counter.works()
    assert (await counter.look(parent, upload))["state"] == "ready"


async def test_a_worker_killed_before_its_commit_leaves_nothing_undone(counter: Any) -> None:
    parent, content = an_actor(), a_jpeg()
    upload = (await counter.begin(parent, len(content), name="a.jpg")).json()
    await counter.send_all(parent, upload, content)
    await counter.finish(parent, upload)

    class Dying(Vault):
        async def put_file(self, file_id: Any, content: bytes) -> None:
            await super().put_file(file_id, content)
            raise KeyboardInterrupt

    dying = Dying(counter.vault._store, counter.vault._ring)
    with pytest.raises(KeyboardInterrupt):
        await run_jobs(counter, {EXAMINE: ExamineUpload(dying, Scanner(counter.settings.clamd, 30), pass_all)})
    assert (await counter.look(parent, upload))["state"] == "checking"
    await counter.works()
    ready = await counter.look(parent, upload)
    assert (ready["state"], await counter.vault.get_file(ready["id"])) == ("ready", content)
    assert len(counter.stored()) == 1


async def test_what_is_taken_back_no_longer_counts(counter: Any) -> None:
    parent = an_actor()
    unfinished = (await counter.begin(parent, 3000)).json()
    await counter.send(parent, unfinished, bytes(1000))
    ready = await counter.hands_in(parent, a_jpeg(), "a.jpg")
    for each in (unfinished, ready):
        assert (await counter.api.by(parent).delete(f"/uploads/{each['id']}")).status_code == 204
        assert (await counter.api.by(parent).get(f"/uploads/{each['id']}")).status_code == 404
    assert (await counter.send(parent, unfinished, bytes(1000), 1000)).status_code == 404
    await counter.works()
    assert len(counter.stored()) == 1  # whoever has the receipt may be using it


async def pass_all(_content: bytes, _kind: Any) -> None:
    return None


async def run_jobs(counter: Any, works: Any) -> None:
    await JobRunner(counter.database, works).run_one()


async def counter_sql(counter: Any, statement: str) -> None:
    async with counter.database.write() as tx:
        await tx.execute(sa.text(statement))
