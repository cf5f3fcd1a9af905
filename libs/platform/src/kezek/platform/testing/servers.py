"""PostgreSQL, Kafka and Redis for a run of tests: started once by whoever needs them first, shared by all processes.

`KEZEK_TEST_SERVERS=<folder>` names servers that outlive the run, so that the next one begins at once.
"""

import os
from contextlib import ExitStack
from pathlib import Path

from kezek_local.ports import Ports, free_base, remembered_base
from kezek_local.stack import Stack
from kezek_local.testing import temporary_folder

KEPT = "KEZEK_TEST_SERVERS"
FOLDER = "KEZEK_TEST_RUN_FOLDER"
BASE = "KEZEK_TEST_RUN_PORTS"


def announce(ending: ExitStack) -> None:
    """Choose folder and ports for this run, before its processes start; nothing runs yet."""
    kept = os.environ.get(KEPT)
    folder = Path(kept) if kept else ending.enter_context(temporary_folder())
    base = remembered_base(folder) if (folder / "ports").exists() else free_base()
    os.environ.update({FOLDER: str(folder), BASE: str(base)})
    if not kept:
        ending.callback(_stop, folder)


def shared_servers() -> Stack:
    """The servers of this run, up; a second process waits until the first has started them."""
    stack = Stack(Path(os.environ[FOLDER]), Ports(int(os.environ[BASE])), services=(), with_sandbox=False, clock=False)
    stack.up()
    return stack


def _stop(folder: Path) -> None:
    if (folder / "ports").exists():
        Stack(folder, services=(), with_sandbox=False, clock=False).down()
