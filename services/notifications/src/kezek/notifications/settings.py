"""Settings of the notifications service."""

from pydantic import Field

from kezek.platform.providers.settings import ProviderSettings


class NotificationsSettings(ProviderSettings):
    """What this service needs besides the common settings."""

    told_within_days: int = Field(default=3, description="nobody is told of a fact older than this")
    lease_s: float = Field(
        default=12.0, description="after this a message in sending is taken over, and asked for first"
    )
    most_tries: int = Field(default=60, description="after so many tries, some ten hours, a message has failed")
    sending_at_once: int = 8
