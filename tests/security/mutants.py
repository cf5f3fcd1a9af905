"""Takes each protection away in turn and demands that a test notices: `make mutants` (`ONLY=word` for those named so).

The checkout is copied, so that nothing here is touched; the servers are started once for all. A mutant is killed when
a test *fails*: one that cannot even be imported says nothing of the tests.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from kezek_local.stack import Stack
from tests.architecture.guards import ROOT, SOURCES
from tests.security.mutations import Mutation, read_mutations

KILLED, SURVIVED = 1, 0
MAX_SECONDS = 300


class Copy:
    """A copy of the checkout in which tests run; its sources stand before those that are installed."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "checkout"
        self._servers = folder / "servers"
        tracked = _git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
        for name in filter(None, tracked):
            if (ROOT / name).is_file():
                (self.root / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, self.root / name)
        (self.root / ".venv").symlink_to(ROOT / ".venv")

    def run(self, tests: Sequence[str], *, compiled: bool = False) -> tuple[int, str]:
        """Pytest's exit code for these tests, and its last line; `compiled` keeps the bytecode for those that follow.

        Bytecode is kept of the whole sources only: by time and length of a file a mutant could pass for what it was.
        """
        sources = [str(path) for pattern in SOURCES for path in self.root.glob(pattern)]
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join([str(self.root), *sources]),
            "PYTHONDONTWRITEBYTECODE": "" if compiled else "1",
            "KEZEK_TEST_SERVERS": str(self._servers),
        }
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *sorted(set(tests))]
        try:
            done = subprocess.run(
                command,
                cwd=self.root,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
                timeout=MAX_SECONDS,
            )
        except subprocess.TimeoutExpired:
            return KILLED, f"no end within {MAX_SECONDS} s"
        return done.returncode, (done.stdout.strip().splitlines() or [done.stderr[-200:]])[-1]

    def without(self, mutation: Mutation) -> tuple[int, str]:
        """What the mutation's tests say while its protection is away."""
        path = self.root / mutation.file
        whole = path.read_text()
        path.write_text(mutation.apply_to(whole))
        try:
            return self.run(mutation.tests)
        finally:
            path.write_text(whole)

    def close(self) -> None:
        """Stop the servers."""
        if (self._servers / "ports").exists():
            Stack(self._servers, services=(), with_sandbox=False, clock=False).down()


def main(only: str = "") -> int:
    """Play all mutations, or those whose name or requirement matches; how many were not killed."""
    chosen = [each for each in read_mutations() if re.search(only, f"{each.name} {' '.join(each.holds)}")]
    with tempfile.TemporaryDirectory(prefix="kezek-mutants-") as folder:
        Path(folder).chmod(0o755)  # PostgreSQL runs as a user of its own
        copy = Copy(Path(folder))
        try:
            code, said = copy.run([test for each in chosen for test in each.tests], compiled=True)
            if code != 0:
                print(f"the tests fail without any mutation: {said}")  # noqa: T201 - a program of the terminal
                return 1
            survivors = [each.name for each in chosen if not _killed(copy, each)]
        finally:
            copy.close()
    print(f"{len(chosen) - len(survivors)} of {len(chosen)} mutations killed", *survivors, sep="\n  ")  # noqa: T201
    return len(survivors)


def _killed(copy: Copy, mutation: Mutation) -> bool:
    began = time.monotonic()
    code, said = copy.without(mutation)
    word = {KILLED: "killed", SURVIVED: "SURVIVED"}.get(code, f"BROKEN ({code})")
    print(f"{word:9} {time.monotonic() - began:5.1f} s  {mutation.name}  [{said}]", flush=True)  # noqa: T201
    return code == KILLED


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    sys.exit(min(main(os.environ.get("ONLY", "")), 1))
