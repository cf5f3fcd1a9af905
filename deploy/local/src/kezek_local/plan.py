"""Which programs a stack consists of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kezek_local import rotate
from kezek_local.program import Program
from kezek_local.python import python_program
from kezek_local.servers import clamav, gateway, kafka, postgres, redis
from kezek_local.services import Addresses, programs, sandbox


@dataclass(frozen=True)
class Plan:
    """Servers always; sandbox, services and gateway as asked for."""

    at: Addresses
    services: Sequence[str]
    replicas: Mapping[str, int]
    clock: bool
    with_sandbox: bool

    def make(self) -> None:
        """Writes the settings of the servers and their first data."""
        postgres.make(self.at.folders, self.at.ports, self.at.secrets)
        redis.make(self.at.folders, self.at.ports, self.at.secrets)
        kafka.make(self.at.folders, self.at.ports, self.at.secrets)
        clamav.make(self.at.folders, self.at.ports)
        gateway.make(self.at.folders, self.at.ports, self.replicas)

    def programs(self) -> list[Program]:
        """All programs, in the order they start."""
        found = [
            postgres.program(self.at.folders, self.at.ports),
            redis.program(self.at.folders, self.at.ports, self.at.secrets),
            kafka.program(self.at.folders, self.at.ports),
            clamav.program(self.at.folders, self.at.ports),
            self._log_keeper(),
        ]
        if self.with_sandbox:
            found.append(sandbox(self.at, self.services, self.replicas))
        found += programs(self.at, self.services, self.replicas, clock=self.clock)
        if self.services:
            found.append(gateway.program(self.at.folders, self.at.ports))
        return found

    def _log_keeper(self) -> Program:
        return Program(
            name="log-keeper",
            tier=0,
            argv=python_program("-I", "-S", str(rotate.__file__), str(self.at.folders.logs)),
            cwd=self.at.folders.root,
            ready=lambda: True,
        )
