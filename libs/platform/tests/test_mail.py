"""E-mails as a server gets them, read by the letter of RFC 2047 and not by the package that wrote them."""

import asyncio
import base64
import quopri
import random
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from kezek.contracts.ids import new_id
from kezek.platform.providers import RefusedForGoodError, UnclearError, smtp
from kezek.platform.providers.mail import Mailer
from kezek.platform.providers.settings import ProviderSettings
from kezek.platform.settings import Environment
from kezek.platform.testing import eventually

_WORDS = (
    *("Балаңызға", "балабақшадан", "орын", "ұсынылды", "«Бәйтерек»", "бөбекжай-балабақшасы", "мемлекеттік"),
    *("коммуналдық", "қазыналық", "кәсіпорны", "№", "34.UO.2026", "Kezek"),
)
_ENCODED = re.compile(r"=\?utf-8\?([bq])\?([^?]*)\?=", re.IGNORECASE)


@dataclass(frozen=True)
class Outgoing:
    id: UUID
    recipient: str
    subject: str
    text: str


class Server:
    """Keeps what comes, byte by byte."""

    def __init__(self) -> None:
        self.port = 0
        self.mails: list[str] = []
        self.connections: list[SMTP] = []
        self.closes_at_mail: str | None = None
        self.closes_after_data = False

    def connected(self) -> SMTP:
        self.connections.append(SMTP(self))
        return self.connections[-1]

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        envelope.mail_from = address
        if self.closes_at_mail is None or server is not self.connections[0]:
            return "250 OK"
        if not self.closes_at_mail:
            cast("asyncio.Transport", server.transport).abort()
        return self.closes_at_mail

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's
        del session
        assert isinstance(envelope.content, bytes)
        self.mails.append(envelope.content.decode("ascii"))
        if self.closes_after_data:
            cast("asyncio.Transport", server.transport).abort()
        return "250 OK"


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    made = Server()
    listening = await asyncio.get_running_loop().create_server(made.connected, "127.0.0.1", 0)
    made.port = listening.sockets[0].getsockname()[1]
    yield made
    listening.close()
    await listening.wait_closed()


def mailer(server: Server, **more: Any) -> Mailer:
    return Mailer(
        ProviderSettings(
            environment=Environment.SANDBOX,
            database_url="postgresql+asyncpg://x:x@127.0.0.1:1/x",
            smtp_port=server.port,
            **more,
        )
    )


def subject_of(mail: str) -> str:
    """RFC 2047 §6.2: white space between two encoded words is none; each word is whole by itself (§5)."""
    (raw,) = re.findall(r"^Subject: ((?:.*\r\n[ \t])*.*)\r\n", mail, re.MULTILINE)
    joined = re.sub(r"(?<=\?=)\s+(?==\?)", "", raw.replace("\r\n", ""))
    return _ENCODED.sub(lambda word: _decoded(word[1].lower(), word[2]), joined)


def _decoded(kind: str, word: str) -> str:
    raw = base64.b64decode(word) if kind == "b" else quopri.decodestring(word.encode(), header=True)
    return raw.decode()


def text_of(mail: str) -> str:
    head, _, body = mail.partition("\r\n\r\n")
    assert "Content-Transfer-Encoding: base64" in head
    return base64.b64decode(body).decode()


async def test_long_kazakh_subjects_arrive_letter_by_letter(server: Server) -> None:
    chosen = random.Random(135)
    subjects = [" ".join(chosen.choices(_WORDS, k=chosen.randint(1, 30))) for _ in range(40)]
    async with mailer(server) as sender:
        for subject in subjects:
            await sender.send(Outgoing(new_id(), "a@example.kz", subject, "x"))
    assert [subject_of(mail) for mail in server.mails] == subjects
    assert max(len(line) for mail in server.mails for line in mail.split("\r\n")) <= 78


async def test_every_letter_ends_with_who_helps(server: Server) -> None:
    async with mailer(server, support_phone="+77990000000", support_email="support@example.kz") as sender:
        await sender.send(Outgoing(new_id(), "a@example.kz", "x", "Сәлем!\n"))
    (mail,) = server.mails
    assert text_of(mail) == (
        "Сәлем!\n\n\nҚолдау қызметі / Служба поддержки / Support: +77990000000, support@example.kz\n"
    )


def a_letter(to: str = "a@example.kz") -> Outgoing:
    return Outgoing(new_id(), to, "x", "x")


async def test_letters_go_one_after_the_other_on_one_connection(server: Server) -> None:
    async with mailer(server) as sender:
        for _ in range(3):
            await sender.send(a_letter())
    assert (len(server.mails), len(server.connections)) == (3, 1)


async def test_letters_at_once_have_a_connection_each_and_leave_none_open(server: Server) -> None:
    async with mailer(server) as sender:
        await asyncio.gather(*(sender.send(a_letter()) for _ in range(3)))
    assert (len(server.mails), len(server.connections)) == (3, 3)
    assert await eventually_closed(server)


async def eventually_closed(server: Server) -> bool:
    async def closed() -> bool:
        return all(each.transport is None for each in server.connections)

    await eventually(closed, "the end of all connections")
    return True


async def test_a_connection_that_the_server_closed_is_not_used(server: Server) -> None:
    async with mailer(server) as sender:
        await sender.send(a_letter())
        cast("asyncio.Transport", server.connections[0].transport).close()
        await eventually_closed(server)
        await sender.send(a_letter())
    assert (len(server.mails), len(server.connections)) == (2, 2)


@pytest.mark.parametrize("said", ["421 4.4.2 too long idle", ""])
async def test_a_letter_meets_a_connection_as_it_is_closed_and_goes_on_a_fresh_one_once(
    server: Server, said: str
) -> None:
    async with mailer(server) as sender:
        await sender.send(a_letter())
        server.closes_at_mail = said
        await sender.send(a_letter())
    assert (len(server.mails), len(server.connections)) == (2, 2)


async def test_a_letter_that_the_server_may_have_is_not_sent_again(server: Server) -> None:
    async with mailer(server) as sender:
        await sender.send(a_letter())
        server.closes_after_data = True
        with pytest.raises(UnclearError):
            await sender.send(a_letter())
    assert (len(server.mails), len(server.connections)) == (2, 1)


async def test_who_was_idle_for_long_is_let_go(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "MAX_IDLE_S", -1.0)
    async with mailer(server) as sender:
        for _ in range(3):
            await sender.send(a_letter())
    assert len(server.connections) == 3


@pytest.mark.parametrize("address", ["a@example.kz\r\nBcc: b@example.kz", "a@example.kz\n", "әке@example.kz"])
async def test_an_address_that_no_header_may_hold_is_refused_for_good(server: Server, address: str) -> None:
    async with mailer(server) as sender:
        with pytest.raises(RefusedForGoodError, match="address_invalid"):
            await sender.send(a_letter(address))
    assert server.mails == []
