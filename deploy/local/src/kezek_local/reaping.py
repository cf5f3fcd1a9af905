"""Ending what belongs to a stack, by record: pid and start time, so that nobody else's process is ever hit."""

import signal
from pathlib import Path

from kezek_local.folders import Folders
from kezek_local.launch import Life, end, group_of, processes, read_life, signal_all, start_time
from kezek_local.supervisor import NAME as SUPERVISOR

SERVERS = ("clamav", "kafka", "postgres", "redis")


def reap(folders: Folders) -> int:
    """Ends all that is left of a stack, services before servers, and says how many processes there were."""
    supervisor = read_life(folders.records / SUPERVISOR)
    if supervisor is not None:
        end([supervisor], first=signal.SIGKILL)
    names = sorted(record.name for record in folders.records.glob("*") if record.name != SUPERVISOR)
    services = _left(folders, [name for name in names if name not in SERVERS])
    servers = _left(folders, [name for name in names if name in SERVERS])
    end(services)
    signal_all([life for life in servers if life.pid == _postmaster(folders)], signal.SIGINT)
    end(servers)
    strays = _backends(folders.data("postgres") / "cluster")
    end(strays, first=signal.SIGQUIT)
    for record in folders.records.glob("*"):
        record.unlink()
    return len(services) + len(servers) + len(strays)


def _left(folders: Folders, names: list[str]) -> list[Life]:
    lives = [life for name in names if (life := read_life(folders.records / name))]
    return [member for life in lives for member in group_of(life)]


def _postmaster(folders: Folders) -> int | None:
    life = read_life(folders.records / "postgres")
    return life.pid if life else None


def _backends(cluster: Path) -> list[Life]:
    """PostgreSQL's children lead groups of their own, so they are known by their program and folder."""
    found = []
    for pid in processes():
        try:
            program, folder = Path(f"/proc/{pid}/exe").readlink(), Path(f"/proc/{pid}/cwd").readlink()
        except OSError:
            continue
        started = start_time(pid)
        if program.name == "postgres" and folder == cluster and started is not None:
            found.append(Life(pid, started))
    return found
