import shutil
from pathlib import Path

import pytest

from tests.architecture.guards import ROOT, SOURCES


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the sources, to plant violations in."""
    for source in [each for pattern in (*SOURCES, "tests/e2e") for each in ROOT.glob(pattern)]:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source, tmp_path / source.relative_to(ROOT), ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path
