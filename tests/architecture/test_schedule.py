"""Tests that share a stack run in one process each, and nothing that needs one is left to chance."""

import re

from tests.architecture.guards import ROOT
from tests.schedule import group_of

MARKED = re.compile(r"^pytestmark = .*pytest\.mark\.(?:stack|journey)\b", re.MULTILINE)


def test_every_file_that_plays_on_a_stack_names_its_group() -> None:
    files = [path for part in ("deploy", "tests") for path in (ROOT / part).rglob("test_*.py")]
    on_a_stack = [str(path.relative_to(ROOT)) for path in files if MARKED.search(path.read_text())]
    assert len(on_a_stack) > 15
    assert [file for file in on_a_stack if not group_of(file)] == []
    assert {group_of(file) for file in on_a_stack} == {"clock", "shared"}


def test_a_file_without_the_mark_is_in_no_group() -> None:
    assert group_of("tests/architecture/test_schedule.py") == ""
