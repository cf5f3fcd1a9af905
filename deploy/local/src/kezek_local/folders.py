"""Where the files of a stack lie, and the secrets it makes for itself."""

import hashlib
import json
import os
import pwd
import secrets
import stat
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from kezek.contracts.files import PURPOSES
from kezek.platform.workdays import QuietHours, next_at

CHECKOUT = Path(__file__).resolve().parents[4]
SUPPORT_PHONE, SUPPORT_EMAIL = "+77990000000", "support@example.kz"
OPEN_TO_ALL = Path("/var/lib/kezek")
LONGEST_SOCKET = 100
CLOCK_BYTES = 8
# notices wait for the morning: whoever tries a stack in the evening or at night would wait with them
DAY = QuietHours(time(20), time(8))
BEGINS = time(9)


def begins_at(now: datetime) -> datetime:
    """Where the clock of a fresh stack stands: now by day, else at the next 9:00."""
    return now if DAY.over_at(now) is None else next_at(now, BEGINS)


def data_folder(checkout: Path = CHECKOUT) -> Path:
    """`.kezek` in the checkout; elsewhere when we are root and the servers' own users could not reach it there."""
    here = checkout / ".kezek"
    if os.geteuid() != 0 or reachable_by_all(checkout):
        return here
    return OPEN_TO_ALL / hashlib.sha256(str(checkout).encode()).hexdigest()[:12]


def reachable_by_all(folder: Path) -> bool:
    return all(step.stat().st_mode & stat.S_IXOTH for step in (folder, *folder.parents))


def kafka_jars() -> Path:
    """Where the bootstrap put Kafka's jars."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    pinned = (CHECKOUT / "deploy/local/kafka/jars.sha256").read_bytes()
    return cache / "kezek" / f"kafka-{hashlib.sha256(pinned).hexdigest()[:12]}"


@dataclass(frozen=True)
class Folders:
    """The folders of one stack below its own."""

    root: Path

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def run(self) -> Path:
        return self.root / "run"

    @property
    def records(self) -> Path:
        return self.run / "lives"

    @property
    def specs(self) -> Path:
        return self.run / "programs"

    @property
    def lock(self) -> Path:
        return self.root / "stack.lock"

    @property
    def clock(self) -> Path:
        return self.root / "data/sandbox-clock"

    @property
    def trust_list(self) -> Path:
        return self.root / "data/sandbox/trust.pem"

    @property
    def token_keys(self) -> Path:
        return self.root / "keys/tokens"

    @property
    def file_keys(self) -> Path:
        return self.root / "keys/files"

    @property
    def openapi(self) -> Path:
        return self.root / "gateway/openapi.json"

    def data(self, program: str) -> Path:
        return self.root / "data" / program

    @property
    def socket(self) -> Path:
        """The supervisor's socket; the system takes no long paths for one."""
        near = self.run / "supervisor.sock"
        if len(str(near)) < LONGEST_SOCKET:
            return near
        return Path(f"/tmp/kezek-{hashlib.sha256(str(near).encode()).hexdigest()[:16]}.sock")  # noqa: S108  # mode 0700

    def make(self) -> None:
        for folder in (
            self.logs,
            self.records,
            self.specs,
            self.data("sandbox"),
            self.data("documents"),
            self.openapi.parent,
        ):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
        self.run.chmod(0o700)
        for folder in (self.root, self.root / "data", self.openapi.parent):
            open_to_servers(folder)
        if not self.clock.exists():
            now = datetime.now(UTC)
            ahead = (begins_at(now) - now) // timedelta(microseconds=1)
            self.clock.write_bytes(ahead.to_bytes(CLOCK_BYTES, "little"))
        self._make_token_key()
        make_file_keys(self.file_keys)

    def _make_token_key(self) -> None:
        self.token_keys.mkdir(parents=True, exist_ok=True)
        self.token_keys.chmod(0o700)
        if any(self.token_keys.glob("*.pem")):
            return
        write_private(self.token_keys / "token-1.pem", _private_pem(Ed25519PrivateKey.generate()))


def make_file_keys(folder: Path) -> None:
    """Makes the keys by which services vouch for files: `private/<service>.pem`, and the public halves in `public`."""
    private, public = folder / "private", folder / "public"
    for each in (folder, private, public):
        each.mkdir(parents=True, exist_ok=True)
        each.chmod(0o700)
    for service in ("documents", *sorted({*PURPOSES.values()})):
        ours = private / f"{service}.pem"
        if not ours.exists():
            write_private(ours, _private_pem(Ed25519PrivateKey.generate()))
        theirs = folder / "documents.pem" if service == "documents" else public / f"{service}.pem"
        if not theirs.exists():
            write_private(theirs, _public_pem(ours))


def _private_pem(key: Ed25519PrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _public_pem(private: Path) -> bytes:
    key = load_pem_private_key(private.read_bytes(), password=None)
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


class Secrets:
    """Passwords made once per stack, in a file that only its owner reads."""

    def __init__(self, folders: Folders) -> None:
        self._file = folders.root / "keys/secrets.json"

    def __getitem__(self, name: str) -> str:
        known = json.loads(self._file.read_text()) if self._file.exists() else {}
        if name not in known:
            known[name] = secrets.token_urlsafe(24)
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_private(self._file, json.dumps(known, indent=1).encode())
        return str(known[name])


def write_private(path: Path, content: bytes) -> None:
    """Whole or not at all, and never readable by others."""
    draft = path.with_suffix(".new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def open_to_servers(path: Path) -> None:
    """Lets servers' own users, if we are root and they are others, pass a folder or read a file; else nobody."""
    as_root = os.geteuid() == 0
    if path.is_dir():
        path.chmod(0o711 if as_root else 0o700)
    else:
        path.chmod(0o644 if as_root else 0o600)


def give_to(user: str, path: Path) -> None:
    """As root, lets a server's own user own its folder or file."""
    if os.geteuid() == 0:
        account = pwd.getpwnam(user)
        os.chown(path, account.pw_uid, account.pw_gid)
