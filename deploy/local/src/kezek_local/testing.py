"""Stacks for tests: on free ports, in a folder of their own, gone afterwards."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from kezek_local.folders import Folders, open_to_servers
from kezek_local.launch import read_life, record_self
from kezek_local.ports import SERVICES, Ports, free_base
from kezek_local.reaping import reap
from kezek_local.stack import Stack

PREFIX = "kezek-test-"


@contextmanager
def temporary_stack(
    *,
    services: Sequence[str] = SERVICES,
    replicas: Mapping[str, int] | None = None,
    clock: bool = True,
    with_sandbox: bool = True,
) -> Iterator[Stack]:
    """A stack that is up; down and deleted at the end. With `services=()` and no sandbox: the servers alone."""
    with temporary_folder() as folder:
        ports = Ports(free_base())
        stack = Stack(folder, ports, services=services, replicas=replicas, clock=clock, with_sandbox=with_sandbox)
        try:
            stack.up()
            yield stack
        finally:
            stack.down()


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder that the servers' own users can reach too (pytest's is closed to them)."""
    end_forgotten()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    open_to_servers(folder)
    record_self(folder / "owner")
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def end_forgotten() -> None:
    """Ends the stacks of test runs that were killed before they could do it themselves."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        owner = read_life(folder / "owner")
        if owner is not None and not owner.alive() and folder.stat().st_uid == os.getuid():
            reap(Folders(folder))
            shutil.rmtree(folder, ignore_errors=True)
