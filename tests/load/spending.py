"""What the programs of a stack have taken of the processor, told apart by the stack's own records."""

import os
import time
from collections.abc import Collection, Mapping

from kezek_local.launch import stat_fields
from kezek_local.report import family
from kezek_local.stack import Stack
from kezek_local.supervisor import NAME as SUPERVISOR

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
PLAYER = "the player"
# utime, stime, cutime, cstime among the fields that follow the name in /proc/PID/stat (the state is the first)
_OWN, _WITH_REAPED = slice(11, 13), slice(11, 15)


def cpu_s(pid: int, *, own: bool = False) -> float:
    """Seconds of the processor a process and all its descendants have taken, also those that are gone."""
    children, total, waiting = {} if own else family(), 0, [pid]
    while waiting:
        current = waiting.pop()
        fields = stat_fields(current)
        total += sum(map(int, fields[_OWN if own else _WITH_REAPED])) if fields else 0
        waiting += children.get(current, [])
    return total / TICKS_A_SECOND


def spent(stack: Stack) -> dict[str, float]:
    """Seconds of the processor by program until now, the supervisor without its children, and this process."""
    pids = {name: stack.pid(name) for name in stack.programs()}
    found = {name: cpu_s(pid) for name, pid in pids.items() if pid is not None}
    supervisor = stack.pid(SUPERVISOR)
    if supervisor is not None:
        found[SUPERVISOR] = cpu_s(supervisor, own=True)
    return {**found, PLAYER: time.process_time()}


def between(before: Mapping[str, float], after: Mapping[str, float]) -> dict[str, float]:
    """What was spent from one moment to the other; a program that died in between counts anew."""
    return {name: seconds - min(seconds, before.get(name, 0.0)) for name, seconds in after.items()}


def of_stack(seconds: Mapping[str, float], only: Collection[str] = ()) -> float:
    """The sum over the programs (or these), without who plays."""
    return sum(spent_s for name, spent_s in seconds.items() if name in (only or seconds) and name != PLAYER)
