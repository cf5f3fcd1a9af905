"""One stack: real servers, the sandbox and every service as private processes below one folder."""

import fcntl
import json
import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from kezek.platform.messaging.connection import Kafka
from kezek_local import seed
from kezek_local.errors import NotReadyError, StackError
from kezek_local.folders import Folders, Secrets, data_folder
from kezek_local.launch import OWNER_ONLY, read_life
from kezek_local.plan import Plan
from kezek_local.ports import SERVICES, Ports, check_free, remember_base, remembered_base
from kezek_local.program import Program, write_spec
from kezek_local.python import python_env, python_program
from kezek_local.reaping import reap
from kezek_local.report import ProgramStatus, describe, follow, tail
from kezek_local.servers.kafka import ADMIN, BROKER
from kezek_local.servers.redis import ADMIN as REDIS_ADMIN
from kezek_local.services import Addresses, exists, sandbox_environment
from kezek_local.supervisor import NAME as SUPERVISOR
from kezek_local.supervisor import Supervisor

TIERS = range(5)
READY_PATIENCE = 180.0
TELL_EVERY = 5.0
RUNNING = ("RUNNING", "STARTING")
Say = Callable[[str], None]


def silent(_text: str) -> None:
    """Says nothing: for tests."""


class Stack:
    """Starts, heals, stops and describes one stack; every method may be called again at any time.

    `services` are those whose APIs and workers run, as far as they exist; with none of them and no
    sandbox only the servers run. `replicas` are of APIs by service, of workers by `<service>-worker`.
    Two stacks need two folders and two bases.
    """

    def __init__(
        self,
        folder: Path | None = None,
        ports: Ports | None = None,
        *,
        services: Sequence[str] = SERVICES,
        replicas: Mapping[str, int] | None = None,
        clock: bool = True,
        with_sandbox: bool = True,
        say: Say = silent,
    ) -> None:
        self.folders = Folders((folder or data_folder()).resolve())
        self.ports = ports or Ports(remembered_base(self.folders.root))
        self.secrets = Secrets(self.folders)
        self.at = Addresses(self.folders, self.ports, self.secrets)
        self._services = tuple(services)
        self._replicas = dict(replicas or {})
        self._clock = clock
        self._sandbox = with_sandbox and exists("kezek_sandbox.main")
        self._say = say
        self._supervisor = Supervisor(self.folders)
        self._plan = Plan(self.at, self._services, self._replicas, clock=clock, with_sandbox=self._sandbox)

    # Addresses

    @property
    def public_url(self) -> str:
        return self.at.public

    @property
    def sandbox_url(self) -> str:
        return self.at.sandbox

    def kafka(self, user: str = ADMIN) -> Kafka:
        """Kafka as this service reaches it, or as the administrator does, who may do everything."""
        return self.at.kafka(user)

    @property
    def redis_url(self) -> str:
        """Redis as the administrator reaches it, who may do everything."""
        return self.at.redis(REDIS_ADMIN)

    @property
    def superuser_url(self) -> str:
        return self.at.database("postgres")

    @property
    def clock_file(self) -> Path:
        return self.folders.clock

    def database_url(self, service: str) -> str:
        return self.at.database(service)

    def owner_url(self, service: str) -> str:
        return self.at.database(f"{service}_owner")

    def api_url(self, service: str, replica: int = 0) -> str:
        return f"http://127.0.0.1:{self.ports.api(service, replica)}"

    def worker_url(self, service: str) -> str:
        return f"http://127.0.0.1:{self.ports.worker(service)}"

    # Acts

    def up(self) -> None:
        """Starts what does not run, tier by tier, and returns when all of it is ready."""
        with self._alone():
            wanted = self._configure()
            healthy = self._supervise(wanted)
            if healthy:
                self._say("everything runs already")
                return
            for tier in TIERS:
                self._start_tier([program for program in wanted if program.tier == tier])
                if tier == 0:
                    self._prepare()
            self._seed()

    def down(self) -> None:
        """Stops everything, services before servers; nothing is left, also if the supervisor was killed."""
        if not self.folders.root.exists():
            return
        with self._alone():
            if self._supervisor.alive():
                self._stop_in_order()
            left = reap(self.folders)
            if left:
                self._say(f"ended {left} processes that the supervisor had left behind")
            self.folders.socket.unlink(missing_ok=True)

    def reset(self) -> None:
        """Stops everything and empties the data, logs and secrets."""
        self.down()
        shutil.rmtree(self.folders.root, ignore_errors=True)

    def programs(self) -> list[str]:
        """The names of the programs that `up` started."""
        return [path.stem for path in sorted(self.folders.specs.glob("*.json")) if path.stem != SUPERVISOR]

    def status(self) -> list[ProgramStatus]:
        """What runs, since when, where, how well, and how much memory it takes."""
        running = self._supervisor.running() if self._supervisor.alive() else None
        return describe(self.folders, self._plan.programs(), running)

    def logs(self, service: str | None = None) -> None:
        """Follows the logs of all programs, or of those whose names begin so. Does not return."""
        logs = sorted(self.folders.logs.glob(f"{service or ''}*.log"))
        if not logs:
            raise StackError(f"there are no logs of {service or 'this stack'} in {self.folders.logs}")
        follow(logs)

    def pid(self, program: str) -> int | None:
        """The process that the program is now, if it lives."""
        life = read_life(self.folders.records / program)
        return life.pid if life is not None and life.alive() else None

    def kill(self, program: str, number: int = signal.SIGKILL) -> int:
        """Sends a signal to a program (or to `supervisor`), as an accident would; returns the pid that got it."""
        pid = self.pid(program)
        if pid is None:
            raise StackError(f"{program} does not run")
        os.kill(pid, number)
        return pid

    def wait_ready(self, *names: str, patience: float = READY_PATIENCE) -> None:
        """Returns when the named programs (all that were started, if none is named) are ready."""
        awaited = names or self.programs()
        wanted = [program for program in self._plan.programs() if program.name in awaited]
        self._wait(wanted, patience)

    def stop(self, program: str) -> None:
        """Stops one program in order and keeps it stopped."""
        self._supervisor.stop([program])

    def start(self, program: str) -> None:
        """Starts one stopped program and waits until it is ready."""
        self._supervisor.begin(program)
        self.wait_ready(program)

    # How

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One command at a time: a second one waits for the first. What it writes is the owner's alone."""
        self.folders.root.mkdir(parents=True, exist_ok=True)
        before = os.umask(OWNER_ONLY)
        try:
            with self.folders.lock.open("w") as lock:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    self._say("waiting for another command on this stack to end")
                    fcntl.flock(lock, fcntl.LOCK_EX)
                yield
        finally:
            os.umask(before)

    def _configure(self) -> list[Program]:
        self.folders.make()
        remember_base(self.folders.root, self.ports)
        self._plan.make()
        wanted = self._plan.programs()
        outdated = [program.name for program in wanted if write_spec(self.folders, program)]
        for spec in self.folders.specs.glob("*.json"):
            if spec.stem not in {SUPERVISOR, *(program.name for program in wanted)}:
                spec.unlink()
        if outdated and self._supervisor.alive():
            self._say(f"started anew with other settings: {', '.join(outdated)}")
            self._supervisor.stop(outdated)
        return wanted

    def _supervise(self, wanted: list[Program]) -> bool:
        """Sees to it that a supervisor runs; True if everything runs under it and is ready."""
        if self._supervisor.alive():
            self._supervisor.adopt(wanted)
            running = self._running_names()
            self._check_ports([program for program in wanted if program.name not in running])
            return all(program.name in running and program.ready() for program in wanted)
        left = reap(self.folders)
        if left:
            self._say(f"ended {left} processes that a killed supervisor had left behind")
        self._check_ports(wanted)
        self._supervisor.start(wanted)
        return False

    def _check_ports(self, wanted: list[Program]) -> None:
        check_free(port for program in wanted for port in program.ports)

    def _running_names(self) -> set[str]:
        return {name for name, running in self._supervisor.running().items() if running.state in RUNNING}

    def _start_tier(self, tier: list[Program]) -> None:
        running = self._running_names()
        begun = [program for program in tier if program.name not in running]
        for program in begun:
            self._supervisor.begin(program.name)
        started = time.monotonic()
        self._wait(tier, READY_PATIENCE)
        if begun:
            names = ", ".join(program.name for program in begun)
            self._say(f"ready in {time.monotonic() - started:.1f} s: {names}")

    def _wait(self, wanted: list[Program], patience: float) -> None:
        began = told = time.monotonic()
        waiting = wanted
        while waiting := [program for program in waiting if not program.ready()]:
            names = ", ".join(program.name for program in waiting)
            if time.monotonic() - began > patience:
                log = self.folders.logs / f"{waiting[0].name}.log"
                raise NotReadyError(f"not ready after {patience:.0f} s: {names}\nThe end of {log}:\n{tail(log, 15)}")
            if time.monotonic() - told > TELL_EVERY:
                self._say(f"waiting for {names}")
                told = time.monotonic()
            time.sleep(0.05)

    def _prepare(self) -> None:
        """Database, topics and migrations in one process; the sandbox's authority beside it."""
        started = time.monotonic()
        names = [*SERVICES, *(f"{service}_owner" for service in SERVICES)]
        wanted = {
            "kafka": self.at.kafka(BROKER).bootstrap,
            "kafka_users": {name: self.at.kafka(name).password for name in (BROKER, ADMIN, *SERVICES)},
            "superuser": self.superuser_url.replace("+asyncpg", "").replace("/kezek", "/postgres"),
            "passwords": {name: self.secrets[name] for name in names},
            "schemas": SERVICES,
            "owners": {service: self.owner_url(service) for service in self._services},
        }
        with ThreadPoolExecutor(1) as pool:
            authority = pool.submit(self._make_authority)
            env = {**python_env(), "KEZEK_PREPARE": json.dumps(wanted)}
            seed.run(python_program("-m", "kezek_local.prepare"), env, "database and topics could not be prepared")
            authority.result()
        self._say(f"database, migrations and topics prepared in {time.monotonic() - started:.1f} s")

    def _make_authority(self) -> None:
        if self._sandbox:
            env = sandbox_environment(self.at, self._services)
            seed.run(python_program("-m", "kezek_sandbox.main", "init"), env, "the sandbox could not be made")

    def _seed(self) -> None:
        if not (self._sandbox and self._services):
            return
        started = time.monotonic()
        if seed.first_administrator(self.at, self._services, clock=self._clock) and seed.season(
            self.at, self._services
        ):
            self._say(f"season seeded in {time.monotonic() - started:.1f} s")

    def _stop_in_order(self) -> None:
        by_tier = [
            [program.name for program in self._plan.programs() if program.tier == tier]
            for tier in sorted(TIERS, reverse=True)
        ]
        for names in by_tier:
            self._supervisor.stop(names)
        life = read_life(self.folders.records / SUPERVISOR)
        self._supervisor.shut_down()
        until = time.monotonic() + READY_PATIENCE
        while life is not None and life.alive() and time.monotonic() < until:
            time.sleep(0.02)
