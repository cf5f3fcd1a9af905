"""Settings of one process, read from `KEZEK_*` environment variables; each name means the same in every service."""

import os
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from kezek.platform.messaging.connection import Kafka

SECRET_LENGTH = 32


class Environment(StrEnum):
    """Where a process runs."""

    PRODUCTION = "production"
    SANDBOX = "sandbox"


class RevocationPolicy(StrEnum):
    """Whether a signature counts when nobody says that its certificate is not revoked."""

    REQUIRED = "required"
    WHEN_ANSWERED = "when_answered"
    OFF = "off"


class CheckedSettings(BaseSettings):
    """Settings of whatever reaches PostgreSQL; in production nothing begins while something is lacking."""

    model_config = SettingsConfigDict(env_prefix="KEZEK_", frozen=True, extra="ignore", hide_input_in_errors=True)

    environment: Environment = Environment.PRODUCTION
    database_ca_file: Path | None = Field(default=None, description="PEM of who certifies PostgreSQL; unset: no TLS")

    @model_validator(mode="after")
    def _production_lacks_nothing(self) -> Self:
        if self.environment is Environment.PRODUCTION and (lacking := self.lacking()):
            raise ValueError(f"production needs {'; '.join(lacking)}")
        return self

    def lacking(self) -> list[str]:
        """What production would refuse, all of it, by the names of settings and never by what they hold."""
        return file_lacks("database_ca_file", self.database_ca_file)

    def unset(self, *names: str) -> list[str]:
        """Those of these settings that are empty, as they are called outside."""
        values = {name: getattr(self, name) for name in names}
        return [_called(name) for name, value in values.items() if not _opened(value)]


class MigrationSettings(CheckedSettings):
    """What migrates a service's schema: as its owner, whose password no API and no worker is given."""

    service: str = Field(min_length=1, description="whose schema it is; the service's image says so")
    migration_database_url: str = Field(min_length=1, description="the schema's owner")

    def lacking(self) -> list[str]:
        """An owner with a password, and PostgreSQL by its certificate."""
        return [*_address_lacks("migration_database_url", self.migration_database_url), *super().lacking()]


class Settings(CheckedSettings):
    """What every service needs; a service adds its own fields in its `settings.py`."""

    host: str = "127.0.0.1"
    port: int = 8000
    log_level: str = "INFO"
    database_url: str
    database_pool: int = Field(default=6, description="connections kept open by one process")
    kafka_bootstrap: str = ""
    kafka_user: str = Field(default="", description="the service's own user; unset: nobody")
    kafka_password: SecretStr = SecretStr("")
    kafka_ca_file: Path | None = Field(default=None, description="PEM of who certifies the brokers; unset: no TLS")
    redis_url: str = ""
    redis_ca_file: Path | None = Field(default=None, description="PEM of who certifies Redis, for a rediss:// address")
    public_url: str = "http://127.0.0.1:8800"
    jwks_url: str = ""
    trust_list: Path | None = Field(default=None, description="PEM file of the authorities' roots and intermediates")
    revocation: RevocationPolicy = RevocationPolicy.REQUIRED
    revocation_addresses: str = Field(
        default="http://ocsp.pki.gov.kz,http://crl.pki.gov.kz,http://crl.root.gov.kz",
        description="where authorities may be asked, by commas; what a certificate says besides is not asked",
    )
    revocation_timeout_s: float = Field(default=3.0, description="how long one authority may take to answer")
    revocation_cache_s: int = Field(default=300, description="how long an OCSP answer is kept")
    revocation_list_refresh_s: int = Field(default=900, description="how old a revocation list grows unasked")
    revocation_list_timeout_s: float = Field(default=600.0, description="how long a list may take to come, in pieces")
    revocation_delta_life_s: int = Field(default=27_000, description="how long a delta list holds, until one was seen")
    revocation_folder: Path = Field(
        default_factory=lambda: Path(tempfile.gettempdir()) / f"kezek-revocation-{os.geteuid()}",
        description="where the processes of one machine keep revocation lists together; this user's alone",
    )
    sandbox_clock_file: Path | None = Field(default=None, description="the movable clock; refused in production")
    otlp_endpoint: str = ""
    act_lifetime_s: int = Field(default=900, description="how long a prepared act waits for its signature")
    act_answer_within_s: float = Field(default=20.0, description="then a received act is answered as not finished yet")
    acts_at_once: int = Field(default=8, description="received acts that one process finishes at once; others wait")
    signature_threads: int = Field(default=2, description="signatures that one process examines at once")
    signatures_waiting: int = Field(default=16, description="signatures that may wait for it; more are refused")
    outbox_late_after_s: int = Field(default=120, description="an event that waits longer makes its service late")
    lag_late_after_s: int = Field(default=120, description="a record that waits longer makes its consumer late")
    idempotency_days: int = 7
    inbox_days: int = 30

    @property
    def kafka(self) -> Kafka:
        """Kafka as this service reaches it."""
        return Kafka(self.kafka_bootstrap, self.kafka_user, self.kafka_password.get_secret_value(), self.kafka_ca_file)

    def lacking(self) -> list[str]:
        """A password and TLS for every server, real time, and revocation."""
        wrong = [*_address_lacks("database_url", self.database_url), *super().lacking()]
        wrong += self.unset("kafka_bootstrap", "kafka_user", "kafka_password")
        wrong += file_lacks("kafka_ca_file", self.kafka_ca_file)
        if self.redis_url:
            wrong += _address_lacks("redis_url", self.redis_url, "rediss")
            wrong += file_lacks("redis_ca_file", self.redis_ca_file)
        if self.sandbox_clock_file is not None:
            wrong.append("KEZEK_SANDBOX_CLOCK_FILE unset: only real time judges real deadlines")
        if self.revocation is RevocationPolicy.OFF:
            wrong.append("KEZEK_REVOCATION other than off: a revoked key would sign on")
        return wrong


def _called(name: str) -> str:
    return f"KEZEK_{name.upper()}"


def _opened(value: object) -> object:
    return value.get_secret_value() if isinstance(value, SecretStr) else value


def _address_lacks(name: str, address: str, scheme: str = "") -> list[str]:
    at = urlsplit(address)
    if not at.hostname:
        return [_called(name)]
    wrong = [] if at.username and at.password else [f"a user and a password in {_called(name)}"]
    return wrong if at.scheme.startswith(scheme) else [*wrong, f"{_called(name)} with {scheme}://"]


def file_lacks(name: str, file: Path | None) -> list[str]:
    """The setting's name, if it names no file that is there."""
    if file is None:
        return [_called(name)]
    return [] if file.is_file() else [f"{_called(name)}: there is no such file"]


def short_secret(settings: Settings, name: str) -> list[str]:
    """The setting's name, if this secret is shorter than a secret that keys digests may be."""
    long_enough = len(getattr(settings, name).get_secret_value()) >= SECRET_LENGTH
    return [] if long_enough else [f"{_called(name)} of {SECRET_LENGTH} characters or more"]
