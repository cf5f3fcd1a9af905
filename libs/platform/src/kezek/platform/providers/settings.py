"""What a service needs to send SMS and e-mail by itself."""

from pydantic import Field

from kezek.platform.settings import Settings


class ProviderSettings(Settings):
    """Where the providers are."""

    sms_url: str = Field(default="", description="the SMS gateway, of the Mobizon kind")
    sms_api_key: str = ""
    smtp_host: str = "127.0.0.1"
    smtp_port: int = 25
    mail_from: str = "kezek@example.kz"
    support_phone: str | None = Field(default=None, description="who helps; stands at the end of every e-mail")
    support_email: str | None = None
    provider_timeout_s: float = Field(default=5.0, description="how long one answer of a provider is waited for")
