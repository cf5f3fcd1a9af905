"""The project's own programs: sandbox, APIs and workers, with the settings each is given."""

import base64
import hashlib
import importlib.util
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kezek.contracts.files import PURPOSES
from kezek.platform.messaging.connection import Kafka
from kezek_local.folders import SUPPORT_EMAIL, SUPPORT_PHONE, Folders, Secrets
from kezek_local.ports import Ports
from kezek_local.program import Program
from kezek_local.python import python_env, python_process
from kezek_local.readiness import http_ready

KNOWS_PEOPLE_BY_IIN = ("applications", "auth", "kindergartens", "referrals")


NICE_OF_WORKERS = 10
"""In a burst people are answered first; papers and messages follow (docs/adr/0022)."""


@dataclass(frozen=True)
class Addresses:
    """Where everything of one stack is found, and with which rights."""

    folders: Folders
    ports: Ports
    secrets: Secrets

    @property
    def public(self) -> str:
        return f"http://127.0.0.1:{self.ports.gateway}"

    @property
    def sandbox(self) -> str:
        return f"http://127.0.0.1:{self.ports.sandbox}"

    @property
    def ncalayer(self) -> str:
        return f"ws://127.0.0.1:{self.ports.ncalayer}"

    def kafka(self, user: str) -> Kafka:
        return Kafka(f"127.0.0.1:{self.ports.kafka}", user, self.secrets[f"kafka-{user}"])

    def redis(self, user: str) -> str:
        return f"redis://{user}:{self.secrets[f'redis-{user}']}@127.0.0.1:{self.ports.redis}/0"

    @property
    def clamd(self) -> str:
        return f"tcp://127.0.0.1:{self.ports.clamd}"

    @property
    def file_keys(self) -> str:
        return f"local-1:{base64.b64encode(hashlib.sha256(self.secrets['file-key'].encode()).digest()).decode()}"

    @property
    def jwks(self) -> str:
        return f"http://127.0.0.1:{self.ports.api('auth')}/internal/jwks.json"

    def database(self, role: str, name: str = "kezek") -> str:
        return f"postgresql+asyncpg://{role}:{self.secrets[role]}@127.0.0.1:{self.ports.postgres}/{name}"


def exists(module: str) -> bool:
    """Whether a module can be imported, found out without importing it."""
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def environment(at: Addresses, service: str, *, clock: bool) -> dict[str, str]:
    """The settings of one service: the same for its API, its worker and its commands."""
    kafka = at.kafka(service)
    settings = {
        "ENVIRONMENT": "sandbox",
        "HOST": "127.0.0.1",
        "DATABASE_URL": at.database(service),
        "KAFKA_BOOTSTRAP": kafka.bootstrap,
        "KAFKA_USER": kafka.user,
        "KAFKA_PASSWORD": kafka.password,
        "PUBLIC_URL": at.public,
        "JWKS_URL": at.jwks,
        "REDIS_URL": at.redis(service),
        "TRUST_LIST": str(at.folders.trust_list),
        "REVOCATION": "required",
        "REVOCATION_ADDRESSES": f"{at.sandbox}/ca",
        "REVOCATION_CACHE_S": "2",
        "REVOCATION_TIMEOUT_S": "10",
        "REVOCATION_FOLDER": str(at.folders.data("revocation")),
        "REGISTER_URL": f"{at.sandbox}/register",
        "SMS_URL": f"{at.sandbox}/sms",
        "SMS_API_KEY": at.secrets["sms-api-key"],
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(at.ports.smtp),
        "SUPPORT_PHONE": SUPPORT_PHONE,
        "SUPPORT_EMAIL": SUPPORT_EMAIL,
        "STORE_URL": at.folders.data("documents").as_uri(),
        "LOG_LEVEL": "INFO",
    }
    if service == "auth":
        settings["TOKEN_KEYS"] = str(at.folders.token_keys)
        settings["TOKEN_KEY_SIGNS_AFTER_S"] = "3"  # noqa: S105 - seconds
        settings["CODE_SECRET"] = at.secrets["code-secret"]
        settings["NCALAYER_ADDRESS"] = at.ncalayer
        settings["MOBILE_REGISTER_URL"] = f"{at.sandbox}/mobile-register"
    if service == "documents":
        settings["FILE_KEYS"] = at.file_keys
        settings["CLAMD"] = at.clamd
    settings |= file_settings(at.folders.file_keys, service)
    if service in KNOWS_PEOPLE_BY_IIN:
        settings["PSEUDONYM_SECRET"] = at.secrets["pseudonym-secret"]
    if service == "kindergartens":
        # everybody on this machine has one address, and journeys and fuzzing leave forms undecided
        settings["OPEN_ACCOUNT_REQUESTS_OF_NETWORK"] = "1000"
    if clock:
        settings["SANDBOX_CLOCK_FILE"] = str(at.folders.clock)
    return {**python_env(), **{f"KEZEK_{name}": value for name, value in settings.items()}}


