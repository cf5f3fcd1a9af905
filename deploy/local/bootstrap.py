# ruff: noqa: S603, T201  # runs fixed commands and speaks to a terminal
"""Installs what this machine lacks to run Kezek; standard library only. A second run finds a stamp and ends."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
VENV = CHECKOUT / ".venv"
STAMP = VENV / "kezek-bootstrap.stamp"
DEV_LOCK = CHECKOUT / "requirements/dev.lock"
WORKSPACE = CHECKOUT / "requirements/workspace.txt"
KAFKA = Path(__file__).resolve().parent / "kafka"
PACKAGES = {
    "/usr/lib/postgresql/15/bin/postgres": ("postgresql-15",),
    "/usr/bin/redis-server": ("redis-server",),
    "/usr/bin/curl": ("curl",),
    "/usr/lib/x86_64-linux-gnu/libbotan-2.so.19|/usr/lib/aarch64-linux-gnu/libbotan-2.so.19": ("libbotan-2-19",),
    "/usr/sbin/nginx": ("nginx", "libnginx-mod-http-brotli-filter"),
    "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so": ("libnginx-mod-http-brotli-static",),
    "/usr/sbin/clamd": ("clamav-daemon",),
    "/usr/bin/chromium-headless-shell": ("chromium-headless-shell",),
    "/usr/lib/jvm/java-17-openjdk-amd64/bin/java|/usr/lib/jvm/java-17-openjdk-arm64/bin/java": (
        "openjdk-17-jre-headless",
    ),
}
MAVEN = "/usr/bin/mvn"
WEB = CHECKOUT / "web"
NPM_STAMP = WEB / "node_modules/kezek-bootstrap.stamp"
WEB_STAMP = WEB / "dist/kezek-bootstrap.stamp"
STARTED = time.monotonic()


class BootstrapError(Exception):
    """Something this machine needs could not be had; the text says what and why."""


def say(text: str) -> None:
    print(f"[{time.monotonic() - STARTED:6.1f} s] {text}", flush=True)


def kafka_jars() -> Path:
    """The folder of Kafka's jars: one per set of pinned sums, shared by all checkouts of this user."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "kezek" / f"kafka-{hashlib.sha256((KAFKA / 'jars.sha256').read_bytes()).hexdigest()[:12]}"


def main() -> int:
    try:
        if not machine_is_ready():
            prepare_machine()
            say("this machine is ready")
        prepare_web()
    except BootstrapError as failure:
        print(f"\nkezek: {failure}", file=sys.stderr)
        return 1
    return 0


def machine_is_ready() -> bool:
    return stamped(STAMP, fingerprint()) and kafka_jars().is_dir() and not missing_packages()


def prepare_machine() -> None:
    say("preparing this machine (once)")
    install_packages([package for names in missing_packages() for package in names])
    make_venv()
    sync()
    fetch_kafka()
    STAMP.write_text(fingerprint())


def stamped(stamp: Path, expected: str) -> bool:
    return stamp.is_file() and stamp.read_text() == expected


def fingerprint() -> str:
    """Changes with every lock, distribution, pinned jar and with this file."""
    inputs = [DEV_LOCK, WORKSPACE, KAFKA / "pom.xml", KAFKA / "jars.sha256", Path(__file__)]
    return digest_of([*inputs, *sorted(CHECKOUT.glob("*/*/pyproject.toml"))])


def prepare_web() -> None:
    """Fetches the web client's packages when their lock changed, and builds it when a source of it did."""
    if not WEB.is_dir():
        return
    lock = digest_of([WEB / "package-lock.json", WEB / ".npmrc", DEV_LOCK])
    if not stamped(NPM_STAMP, lock):
        say("the web client's packages, by npm")
        npm = [WEB / "run", "npm", "ci", "--prefer-offline", "--no-progress", "--prefix", WEB]
        run(npm, "the web client's packages could not be installed")
        NPM_STAMP.write_text(lock)
    sources = digest_of([*web_sources(), WEB / "package-lock.json"])
    if not stamped(WEB_STAMP, sources):
        say("building the web client")
        run([WEB / "build"], "the web client could not be built")
        WEB_STAMP.write_text(sources)


def web_sources() -> list[Path]:
    """What the built client depends on."""
    found = [path for folder in ("apps", "packages", "tools") for path in (WEB / folder).rglob("*") if path.is_file()]
    return sorted(path for path in found if ".test." not in path.name and "node_modules" not in path.parts)


