from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from kezek.auth.settings import AuthSettings

PLACE = "a-user:a-password@server.example.kz"
GIVEN: dict[str, Any] = {
    "database_url": f"postgresql+asyncpg://{PLACE}/kezek",
    "redis_url": f"rediss://{PLACE}/0",
    **{f"{server}_ca_file": Path(__file__) for server in ("database", "kafka", "redis", "smtp")},
    **{f"{server}_user": "auth" for server in ("kafka", "smtp")},
    **{f"{server}_password": "a-password" for server in ("kafka", "smtp")},
    "kafka_bootstrap": "kafka.example.kz:9093",
    "trust_list": Path("roots.pem"),
    "token_keys": Path("keys"),
    "code_secret": "s" * 32,
    "pseudonym_secret": "p" * 32,
}


@pytest.mark.parametrize(
    ("given", "secure"),
    [
        ({"public_url": "https://kezek.example"}, True),
        ({"cookie_secure": True}, True),
        ({"environment": "sandbox"}, False),
        ({"environment": "sandbox", "cookie_secure": True}, True),
    ],
)
def test_cookies_are_secure_as_the_address_or_the_setting_says(given: dict[str, Any], secure: bool) -> None:
    assert AuthSettings(**GIVEN, **given).secure_cookies is secure


@pytest.mark.parametrize("given", [{}, {"public_url": "https://kezek.example", "cookie_secure": False}])
def test_production_refuses_cookies_in_the_clear(given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="KEZEK_COOKIE_SECURE"):
        AuthSettings(**GIVEN, **given)


@pytest.mark.parametrize("secret", ["code_secret", "pseudonym_secret"])
def test_production_refuses_a_short_secret(secret: str) -> None:
    with pytest.raises(ValidationError, match=f"KEZEK_{secret.upper()}"):
        AuthSettings(**{**GIVEN, secret: "s" * 31}, public_url="https://kezek.example")


def test_production_refuses_to_have_no_redis() -> None:
    with pytest.raises(ValidationError, match="KEZEK_REDIS_URL"):
        AuthSettings(**{**GIVEN, "redis_url": ""}, public_url="https://kezek.example")


@pytest.mark.parametrize(
    "address", ["ws://127.0.0.1:8807", "wss://ncalayer.example.kz:13579", "wss://127.0.0.1:13579.example.kz", ""]
)
def test_production_refuses_any_ncalayer_but_that_of_the_persons_own_machine(address: str) -> None:
    given = {**GIVEN, "public_url": "https://kezek.example"}
    with pytest.raises(ValidationError, match="KEZEK_NCALAYER_ADDRESS"):
        AuthSettings(**given, ncalayer_address=address)
    assert AuthSettings(**given).ncalayer_address == "wss://127.0.0.1:13579"
    assert AuthSettings(**given, environment="sandbox", ncalayer_address=address).ncalayer_address == address


@pytest.mark.parametrize("secret", ["code_secret", "pseudonym_secret"])
def test_a_secret_is_never_shown(secret: str) -> None:
    settings = AuthSettings(**{**GIVEN, secret: "x" * 40}, public_url="https://kezek.example")
    assert "xxx" not in repr(settings)
