"""What a process takes for itself when it begins to serve."""

import resource
from collections.abc import Iterator

import pytest

from kezek.platform.serve import open_as_many_files_as_allowed


@pytest.fixture
def few_files() -> Iterator[int]:
    """The most there may be, while fewer are allowed."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (512, before[1]))
    yield before[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


def test_a_process_opens_as_many_files_as_it_is_allowed(few_files: int) -> None:
    open_as_many_files_as_allowed()
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (few_files, few_files)
