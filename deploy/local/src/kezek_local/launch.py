"""Becomes one program of a stack: records itself, ends an earlier life's leftovers, opens its log, drops rights.

Standard library only, and run by path without site-packages: it stands before every program, so it must be quick.
"""

import json
import os
import pwd
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

OWNER_ONLY = 0o077
"""The umask of all programs: what they write is read by nobody else."""
ENDING = 10.0
"""Seconds that leftovers get to end by themselves before they are killed."""


@dataclass(frozen=True)
class Life:
    """One process, told apart from a later one with the same number by its start time (clock ticks since boot)."""

    pid: int
    started: int

    def alive(self) -> bool:
        return start_time(self.pid) == self.started


def start_time(pid: int) -> int | None:
    """When the process began, or None if it is gone or only waits to be reaped."""
    fields = stat_fields(pid)
    return None if fields is None or fields[0] in "ZX" else int(fields[19])


def stat_fields(pid: int) -> list[str] | None:
    """The fields of /proc/PID/stat after the name: state, parent, group, session … start time (the 20th)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return None


def processes() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def group_of(life: Life) -> list[Life]:
    """What lives in the process group that this life led. Nobody, if its number now belongs to somebody else."""
    now = start_time(life.pid)
    if now is not None and now != life.started:
        return []
    members = []
    for pid in processes():
        fields = stat_fields(pid)
        if fields and fields[0] not in "ZX" and int(fields[2]) == life.pid and int(fields[19]) >= life.started:
            members.append(Life(pid, int(fields[19])))
    return members


def end(lives: list[Life], *, first: int = signal.SIGTERM, patience: float = ENDING) -> None:
    """Asks the processes to end, kills those that do not, and returns when none is left."""
    signal_all(lives, first)
    if wait_gone(lives, patience):
        return
    signal_all(lives, signal.SIGKILL)
    wait_gone(lives, patience)


def signal_all(lives: list[Life], number: int) -> None:
    for life in lives:
        if life.alive():
            try:
                os.kill(life.pid, number)
            except ProcessLookupError:
                continue


def wait_gone(lives: list[Life], patience: float) -> bool:
    until = time.monotonic() + patience
    while any(life.alive() for life in lives):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def read_life(record: Path) -> Life | None:
    try:
        pid, started = record.read_text().split()
        return Life(int(pid), int(started))
    except (OSError, ValueError):
        return None


def record_self(record: Path) -> None:
    me = os.getpid()
    draft = record.with_suffix(f".{me}")
    draft.write_text(f"{me} {start_time(me)}")
    draft.chmod(0o600)
    draft.replace(record)


def forget_stale_lock(lock: Path) -> None:
    """Removes a server's pid file unless a process that works in the same folder still holds it."""
    try:
        holder = int(lock.read_text().split()[0])
        if Path(f"/proc/{holder}/cwd").readlink() == lock.parent.resolve():
            return
    except FileNotFoundError:
        pass
    except (OSError, ValueError, IndexError):
        return
    lock.unlink(missing_ok=True)


def become_daemon() -> None:
    if os.fork():
        os._exit(0)
    os.setsid()


def open_log(path: str) -> None:
    """The log is a plain appended file, not a pipe to the supervisor: programs outlive a killed supervisor.

    Standard input stays the supervisor's pipe: closed, it reports an error that makes supervisord spin for ever when
    the pipe's number was used before by an output it still watches.
    """
    log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.closerange(3, 256)


def drop_rights(user: str | None) -> None:
    if user is None or os.geteuid() != 0:
        return
    account = pwd.getpwnam(user)
    os.initgroups(user, account.pw_gid)
    os.setgid(account.pw_gid)
    os.setuid(account.pw_uid)


def main(path: str) -> None:
    os.umask(OWNER_ONLY)
    spec = json.loads(Path(path).read_text())
    if spec["daemon"]:
        become_daemon()
    record = Path(spec["record"])
    earlier = read_life(record)
    if earlier is not None and earlier.pid != os.getpid():
        end(group_of(earlier), patience=2.0)
    record_self(record)
    open_log(spec["log"])
    os.chdir(spec["cwd"])
    if spec["lock"]:
        forget_stale_lock(Path(spec["lock"]))
    os.nice(spec["nice"])
    drop_rights(spec["user"])
    os.execve(spec["argv"][0], spec["argv"], spec["env"])  # noqa: S606  # this is what it is for


if __name__ == "__main__":
    main(sys.argv[1])
