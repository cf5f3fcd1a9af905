"""Redis as a private process that keeps what it acknowledged (append-only file)."""

from kezek_local.places import Places, Secrets, write_private
from kezek_local.ports import Ports
from kezek_local.program import Program
from kezek_local.readiness import redis_ready

SETTINGS = """\
bind 127.0.0.1
port {port}
requirepass {password}
appendonly yes
appendfsync everysec
save ""
dir {folder}
logfile ""
"""


def make(places: Places, ports: Ports, secrets: Secrets) -> None:
    """Writes the settings."""
    folder = places.data("redis")
    folder.mkdir(parents=True, exist_ok=True)
    settings = SETTINGS.format(port=ports.redis, password=secrets["redis"], folder=folder)
    write_private(folder / "redis.conf", settings.encode())


def program(places: Places, ports: Ports, secrets: Secrets) -> Program:
    """How it is run."""
    folder = places.data("redis")
    return Program(
        name="redis",
        tier=0,
        argv=("/usr/bin/redis-server", str(folder / "redis.conf")),
        cwd=folder,
        ready=redis_ready(ports.redis, secrets["redis"]),
        settings=folder / "redis.conf",
        ports=((ports.redis, "Redis"),),
    )
