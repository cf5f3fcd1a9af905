"""Redis as a private process that keeps what it acknowledged (append-only file) and knows its users (ADR 20, 27)."""

from hashlib import sha256

from kezek_local.folders import Folders, Secrets, write_private
from kezek_local.ports import SERVICES, Ports
from kezek_local.program import Program
from kezek_local.readiness import redis_ready

SETTINGS = """\
bind 127.0.0.1
port {port}
appendonly yes
appendfsync everysec
save ""
dir {folder}
logfile ""
user default reset off
user {admin} on #{admin_password} ~* &* +@all
user auth on #{auth_password} ~auth:* ~live -@all {auth_commands}
user queue on #{queue_password} ~queue:ranks:* %W~live -@all {queue_commands}
{tellers}
"""
ADMIN = "admin"
"""Whoever looks after Redis; no service."""
AUTH_COMMANDS = (
    "select get set getdel del exists time incr pttl pexpire hset hmget hincrby evalsha script|load "
    "xadd xread xrevrange"
)
QUEUE_COMMANDS = (
    "select xadd hget hmget hset hdel hlen hgetall zadd zrem zcard zrank expire persist unlink evalsha script|load"
)
"""The queue keeps ranks, besides (ADR 30)."""
TELLER = "user {service} on #{password} %W~live -@all +select +xadd"
"""Every other service may add hints, and read nothing."""


def make(folders: Folders, ports: Ports, secrets: Secrets) -> None:
    """Writes the settings."""
    folder = folders.data("redis")
    folder.mkdir(parents=True, exist_ok=True)
    settings = SETTINGS.format(
        port=ports.redis,
        folder=folder,
        admin=ADMIN,
        admin_password=_digest(secrets, ADMIN),
        auth_password=_digest(secrets, "auth"),
        auth_commands=_allowed(AUTH_COMMANDS),
        queue_password=_digest(secrets, "queue"),
        queue_commands=_allowed(QUEUE_COMMANDS),
        tellers="\n".join(
            TELLER.format(service=service, password=_digest(secrets, service))
            for service in SERVICES
            if service not in {"auth", "queue"}
        ),
    )
    write_private(folder / "redis.conf", settings.encode())


def program(folders: Folders, ports: Ports, secrets: Secrets) -> Program:
    """How it is run."""
    folder = folders.data("redis")
    return Program(
        name="redis",
        tier=0,
        argv=("/usr/bin/redis-server", str(folder / "redis.conf")),
        cwd=folder,
        ready=redis_ready(ports.redis, ADMIN, secrets[f"redis-{ADMIN}"]),
        settings=folder / "redis.conf",
        ports=((ports.redis, "Redis"),),
    )


def _allowed(commands: str) -> str:
    return " ".join(f"+{command}" for command in commands.split())


def _digest(secrets: Secrets, user: str) -> str:
    return sha256(secrets[f"redis-{user}"].encode()).hexdigest()
