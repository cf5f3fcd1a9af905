"""Redis as a private process that keeps what it acknowledged (append-only file)."""

from kezek_local.folders import Folders, Secrets, write_private
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


def make(folders: Folders, ports: Ports, secrets: Secrets) -> None:
    """Writes the settings."""
    folder = folders.data("redis")
    folder.mkdir(parents=True, exist_ok=True)
    settings = SETTINGS.format(port=ports.redis, password=secrets["redis"], folder=folder)
    write_private(folder / "redis.conf", settings.encode())


def program(folders: Folders, ports: Ports, secrets: Secrets) -> Program:
    """How it is run."""
    folder = folders.data("redis")
    return Program(
        name="redis",
        tier=0,
        argv=("/usr/bin/redis-server", str(folder / "redis.conf")),
        cwd=folder,
        ready=redis_ready(ports.redis, secrets["redis"]),
        settings=folder / "redis.conf",
        ports=((ports.redis, "Redis"),),
    )