def file_settings(keys: Path, service: str) -> dict[str, str]:
    """The keys by which a service vouches for files, and those of whom it believes."""
    settings = {}
    if service == "documents":
        settings["FILE_RECEIPT_KEY"] = str(keys / "private/documents.pem")
        settings["FILE_LINK_KEYS"] = str(keys / "public")
    if service == "referrals":
        settings["MOVE_CHECK_KEYS"] = str(keys / "public/applications.pem")
    if service in PURPOSES.values():
        settings["FILE_RECEIPT_KEYS"] = str(keys / "documents.pem")
        settings["FILE_LINK_KEY"] = str(keys / f"private/{service}.pem")
    return settings


def sandbox_environment(
    at: Addresses, services: Sequence[str], replicas: Mapping[str, int] = MappingProxyType({})
) -> dict[str, str]:
    """The settings of the sandbox, among them which workers it asks when it moves the clock."""
    workers = [
        f"http://127.0.0.1:{at.ports.worker(service, replica)}"
        for service in services
        if has_worker(service)
        for replica in range(replicas.get(f"{service}-worker", 1))
    ]
    settings = {
        "ENVIRONMENT": "sandbox",
        "HOST": "127.0.0.1",
        "PORT": str(at.ports.sandbox),
        "SMTP_PORT": str(at.ports.smtp),
        "NCALAYER_PORT": str(at.ports.ncalayer),
        "READERS_PORT": str(at.ports.readers.start),
        "PUBLIC_URL": at.public,
        "SANDBOX_URL": at.sandbox,
        "SANDBOX_DIR": str(at.folders.data("sandbox")),
        "SANDBOX_WORKERS": ",".join(workers),
        "SMS_API_KEY": at.secrets["sms-api-key"],
        "TRUST_LIST": str(at.folders.trust_list),
        "SANDBOX_CLOCK_FILE": str(at.folders.clock),
    }
    return {**python_env(), **{f"KEZEK_{name}": value for name, value in settings.items()}}


def has_worker(service: str) -> bool:
    return exists(f"kezek.{service}.main_worker")


def sandbox(at: Addresses, services: Sequence[str], replicas: Mapping[str, int]) -> Program:
    return Program(
        name="sandbox",
        tier=2,
        argv=python_process("kezek_sandbox.main", "serve"),
        cwd=at.folders.data("sandbox"),
        ready=http_ready(at.ports.sandbox, "/clock"),
        ports=(
            (at.ports.sandbox, "the sandbox"),
            (at.ports.smtp, "the sandbox's SMTP"),
            (at.ports.ncalayer, "the sandbox's NCALayer"),
        ),
        env=sandbox_environment(at, services, replicas),
    )


def programs(at: Addresses, services: Sequence[str], replicas: Mapping[str, int], *, clock: bool) -> list[Program]:
    """The APIs and workers of these services, as far as they exist."""
    found = []
    for service in services:
        env = environment(at, service, clock=clock)
        if exists(f"kezek.{service}.main_api"):
            found += [_process(at, service, "api", replica, env) for replica in range(replicas.get(service, 1))]
        if has_worker(service):
            workers = replicas.get(f"{service}-worker", 1)
            found += [_process(at, service, "worker", replica, env) for replica in range(workers)]
    return found


def _process(at: Addresses, service: str, kind: str, replica: int, env: dict[str, str]) -> Program:
    port = at.ports.api(service, replica) if kind == "api" else at.ports.worker(service, replica)
    return Program(
        name=f"{service}-{kind}-{replica + 1}" if replica else f"{service}-{kind}",
        tier=3,
        argv=python_process(f"kezek.{service}.main_{kind}"),
        cwd=at.folders.root,
        ready=http_ready(port),
        ports=((port, f"the {kind} of {service}"),),
        env={**env, "KEZEK_PORT": str(port)},
        nice=NICE_OF_WORKERS if kind == "worker" else 0,
    )
