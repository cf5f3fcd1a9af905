"""E-mail by SMTP. The Message-ID comes from the message's id, so a repeated e-mail can be seen to be the same."""

from email.message import EmailMessage
from email.utils import formatdate

import aiosmtplib

from kezek.platform.providers import Outgoing, RefusedForGoodError, UnclearError
from kezek.platform.telemetry import current_traceparent

_PERMANENT = 500


class Mailer:
    """Hands e-mails to an SMTP server, one connection each."""

    def __init__(self, host: str, port: int, sender: str, timeout_s: float) -> None:
        self._host = host
        self._port = port
        self._sender = sender
        self._timeout_s = timeout_s

    async def find(self, message: Outgoing) -> str | None:
        """Nothing: SMTP cannot be asked what it has taken."""
        del message
        return None

    async def send(self, message: Outgoing) -> str:
        """Hand an e-mail over; its Message-ID is the evidence.

        Raises:
            RefusedForGoodError: on a permanent refusal (5xx).
            UnclearError: on a passing refusal (4xx) or a lost connection.
        """
        mail = self._compose(message)
        try:
            await aiosmtplib.send(mail, hostname=self._host, port=self._port, timeout=self._timeout_s)
        except aiosmtplib.SMTPRecipientsRefused as refused:
            raise self._refusal(max(each.code for each in refused.recipients)) from refused
        except aiosmtplib.SMTPResponseException as refused:
            raise self._refusal(refused.code) from refused
        except (aiosmtplib.SMTPException, OSError) as error:
            raise UnclearError(type(error).__name__) from error
        return str(mail["Message-ID"])

    def _refusal(self, code: int) -> RefusedForGoodError | UnclearError:
        return (RefusedForGoodError if code >= _PERMANENT else UnclearError)(f"smtp_{code}")

    def _compose(self, message: Outgoing) -> EmailMessage:
        mail = EmailMessage()
        mail["From"] = self._sender
        mail["To"] = message.recipient
        mail["Subject"] = message.subject
        mail["Date"] = formatdate()
        mail["Message-ID"] = f"<{message.id}@{self._sender.rpartition('@')[2]}>"
        mail["Auto-Submitted"] = "auto-generated"
        if traceparent := current_traceparent():
            mail["traceparent"] = traceparent
        mail.set_content(message.text)
        return mail
