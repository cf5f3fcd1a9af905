"""E-mails as a server gets them, read by the letter of RFC 2047 and not by the package that wrote them."""

import asyncio
import base64
import quopri
import random
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from kezek.contracts.ids import new_id
from kezek.platform.providers.mail import Mailer
from kezek.platform.providers.settings import ProviderSettings
from kezek.platform.settings import Environment

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

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's
        del server, session
        assert isinstance(envelope.content, bytes)
        self.mails.append(envelope.content.decode("ascii"))
        return "250 OK"


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    made = Server()
    listening = await asyncio.get_running_loop().create_server(lambda: SMTP(made), "127.0.0.1", 0)
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
    sender = mailer(server)
    for subject in subjects:
        await sender.send(Outgoing(new_id(), "a@example.kz", subject, "x"))
    assert [subject_of(mail) for mail in server.mails] == subjects
    assert max(len(line) for mail in server.mails for line in mail.split("\r\n")) <= 78


async def test_every_letter_ends_with_who_helps(server: Server) -> None:
    sender = mailer(server, support_phone="+77990000000", support_email="support@example.kz")
    await sender.send(Outgoing(new_id(), "a@example.kz", "x", "Сәлем!\n"))
    (mail,) = server.mails
    assert text_of(mail) == (
        "Сәлем!\n\n\nҚолдау қызметі / Служба поддержки / Support: +77990000000, support@example.kz\n"
    )
