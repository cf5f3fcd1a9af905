"""What a production process refuses to start without, and how it says so."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from kezek.platform.providers.settings import ProviderSettings
from kezek.platform.settings import Environment, RevocationPolicy, Settings

SECRET = "never-to-be-shown"


@pytest.fixture
def whole(tmp_path: Path) -> dict[str, Any]:
    """All that production needs."""
    ca_file = tmp_path / "ca.pem"
    ca_file.write_text("made up")
    return {
        "database_url": f"postgresql+asyncpg://queue:{SECRET}@db.example.kz/kezek",
        "database_ca_file": ca_file,
        "kafka_bootstrap": "kafka.example.kz:9093",
        "kafka_user": "queue",
        "kafka_password": SECRET,
        "kafka_ca_file": ca_file,
        "redis_url": f"rediss://queue:{SECRET}@redis.example.kz/0",
        "redis_ca_file": ca_file,
        "smtp_user": "kezek",
        "smtp_password": SECRET,
        "smtp_ca_file": ca_file,
    }


def refusal(values: dict[str, Any]) -> str:
    with pytest.raises(ValidationError) as raised:
        ProviderSettings(**values)
    return str(raised.value)


def test_production_starts_with_all_of_it(whole: dict[str, Any]) -> None:
    assert ProviderSettings(**whole).environment is Environment.PRODUCTION


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("database_url", ""),
        ("database_url", "postgresql+asyncpg://queue@db.example.kz/kezek"),
        ("database_ca_file", None),
        ("database_ca_file", Path("nowhere.pem")),
        ("kafka_bootstrap", ""),
        ("kafka_user", ""),
        ("kafka_password", ""),
        ("kafka_ca_file", None),
        ("redis_url", f"redis://queue:{SECRET}@redis.example.kz/0"),
        ("redis_url", "rediss://redis.example.kz/0"),
        ("redis_url", f"rediss://:{SECRET}@redis.example.kz/0"),
        ("redis_ca_file", None),
        ("smtp_user", ""),
        ("smtp_password", ""),
        ("smtp_ca_file", None),
        ("sandbox_clock_file", Path("clock")),
        ("revocation", RevocationPolicy.OFF),
    ],
)
def test_production_names_what_is_missing_and_nothing_else(whole: dict[str, Any], name: str, value: Any) -> None:
    said = refusal({**whole, name: value})
    assert f"KEZEK_{name.upper()}" in said
    assert said.count("KEZEK_") == 1
    assert SECRET not in said


def test_production_says_all_that_is_missing_at_once() -> None:
    said = refusal({"database_url": ""})
    for name in (
        "DATABASE_URL",
        "DATABASE_CA_FILE",
        "KAFKA_BOOTSTRAP",
        "KAFKA_USER",
        "KAFKA_PASSWORD",
        "KAFKA_CA_FILE",
    ):
        assert f"KEZEK_{name}" in said
    for name in ("SMTP_USER", "SMTP_PASSWORD", "SMTP_CA_FILE"):
        assert f"KEZEK_{name}" in said


def test_a_sandbox_needs_none_of_it() -> None:
    settings = Settings(database_url="", environment=Environment.SANDBOX)
    assert "KEZEK_KAFKA_PASSWORD" in settings.lacking()


def test_no_secret_of_the_settings_is_shown(whole: dict[str, Any]) -> None:
    assert SECRET not in repr(ProviderSettings(**whole).kafka)
