"""Which port each program of a stack listens on: one range of a hundred per stack."""

import fcntl
import os
import random
import socket
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kezek_local.errors import PortTakenError, StackError

SERVICES = ("auth", "applications", "queue", "referrals", "kindergartens", "notifications", "documents")
DEFAULT_BASE = 8800
MAX_REPLICAS = 4
_held: list[int] = []


@dataclass(frozen=True)
class Ports:
    """Ports counted from a base: servers, APIs (+10, +30, …) and workers (+20, +40, …), other machines' NCALayers."""

    base: int = DEFAULT_BASE

    @property
    def gateway(self) -> int:
        return self.base

    @property
    def sandbox(self) -> int:
        return self.base + 1

    @property
    def smtp(self) -> int:
        return self.base + 2

    @property
    def kafka(self) -> int:
        return self.base + 3

    @property
    def controller(self) -> int:
        return self.base + 4

    @property
    def postgres(self) -> int:
        return self.base + 5

    @property
    def redis(self) -> int:
        return self.base + 6

    @property
    def ncalayer(self) -> int:
        return self.base + 7

    @property
    def clamd(self) -> int:
        return self.base + 8

    @property
    def readers(self) -> range:
        """For NCALayers of other machines than this one, as a test makes them."""
        return range(self.base + 90, self.base + 100)

    def api(self, service: str, replica: int = 0) -> int:
        return self.base + 10 + self._of(service, replica)

    def worker(self, service: str, replica: int = 0) -> int:
        return self.base + 20 + self._of(service, replica)

    def _of(self, service: str, replica: int) -> int:
        if replica >= MAX_REPLICAS:
            raise StackError(f"at most {MAX_REPLICAS} replicas of a program fit into the ports of a stack")
        return 20 * replica + SERVICES.index(service)


def remembered_base(folder: Path) -> int:
    """The base with which the stack in this folder was last started."""
    memory = folder / "ports"
    return int(memory.read_text()) if memory.exists() else DEFAULT_BASE


def remember_base(folder: Path, ports: Ports) -> None:
    (folder / "ports").write_text(str(ports.base))


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def check_free(ports: Iterable[tuple[int, str]]) -> None:
    """Refuses with the number and the purpose of the first port that is taken."""
    for port, purpose in ports:
        if not is_free(port):
            raise PortTakenError(port, purpose)


def free_base() -> int:
    """A base whose hundred ports are free, kept for this process: test runs beside each other take different ones."""
    bases = list(range(20000, 30000, 100))
    random.shuffle(bases)
    for base in bases:
        if _hold(base) and all(is_free(port) for port in range(base, base + 100)):
            return base
    raise StackError("no hundred free ports between 20000 and 30000")


def _hold(base: int) -> bool:
    """Locks the base until this process ends; the descriptor is kept open on purpose."""
    handle = os.open(Path(tempfile.gettempdir()) / f"kezek-ports-{os.getuid()}-{base}", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return False
    _held.append(handle)
    return True
