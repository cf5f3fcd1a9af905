"""PostgreSQL as a private process: one cluster, made on first use; as root it runs as its own user."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from kezek_local.errors import CommandFailedError
from kezek_local.folders import Folders, Secrets, give_to
from kezek_local.ports import Ports
from kezek_local.program import Program
from kezek_local.readiness import postgres_ready

BINARIES = Path("/usr/lib/postgresql/15/bin")
USER = "postgres"
SETTINGS = """\
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = ''
max_connections = 300
shared_buffers = 128MB
max_wal_size = 512MB
password_encryption = scram-sha-256
timezone = 'UTC'
log_timezone = 'UTC'
log_destination = stderr
log_line_prefix = '%m [%p] %u '
log_checkpoints = off
# No personal data in the log: neither statements nor the values of a violated key. The first line of an error may quote
# a value too, so errors of clients are left to the clients, who are told and write them without values.
log_min_messages = log
log_min_error_statement = panic
log_error_verbosity = terse
log_parameter_max_length_on_error = 0
"""


def make(folders: Folders, ports: Ports, secrets: Secrets) -> None:
    """Makes the cluster if there is none yet, and writes the settings."""
    cluster = folders.data("postgres") / "cluster"
    if cluster.parent.exists():
        cluster.parent.chmod(0o700)
    if not cluster.exists():
        _initialise(cluster, secrets["postgres"])
    settings = cluster / "kezek.conf"
    settings.write_text(SETTINGS.format(port=ports.postgres))
    settings.chmod(0o600)
    give_to(USER, settings)


def program(folders: Folders, ports: Ports) -> Program:
    """How it is run."""
    cluster = folders.data("postgres") / "cluster"
    return Program(
        name="postgres",
        tier=0,
        argv=(str(BINARIES / "postgres"), "-D", str(cluster), "-c", f"config_file={cluster / 'kezek.conf'}"),
        cwd=cluster,
        ready=postgres_ready(ports.postgres),
        settings=cluster / "kezek.conf",
        ports=((ports.postgres, "PostgreSQL"),),
        user=USER if os.geteuid() == 0 else None,
        stop_signal="INT",
        lock=cluster / "postmaster.pid",
    )


def _initialise(cluster: Path, password: str) -> None:
    """Into a draft folder first, so that a cluster is there whole or not at all."""
    draft = cluster.with_name("draft")
    shutil.rmtree(draft, ignore_errors=True)
    cluster.parent.mkdir(parents=True, exist_ok=True)
    give_to(USER, cluster.parent)
    as_root = os.geteuid() == 0
    with tempfile.NamedTemporaryFile("w", dir=cluster.parent) as file:
        file.write(password)
        file.flush()
        if as_root:
            shutil.chown(file.name, USER)
        command: list[str | Path] = [
            BINARIES / "initdb",
            "-D",
            draft,
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--auth=scram-sha-256",
        ]
        command += ["-U", "postgres", f"--pwfile={file.name}", "--data-checksums", "--no-instructions"]
        done = subprocess.run(  # noqa: S603
            command,
            check=False,
            cwd=cluster.parent,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
            user=USER if as_root else None,
            group=USER if as_root else None,
            extra_groups=[] if as_root else None,
            capture_output=True,
            text=True,
        )
    if done.returncode != 0:
        raise CommandFailedError(f"PostgreSQL's cluster could not be made:\n{done.stdout}{done.stderr}")
    draft.rename(cluster)
