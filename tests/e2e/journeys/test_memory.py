"""A whole stack fits into a small machine."""

import os
from pathlib import Path
from typing import Any

import pytest

from kezek_local.report import total_memory_mb
from kezek_local.stack import Stack

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]
MOST_MB = 4096


def test_all_programs_together_take_less_than_four_gibibytes(played_stack: Any) -> None:
    stack = played_stack.stack
    if stack is None and "KEZEK_STACK_FOLDER" not in os.environ:
        pytest.skip("without its folder a stack's memory cannot be read")
    rows = (stack or Stack(Path(os.environ["KEZEK_STACK_FOLDER"]))).status()
    assert all(row.memory_mb for row in rows)
    assert total_memory_mb(rows) < MOST_MB
