"""Locks compile to themselves and name no host; nothing names the machine it was written on.

Compiling asks a package index, as setting the machine up does; away from one, leave these out by `-m "not index"`.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture.guards import ROOT, hosts_in_locks, machine_traces, recompiled_differently

LOCKS = ROOT / "requirements"


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LOCKS, tmp_path / "seed"))


@pytest.mark.index
def test_every_lock_compiles_to_itself_and_one_with_a_package_too_few_to_the_whole(seed: Path) -> None:
    """One that compiles to more than it holds is told apart, and what it compiles to is the whole one again."""
    lock = seed / "queue.lock"
    lines = lock.read_text().splitlines(keepends=True)
    end = next(number for number, line in enumerate(lines[1:], 1) if not line.startswith(" "))
    lock.write_text("".join(lines[end:]))
    out = Path(shutil.copytree(seed, seed.parent / "out"))
    assert recompiled_differently(seed, out) == ["queue.lock"]
    assert (out / "queue.lock").read_bytes() == (LOCKS / "queue.lock").read_bytes()


def test_every_line_of_a_lock_is_a_version_or_a_hash() -> None:
    assert hosts_in_locks(LOCKS) == []
    for lock in LOCKS.glob("*.lock"):
        for line in lock.read_text().splitlines():
            assert re.match(r"[a-z0-9._-]+==\S+( ; .+)?( \\)?$|    --hash=sha256:[0-9a-f]{64}( \\)?$", line), line


@pytest.mark.parametrize(
    "line",
    ["--index-url https://packages.example.test/simple", "-e /srv/checkout/libs/eds", "kezek @ file:///srv/kezek"],
)
def test_a_planted_host_or_path_in_a_lock_is_found(seed: Path, line: str) -> None:
    with (seed / "auth.lock").open("a") as lock:
        lock.write(f"{line}\n")
    assert len(hosts_in_locks(seed)) == 1


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_file_names_the_machine_it_was_written_on() -> None:
    assert machine_traces(ROOT, tracked()) == []


def test_a_planted_path_is_found(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(f"see {Path('/', 'home', 'somebody')}")
    assert len(machine_traces(tmp_path, ["notes.md"])) == 1
