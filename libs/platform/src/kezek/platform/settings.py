"""Settings of one process, read from `KEZEK_*` environment variables; each name means the same in every service."""

from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Environment(StrEnum):
    """Where a process runs."""

    PRODUCTION = "production"
    SANDBOX = "sandbox"


class Settings(BaseSettings):
    """What every service needs; a service adds its own fields in its `settings.py`."""

    model_config = SettingsConfigDict(env_prefix="KEZEK_", frozen=True, extra="ignore")

    environment: Environment = Environment.PRODUCTION
    host: str = "127.0.0.1"
    port: int = 8000
    log_level: str = "INFO"
    database_url: str
    migration_database_url: str = ""
    database_pool: int = Field(default=6, description="connections kept open by one process")
    kafka_bootstrap: str = ""
    redis_url: str = ""
    public_url: str = "http://127.0.0.1:8800"
    jwks_url: str = ""
    trust_list: Path | None = Field(default=None, description="PEM file of the authorities' roots")
    sandbox_clock_file: Path | None = Field(default=None, description="the movable clock; refused in production")
    otlp_endpoint: str = ""
    act_lifetime_s: int = Field(default=900, description="how long a prepared act waits for its signature")
    idempotency_days: int = 7
    inbox_days: int = 30

    @model_validator(mode="after")
    def _production_keeps_real_time(self) -> Self:
        if self.environment is Environment.PRODUCTION and self.sandbox_clock_file is not None:
            raise ValueError("KEZEK_SANDBOX_CLOCK_FILE is refused in production: only real time judges real deadlines")
        return self
