"""A whole stack fits into a small machine."""

import pytest

from kezek_local.report import total_memory_mb
from kezek_local.stack import Stack

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]
MAX_MB = 4096


def test_all_programs_together_take_less_than_four_gibibytes(stack: Stack) -> None:
    rows = stack.status()
    assert all(row.memory_mb for row in rows)
    assert total_memory_mb(rows) < MAX_MB
