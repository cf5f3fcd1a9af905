"""Runs a module as a production machine would, without what only developers' tools bring: `… process MODULE ARG…`.

structlog and httpx load `rich`, where there is one, for colours and a command line: 4 MB in every process.
"""

import runpy
import sys

ABSENT = ("rich", "pygments")


def main() -> None:
    """Become the module."""
    sys.modules.update(dict.fromkeys(ABSENT))  # type: ignore[arg-type]
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
