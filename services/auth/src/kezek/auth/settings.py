"""Settings of auth beyond those of every service."""

from datetime import timedelta
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from kezek.auth.domain.session import Limits
from kezek.platform.settings import Environment, Settings


class AuthSettings(Settings):
    """Keys, cookies and the limits of challenges and sessions; all limits run in real time."""

    trust_list: Path
    token_keys: Path = Field(description="folder of Ed25519 keys as PEM; the last by name signs, all are published")
    cookie_secure: bool | None = Field(
        default=None, description="Secure cookies with the __Host- prefix; unset: as the public address has https"
    )
    challenge_lifetime_s: int = 120
    session_idle_s: int = 30 * 60
    session_absolute_s: int = 12 * 3600
    session_cache_s: int = Field(default=30, description="how long Redis may answer for the rows")
    redis_timeout_s: float = 0.3

    @property
    def secure_cookies(self) -> bool:
        """Whether cookies carry the Secure flag."""
        return self.public_url.startswith("https://") if self.cookie_secure is None else self.cookie_secure

    @property
    def session_limits(self) -> Limits:
        """How long a session lives."""
        return Limits(timedelta(seconds=self.session_idle_s), timedelta(seconds=self.session_absolute_s))

    @model_validator(mode="after")
    def _production_has_secure_cookies(self) -> Self:
        if self.environment is Environment.PRODUCTION and not self.secure_cookies:
            raise ValueError("production refuses cookies that travel in the clear: see KEZEK_COOKIE_SECURE")
        return self
