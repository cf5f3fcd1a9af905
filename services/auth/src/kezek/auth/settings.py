"""Settings of auth beyond those of every service."""

import re
from datetime import timedelta
from pathlib import Path

from pydantic import Field, SecretStr

from kezek.auth.domain.live import LiveBounds
from kezek.auth.domain.session import Limits, SessionRules
from kezek.auth.way_settings import CodeSettings, PasswordSettings
from kezek.platform.pseudonyms import PseudonymSettings
from kezek.platform.settings import short_secret
from kezek.platform.support import SupportSettings

_NCALAYER = re.compile(r"wss://127\.0\.0\.1:[0-9]{1,5}")


class AuthSettings(CodeSettings, PasswordSettings, PseudonymSettings, SupportSettings):
    """Keys, cookies and the limits of challenges and sessions; all limits run in real time."""

    trust_list: Path
    token_keys: Path = Field(description="folder of Ed25519 keys as PEM; the last by name signs, all are published")
    token_key_signs_after_s: float = Field(default=30, description="how long a new key is published before it signs")
    code_secret: SecretStr = Field(
        default=SecretStr(""),
        description="keys the digests and seals of what Redis holds; 32 characters or more, the same in every replica",
    )
    cookie_secure: bool | None = Field(
        default=None, description="Secure cookies with the __Host- prefix; unset: as the public address has https"
    )
    ncalayer_address: str = Field(
        default="wss://127.0.0.1:13579",
        description="NCALayer on a person's own machine; the gateway's policy names the same (NCALAYER)",
    )
    challenge_lifetime_s: int = 120
    session_idle_s: int = 30 * 60
    session_absolute_s: int = 12 * 3600
    staff_session_idle_s: int = 20 * 60
    staff_session_absolute_s: int = Field(default=9 * 3600, description="a working day with its lunch")
    session_days: int = Field(default=90, description="how long a session that is over is remembered")
    device_days: int = Field(default=365, description="how long a device nobody signs in on is remembered")
    fresh_session_s: int = Field(default=15 * 60, description="contacts change only in a session this young")
    contact_code_s: int = Field(default=30 * 60, description="how long the code of a new contact is good")
    contact_codes_of_person: int = Field(default=10, description="codes for new contacts, an hour")
    contact_codes_to_contact: int = Field(default=10, description="codes to one new contact, a day")
    contact_codes_reserved: int = Field(
        default=3, description="codes a day of each person to one contact that count against nobody else"
    )
    session_cache_s: int = Field(default=30, description="how long Redis may answer for the rows")
    redis_timeout_s: float = Field(default=2.0, description="for what only Redis knows, and for forgetting copies")
    cache_timeout_s: float = Field(default=0.3, description="a copy that takes longer is read from the rows")
    live_streams: int = Field(default=4000, description="open pages that one process tells of changes; more ask")
    live_streams_of_session: int = Field(default=4, description="of one session; of more the oldest ends")
    live_heartbeat_s: float = Field(default=15.0, description="a quiet stream says so; the gateway waits for 45")
    live_check_s: float = Field(default=5.0, description="how often the sessions of streams are looked at")
    refusals_told_a_minute: int = Field(default=10, description="of one kind from one address, each; more are counted")

    @property
    def secure_cookies(self) -> bool:
        """Whether cookies carry the Secure flag."""
        return self.public_url.startswith("https://") if self.cookie_secure is None else self.cookie_secure

    @property
    def session_rules(self) -> SessionRules:
        """How long sessions live."""
        return SessionRules(
            Limits(timedelta(seconds=self.session_idle_s), timedelta(seconds=self.session_absolute_s)),
            Limits(timedelta(seconds=self.staff_session_idle_s), timedelta(seconds=self.staff_session_absolute_s)),
        )

    @property
    def live_bounds(self) -> LiveBounds:
        """How many streams there are, and how they are kept."""
        return LiveBounds(self.live_streams, self.live_streams_of_session, self.live_heartbeat_s, self.live_check_s)

    def lacking(self) -> list[str]:
        """What every service needs, Redis, cookies that do not travel in the clear, and a real NCALayer."""
        wrong = [*super().lacking(), *self.unset("redis_url"), *short_secret(self, "code_secret")]
        if not _NCALAYER.fullmatch(self.ncalayer_address):
            wrong.append("KEZEK_NCALAYER_ADDRESS as wss://127.0.0.1:port: a sandbox's keys are nobody's")
        return wrong if self.secure_cookies else [*wrong, "KEZEK_COOKIE_SECURE, or KEZEK_PUBLIC_URL with https://"]
