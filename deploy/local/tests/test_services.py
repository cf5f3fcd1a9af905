"""What the programs of a stack are told: each service its own secrets, and no other's."""

from pathlib import Path

from kezek_local.folders import Folders, Secrets
from kezek_local.ports import SERVICES, Ports
from kezek_local.services import KNOWS_PEOPLE_BY_IIN, Addresses, environment


def told(folder: Path) -> dict[str, dict[str, str]]:
    at = Addresses(Folders(folder), Ports(20_000), Secrets(Folders(folder)))
    return {service: environment(at, service, clock=False) for service in SERVICES}


def test_a_service_is_told_its_own_secrets_only(tmp_path: Path) -> None:
    given = told(tmp_path)
    for service, env in given.items():
        foreign = {name for other in given.keys() - {service} for name in (other, f"{other}_owner", f"kafka-{other}")}
        assert not [name for name in foreign if Secrets(Folders(tmp_path))[name] in str(env)]


def test_redis_and_what_it_is_sealed_with_are_auths_alone(tmp_path: Path) -> None:
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
