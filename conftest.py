"""Every test may ask for the project's fixtures: servers, databases, APIs, people, signatures."""

from typing import Any

import pytest

pytest_plugins = ["kezek.platform.testing.plugin"]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Groups of tests that share a stack stay in one process; all others go where there is room."""
    from tests.schedule import ByGroup  # noqa: PLC0415 - only where several processes run

    return ByGroup(config, log)
