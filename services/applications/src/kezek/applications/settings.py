"""Settings of the applications service."""

from pydantic import Field

from kezek.platform.file_receipts import FileKeeperSettings
from kezek.platform.pseudonyms import PseudonymSettings


class ApplicationsSettings(FileKeeperSettings, PseudonymSettings):
    """What this service needs besides the common settings."""

    register_url: str = Field(default="", description="the persons register")
    register_timeout_s: float = Field(default=3.0, description="how long one answer of the register is waited for")
    register_at_signing_s: float = Field(
        default=1.0, description="how long the register may keep a signature waiting before its last answer counts"
    )
