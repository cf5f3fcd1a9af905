"""E-mail by SMTP. The Message-ID comes from the message's id, so a repeated e-mail can be seen to be the same."""

from email.header import Header
from email.message import Message
from email.mime.text import MIMEText
from email.utils import formatdate
from typing import Any

import aiosmtplib

from kezek.platform.providers import Outgoing, RefusedForGoodError, UnclearError
from kezek.platform.providers.settings import ProviderSettings
from kezek.platform.telemetry import current_traceparent
from kezek.platform.tls import verifying

_PERMANENT = 500
SUPPORT = "Қолдау қызметі / Служба поддержки / Support"
_TLS_FROM_THE_START = 465


class Mailer:
    """Hands e-mails to an SMTP server, one connection each; every one ends with who helps (domain §2)."""

    def __init__(self, settings: ProviderSettings) -> None:
        self._support = ", ".join(each for each in (settings.support_phone, settings.support_email) if each)
        self._sender = settings.mail_from
        tls = verifying(settings.smtp_ca_file)
        from_the_start = tls is not None and settings.smtp_port == _TLS_FROM_THE_START
        self._server: dict[str, Any] = {
            "hostname": settings.smtp_host,
            "port": settings.smtp_port,
            "timeout": settings.provider_timeout_s,
            "username": settings.smtp_user or None,
            "password": settings.smtp_password.get_secret_value() or None,
            "tls_context": tls,
            "use_tls": from_the_start,
            "start_tls": tls is not None and not from_the_start,
        }

    async def find(self, message: Outgoing) -> str | None:
        """Nothing: SMTP cannot be asked what it has taken."""
        del message
        return None

    async def send(self, message: Outgoing) -> str:
        """Hand an e-mail over; its Message-ID is the evidence.

        Raises:
            RefusedForGoodError: on a permanent refusal (5xx).
            UnclearError: on a passing refusal (4xx) or a lost connection, and while the server does not know us.
        """
        mail = self._compose(message)
        try:
            await aiosmtplib.send(mail, **self._server)
        except aiosmtplib.SMTPAuthenticationError as error:
            raise UnclearError("smtp_authentication") from error  # our fault and not the message's
        except aiosmtplib.SMTPRecipientsRefused as refused:
            raise self._refusal(max(each.code for each in refused.recipients)) from refused
        except aiosmtplib.SMTPResponseException as refused:
            raise self._refusal(refused.code) from refused
        except (aiosmtplib.SMTPException, OSError) as error:
            raise UnclearError(type(error).__name__) from error
        return str(mail["Message-ID"])

    def _refusal(self, code: int) -> RefusedForGoodError | UnclearError:
        return (RefusedForGoodError if code >= _PERMANENT else UnclearError)(f"smtp_{code}")

    def _compose(self, message: Outgoing) -> "Message[Any, Any]":
        ending = f"\n\n{SUPPORT}: {self._support}\n" if self._support else ""
        mail: Message[Any, Any] = MIMEText(f"{message.text.rstrip()}\n{ending}", "plain", "utf-8")
        mail["From"] = self._sender
        mail["To"] = message.recipient
        # EmailMessage folds by itself, and loses spaces of long Kazakh subjects
        mail["Subject"] = Header(message.subject, "utf-8", header_name="Subject")
        mail["Date"] = formatdate()
        mail["Message-ID"] = f"<{message.id}@{self._sender.rpartition('@')[2]}>"
        mail["Auto-Submitted"] = "auto-generated"
        if traceparent := current_traceparent():
            mail["traceparent"] = traceparent
        return mail
