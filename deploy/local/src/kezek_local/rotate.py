"""Keeps the logs of a stack short: a log past its size is copied to `.1` and emptied. Standard library only."""

import os
import shutil
import sys
import time
from pathlib import Path

LARGEST = 20 * 1024 * 1024
PAUSE = 30.0


def rotate(folder: Path, *, largest: int = LARGEST) -> None:
    """Copies and empties in place, because programs hold their logs open (they append, so nothing is torn)."""
    for log in folder.glob("*.log"):
        if log.stat().st_size > largest:
            shutil.copyfile(log, log.with_suffix(".log.1"))
            os.truncate(log, 0)


def main(folder: Path) -> None:
    while True:
        rotate(folder)
        time.sleep(PAUSE)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
