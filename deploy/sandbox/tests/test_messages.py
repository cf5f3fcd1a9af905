import asyncio
import smtplib
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import httpx
import pytest

SEND, ASK = "/sms/service/message/sendsmsmessage", "/sms/service/message/getbyownid"


def form(own_id: str, recipient: str = "77990000001", **more: str) -> dict[str, str]:
    return {"recipient": recipient, "text": "Сізге орын бар: әғқ", "apiKey": "key", "params[name]": own_id, **more}


async def send(sandbox: Any, own_id: str, recipient: str = "77990000001", **more: str) -> dict[str, Any]:
    answer = await sandbox.client.post(SEND, data=form(own_id, recipient, **more), headers={"traceparent": "00-a-b-01"})
    assert answer.status_code == 200
    return dict(answer.json())


async def known(sandbox: Any, own_id: str) -> int:
    answer = await sandbox.client.post(ASK, data={"apiKey": "key", "params[name]": own_id})
    return len(answer.json()["data"]["items"])


async def test_an_sms_arrives_with_its_trace(sandbox: Any) -> None:
    answer = await send(sandbox, "own-1", "77990000011")
    assert answer["code"] == 0
    (sms,) = (await sandbox.get("/mailbox/sms", recipient="77990000011"))["items"]
    assert (sms["own_id"], sms["text"], sms["traceparent"]) == ("own-1", "Сізге орын бар: әғқ", "00-a-b-01")
    assert answer["data"]["messageId"] == str(sms["id"])


async def test_a_double_sending_shows_as_two(sandbox: Any) -> None:
    assert await known(sandbox, "twice") == 0
    await send(sandbox, "twice")
    await send(sandbox, "twice")
    assert await known(sandbox, "twice") == 2


@pytest.mark.parametrize(
    ("wrong", "code"),
    [({"recipient": "87000000001"}, 1), ({"recipient": "+77990000001"}, 1), ({"text": " "}, 1), ({"apiKey": "no"}, 8)],
)
async def test_a_wrong_form_is_answered_with_its_code(sandbox: Any, wrong: dict[str, str], code: int) -> None:
    answer = await sandbox.client.post(SEND, data=form("wrong") | wrong)
    assert answer.json()["code"] == code
    assert await known(sandbox, "wrong") == 0


async def test_the_gateway_can_be_down_for_one_request(sandbox: Any) -> None:
    await sandbox.post("/control/sms", {"mode": "down", "count": 1})
    assert (await sandbox.client.post(SEND, data=form("down"))).status_code == 503
    assert (await send(sandbox, "down"))["code"] == 0
    assert await known(sandbox, "down") == 1


async def test_the_gateway_can_refuse(sandbox: Any) -> None:
    await sandbox.post("/control/sms", {"mode": "error", "count": 1})
    assert (await send(sandbox, "refused"))["code"] != 0
    assert await known(sandbox, "refused") == 0


async def test_the_gateway_can_take_a_message_and_drop_the_connection(sandbox: Any) -> None:
    await sandbox.post("/control/sms", {"mode": "drop", "count": 1})
    with pytest.raises(httpx.TransportError):
        await sandbox.client.post(SEND, data=form("dropped"))
    assert await known(sandbox, "dropped") == 1
    assert (await sandbox.get("/control/sms"))["mode"] == "ok"


async def test_a_slow_gateway_has_the_message_before_it_answers(sandbox: Any) -> None:
    await sandbox.post("/control/sms", {"latency_ms": 3_000})
    sending = asyncio.create_task(sandbox.client.post(SEND, data=form("slow")))
    while await known(sandbox, "slow") == 0:
        assert not sending.done()
    assert (await sending).json()["code"] == 0
    await sandbox.post("/control/sms", {})


def mail_to(recipient: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "kezek@example.kz", recipient, "Сізге орын бар: әғқңөұүһі"
    message["Message-ID"], message["traceparent"] = f"<{recipient}>", "00-c-d-01"
    message.set_content("Құрметті ата-ана!")
    message.add_alternative("<p>Құрметті ата-ана!</p>", subtype="html")
    return message


def post(port: int, recipient: str) -> None:
    with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
        client.send_message(mail_to(recipient))


async def test_a_mail_can_be_read(sandbox: Any) -> None:
    await asyncio.to_thread(post, sandbox.inside.smtp_port, "read@example.kz")
    (mail,) = (await sandbox.get("/mailbox/mail", recipient="read@example.kz"))["items"]
    assert mail["subject"] == "Сізге орын бар: әғқңөұүһі"
    assert mail["text"].strip() == "Құрметті ата-ана!"
    assert (mail["message_id"], mail["traceparent"]) == ("<read@example.kz>", "00-c-d-01")


@pytest.mark.parametrize(("mode", "kept"), [("down", 0), ("error", 0), ("drop", 1)])
async def test_the_mail_server_can_fail(sandbox: Any, mode: str, kept: int) -> None:
    await sandbox.post("/control/mail", {"mode": mode, "count": 1})
    with pytest.raises((smtplib.SMTPException, ConnectionError)):
        await asyncio.to_thread(post, sandbox.inside.smtp_port, f"{mode}@example.kz")
    assert len((await sandbox.get("/mailbox/mail", recipient=f"{mode}@example.kz"))["items"]) == kept


async def test_what_was_taken_survives_a_restart_until_cleared(tmp_path: Path, start: Callable[..., Any]) -> None:
    async with start(tmp_path) as before:
        await send(before, "kept")
        await before.post("/control/sms", {"mode": "down"})
    async with start(tmp_path) as after:
        assert (await after.get("/control/sms"))["mode"] == "down"
        (sms,) = (await after.get("/mailbox/sms"))["items"]
        assert (await after.get("/mailbox/sms", after=sms["id"]))["items"] == []
        assert (await after.client.delete("/mailbox")).status_code == 204
        assert (await after.get("/mailbox/sms"))["items"] == []
