"""E-mail by SMTP. The Message-ID comes from the message's id, so a repeated e-mail can be seen to be the same."""

from base64 import encodebytes
from email.header import Header
from email.utils import formatdate
from typing import Self

import aiosmtplib

from kezek.platform.providers import Outgoing, RefusedForGoodError, UnclearError
from kezek.platform.providers.settings import ProviderSettings
from kezek.platform.providers.smtp import SmtpServer
from kezek.platform.telemetry import current_traceparent
from kezek.platform.tls import verifying

_PERMANENT = 500
SUPPORT = "Қолдау қызметі / Служба поддержки / Support"
_TLS_FROM_THE_START = 465


class Mailer:
    """Hands e-mails to an SMTP server; every one ends with who helps (domain §2)."""

    def __init__(self, settings: ProviderSettings) -> None:
        self._support = ", ".join(each for each in (settings.support_phone, settings.support_email) if each)
        self._sender = settings.mail_from
        tls = verifying(settings.smtp_ca_file)
        from_the_start = tls is not None and settings.smtp_port == _TLS_FROM_THE_START
        self._server = SmtpServer(
            hostname=settings.smtp_host,
            port=settings.smtp_port,
            timeout=settings.provider_timeout_s,
            username=settings.smtp_user or None,
            password=settings.smtp_password.get_secret_value() or None,
            tls_context=tls,
            use_tls=from_the_start,
            start_tls=tls is not None and not from_the_start,
        )

    async def find(self, message: Outgoing) -> str | None:
        """Nothing: SMTP cannot be asked what it has taken."""
        del message
        return None

    async def send(self, message: Outgoing) -> str:
        """Hand an e-mail over; its Message-ID is the evidence.

        Raises:
            RefusedForGoodError: on a permanent refusal (5xx), and for an address that no header may hold.
            UnclearError: on a passing refusal (4xx) or a lost connection, and while the server does not know us.
        """
        message_id = f"<{message.id}@{self._sender.rpartition('@')[2]}>"
        if not (message.recipient.isascii() and message.recipient.isprintable()):
            raise RefusedForGoodError("address_invalid")
        try:
            await self._server.send(self._sender, message.recipient, self._compose(message, message_id))
        except aiosmtplib.SMTPAuthenticationError as error:
            raise UnclearError("smtp_authentication") from error  # our fault and not the message's
        except aiosmtplib.SMTPResponseException as refused:
            raise self._refusal(refused.code) from refused
        except (aiosmtplib.SMTPException, OSError) as error:
            raise UnclearError(type(error).__name__) from error
        return message_id

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        """Let the kept connections go."""
        await self._server.close()

    def _refusal(self, code: int) -> RefusedForGoodError | UnclearError:
        return (RefusedForGoodError if code >= _PERMANENT else UnclearError)(f"smtp_{code}")

    def _compose(self, message: Outgoing, message_id: str) -> bytes:
        ending = f"\n\n{SUPPORT}: {self._support}\n" if self._support else ""
        traceparent = current_traceparent()
        head = {
            "MIME-Version": "1.0",
            "Content-Type": 'text/plain; charset="utf-8"',
            "Content-Transfer-Encoding": "base64",
            "From": self._sender,
            "To": message.recipient,
            # EmailMessage folds by itself, and loses spaces of long Kazakh subjects
            "Subject": Header(message.subject, "utf-8", header_name="Subject").encode(linesep="\r\n"),
            "Date": formatdate(),
            "Message-ID": message_id,
            "Auto-Submitted": "auto-generated",
            **({"traceparent": traceparent} if traceparent else {}),
        }
        lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
        body = encodebytes(f"{message.text.rstrip()}\n{ending}".encode()).replace(b"\n", b"\r\n")
        return f"{lines}\r\n".encode("ascii") + body
