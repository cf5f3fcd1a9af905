"""clamd as a private process with one signature of our own, of EICAR's test file: it proves the way, not the cure."""

import os

from kezek_local.folders import Folders, give_to, open_to_servers
from kezek_local.ports import Ports
from kezek_local.program import Program
from kezek_local.readiness import clamd_ready

USER = "clamav"
# in two pieces, for a scanner of the machine would find it here
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
SETTINGS = """\
TCPAddr 127.0.0.1
TCPSocket {port}
DatabaseDirectory {signatures}
TemporaryDirectory {folder}
LogFile {folder}/clamd.log
LogFileMaxSize 1M
StreamMaxLength 12M
MaxFileSize 12M
MaxScanSize 64M
MaxThreads 4
ReadTimeout 10
SelfCheck 3600
ConcurrentDatabaseReload no
"""


def make(folders: Folders, ports: Ports) -> None:
    """Writes the settings and the signature."""
    folder = folders.data("clamav")
    signatures = folder / "signatures"
    signatures.mkdir(parents=True, exist_ok=True)
    open_to_servers(folder.parent)
    (signatures / "kezek.ndb").write_text(f"Kezek.Eicar-Test-File:0:*:{EICAR.hex()}\n")
    settings = folder / "clamd.conf"
    settings.write_text(SETTINGS.format(port=ports.clamd, signatures=signatures, folder=folder))
    for path in (folder, signatures, *signatures.iterdir(), settings):
        path.chmod(0o700 if path.is_dir() else 0o600)
        give_to(USER, path)


def program(folders: Folders, ports: Ports) -> Program:
    """How it is run."""
    folder = folders.data("clamav")
    return Program(
        name="clamav",
        tier=0,
        argv=("/usr/sbin/clamd", "--foreground", f"--config-file={folder / 'clamd.conf'}"),
        cwd=folder,
        ready=clamd_ready(ports.clamd),
        settings=folder / "clamd.conf",
        ports=((ports.clamd, "the virus scanner"),),
        user=USER if os.geteuid() == 0 else None,
    )
