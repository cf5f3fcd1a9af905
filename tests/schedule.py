"""Which tests stay together in one process: those of one `xdist_group`, as the mark of their file says.

xdist writes the group into an attribute of a test that pytest 9.2 no longer reads, so its own `loadgroup` lets every
process start every stack, silently.
"""

import re
from functools import cache
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parents[1]
_MARK = re.compile(r"^pytestmark = .*xdist_group\(\"([\w-]+)\"\)", re.MULTILINE)


class ByGroup(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Hands out whole groups and single tests."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid.partition("::")[0]) or nodeid


@cache
def group_of(file: str) -> str:
    """The group that this file's tests are marked with, or the empty string."""
    found = _MARK.search((ROOT / file).read_text())
    return found.group(1) if found else ""
