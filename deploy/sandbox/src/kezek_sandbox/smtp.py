"""The SMTP sink: takes every e-mail, keeps it, delivers nothing."""

import asyncio
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session

from kezek_sandbox.failures import Failures, Mode
from kezek_sandbox.mailbox import Mailbox

_TAKEN = "250 OK"
_DOWN = "451 4.3.0 the sandbox was told to be down"
_ERROR = "550 5.0.0 the sandbox was told to refuse"


class Sink:
    """Handler of aiosmtpd: answers DATA only after the message is kept."""

    def __init__(self, mailbox: Mailbox, failures: Failures) -> None:
        self._mailbox = mailbox
        self._failures = failures

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Take one message for all its recipients."""
        del session
        switch = await self._failures.take("mail")
        await asyncio.sleep(switch.latency_ms / 1000)
        if switch.mode in (Mode.DOWN, Mode.ERROR):
            return _DOWN if switch.mode is Mode.DOWN else _ERROR
        for recipient in envelope.rcpt_tos:
            await self._mailbox.take_mail(_parsed(envelope, recipient))
        if switch.mode is Mode.DROP:
            transport: Any = server.transport
            transport.abort()
        return _TAKEN


def _parsed(envelope: Envelope, recipient: str) -> dict[str, str | None]:
    content = envelope.content if isinstance(envelope.content, bytes) else (envelope.content or "").encode()
    message = message_from_bytes(content, EmailMessage, policy=policy.default)
    body = message.get_body(("plain", "html"))
    return {
        "message_id": str(message["Message-ID"] or ""),
        "sender": envelope.mail_from or "",
        "recipient": recipient,
        "subject": str(message["Subject"] or ""),
        "text": "" if body is None else body.get_content(),
        "traceparent": message["traceparent"],
    }


async def start_sink(mailbox: Mailbox, failures: Failures, host: str, port: int) -> asyncio.Server:
    """Listen for mail; the body is read as 8-bit UTF-8."""
    sink = Sink(mailbox, failures)
    loop = asyncio.get_running_loop()
    return await loop.create_server(lambda: SMTP(sink, enable_SMTPUTF8=True, hostname="sandbox"), host, port)