def digest_of(paths: Sequence[Path]) -> str:
    digest = hashlib.sha256(str(CHECKOUT).encode())
    for path in paths:
        digest.update(str(path.relative_to(CHECKOUT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def missing_packages() -> list[tuple[str, ...]]:
    return [names for paths, names in PACKAGES.items() if not any(Path(path).exists() for path in paths.split("|"))]


def run(command: Sequence[str | Path], failure: str, env: dict[str, str] | None = None) -> None:
    """Runs a command quietly; its last lines are shown only when it fails."""
    done = subprocess.run(command, check=False, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        tail = "\n".join(f"    {line}" for line in done.stdout.splitlines()[-15:])
        raise BootstrapError(f"{failure} (exit code {done.returncode}):\n{tail}")


def install_packages(packages: list[str]) -> None:
    if not packages:
        return
    if not shutil.which("apt-get"):
        raise BootstrapError(f"these Debian packages are missing and there is no apt-get: {' '.join(packages)}")
    sudo = as_root()
    say(f"apt-get install {' '.join(packages)}")
    quiet = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    run([*quiet, "update"], "the list of Debian packages could not be fetched")
    with nothing_starts_by_itself(sudo):
        run([*quiet, "install", "-y", "--no-install-recommends", *packages], "Debian packages could not be installed")


def as_root() -> list[str]:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        return ["sudo"]
    raise BootstrapError("Debian packages must be installed: run this as root, or install sudo")


@contextmanager
def nothing_starts_by_itself(sudo: list[str]) -> Iterator[None]:
    """Debian's packages start their services and make a cluster: both are held back meanwhile."""
    guards = {
        Path("/usr/sbin/policy-rc.d"): "#!/bin/sh\nexit 101\n",
        Path("/etc/postgresql-common/createcluster.d/kezek.conf"): "create_main_cluster = false\n",
    }
    mine = [path for path in guards if not path.exists()]
    try:
        for path in mine:
            write_as_root(sudo, path, guards[path])
        yield
    finally:
        run([*sudo, "rm", "-f", *mine], "a guard file could not be removed")


def write_as_root(sudo: list[str], path: Path, text: str) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=path.name) as file:
        file.write(text)
        file.flush()
        run([*sudo, "install", "-D", "-m", "755", file.name, path], f"{path} could not be written")


def succeeds(*command: str | Path) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def make_venv() -> None:
    python = VENV / "bin/python"
    if python.exists() and succeeds(python, "-m", "pip", "--version"):
        return
    if not succeeds(sys.executable, "-c", "import ensurepip"):
        install_packages(["python3-venv"])
    say(f"virtual environment in {VENV}")
    run([sys.executable, "-m", "venv", "--clear", VENV], "the virtual environment could not be made")


def sync() -> None:
    """Installs exactly the locked versions and the own distributions, compiled: so services start much faster."""
    say("Python packages, by their locked hashes")
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env.setdefault("UV_NATIVE_TLS", "true")
    env.setdefault("UV_LINK_MODE", "copy")
    python = VENV / "bin/python"
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as requirement:
        requirement.write(locked("uv"))
        requirement.flush()
        install = [python, "-m", "pip", "install", "-q", "--require-hashes", "--no-deps", "-r", requirement.name]
        run(install, "uv could not be installed", env)
    ask = [python, "-m", "pip", "config", "get", "global.index-url"]
    index = subprocess.run(ask, check=False, capture_output=True, text=True)
    if index.returncode == 0:
        env.setdefault("UV_DEFAULT_INDEX", index.stdout.strip())
    command = [VENV / "bin/uv", "pip", "sync", "-q", "--compile-bytecode", "--python", python, DEV_LOCK, WORKSPACE]
    if os.access(CHECKOUT, os.W_OK):
        os.chdir(CHECKOUT)
    run(command, "the locked Python packages could not be installed", env)
    run([python, "-m", "compileall", "-q", "libs", "services", "deploy"], "own sources do not compile", env)


def locked(name: str) -> str:
    """The lines of one package in the lock, hashes included."""
    block: list[str] = []
    for line in DEV_LOCK.read_text().splitlines():
        if line.startswith(f"{name}=="):
            block = [line]
        elif block and line.startswith(" "):
            block.append(line)
        elif block:
            break
    if not block:
        raise BootstrapError(f"{name} is not in {DEV_LOCK}")
    return "\n".join(block) + "\n"


def fetch_kafka() -> None:
    jars = kafka_jars()
    if jars.is_dir():
        return
    if not Path(MAVEN).exists() and not shutil.which("mvn"):
        install_packages(["maven"])
    say("Apache Kafka's jars, by Maven")
    jars.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=jars.parent) as folder:
        goal = ["mvn", "-q", "-B", "-f", KAFKA / "pom.xml", "dependency:copy-dependencies"]
        run(
            [*goal, f"-DoutputDirectory={folder}", "-DincludeScope=runtime"],
            "Kafka's jars could not be fetched by Maven",
        )
        verify_jars(Path(folder))
        Path(folder).chmod(0o755)
        Path(folder).replace(jars)
        Path(folder).mkdir()


def verify_jars(folder: Path) -> None:
    pinned = {line.split()[1]: line.split()[0] for line in (KAFKA / "jars.sha256").read_text().splitlines()}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.jar")}
    if found != pinned:
        wrong = sorted(name for name, digest in {**pinned, **found}.items() if pinned.get(name) != found.get(name))
        raise BootstrapError(f"Kafka's jars differ from their pinned sums: {', '.join(wrong)}")


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036  # whoever starts this may have an older one
        sys.exit("kezek: Python 3.11 or later is needed")
    sys.exit(main())
