"""What a person is shown: the table of programs, and the end of a log."""

import os
import time
from collections import deque
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from kezek_local.folders import Folders
from kezek_local.launch import processes, read_life, stat_fields
from kezek_local.program import Program
from kezek_local.supervisor import NAME as SUPERVISOR
from kezek_local.supervisor import Running


@dataclass(frozen=True)
class ProgramStatus:
    """One row of `make status`."""

    name: str
    state: str
    pid: int | None
    port: int | None
    healthy: bool
    uptime_s: int
    memory_mb: int


def memory_mb(pid: int | None, children: dict[int, list[int]]) -> int:
    """Proportional memory of a process and all its descendants."""
    if pid is None:
        return 0
    total, waiting = 0, [pid]
    while waiting:
        current = waiting.pop()
        total += _pss_kb(current)
        waiting += children.get(current, [])
    return total // 1024


def family() -> dict[int, list[int]]:
    """The children of every process."""
    children: dict[int, list[int]] = {}
    for pid in processes():
        fields = stat_fields(pid)
        if fields:
            children.setdefault(int(fields[1]), []).append(pid)
    return children


def _pss_kb(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        return 0
    return 0


def _age_s(since: float) -> int:
    return max(0, int(time.time() - since)) if since else 0


def describe(folders: Folders, programs: list[Program], running: Mapping[str, Running] | None) -> list[ProgramStatus]:
    """A row for the supervisor (None: it does not run) and one per program."""
    children = family()
    with ThreadPoolExecutor(16) as pool:
        ready = list(pool.map(lambda program: program.ready(), programs))
    life = read_life(folders.records / SUPERVISOR)
    pid = life.pid if life is not None and life.alive() else None
    state = "STOPPED" if running is None else "RUNNING"
    rows = [ProgramStatus(SUPERVISOR, state, pid, None, running is not None, 0, memory_mb(pid, {}))]
    for program, healthy in zip(programs, ready, strict=True):
        rows.append(_row(folders, program, (running or {}).get(program.name), healthy, children))
    return rows


def _row(
    folders: Folders, program: Program, known: Running | None, healthy: bool, children: dict[int, list[int]]
) -> ProgramStatus:
    life = read_life(folders.records / program.name)
    pid = life.pid if life is not None and life.alive() else None
    state = known.state if known else ("ORPHANED" if pid else "STOPPED")
    uptime = _age_s(known.since) if known and pid else 0
    return ProgramStatus(
        program.name, state, pid, program.port, bool(pid) and healthy, uptime, memory_mb(pid, children)
    )


def total_memory_mb(rows: Iterable[ProgramStatus]) -> int:
    """What the whole stack takes; shared pages are counted once (PSS)."""
    return sum(row.memory_mb for row in rows)


def table(rows: list[ProgramStatus]) -> str:
    """Aligned columns, and the sum of memory."""
    lines = [f"{'program':22} {'state':10} {'pid':>8} {'port':>6} {'health':7} {'up':>9} {'MB':>6}"]
    for row in rows:
        health = "ready" if row.healthy else "-"
        lines.append(
            f"{row.name:22} {row.state:10} {row.pid or '-':>8} {row.port or '-':>6} {health:7} "
            f"{_span(row.uptime_s):>9} {row.memory_mb:>6}"
        )
    lines.append(f"{'all together':22} {'':10} {'':>8} {'':>6} {'':7} {'':>9} {total_memory_mb(rows):>6}")
    return "\n".join(lines)


def _span(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"


def tail(log: Path, lines: int) -> str:
    """The last lines of a log; nothing if there is none."""
    if not log.exists():
        return ""
    with log.open(errors="replace") as file:
        return "".join(deque(file, maxlen=lines))


def follow(logs: list[Path]) -> None:
    """Hands the terminal over to `tail`, which follows the files also when they are emptied."""
    os.execv("/usr/bin/tail", ["tail", "-n", "20", "-F", *(str(log) for log in logs)])  # noqa: S606  # a fixed program
