"""What the programs of a stack are told: each service its own secrets, and no other's."""

from pathlib import Path

from kezek_local.folders import Folders, Secrets
from kezek_local.ports import SERVICES, Ports
from kezek_local.services import KNOWS_PEOPLE_BY_IIN, Addresses, environment

KINDS = (("", ""), ("", "_owner"), ("kafka-", ""), ("redis-", ""))


def told(folder: Path) -> dict[str, dict[str, str]]:
    at = Addresses(Folders(folder), Ports(20_000), Secrets(Folders(folder)))
    return {service: environment(at, service, clock=False) for service in SERVICES}


def test_a_service_is_told_its_own_secrets_only(tmp_path: Path) -> None:
    given = told(tmp_path)
    for service, env in given.items():
        others = given.keys() - {service}
        foreign = {f"{kind}{other}{owner}" for other in others for kind, owner in KINDS}
        assert not [name for name in foreign if Secrets(Folders(tmp_path))[name] in str(env)]


def test_what_auth_keeps_in_redis_is_its_own_to_open(tmp_path: Path) -> None:
    known = {
        name: {service for service, env in told(tmp_path).items() if Secrets(Folders(tmp_path))[name] in str(env)}
        for name in ("redis-admin", "redis-auth", "code-secret", "pseudonym-secret")
    }
    assert known == {
        "redis-admin": set(),
        "redis-auth": {"auth"},
        "code-secret": {"auth"},
        "pseudonym-secret": set(KNOWS_PEOPLE_BY_IIN),
    }
