"""What a service needs to send SMS and e-mail by itself."""

from pathlib import Path

from pydantic import Field, SecretStr

from kezek.platform.settings import Settings, file_lacks


class ProviderSettings(Settings):
    """Where the providers are."""

    sms_url: str = Field(default="", description="the SMS gateway, of the Mobizon kind")
    sms_api_key: str = ""
    smtp_host: str = "127.0.0.1"
    smtp_port: int = Field(default=25, description="465: TLS from the start; any other: STARTTLS, if it is asked for")
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_ca_file: Path | None = Field(default=None, description="PEM of who certifies the SMTP server; unset: no TLS")
    mail_from: str = "kezek@example.kz"
    support_phone: str | None = Field(default=None, description="who helps; stands at the end of every e-mail")
    support_email: str | None = None
    provider_timeout_s: float = Field(default=5.0, description="how long one answer of a provider is waited for")

    def lacking(self) -> list[str]:
        """What every service needs, and an SMTP server that is who it says and knows us."""
        unset = self.unset("smtp_user", "smtp_password")
        return [*super().lacking(), *unset, *file_lacks("smtp_ca_file", self.smtp_ca_file)]
