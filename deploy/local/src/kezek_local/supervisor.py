"""The supervisor of a stack: started as a daemon, spoken to over its own socket."""

import http.client
import socket
import subprocess
import time
import xmlrpc.client
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kezek_local.errors import NotReadyError
from kezek_local.folders import Folders
from kezek_local.program import Program, launch_command, write_spec
from kezek_local.python import python_env, python_program

NAME = "supervisor"
CONFIG = """\
[supervisord]
nodaemon=true
logfile=/dev/null
logfile_maxbytes=0
pidfile={run}/supervisord.pid
childlogdir={run}
minfds=1024

[unix_http_server]
file={socket}
chmod=0700

[rpcinterface:supervisor]
supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface
"""
PROGRAM = """
[program:{name}]
command={command}
autostart=false
autorestart=true
startsecs=1
startretries=1000
stopsignal={signal}
stopwaitsecs={patience}
killasgroup=true
stdout_logfile=NONE
stderr_logfile=NONE
"""
STOPPED = ("STOPPED", "EXITED", "FATAL", "BACKOFF", "UNKNOWN")


@dataclass(frozen=True)
class Running:
    """What the supervisor knows of one program."""

    state: str
    pid: int
    since: float


class Supervisor:
    """Starts, stops and lists programs; none of it waits for readiness."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._config = folders.run / "supervisord.conf"

    def alive(self) -> bool:
        try:
            return bool(self._call("supervisor.getState")["statename"] == "RUNNING")
        except (OSError, http.client.HTTPException, xmlrpc.client.Error):
            return False

    def start(self, programs: Iterable[Program]) -> None:
        """Starts the daemon with these programs, all of them stopped."""
        self._write(programs)
        self._folders.socket.unlink(missing_ok=True)
        me = Program(
            name=NAME,
            tier=0,
            argv=python_program("-m", "supervisor.supervisord", "-c", str(self._config)),
            cwd=self._folders.root,
            ready=self.alive,
            env=python_env(),
        )
        write_spec(self._folders, me, daemon=True)
        subprocess.run(launch_command(self._folders, NAME), check=True)  # noqa: S603  # our own launcher
        until = time.monotonic() + 15
        while not self.alive():
            if time.monotonic() > until:
                raise NotReadyError(f"the supervisor did not start; see {self._folders.logs / 'supervisor.log'}")
            time.sleep(0.05)

    def adopt(self, programs: Iterable[Program]) -> None:
        """Makes a running supervisor know exactly these programs."""
        self._write(programs)
        added, changed, removed = self._call("supervisor.reloadConfig")[0]
        for name in (*changed, *removed):
            self.stop([name])
            self._call("supervisor.removeProcessGroup", name)
        for name in (*added, *changed):
            self._call("supervisor.addProcessGroup", name)

    def running(self) -> dict[str, Running]:
        known = self._call("supervisor.getAllProcessInfo")
        return {info["name"]: Running(info["statename"], info["pid"], float(info["start"])) for info in known}

    def begin(self, name: str) -> None:
        self._tolerant("supervisor.startProcess", name)

    def stop(self, names: Iterable[str], *, patience: float = 40.0) -> None:
        """Stops the programs together and waits until each is."""
        waited = set(names)
        for name in waited:
            self._tolerant("supervisor.stopProcess", name)
        until = time.monotonic() + patience
        while any(state.state not in STOPPED for name, state in self.running().items() if name in waited):
            if time.monotonic() > until:
                return
            time.sleep(0.05)

    def shut_down(self) -> None:
        self._call("supervisor.shutdown")

    def _tolerant(self, method: str, name: str) -> None:
        """Without waiting; a program that is already where it should be is no error."""
        try:
            self._call(method, name, False)  # noqa: FBT003  # a positional flag of the protocol: do not wait
        except xmlrpc.client.Fault:
            return

    def _call(self, method: str, *arguments: Any) -> Any:
        proxy = xmlrpc.client.ServerProxy("http://localhost/RPC2", transport=_SocketTransport(self._folders.socket))
        with proxy:
            return getattr(proxy, method)(*arguments)

    def _write(self, programs: Iterable[Program]) -> None:
        parts = [CONFIG.format(run=self._folders.run, socket=self._folders.socket)]
        for program in programs:
            command = " ".join(f'"{part}"' for part in launch_command(self._folders, program.name))
            patience = 25 if program.tier == 0 else 12
            parts.append(
                PROGRAM.format(name=program.name, command=command, signal=program.stop_signal, patience=patience)
            )
        self._config.write_text("".join(parts))


class _SocketTransport(xmlrpc.client.Transport):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def make_connection(self, host: Any) -> http.client.HTTPConnection:
        """To the socket, whatever host is named."""
        return _SocketConnection(str(host), self._path)


class _SocketConnection(http.client.HTTPConnection):
    def __init__(self, host: str, path: Path) -> None:
        super().__init__(host, timeout=20)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(20)
        self.sock.connect(str(self._path))
