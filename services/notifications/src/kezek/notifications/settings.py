"""Settings of the notifications service."""

from pydantic import Field

from kezek.platform.settings import Settings


class NotificationsSettings(Settings):
    """What this service needs besides the common settings."""

    sms_url: str = Field(default="", description="the SMS gateway, of the Mobizon kind")
    sms_api_key: str = ""
    smtp_host: str = "127.0.0.1"
    smtp_port: int = 25
    mail_from: str = "kezek@example.kz"
    told_within_days: int = Field(default=3, description="nobody is told of a fact older than this")
    provider_timeout_s: float = Field(default=5.0, description="how long one answer of a provider is waited for")
    lease_s: float = Field(
        default=12.0, description="after this a message in sending is taken over, and asked for first"
    )
    most_tries: int = Field(default=60, description="after so many tries, some ten hours, a message has failed")
    sending_at_once: int = 8
