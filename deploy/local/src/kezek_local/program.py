"""One program of a stack, as the supervisor and the launcher need to know it."""

import hashlib
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

from kezek_local.folders import Folders, write_private
from kezek_local.readiness import Ready

LAUNCHER = Path(__file__).with_name("launch.py")


@dataclass(frozen=True)
class Program:
    """What to run, where it listens, how one sees that it is ready and in which tier it starts."""

    name: str
    tier: int
    argv: tuple[str, ...]
    cwd: Path
    ready: Ready = field(compare=False)
    ports: tuple[tuple[int, str], ...] = ()
    env: dict[str, str] = field(default_factory=dict)
    user: str | None = None
    stop_signal: str = "TERM"
    lock: Path | None = None
    settings: Path | None = None
    nice: int = 0

    @property
    def port(self) -> int | None:
        return self.ports[0][0] if self.ports else None


def launch_command(folders: Folders, name: str) -> list[str]:
    return [sys.executable, "-I", "-S", str(LAUNCHER), str(folders.specs / f"{name}.json")]


def write_spec(folders: Folders, program: Program, *, daemon: bool = False) -> bool:
    """Writes what the launcher reads; True if a running program would now be started differently."""
    spec = {
        "argv": program.argv,
        "cwd": str(program.cwd),
        "daemon": daemon,
        "env": {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin", "LANG": "C.UTF-8", "TZ": "UTC", **program.env},
        "lock": str(program.lock) if program.lock else None,
        "nice": program.nice,
        "log": str(folders.logs / f"{program.name}.log"),
        "record": str(folders.records / program.name),
        "settings": hashlib.sha256(program.settings.read_bytes()).hexdigest() if program.settings else None,
        "user": program.user,
    }
    path = folders.specs / f"{program.name}.json"
    text = json.dumps(spec, indent=1).encode()
    if path.exists() and path.read_bytes() == text:
        return False
    changed = path.exists()
    write_private(path, text)
    return changed
