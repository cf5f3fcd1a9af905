"""Settings of the sandbox; the names mean what they mean everywhere (README)."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read from `KEZEK_*`."""

    model_config = SettingsConfigDict(env_prefix="KEZEK_", frozen=True, extra="ignore")

    host: str = "127.0.0.1"
    port: int = 8801
    smtp_port: int = 8802
    ncalayer_port: int = Field(default=8807, description="where the machine's own NCALayer listens")
    readers_port: int = Field(default=8890, description="the first of ten for NCALayers of other machines; 0: any")
    sandbox_url: str = Field(default="http://127.0.0.1:8801", description="its own address, as certificates name it")
    log_level: str = "INFO"
    sandbox_dir: Path
    trust_list: Path
    sandbox_clock_file: Path
    sandbox_workers: str = Field(default="", description="base URLs of the workers, by commas")
    sms_api_key: str = ""

    @property
    def worker_urls(self) -> tuple[str, ...]:
        """The workers whose deadlines the clock steps through."""
        return tuple(url.strip().rstrip("/") for url in self.sandbox_workers.split(",") if url.strip())
